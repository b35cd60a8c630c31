"""The tables. db/migrations makes them; a test holds both equal.

Every record carries ``seal``, its own hash: the engine's check sees few of the bits that flip
inside a value. What is reckoned from other records (``searched``) is checked against them.
``written`` tables hold one value of a register a row (domain/register.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from imari_desk.store.columns import metadata as metadata
from imari_desk.store.columns import number, record_id, refers, text

VERSION = "0008"  # the newest migration; versions are compared as text

# One row: whose database this is. ``books`` counts the book numbers given out.
desk = Table(
    "desk",
    metadata,
    record_id(),
    text("role"),
    text("department"),
    text("plan"),
    number("plan_version"),
    text("created_at"),
    text("created_with"),
    number("books"),
    text("seal"),
)

# ``text`` is the plan as JSON.
plan_version = Table(
    "plan_version",
    metadata,
    text("plan"),
    number("version"),
    number("first_year"),
    number("last_year"),
    text("note"),
    text("added_at"),
    text("text"),
    text("seal"),
    PrimaryKeyConstraint("plan", "version"),
)

# Who stored a version, where somebody is known to have.
plan_author = Table(
    "plan_author",
    metadata,
    text("plan"),
    number("version"),
    text("person"),
    text("seal"),
    PrimaryKeyConstraint("plan", "version"),
)

# A plan as somebody is editing it: ``text`` as in plan_version, whether it is a plan yet or not.
# ``version`` is the one it began from, 0 for a plan of which there is none yet.
plan_draft = Table(
    "plan_draft",
    metadata,
    text("plan"),
    number("version"),
    text("person"),
    text("changed_at"),
    text("text"),
    text("seal"),
    PrimaryKeyConstraint("plan"),
)

# The version a confirmed year keeps being judged by.
fixed_plan = Table(
    "fixed_plan",
    metadata,
    text("plan"),
    number("fiscal_year"),
    number("version"),
    text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year"),
)

evaluation = Table(
    "evaluation",
    metadata,
    record_id(),
    text("plan"),
    text("measure"),
    number("fiscal_year"),
    text("seal"),
    UniqueConstraint("plan", "fiscal_year", "measure"),
)

# What stands. Kept in the order it is read: an evaluation's answers lie side by side. The key's
# columns come first: SQLite 3.40's quick_check finds fault with any other order.
answer = Table(
    "answer",
    metadata,
    refers("evaluation", "evaluation"),
    text("key"),
    text("replica"),
    number("counter"),
    text("seal"),
    text("value"),
    text("past"),
    PrimaryKeyConstraint("evaluation", "key", "replica", "counter", "seal"),
    sqlite_with_rowid=False,
)

# The answers as they are searched: several of one item a line each, narrowed. Reckoned from
# ``answer`` with every write, so it has no seal: what it says is held against the answers.
searched = Table(
    "searched",
    metadata,
    refers("evaluation", "evaluation"),
    text("key"),
    text("text"),
    PrimaryKeyConstraint("evaluation", "key"),
    sqlite_with_rowid=False,
)

imported = Table(
    "imported",
    metadata,
    record_id(),
    text("sha256"),
    text("file_name"),
    number("size"),
    text("outcome"),
    text("imported_at"),
    text("level"),
    text("purpose"),
    text("plan"),
    number("plan_version"),
    number("fiscal_year"),
    text("department"),
    text("number"),
    text("saved_at"),
    text("program"),
    text("person"),
    Column("archived", Boolean, nullable=False),
    text("seal"),
    Index(None, "sha256"),
)

# Who noted values, when, from what: shared by all values of one act.
origin = Table(
    "origin",
    metadata,
    record_id(),
    refers("imported", "imported", nullable=True),
    text("person"),
    text("noted_at"),
    text("seal"),
)

# Every value ever taken in or typed. Only ever added to, but for the entry somebody is typing at
# this moment (domain/strokes.py). The index names the evaluation alone, so an import touches a
# page or two an evaluation however much there is already.
history = Table(
    "history",
    metadata,
    record_id(),
    refers("evaluation", "evaluation"),
    text("key"),
    text("replica"),
    number("counter"),
    text("value"),
    text("past"),
    Column("held", Boolean, nullable=False),
    Column("sheet", Text),
    Column("cell", Text),
    refers("origin", "origin"),
    text("seal"),
    Index(None, "evaluation"),
)

# What was typed here and can be taken back: the dots that stood before and stand since, as in
# ``past``. The values themselves are in the history. Those ``undone`` come last.
step = Table(
    "step",
    metadata,
    record_id(),
    refers("evaluation", "evaluation"),
    text("key"),
    text("before"),
    text("after"),
    Column("undone", Boolean, nullable=False),
    refers("origin", "origin"),
    text("seal"),
)

finding = Table(
    "finding",
    metadata,
    record_id(),
    refers("imported", "imported"),
    text("kind"),
    text("sheet"),
    text("cell"),
    text("text"),
    text("code"),
    text("state"),
    text("seal"),
    Index(None, "imported"),
)

# Workbooks taken in together. ``ended_at`` is "" as long as nothing came of it.
batch = Table(
    "batch",
    metadata,
    record_id(),
    text("state"),
    text("person"),
    text("begun_at"),
    text("ended_at"),
    text("seal"),
)

batch_file = Table(
    "batch_file",
    metadata,
    record_id(),
    refers("batch", "batch"),
    text("path"),
    text("sha256"),
    refers("imported", "imported", nullable=True),
    text("seal"),
    Index(None, "batch"),
    Index(None, "imported"),
)

# What a person made of something in the batch's files (domain/batches.py: subject, choice).
decision = Table(
    "decision",
    metadata,
    refers("batch", "batch"),
    text("subject"),
    text("choice"),
    text("person"),
    text("noted_at"),
    text("seal"),
    PrimaryKeyConstraint("batch", "subject"),
)

# The acts of a batch: each workbook taken in, and what was written along with them.
batch_act = Table(
    "batch_act",
    metadata,
    Column("origin", Integer, ForeignKey("origin.id"), primary_key=True, autoincrement=False),
    refers("batch", "batch"),
    text("seal"),
    Index(None, "batch"),
)

# What a batch found and left, register by register, in the order it was written: ``before`` whole,
# as JSON, so that it can stand again; ``after`` as dots, as in ``step``.
stood = Table(
    "stood",
    metadata,
    record_id(),
    refers("batch", "batch"),
    refers("evaluation", "evaluation"),
    text("key"),
    text("before"),
    text("after"),
    text("seal"),
    Index(None, "batch"),
)

# What this desk keeps about an evaluation for itself: no answer, in no workbook, without history.
note = Table(
    "note",
    metadata,
    refers("evaluation", "evaluation"),
    text("key"),
    text("value"),
    text("seal"),
    PrimaryKeyConstraint("evaluation", "key"),
)

# ``related`` holds one 課 a line.
assignment = Table(
    "assignment",
    metadata,
    text("plan"),
    number("fiscal_year"),
    text("measure"),
    text("department"),
    text("related"),
    text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "measure"),
)

request = Table(
    "request",
    metadata,
    record_id(),
    text("plan"),
    number("fiscal_year"),
    text("department"),
    text("due"),
    text("message"),
    text("asked_at"),
    text("seal"),
)

sent = Table(
    "sent",
    metadata,
    record_id(),
    text("number"),
    text("purpose"),
    text("plan"),
    number("fiscal_year"),
    text("department"),
    text("path"),
    text("sha256"),
    text("written_at"),
    text("due"),
    text("seal"),
    UniqueConstraint("number"),
)

# The 本部会議 about a year. ``held_on`` is ISO text, or what was typed where that is no day.
meeting = Table(
    "meeting",
    metadata,
    text("plan"),
    number("fiscal_year"),
    text("name"),
    text("held_on"),
    text("paper"),
    text("presenter"),
    text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year"),
)

# What is decided there, in the order of ``place``; ``measure`` is "" for the plan as a whole.
agenda_item = Table(
    "agenda_item",
    metadata,
    text("plan"),
    number("fiscal_year"),
    number("place"),
    text("measure"),
    text("text"),
    text("decision"),
    text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "place"),
)

# 組織改編: from that year on ``new`` answers for what ``old`` answered for.
succession = Table(
    "succession",
    metadata,
    number("fiscal_year"),
    text("old"),
    text("new"),
    text("seal"),
    PrimaryKeyConstraint("fiscal_year", "old"),
)

# What is written down while a year is being set up (desk/office/setting_up.py: keys).
preparation = Table(
    "preparation",
    metadata,
    text("plan"),
    number("fiscal_year"),
    text("key"),
    text("text"),
    text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "key"),
)

# What each seal is over: everything but the seal and an id the database gives.
SEALED: Mapping[str, tuple[str, ...]] = {
    table.name: tuple(c.name for c in table.columns if c.name not in ("id", "seal"))
    for table in metadata.sorted_tables
    if "seal" in table.c
}
