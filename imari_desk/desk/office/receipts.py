"""受領書: what arrived from a 課, when, and what was unclear in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from imari_desk.desk import taking
from imari_desk.desk.session import Progress, Session
from imari_desk.domain.book import Level
from imari_desk.domain.era import date_name, fiscal_year_name, read_date
from imari_desk.domain.errors import CallError
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import Finding, FindingKind, FindingState, ImportRecord, Outcome
from imari_desk.domain.taking_in import same_department
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence
from imari_desk.workbook.read_book import read_book

_SHOWN_TO_THEM = (FindingState.OPEN, FindingState.ASKED, FindingState.TAKEN)


@dataclass(frozen=True, slots=True)
class Receipt:
    """One 課's receipt: ``text`` as it can be sent. ``unclear`` counts what the 課 is asked."""

    department: str
    files: tuple[str, ...]
    measures: tuple[str, ...]
    unclear: int
    text: str


def receipts(session: Session, number: int, progress: Progress) -> tuple[Receipt, ...]:
    """One receipt a 課 of that batch, in the order their workbooks were taken in.

    Raises CallError("batch_missing").
    """
    batch = next((b for b in session.store.batches.all() if b.id == number), None)
    if batch is None:
        raise CallError("batch_missing")
    wanted = [one.import_id for one in batch.files if one.import_id]
    records = {r.id: r for r in session.store.imports() if r.id in wanted}
    ground = taking.Ground(session)
    by_department: dict[str, list[_Book]] = {}
    for done, import_id in enumerate(wanted):
        progress("receipt", done, len(wanted))
        book = _Book(session, ground, records[import_id])
        name = next((n for n in by_department if same_department(n, book.department)), None)
        by_department.setdefault(name or book.department, []).append(book)
    progress("receipt", len(wanted), len(wanted))
    return tuple(_receipt(name, books) for name, books in by_department.items())


class _Book:
    """One workbook that arrived, read once more from the archive."""

    def __init__(self, session: Session, ground: taking.Ground, record: ImportRecord) -> None:
        heir = session.store.departments.successions().heir
        self.record, self.department = record, heir(record.department, record.fiscal_year)
        self.findings = [f for f in session.store.findings(record.id) if f.state in _SHOWN_TO_THEM]
        data = session.store.archived(record.sha256)
        self.measures: list[str] = []
        plan = ground.known.get((record.plan, record.plan_version))
        if data is not None and plan is not None:
            book = read_book(data, record.file_name, ground.known)
            year = record.fiscal_year
            self.measures = [
                _measure(plan, e.id.measure) for e in book.evaluations if e.id.fiscal_year == year
            ]


def _measure(plan: Plan, code: str) -> str:
    return f"{code}　{plan.by_code[code].name}"


def _receipt(department: str, books: list[_Book]) -> Receipt:
    findings = [f for book in books for f in book.findings]
    measures = tuple(dict.fromkeys(m for book in books for m in book.measures))
    names = tuple(PurePath(book.record.file_name).name for book in books)
    lines = list(_lines(department, books, measures, findings))
    return Receipt(department, names, measures, len(findings), "\n".join(lines))


def _lines(
    department: str, books: list[_Book], measures: tuple[str, ...], findings: list[Finding]
) -> Iterator[str]:
    newest = books[-1].record
    yield sentence("office.receipt.title")
    yield ""
    yield sentence("office.receipt.to", department=department)
    yield sentence("office.receipt.from", day=_day(newest.imported_at))
    yield ""
    yield sentence("office.receipt.intro", year=fiscal_year_name(newest.fiscal_year))
    yield ""
    yield sentence("office.receipt.files")
    for book in books:
        yield sentence("office.receipt.file", **_facts(book.record))
    yield ""
    yield sentence("office.receipt.measures", count=len(measures))
    yield from (sentence("office.receipt.line", text=m) for m in measures)
    yield ""
    if not findings:
        yield sentence("office.receipt.clear")
        return
    yield sentence("office.receipt.unclear", count=len(findings))
    yield from (sentence("office.receipt.line", text=_said(one)) for one in findings)


def _facts(record: ImportRecord) -> dict[str, object]:
    how = ""
    if record.level in (Level.CODES, Level.LABELS):
        how = sentence(f"office.receipt.level.{record.level.value}")
    if record.outcome is Outcome.NOTHING_NEW:
        how += sentence("office.receipt.nothing_new")
    return {
        "name": record.file_name,
        "number": record.number or sentence("office.receipt.no_number"),
        "when": record.imported_at[11:16],
        "day": _day(record.imported_at),
        "how": how,
    }


def _said(one: Finding) -> str:
    where = sentence("exchange.place", sheet=one.sheet, cell=one.cell) if one.sheet else ""
    code = "office.receipt.margin" if one.kind is FindingKind.UNREAD else "office.receipt.question"
    text = sentence(code, where=where, text=one.text)
    if one.state is FindingState.TAKEN:
        text += sentence("office.receipt.taken")
    return text


def _day(text: str) -> str:
    found = read_date(text[:10])
    return text[:10] if isinstance(found, Unclear) else date_name(found)
