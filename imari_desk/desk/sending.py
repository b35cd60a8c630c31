"""Workbooks that leave: 依頼, 引継ぎ, 提出, 差戻し and 確定, the same format each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from imari_desk.desk import answering
from imari_desk.desk.before import told_before
from imari_desk.desk.files import write_file
from imari_desk.desk.reports import MeasureFindings, SentBook
from imari_desk.desk.session import Progress, Session, of_year
from imari_desk.domain import items
from imari_desk.domain.book import BookContents, BookHeader, Purpose
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.finding import Severity
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.records import Request, Sent, Typed
from imari_desk.domain.returning import remarks_of
from imari_desk.domain.states import (
    OfficeStage,
    OfficeState,
    may_follow,
    office_state,
    submission_of,
)
from imari_desk.domain.taking_in import same_department
from imari_desk.workbook.write_book import write_book

SENT = "sent"  # key of the desk's own note: what the office had said when it last went out
_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def request(
    session: Session, fiscal_year: int, due: str, folder: Path, message: str, progress: Progress
) -> tuple[SentBook, ...]:
    """One 依頼 workbook a 課, with the plan, the years before and what stands already."""
    session.office_only("request")
    plan = session.plan(fiscal_year)
    departments = departments_of(session, plan, fiscal_year)
    if not departments:
        raise CallError("nobody_assigned", year=fiscal_year)
    books = []
    for done, (department, measures) in enumerate(departments.items()):
        progress("request", done, len(departments))
        path = folder / book_name(fiscal_year, Purpose.REQUEST, department)
        book = OutgoingBook(session, plan, fiscal_year, Purpose.REQUEST, department, measures)
        asked = Request(plan.id, fiscal_year, department, due, message, session.now)
        books.append(book.write(path, due=due, message=message, requests=(asked,)))
    progress("request", len(departments), len(departments))
    return tuple(books)


def submit(session: Session, fiscal_year: int, path: Path, reason: str) -> SentBook:
    """The 課's 提出 workbook. Gaps never stop it: they are named, with the reason given."""
    session.department_only("submit")
    plan = session.plan(fiscal_year)
    measures = _own(session, plan, fiscal_year)
    by_measure = session.by_measure(plan, measures)
    gaps = gaps_of(answering.findings(session, fiscal_year))
    lacking = {gap.measure for gap in gaps}
    writes: list[Typed] = []
    for measure in measures:
        evaluation = of_year(plan, measure, fiscal_year, by_measure[measure.code])
        submission = submission_of(evaluation)
        if not submission.handed_in or office_state(evaluation) is OfficeState.RETURNED:
            writes.append(Typed(evaluation.id, "submission", str(submission.next())))
            if reason and measure.code in lacking:
                writes.append(Typed(evaluation.id, "submission_note", reason))
    session.store.write(writes, session.origin)
    book = OutgoingBook(
        session, plan, fiscal_year, Purpose.SUBMISSION, session.desk.department, measures
    )
    return book.write(path, gaps=gaps)


def hand_over(session: Session, fiscal_year: int, path: Path) -> SentBook:
    """The 課's 引継ぎ workbook for a colleague: everything, unfinished as it is."""
    session.department_only("handover")
    plan = session.plan(fiscal_year)
    measures = _own(session, plan, fiscal_year)
    book = OutgoingBook(
        session, plan, fiscal_year, Purpose.HANDOVER, session.desk.department, measures
    )
    return book.write(path)


def give_back(
    session: Session,
    fiscal_year: int,
    department: str,
    path: Path,
    codes: Sequence[str],
    message: str,
) -> SentBook:
    """The 差戻し workbook of a 課: the measures named, else those commented on, else all sent.

    Those that stand returned already go along, so that a lost workbook is written again.
    """
    session.office_only("return")
    plan = session.plan(fiscal_year)
    handed_in = _waiting(session, plan, fiscal_year, department, OfficeState.RETURNED)
    if codes:
        wanted = {session.measure(plan, code).code for code in codes}
    else:
        wanted = {e.id.measure for e in handed_in if _commented(e)}
    chosen = [e for e in handed_in if not wanted or e.id.measure in wanted]
    returned = _standing(session, plan, fiscal_year, department, OfficeState.RETURNED)
    again = [e for e in returned if not codes or e.id.measure in wanted]
    if not chosen and not again:
        raise CallError("nothing_to_return", department=department)
    _stage(session, chosen, OfficeState.RETURNED)
    measures = [plan.by_code[e.id.measure] for e in (*chosen, *again)]
    book = OutgoingBook(session, plan, fiscal_year, Purpose.RETURN, department, measures)
    due = _due(session, plan, fiscal_year, department)
    return book.write(path, due=due, message=message)


def confirm(
    session: Session, fiscal_year: int, departments: Sequence[str], folder: Path, progress: Progress
) -> tuple[SentBook, ...]:
    """確定 of everything handed in, one workbook a 課; the year keeps its plan version."""
    session.office_only("confirm")
    plan = session.store.fix_plan(fiscal_year)
    wanted = departments or list(departments_of(session, plan, fiscal_year))
    books = []
    for done, department in enumerate(wanted):
        progress("confirm", done, len(wanted))
        handed_in = _waiting(session, plan, fiscal_year, department, OfficeState.CONFIRMED)
        _stage(session, handed_in, OfficeState.CONFIRMED)
        settled = [plan.by_code[e.id.measure] for e in handed_in]
        if settled:
            path = folder / book_name(fiscal_year, Purpose.CONFIRMATION, department)
            book = OutgoingBook(
                session, plan, fiscal_year, Purpose.CONFIRMATION, department, settled
            )
            books.append(book.write(path))
    progress("confirm", len(wanted), len(wanted))
    return tuple(books)


def gaps_of(found: Iterable[MeasureFindings]) -> tuple[MeasureFindings, ...]:
    """Only what is missing."""
    missing = (
        MeasureFindings(m.measure, tuple(f for f in m.findings if f.severity is Severity.MISSING))
        for m in found
    )
    return tuple(m for m in missing if m.findings)


def book_name(fiscal_year: int, purpose: Purpose, department: str) -> str:
    """The file name proposed for a workbook."""
    return f"{fiscal_year}_{purpose.value}_{department.translate(_UNSAFE)}.xlsx"


class OutgoingBook:
    """One workbook to be written and recorded."""

    def __init__(
        self,
        session: Session,
        plan: Plan,
        fiscal_year: int,
        purpose: Purpose,
        department: str,
        measures: Sequence[Measure],
    ) -> None:
        self._session = session
        self._plan = plan
        self._year = fiscal_year
        self._purpose = purpose
        self._department = department
        self._measures = tuple(measures)

    def write(
        self,
        path: Path,
        *,
        due: str = "",
        message: str = "",
        gaps: tuple[MeasureFindings, ...] = (),
        requests: tuple[Request, ...] = (),
    ) -> SentBook:
        """Write the file, then record it: what is recorded stands under its name."""
        session, plan, year = self._session, self._plan, self._year
        number = session.store.next_number(self._purpose, year)
        header = BookHeader(
            self._purpose,
            plan.id,
            plan.version,
            year,
            self._department,
            number,
            due,
            session.today,
            message,
        )
        data = write_book(self._contents(header))
        write_file(path, data)
        sent = Sent(
            number,
            self._purpose,
            plan.id,
            year,
            self._department,
            str(path),
            sha256(data).hexdigest(),
            session.now,
            due,
        )
        session.store.record_sent([sent], requests)
        self._note_sent()
        codes = tuple(m.code for m in self._measures)
        return SentBook(path, number, self._department, codes, gaps)

    def _note_sent(self) -> None:
        """Remember what the office had said of each evaluation when its answer went out."""
        if self._purpose in (Purpose.RETURN, Purpose.CONFIRMATION):
            codes = [m.code for m in self._measures]
            there = self._session.store.evaluations(self._plan.id, self._year, codes)
            self._session.store.notes.put(SENT, {e.id: said_by_office(e) for e in there})

    def _contents(self, header: BookHeader) -> BookContents:
        by_measure = self._session.by_measure(self._plan, self._measures)
        assigned = self._session.assignments(self._plan, self._year)
        return BookContents(
            header,
            self._plan,
            tuple(self._carried(by_measure)),
            {
                code: years[self._year - 1]
                for code, years in by_measure.items()
                if self._year - 1 in years
            },
            {m.code: self._department for m in self._measures},
            {code: "、".join(a.related) for code, a in assigned.items()},
            carries_plan=header.purpose.from_office or header.purpose is Purpose.HANDOVER,
            told_before=told_before(self._session, self._plan, self._measures, self._year),
        )

    def _carried(self, by_measure: Mapping[str, Mapping[int, Evaluation]]) -> Iterable[Evaluation]:
        """Every year the plan has had so far, so that the 提出 workbooks alone bring all back."""
        for measure in self._measures:
            for year in range(self._plan.first_year, self._year + 1):
                evaluation = by_measure[measure.code].get(year)
                if evaluation is not None:
                    yield evaluation
                elif year == self._year:
                    yield Evaluation(EvaluationId(self._plan.id, measure.code, year))


def said_by_office(evaluation: Evaluation) -> str:
    """All the office says of an evaluation, as a short digest."""
    told = (
        f"{key}\x1f" + "\x1e".join(evaluation.values(key))
        for key in sorted(evaluation.registers)
        if items.written_by_office(key)
    )
    return sha256("\x1d".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def departments_of(session: Session, plan: Plan, fiscal_year: int) -> dict[str, list[Measure]]:
    """課 → its measures, both in the plan's order."""
    assigned = session.assignments(plan, fiscal_year)
    found: dict[str, list[Measure]] = {}
    for measure in plan.measures:
        if measure.code in assigned:
            found.setdefault(assigned[measure.code].department, []).append(measure)
    return found


def _own(session: Session, plan: Plan, fiscal_year: int) -> tuple[Measure, ...]:
    measures = session.measures_here(plan, fiscal_year)
    if not measures:
        raise CallError("no_measures_yet", year=fiscal_year)
    return measures


def _waiting(
    session: Session, plan: Plan, fiscal_year: int, department: str, step: OfficeState
) -> list[Evaluation]:
    """The 課's evaluations for which that step may follow now, in the plan's order."""
    every = _of_department(session, plan, fiscal_year, department)
    return [e for e in every if may_follow(office_state(e), step)]


def _standing(
    session: Session, plan: Plan, fiscal_year: int, department: str, state: OfficeState
) -> list[Evaluation]:
    """The 課's evaluations in that state."""
    every = _of_department(session, plan, fiscal_year, department)
    return [e for e in every if office_state(e) is state]


def _of_department(
    session: Session, plan: Plan, fiscal_year: int, department: str
) -> list[Evaluation]:
    departments = departments_of(session, plan, fiscal_year)
    name = next((d for d in departments if same_department(d, department)), None)
    if name is None:
        raise CallError("department_unknown", department=department, known="、".join(departments))
    by_measure = session.by_measure(plan, departments[name])
    return [of_year(plan, m, fiscal_year, by_measure[m.code]) for m in departments[name]]


def _commented(evaluation: Evaluation) -> bool:
    return bool(remarks_of(evaluation, submission_of(evaluation).count))


def _stage(session: Session, evaluations: Iterable[Evaluation], state: OfficeState) -> None:
    writes = []
    for evaluation in evaluations:
        stage = OfficeStage(state, submission_of(evaluation).count)
        writes.append(Typed(evaluation.id, "office_stage", str(stage)))
    session.store.write(writes, session.origin)


def _due(session: Session, plan: Plan, fiscal_year: int, department: str) -> str:
    every = session.requests(plan, fiscal_year)
    asked = [r for r in every if same_department(r.department, department)]
    return asked[-1].due if asked else ""
