"""What a desk keeps beside the answers: where they came from, what was sent, who answers.

Times are ISO text given by whoever asks for the record; they are shown and decide nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from imari_desk.domain.book import Level, Place, Purpose
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.register import Register, Written

if TYPE_CHECKING:
    from imari_desk.domain.taking_in import Intake


class DeskRecord(NamedTuple):
    """Whose database this is. ``department`` is "" for the office."""

    role: Owner
    department: str
    plan: str
    plan_version: int
    created_at: str
    created_with: str  # the program's version


class PlanVersion(NamedTuple):
    """One stored version of a plan; ``current`` for the one new work is judged by."""

    plan: str
    version: int
    note: str
    added_at: str
    current: bool


class Outcome(Enum):
    """What became of a workbook that was taken in."""

    APPLIED = "applied"
    NOTHING_NEW = "nothing_new"
    NEEDS_REVIEW = "needs_review"
    REFUSED = "refused"


class ImportRecord(NamedTuple):
    """One taking-in of one workbook.

    ``purpose``, ``plan``, ``fiscal_year`` and ``department`` are None, "" or 0 where the
    workbook could not be identified; ``person`` is who handed it in or took it in. The store
    gives ``id``, ``archived`` (whether the file itself was kept) and ``taken_back``.
    """

    sha256: str
    file_name: str
    size: int
    outcome: Outcome
    imported_at: str
    level: Level = Level.NONE
    purpose: Purpose | None = None
    plan: str = ""
    plan_version: int = 0
    fiscal_year: int = 0
    department: str = ""
    number: str = ""
    saved_at: str = ""
    program: str = ""
    person: str = ""
    archived: bool = False
    id: int = 0
    taken_back: bool = False


class FindingKind(Enum):
    """What a person has to look at."""

    UNREAD = "unread"  # 欄外の書き込み
    QUESTION = "question"
    PROBLEM = "problem"


class FindingState(Enum):
    """What a person made of it."""

    OPEN = "open"
    NOTED = "noted"
    SET_ASIDE = "set_aside"
    TAKEN = "taken"  # taken into an item
    ASKED = "asked"  # the 課 is asked about it, with a remark at an item


class Finding(NamedTuple):
    """One cell, question or problem of one import. ``id`` and ``import_id`` are 0 until stored."""

    kind: FindingKind
    sheet: str
    cell: str
    text: str
    code: str = ""
    state: FindingState = FindingState.OPEN
    import_id: int = 0
    id: int = 0


class Assignment(NamedTuple):
    """Which 課 answers for a measure from a fiscal year on, until another assignment follows."""

    plan: str
    fiscal_year: int
    measure: str
    department: str
    related: tuple[str, ...] = ()


class Request(NamedTuple):
    """The office asked a 課 for a year's evaluations. ``due`` is ISO text or ""."""

    plan: str
    fiscal_year: int
    department: str
    due: str
    message: str
    asked_at: str


class Sent(NamedTuple):
    """One workbook that was written, under its final name. ``number`` is its ブック番号."""

    number: str
    purpose: Purpose
    plan: str
    fiscal_year: int
    department: str
    path: str
    sha256: str
    written_at: str
    due: str = ""


class Origin(NamedTuple):
    """Where values came from. ``import_id``, ``file_name`` and ``sha256`` only for imports."""

    person: str
    noted_at: str
    import_id: int | None = None
    file_name: str = ""
    sha256: str = ""


class HistoryEntry(NamedTuple):
    """One value ever taken in or typed; ``held`` where it was kept and not applied.

    ``taken_back``: it came with workbooks that were taken back together since.
    """

    evaluation: EvaluationId
    key: str
    written: Written
    held: bool
    place: Place | None
    origin: Origin
    taken_back: bool = False


class TypedLately(NamedTuple):
    """One value that was typed here: where, by whom, when."""

    evaluation: EvaluationId
    key: str
    person: str
    noted_at: str


class ImportAct(NamedTuple):
    """Everything one workbook changes, stored whole or not at all.

    ``content`` is the file byte for byte (None where it was too large to keep); ``intakes`` come
    from domain.taking_in. ``plan`` is set where the workbook brought a version not known here;
    it becomes the current one where ``plan_is_current`` says so.
    """

    record: ImportRecord
    content: bytes | None
    intakes: tuple[Intake, ...] = ()
    findings: tuple[Finding, ...] = ()
    plan: Plan | None = None
    plan_is_current: bool = True
    assignments: tuple[Assignment, ...] = ()
    requests: tuple[Request, ...] = ()


class Fault(NamedTuple):
    """Something verify found. ``text`` is a Japanese sentence; "" and 0 where it has no place."""

    code: str
    text: str
    measure: str = ""
    fiscal_year: int = 0
    key: str = ""


class Verification(NamedTuple):
    """What verify found.

    ``digest`` is the same for the same content, however it came in; "" where it cannot be read.
    """

    problems: tuple[Fault, ...]
    evaluations: int
    digest: str

    @property
    def ok(self) -> bool:
        return not self.problems


class Manner(Enum):
    """How an answer came to be written: what can be taken back, and what is one entry."""

    DEED = "deed"  # noted by a verb along with what it does: no step of the person's
    CHOICE = "choice"  # one step
    LETTERS = "letters"  # typed letter by letter: one step with what was typed just before


class Typed(NamedTuple):
    """One answer to be written on top of everything that stands there."""

    evaluation: EvaluationId
    key: str
    value: str
    manner: Manner = Manner.DEED


class Step(NamedTuple):
    """A change made here that can be taken back, or made again where it is ``undone``.

    ``values`` are what would stand then: several where several answers stood before.
    """

    id: int
    evaluation: EvaluationId
    key: str
    values: tuple[str, ...]
    undone: bool
    origin: Origin


Registers = Mapping[tuple[EvaluationId, str], Register]


class Backup(NamedTuple):
    """One automatic backup that was opened and checked."""

    path: str
    reason: str
    made_on: str
    size: int
