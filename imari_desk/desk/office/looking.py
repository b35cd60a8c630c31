"""One workbook looked at: what it is, what it alone would change, and what a person has to say."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from imari_desk.desk import taking
from imari_desk.desk.files import read_file
from imari_desk.desk.reports import FileReport
from imari_desk.domain.book import HandEdit, Level, Place, ReadBook, ReadEvaluation
from imari_desk.domain.deciding import Deal, Decisions, Yes, dealt, of_cell
from imari_desk.domain.errors import DeskError, WorkbookError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner, items_by_key, items_for
from imari_desk.domain.numbers import canonical
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import ImportRecord
from imari_desk.domain.register import values
from imari_desk.domain.states import settled
from imari_desk.domain.taking_in import Effect
from imari_desk.domain.together import Part, parts_of
from imari_desk.domain.together import Place as ItemPlace
from imari_desk.domain.words import sentence
from imari_desk.workbook.collector import collector_paused

_USUAL = "activities"  # where a remark goes that belongs nowhere else


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that wants a person: 欄外の書き込み, or a question about what stands in it.

    ``at`` is where a remark about it would go, None where the workbook says nothing of it;
    ``subject`` is what a decision about it is kept under.
    """

    subject: str
    sheet: str
    cell: str
    text: str
    code: str
    at: ItemPlace | None


@dataclass(frozen=True, slots=True)
class Same:
    """An item of the workbook's year that stays as it is."""

    evaluation: EvaluationId
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class LookedFile:
    """A file that was looked at; nothing of it is taken in.

    ``report`` and ``parts`` are as if it were accepted, against what stood at the look. ``wants``:
    what somebody has to say yes to before. ``seen``: when exactly this content was taken in
    before. ``stale``: all it says is older than what stands. ``measures`` are those of its year,
    ``codes`` of all years. ``fields``: of each of its
    evaluations the items a text may be taken into, as (key, label). ``reply`` can be sent to the
    課 as it stands where the file is refused.
    """

    path: Path
    sha256: str
    report: FileReport
    parts: tuple[Part, ...] = ()
    wants: tuple[Yes, ...] = ()
    seen: ImportRecord | None = None
    stale: bool = False
    measures: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    same: tuple[Same, ...] = ()
    margin: tuple[Cell, ...] = ()
    asked: tuple[Cell, ...] = ()
    fields: Mapping[EvaluationId, tuple[tuple[str, str], ...]] | None = None
    reply: str = ""

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def refused(self) -> bool:
        return self.report.level is Level.NONE

    @property
    def held(self) -> int:
        """Items somebody wrote whose 課 does not answer for them."""
        return sum(c.change.effect is Effect.HELD for c in self.report.changes)


def look_at(
    ground: taking.Ground,
    path: Path,
    decisions: Decisions,
    content: Callable[[Path], bytes] = read_file,
) -> LookedFile:
    """Read a file and say what it would change; a file that is none is refused, with words."""
    try:
        data = content(path)
    except DeskError as fault:
        return LookedFile(path, "", taking.refusal(path, "", fault), reply=_reply(path, fault.text))
    digest = sha256(data).hexdigest()
    try:
        with collector_paused():
            taken = taking.look(
                ground, data, path.name, accept=True, amend=amended(ground, digest, decisions)
            )
    except WorkbookError as fault:
        report = taking.refusal(path, digest, fault)
        return LookedFile(path, digest, report, reply=_reply(path, fault.text))
    report = taking.report_of(path, digest, taken)
    if taken.plan is None:
        reason = "".join(p.text for p in report.problems[:1])
        return LookedFile(path, digest, report, reply=_reply(path, reason))
    return _looked(ground, path, report, taken, taken.plan)


def _looked(
    ground: taking.Ground, path: Path, report: FileReport, taken: taking.Taken, plan: Plan
) -> LookedFile:
    parts = parts_of(taken.intakes)
    arrived = any(not a.held for intake in taken.intakes for a in intake.arrivals)
    here = [e for e in taken.book.evaluations if e.id.fiscal_year == report.fiscal_year]
    finder = _Finder(plan, taken.book, report.fiscal_year)
    return LookedFile(
        path,
        report.sha256,
        report,
        parts,
        _wanted(taken, parts),
        ground.session.store.import_by_digest(report.sha256),
        arrived and not parts,
        tuple(e.id.measure for e in here),
        frozenset(e.id.measure for e in taken.book.evaluations),
        tuple(_same(taken, here, parts)),
        tuple(finder.cell(report.sha256, u.sheet, u.cell, u.text) for u in report.unread),
        tuple(
            finder.cell(report.sha256, r.sheet, r.cell, r.text, r.code)
            for r in (*report.questions, *report.problems)
        ),
        {e.id: _fields(plan, e.id) for e in here},
    )


def amended(
    ground: taking.Ground, digest: str, decisions: Decisions
) -> Callable[[ReadBook], ReadBook]:
    """What makes of a workbook what it is once its 欄外の書き込み stand in their items.

    The 課 wrote them in its own workbook: each becomes an edit by hand of that workbook, made at
    the cell it stands in, with the rights the workbook has (docs/decisions/0009).
    """

    def amend(book: ReadBook) -> ReadBook:
        header = book.header
        plan = ground.known.get((header.plan, header.plan_version)) if header else None
        evaluations = {e.id: e for e in book.evaluations}
        for note in book.unread:
            deal = dealt(decisions.get(of_cell(digest, note.sheet, note.cell, note.text), ""))
            if deal is None or deal.deal not in (Deal.ITEM, Deal.APPEND) or plan is None:
                continue
            found = evaluations.get(deal.evaluation) if deal.evaluation else None
            if found is not None:
                place = Place(note.sheet, note.cell)
                evaluations[found.id] = _with_note(
                    plan, found, deal.key, note.text, place, append=deal.deal is Deal.APPEND
                )
        return book._replace(evaluations=tuple(evaluations.values()))

    return amend


def _with_note(
    plan: Plan, found: ReadEvaluation, key: str, text: str, place: Place, *, append: bool
) -> ReadEvaluation:
    item = items_by_key(plan, plan.by_code[found.id.measure], found.id.fiscal_year).get(key)
    if item is None or item.owner is Owner.OFFICE:
        return found
    there = [e.value for e in found.edits.get(key, ())] or values(found.registers.get(key, ()))
    before = "\n".join(filter(None, there)) if append else ""
    value = f"{before}\n{text}" if before else canonical(item, text).value
    return found._replace(edits={**found.edits, key: (HandEdit(value, place),)})


def _wanted(taken: taking.Taken, parts: tuple[Part, ...]) -> tuple[Yes, ...]:
    settled_ones = {e.id for e in taken.present.values() if settled(e)}
    found = []
    if taken.book.level is Level.LABELS:
        found.append(Yes.LABELS)
    if any(part.evaluation in settled_ones for part in parts):
        found.append(Yes.SETTLED)
    return tuple(found)


def _same(taken: taking.Taken, here: list[ReadEvaluation], parts: tuple[Part, ...]) -> list[Same]:
    changed = {part.place for part in parts}
    held = {(i.after.id, c.key) for i in taken.intakes for c in i.changes}
    found = []
    for one in here:
        for key, register in one.registers.items():
            said = values(register)
            if any(said) and (one.id, key) not in changed | held:
                found.append(Same(one.id, key, "／".join(said)))
    return found


def _fields(plan: Plan, at: EvaluationId) -> tuple[tuple[str, str], ...]:
    items = items_for(plan, plan.by_code[at.measure], at.fiscal_year)
    return tuple(
        (i.key, i.label)
        for i in items
        if i.owner is Owner.DEPARTMENT and not i.key.startswith("submission")
    )


def _reply(path: Path, reason: str) -> str:
    """What can be sent to the 課: what is wrong; what to do then is said for them."""
    what = reason.split("。")[0] + "。"
    return sentence("office.receiving.reply", name=path.name, reason=what)


class _Finder:
    """Finds the item a cell belongs to: its own, else the one filled in just above it."""

    def __init__(self, plan: Plan, book: ReadBook, fiscal_year: int) -> None:
        self._plan, self._year = plan, fiscal_year
        self._ids = {
            e.id.measure: e.id for e in book.evaluations if e.id.fiscal_year == fiscal_year
        }
        self._places: dict[str, dict[str, ItemPlace]] = {}
        for found in book.evaluations:
            for key, edits in found.edits.items():
                for edit in edits:
                    there = self._places.setdefault(edit.place.sheet, {})
                    there[edit.place.cell] = (found.id, key)

    def cell(self, digest: str, sheet: str, cell: str, text: str, code: str = "") -> Cell:
        subject = of_cell(digest, sheet, cell, text)
        return Cell(subject, sheet, cell, text, code, self._at(sheet, cell))

    def _at(self, sheet: str, cell: str) -> ItemPlace | None:
        places = self._places.get(sheet, {})
        if cell in places:
            return places[cell]
        at = self._of_sheet(sheet)
        if at is None:
            return None
        above = [(_row(c), key) for c, (id, key) in places.items() if id == at]
        above = [one for one in above if one[0] <= _row(cell)]
        return (at, max(above)[1] if above else _USUAL)

    def _of_sheet(self, sheet: str) -> EvaluationId | None:
        """The evaluation whose form that sheet is: it is named after its measure."""
        name = _bare(sheet)
        named = [
            (len(_bare(code)), id) for code, id in self._ids.items() if name.startswith(_bare(code))
        ]
        return max(named)[1] if named else None


def _row(cell: str) -> int:
    digits = "".join(filter(str.isdecimal, cell))
    return int(digits) if digits else 0


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
