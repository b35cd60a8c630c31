"""A small world for the merge: desks, copies, backups and workbooks, with a book-keeper.

The book-keeper knows of every write which writes its author had really seen, as plain sets. It
is what the registers' compact pasts are held against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from imari_desk.domain import register
from imari_desk.domain.book import BookHeader, HandEdit, Place, Purpose, ReadEvaluation
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.register import Dot, Register, Written
from imari_desk.domain.succession import Succession, Successions
from imari_desk.domain.taking_in import Intake, Receiver, department_key, take_in
from tests.domain.plans import small_plan

PLAN = small_plan()
# Few answers, so that people keep meeting in the same ones.
MEASURES = tuple(m.code for m in PLAN.measures[:2])
YEAR = 2025
KEYS = ("grade",)
OFFICE_KEYS = ("second_grade",)
ASSIGNED = {MEASURES[0]: "企画課", MEASURES[1]: "市民課"}
# Another 課's clerks had begun before it went on under the name of 市民課.
FORMER = {"住民課": "市民課"}
DEPARTMENTS = (*ASSIGNED.values(), *FORMER)
SUCCESSIONS = Successions(tuple(Succession(YEAR, old, new) for old, new in FORMER.items()))
SPOKEN_FOR = {department_key(d): SUCCESSIONS.speaking_for(d, YEAR) for d in ASSIGNED.values()}

Slot = tuple[str, str]  # measure, key


@dataclass(frozen=True)
class Book:
    """A workbook on its way: what データ carries and what somebody changed in the forms."""

    header: BookHeader
    rows: Mapping[Slot, Register]
    edits: Mapping[Slot, str]

    def evaluations(self) -> list[ReadEvaluation]:
        found = []
        for measure in sorted({m for m, _ in (*self.rows, *self.edits)}):
            registers = {k: r for (m, k), r in self.rows.items() if m == measure}
            edits = {
                k: (HandEdit(v, Place(measure, "C9")),)
                for (m, k), v in self.edits.items()
                if m == measure
            }
            at = EvaluationId(PLAN.id, measure, YEAR)
            found.append(ReadEvaluation(at, self.header.department, registers, edits, {}))
        return found


@dataclass
class DeskCopy:
    """One database: what stands in it, and who writes under which replica name."""

    role: Owner
    department: str
    replica: str
    evaluations: dict[str, Evaluation] = field(default_factory=dict)
    known: dict[Slot, frozenset[Written]] = field(default_factory=dict)

    def register(self, slot: Slot) -> Register:
        evaluation = self.evaluations.get(slot[0])
        return evaluation.registers.get(slot[1], ()) if evaluation else ()

    def copied(self, replica: str) -> DeskCopy:
        return DeskCopy(
            self.role, self.department, replica, dict(self.evaluations), dict(self.known)
        )


class World:
    """Everything that happens, and what each write had seen when it was made."""

    def __init__(self) -> None:
        self.names = (f"r{n}" for n in count())
        self.counters = count(1)
        self.had_seen: dict[Written, frozenset[Written]] = {}
        self.books: list[Book] = []
        self.desks = [DeskCopy(Owner.OFFICE, "", next(self.names))]
        self.desks += [DeskCopy(Owner.DEPARTMENT, d, next(self.names)) for d in DEPARTMENTS]
        self.backups: list[DeskCopy] = []

    @staticmethod
    def measures_of(department: str) -> list[str]:
        """What a 課 answers for, under its name of before too."""
        now = FORMER.get(department, department)
        return [m for m in MEASURES if ASSIGNED[m] == now]

    def slots(self, desk: DeskCopy) -> list[Slot]:
        """What that desk may write."""
        if desk.role is Owner.OFFICE:
            return [(m, k) for m in MEASURES for k in OFFICE_KEYS]
        mine = self.measures_of(desk.department)
        return [(m, k) for m in mine for k in KEYS]

    def type(self, desk: DeskCopy, slot: Slot, value: str) -> None:
        there = desk.register(slot)
        after = register.write(there, value, Dot(desk.replica, next(self.counters)))
        self.had_seen[after[0]] = desk.known.get(slot, frozenset())
        self._put(desk, slot, after)
        desk.known[slot] = desk.known.get(slot, frozenset()) | {after[0]}

    def reopen(self, desk: DeskCopy) -> None:
        desk.replica = next(self.names)

    def copy(self, desk: DeskCopy) -> None:
        self.desks.append(desk.copied(next(self.names)))

    def back_up(self, desk: DeskCopy) -> None:
        self.backups.append(desk.copied(""))

    def restore(self, backup: DeskCopy, number: int) -> None:
        """A backup takes the place of a desk of the same people."""
        places = [
            n
            for n, d in enumerate(self.desks)
            if (d.role, d.department) == (backup.role, backup.department)
        ]
        self.desks[places[number % len(places)]] = backup.copied(next(self.names))

    def send(self, desk: DeskCopy, department: str, purpose: Purpose) -> None:
        mine = self.measures_of(department)
        rows = {
            (m, k): r
            for m, e in desk.evaluations.items()
            if m in mine
            for k, r in e.registers.items()
        }
        header = BookHeader(purpose, PLAN.id, PLAN.version, YEAR, department, "2025-1")
        self.books.append(Book(header, rows, {}))

    def edit_by_hand(self, book: Book, slot: Slot, value: str) -> None:
        """Somebody fills in a form cell of the workbook; the original stays about as well."""
        after = register.write_by_hand(
            book.rows.get(slot, ()), value, f"{EvaluationId(PLAN.id, slot[0], YEAR)}/{slot[1]}"
        )
        seen = self.delivered(book.rows.get(slot, ()))
        self.had_seen[after[0]] = self.had_seen.get(after[0], frozenset()) | seen
        self.books.append(Book(book.header, book.rows, {**book.edits, slot: value}))

    def lose_rows(self, book: Book, kept: int) -> None:
        """A gateway or a hasty hand loses rows of データ, single values of a conflict too."""
        rows: dict[Slot, Register] = {}
        for number, (slot, there) in enumerate(sorted(book.rows.items())):
            if (kept >> number) & 1:
                rows[slot] = there[: 1 + ((kept >> (number + 7)) & 1)]
        self.books.append(Book(book.header, rows, {}))

    def delivered(self, rows: Register) -> frozenset[Written]:
        """Every write a register stands for: what stands and all it had seen."""
        found = set(rows)
        for written in rows:
            found |= self.had_seen[written]
        return frozenset(found)

    def take_in(self, desk: DeskCopy, book: Book) -> list[Intake]:
        receiver = Receiver(desk.role, desk.department, ASSIGNED, SPOKEN_FOR)
        intakes = []
        for found in book.evaluations():
            present = desk.evaluations.get(found.id.measure) or Evaluation(found.id)
            intake = take_in(PLAN, book.header, found, present, receiver)
            self._learn(desk, found, intake)
            desk.evaluations[found.id.measure] = intake.after
            intakes.append(intake)
        return intakes

    def _learn(self, desk: DeskCopy, found: ReadEvaluation, intake: Intake) -> None:
        held = {a.written for a in intake.arrivals if a.held}
        for key in {*found.registers, *intake.after.registers}:
            slot = (found.id.measure, key)
            carried = [w for w in found.registers.get(key, ()) if w not in held]
            by_hand = [a.written for a in intake.arrivals if a.key == key and a.by_hand]
            for written in by_hand:
                self.had_seen.setdefault(written, self.delivered(found.registers.get(key, ())))
            granted = (*carried, *(w for w in by_hand if w not in held))
            desk.known[slot] = desk.known.get(slot, frozenset()) | self.delivered(granted)

    def expected(self, desk: DeskCopy, slot: Slot) -> Register:
        """What must stand: every write the desk knows that no other known write had seen."""
        known = desk.known.get(slot, frozenset())
        outdated = {w for written in known for w in self.had_seen[written]}
        return tuple(sorted(known - outdated))

    @staticmethod
    def _put(desk: DeskCopy, slot: Slot, after: Register) -> None:
        at = EvaluationId(PLAN.id, slot[0], YEAR)
        there = desk.evaluations.get(slot[0]) or Evaluation(at)
        desk.evaluations[slot[0]] = Evaluation(at, {**there.registers, slot[1]: after})


def fresh_office() -> DeskCopy:
    return DeskCopy(Owner.OFFICE, "", "fresh")


def state(desk: DeskCopy) -> dict[Slot, Register]:
    """Everything that stands in a desk."""
    return {
        (m, k): r for m, e in sorted(desk.evaluations.items()) for k, r in e.registers.items() if r
    }
