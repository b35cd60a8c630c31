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
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = "0007"  # the newest migration; versions are compared as text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _refers(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable)


# One row: whose database this is. ``books`` counts the book numbers given out.
desk = Table(
    "desk",
    metadata,
    _id(),
    _text("role"),
    _text("department"),
    _text("plan"),
    _number("plan_version"),
    _text("created_at"),
    _text("created_with"),
    _number("books"),
    _text("seal"),
)

# ``text`` is the plan as JSON.
plan_version = Table(
    "plan_version",
    metadata,
    _text("plan"),
    _number("version"),
    _number("first_year"),
    _number("last_year"),
    _text("note"),
    _text("added_at"),
    _text("text"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "version"),
)

# The version a confirmed year keeps being judged by.
fixed_plan = Table(
    "fixed_plan",
    metadata,
    _text("plan"),
    _number("fiscal_year"),
    _number("version"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year"),
)

evaluation = Table(
    "evaluation",
    metadata,
    _id(),
    _text("plan"),
    _text("measure"),
    _number("fiscal_year"),
    _text("seal"),
    UniqueConstraint("plan", "fiscal_year", "measure"),
)

# What stands. Kept in the order it is read: an evaluation's answers lie side by side. The key's
# columns come first: SQLite 3.40's quick_check finds fault with any other order.
answer = Table(
    "answer",
    metadata,
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("replica"),
    _number("counter"),
    _text("seal"),
    _text("value"),
    _text("past"),
    PrimaryKeyConstraint("evaluation", "key", "replica", "counter", "seal"),
    sqlite_with_rowid=False,
)

# The answers as they are searched: several of one item a line each, narrowed. Reckoned from
# ``answer`` with every write, so it has no seal: what it says is held against the answers.
searched = Table(
    "searched",
    metadata,
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("text"),
    PrimaryKeyConstraint("evaluation", "key"),
    sqlite_with_rowid=False,
)

imported = Table(
    "imported",
    metadata,
    _id(),
    _text("sha256"),
    _text("file_name"),
    _number("size"),
    _text("outcome"),
    _text("imported_at"),
    _text("level"),
    _text("purpose"),
    _text("plan"),
    _number("plan_version"),
    _number("fiscal_year"),
    _text("department"),
    _text("number"),
    _text("saved_at"),
    _text("program"),
    _text("person"),
    Column("archived", Boolean, nullable=False),
    _text("seal"),
    Index(None, "sha256"),
)

# Who noted values, when, from what: shared by all values of one act.
origin = Table(
    "origin",
    metadata,
    _id(),
    _refers("imported", "imported", nullable=True),
    _text("person"),
    _text("noted_at"),
    _text("seal"),
)

# Every value ever taken in or typed. Only ever added to, but for the entry somebody is typing at
# this moment (domain/strokes.py). The index names the evaluation alone, so an import touches a
# page or two an evaluation however much there is already.
history = Table(
    "history",
    metadata,
    _id(),
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("replica"),
    _number("counter"),
    _text("value"),
    _text("past"),
    Column("held", Boolean, nullable=False),
    Column("sheet", Text),
    Column("cell", Text),
    _refers("origin", "origin"),
    _text("seal"),
    Index(None, "evaluation"),
)

# What was typed here and can be taken back: the dots that stood before and stand since, as in
# ``past``. The values themselves are in the history. Those ``undone`` come last.
step = Table(
    "step",
    metadata,
    _id(),
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("before"),
    _text("after"),
    Column("undone", Boolean, nullable=False),
    _refers("origin", "origin"),
    _text("seal"),
)

finding = Table(
    "finding",
    metadata,
    _id(),
    _refers("imported", "imported"),
    _text("kind"),
    _text("sheet"),
    _text("cell"),
    _text("text"),
    _text("code"),
    _text("state"),
    _text("seal"),
    Index(None, "imported"),
)

# Workbooks taken in together. ``ended_at`` is "" as long as nothing came of it.
batch = Table(
    "batch",
    metadata,
    _id(),
    _text("state"),
    _text("person"),
    _text("begun_at"),
    _text("ended_at"),
    _text("seal"),
)

batch_file = Table(
    "batch_file",
    metadata,
    _id(),
    _refers("batch", "batch"),
    _text("path"),
    _text("sha256"),
    _refers("imported", "imported", nullable=True),
    _text("seal"),
    Index(None, "batch"),
    Index(None, "imported"),
)

# What a person made of something in the batch's files (domain/batches.py: subject, choice).
decision = Table(
    "decision",
    metadata,
    _refers("batch", "batch"),
    _text("subject"),
    _text("choice"),
    _text("person"),
    _text("noted_at"),
    _text("seal"),
    PrimaryKeyConstraint("batch", "subject"),
)

# The acts of a batch: each workbook taken in, and what was written along with them.
batch_act = Table(
    "batch_act",
    metadata,
    Column("origin", Integer, ForeignKey("origin.id"), primary_key=True, autoincrement=False),
    _refers("batch", "batch"),
    _text("seal"),
    Index(None, "batch"),
)

# What a batch found and left, register by register, in the order it was written: ``before`` whole,
# as JSON, so that it can stand again; ``after`` as dots, as in ``step``.
stood = Table(
    "stood",
    metadata,
    _id(),
    _refers("batch", "batch"),
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("before"),
    _text("after"),
    _text("seal"),
    Index(None, "batch"),
)

# What this desk keeps about an evaluation for itself: no answer, in no workbook, without history.
note = Table(
    "note",
    metadata,
    _refers("evaluation", "evaluation"),
    _text("key"),
    _text("value"),
    _text("seal"),
    PrimaryKeyConstraint("evaluation", "key"),
)

# ``related`` holds one 課 a line.
assignment = Table(
    "assignment",
    metadata,
    _text("plan"),
    _number("fiscal_year"),
    _text("measure"),
    _text("department"),
    _text("related"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "measure"),
)

request = Table(
    "request",
    metadata,
    _id(),
    _text("plan"),
    _number("fiscal_year"),
    _text("department"),
    _text("due"),
    _text("message"),
    _text("asked_at"),
    _text("seal"),
)

sent = Table(
    "sent",
    metadata,
    _id(),
    _text("number"),
    _text("purpose"),
    _text("plan"),
    _number("fiscal_year"),
    _text("department"),
    _text("path"),
    _text("sha256"),
    _text("written_at"),
    _text("due"),
    _text("seal"),
    UniqueConstraint("number"),
)

# The 本部会議 about a year. ``held_on`` is ISO text, or what was typed where that is no day.
meeting = Table(
    "meeting",
    metadata,
    _text("plan"),
    _number("fiscal_year"),
    _text("name"),
    _text("held_on"),
    _text("paper"),
    _text("presenter"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year"),
)

# What is decided there, in the order of ``place``; ``measure`` is "" for the plan as a whole.
agenda_item = Table(
    "agenda_item",
    metadata,
    _text("plan"),
    _number("fiscal_year"),
    _number("place"),
    _text("measure"),
    _text("text"),
    _text("decision"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "place"),
)

# 組織改編: from that year on ``new`` answers for what ``old`` answered for.
succession = Table(
    "succession",
    metadata,
    _number("fiscal_year"),
    _text("old"),
    _text("new"),
    _text("seal"),
    PrimaryKeyConstraint("fiscal_year", "old"),
)

# What is written down while a year is being set up (desk/office/setting_up.py: keys).
preparation = Table(
    "preparation",
    metadata,
    _text("plan"),
    _number("fiscal_year"),
    _text("key"),
    _text("text"),
    _text("seal"),
    PrimaryKeyConstraint("plan", "fiscal_year", "key"),
)

# What each seal is over: everything but the seal and an id the database gives.
SEALED: Mapping[str, tuple[str, ...]] = {
    table.name: tuple(c.name for c in table.columns if c.name not in ("id", "seal"))
    for table in metadata.sorted_tables
    if "seal" in table.c
}
