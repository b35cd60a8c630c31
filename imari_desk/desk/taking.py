"""Taking in workbooks: read, look, show, and apply each in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from imari_desk.desk.files import read_file
from imari_desk.desk.reports import ChangedItem, FileReport
from imari_desk.desk.session import Progress, Session
from imari_desk.domain.book import BookHeader, Level, ReadBook, Remark
from imari_desk.domain.errors import DeskError, WorkbookError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, commented_item, item_of
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.plan import Plan
from imari_desk.domain.practice import is_practice
from imari_desk.domain.records import (
    Assignment,
    Finding,
    FindingKind,
    ImportAct,
    ImportRecord,
    Outcome,
    Request,
)
from imari_desk.domain.taking_in import (
    Effect,
    Intake,
    Receiver,
    department_key,
    same_department,
    take_in,
)
from imari_desk.domain.words import sentence
from imari_desk.workbook.collector import collector_paused
from imari_desk.workbook.read_book import read_book


def import_files(
    session: Session, paths: Sequence[Path], *, dry_run: bool, accept: bool, progress: Progress
) -> tuple[FileReport, ...]:
    """Take in any workbooks, in any order. ``accept``: also those known by their labels only."""
    if not dry_run:
        session.store.safeguard("import", now=session.now)
    reports = []
    for done, path in enumerate(paths):
        progress("import", done, len(paths))
        with collector_paused():
            reports.append(_import_file(session, path, dry_run=dry_run, accept=accept))
    progress("import", len(paths), len(paths))
    return tuple(reports)


@dataclass(frozen=True, slots=True)
class Taken:
    """A workbook that was read and looked at; nothing of it is applied."""

    book: ReadBook
    plan: Plan | None
    intakes: tuple[Intake, ...]
    outcome: Outcome
    problems: tuple[Remark, ...]
    present: Mapping[EvaluationId, Evaluation]


def _import_file(session: Session, path: Path, *, dry_run: bool, accept: bool) -> FileReport:
    try:
        data = read_file(path)
    except DeskError as fault:
        return refusal(path, "", fault)
    digest = sha256(data).hexdigest()
    try:
        taken = look(Ground(session), data, path.name, accept=accept)
    except WorkbookError as fault:
        if not dry_run:
            _keep_refused(session, refused_act(session, path, data, digest, fault))
        return refusal(path, digest, fault)
    seen = session.store.import_by_digest(digest) is not None
    if not dry_run:
        act = act_of(session, path, data, taken, again=seen)
        if taken.outcome is Outcome.REFUSED:
            _keep_refused(session, act)
        else:
            session.store.apply_import(act)
    return report_of(path, digest, taken)._replace(seen=seen)


def keep_refused(session: Session, path: Path, data: bytes) -> None:
    """Keep a file that cannot be taken in, with the reason, where it is not kept already."""
    digest = sha256(data).hexdigest()
    try:
        taken = look(Ground(session), data, path.name, accept=True)
    except WorkbookError as fault:
        _keep_refused(session, refused_act(session, path, data, digest, fault))
    else:
        _keep_refused(session, act_of(session, path, data, taken, again=False))


def _keep_refused(session: Session, act: ImportAct) -> None:
    digest = act.record.sha256
    known = (r.sha256 for r in session.store.imports() if r.outcome is Outcome.REFUSED)
    if digest not in known:
        session.store.apply_import(act)


class Ground:
    """What a look wants to know of the desk. Of many workbooks it is asked once."""

    def __init__(self, session: Session) -> None:
        store = session.store
        versions = store.plan_versions()
        self.session = session
        self.known = {(v.plan, v.version): store.plan_version(v.plan, v.version) for v in versions}
        self._receivers: dict[tuple[str, int], Receiver] = {}
        self._held: Mapping[EvaluationId, Evaluation] | None = None

    def receiver(self, plan: Plan, fiscal_year: int) -> Receiver:
        """Whose desk this is, and who answers for what in that year."""
        at = (plan.id, fiscal_year)
        if at not in self._receivers:
            assigned = self.session.assignments(plan, fiscal_year)
            departments = {code: a.department for code, a in assigned.items()}
            desk, successions = self.session.desk, self.session.store.departments.successions()
            spoken_for = {
                department_key(name): successions.speaking_for(name, fiscal_year)
                for name in departments.values()
            }
            self._receivers[at] = Receiver(desk.role, desk.department, departments, spoken_for)
        return self._receivers[at]

    def present(self, plan: str, codes: Collection[str]) -> Iterable[Evaluation]:
        """What stands in those measures, over all years."""
        if self._held is not None:
            return [e for e in self._held.values() if e.id.plan == plan and e.id.measure in codes]
        return self.session.store.evaluations(plan, None, codes)

    def hold(self, standing: Mapping[EvaluationId, Evaluation]) -> None:
        """From now on that is what stands; the database is not asked any more."""
        self._held = standing


def look(
    ground: Ground,
    data: bytes,
    name: str,
    *,
    accept: bool,
    amend: Callable[[ReadBook], ReadBook] = lambda book: book,
) -> Taken:
    """Read the workbook and work out what it would change; ``amend`` is what a person made of it.

    Raises WorkbookError for a file that is no readable workbook.
    """
    book = amend(read_book(data, name, ground.known))
    header = book.header
    if header is None or book.level is Level.NONE:
        return Taken(book, None, (), Outcome.REFUSED, book.problems, {})
    _keep_practice_apart(ground.session, header, name)
    plan = ground.known.get((header.plan, header.plan_version)) or book.plan
    if plan is None:
        return Taken(book, None, (), Outcome.REFUSED, book.problems, {})
    if book.level is Level.LABELS and not accept:
        return Taken(book, plan, (), Outcome.NEEDS_REVIEW, book.problems, {})
    codes = {found.id.measure for found in book.evaluations}
    present = {e.id: e for e in ground.present(plan.id, codes)}
    receiver = ground.receiver(plan, header.fiscal_year)
    intakes = tuple(
        take_in(plan, header, found, present.get(found.id) or Evaluation(found.id), receiver)
        for found in book.evaluations
    )
    problems = book.problems + _odd(header, intakes)
    return Taken(book, plan, intakes, _outcome(intakes), problems, present)


def _keep_practice_apart(session: Session, header: BookHeader, name: str) -> None:
    """Raise WorkbookError for a practice workbook at a real desk, and the other way round."""
    theirs, ours = is_practice(header.department), is_practice(session.desk.department)
    if theirs and not ours:
        raise WorkbookError("practice_book", name=name)
    if ours and not theirs:
        raise WorkbookError("book_in_practice", name=name)


def _outcome(intakes: Sequence[Intake]) -> Outcome:
    if any(intake.changed_keys for intake in intakes):
        return Outcome.APPLIED
    if any(intake.changes for intake in intakes):
        return Outcome.NEEDS_REVIEW
    return Outcome.NOTHING_NEW


def _odd(header: BookHeader, intakes: Sequence[Intake]) -> tuple[Remark, ...]:
    """What was kept and not applied, said once for each evaluation."""
    remarks = []
    for intake in intakes:
        held = [c for c in intake.changes if c.effect is Effect.HELD]
        if held:
            place = next((c.place for c in held if c.place), None)
            text = sentence(
                "held_back",
                measure=intake.before.id.measure,
                count=len(held),
                department=header.department,
            )
            sheet, cell = (place.sheet, place.cell) if place else ("", "")
            remarks.append(Remark("held_back", sheet, cell, text))
    return tuple(remarks)


def act_of(session: Session, path: Path, data: bytes, taken: Taken, *, again: bool) -> ImportAct:
    """Everything to be stored of a workbook; ``again`` where it was taken in before."""
    book, header = taken.book, taken.book.header
    return ImportAct(
        record=_record(session, path, data, taken),
        content=data,
        intakes=tuple(map(_only_changes, taken.intakes)) if again else taken.intakes,
        findings=() if again else _findings(book, taken.problems),
        plan=book.plan if header and _for_us(session, header) else None,
        assignments=_assignments(session, taken) if header else (),
        requests=_requests(session, header) if header else (),
    )


def _only_changes(intake: Intake) -> Intake:
    """Of a file taken in before, the history knows every value that changes nothing."""
    changed = set(intake.changed_keys)
    return replace(intake, arrivals=tuple(a for a in intake.arrivals if a.key in changed))


def _record(session: Session, path: Path, data: bytes, taken: Taken) -> ImportRecord:
    book, header = taken.book, taken.book.header
    return ImportRecord(
        sha256=sha256(data).hexdigest(),
        file_name=path.name,
        size=len(data),
        outcome=taken.outcome,
        imported_at=session.now,
        level=book.level,
        purpose=header.purpose if header else None,
        plan=header.plan if header else "",
        plan_version=header.plan_version if header else 0,
        fiscal_year=header.fiscal_year if header else 0,
        department=header.department if header else "",
        number=header.number if header else "",
        saved_at=book.saved_at,
        program=book.program,
        person=session.person,
    )


def _findings(book: ReadBook, problems: Sequence[Remark]) -> tuple[Finding, ...]:
    unread = [Finding(FindingKind.UNREAD, u.sheet, u.cell, u.text) for u in book.unread]
    asked = [Finding(FindingKind.QUESTION, r.sheet, r.cell, r.text, r.code) for r in book.questions]
    odd = [Finding(FindingKind.PROBLEM, r.sheet, r.cell, r.text, r.code) for r in problems]
    return (*unread, *asked, *odd)


def _for_us(session: Session, header: BookHeader) -> bool:
    """Whether the office sent this to the 課 whose database this is."""
    mine = same_department(header.department, session.desk.department)
    return not session.is_office and header.purpose.from_office and mine


def _assignments(session: Session, taken: Taken) -> tuple[Assignment, ...]:
    """A 課 learns from what it is sent, or handed over, which measures are its own."""
    header = taken.book.header
    if header is None or session.is_office:
        return ()
    if not same_department(header.department, session.desk.department):
        return ()
    year = header.fiscal_year
    return tuple(
        Assignment(header.plan, year, found.id.measure, session.desk.department)
        for found in taken.book.evaluations
        if found.id.fiscal_year == year
    )


def _requests(session: Session, header: BookHeader) -> tuple[Request, ...]:
    if not _for_us(session, header) or not header.due:
        return ()
    return (
        Request(
            header.plan,
            header.fiscal_year,
            session.desk.department,
            header.due,
            header.message,
            session.now,
        ),
    )


def refused_act(
    session: Session, path: Path, data: bytes, digest: str, fault: DeskError
) -> ImportAct:
    """Even a file that cannot be read is kept, with the reason."""
    record = ImportRecord(
        digest, path.name, len(data), Outcome.REFUSED, session.now, person=session.person
    )
    finding = Finding(FindingKind.PROBLEM, "", "", fault.text, fault.code)
    return ImportAct(record, data, findings=(finding,))


def refusal(path: Path, digest: str, fault: DeskError) -> FileReport:
    """What is told of a file that is no readable workbook."""
    remark = Remark(fault.code, "", "", fault.text)
    return FileReport(path, digest, Outcome.REFUSED, Level.NONE, problems=(remark,))


def report_of(path: Path, digest: str, taken: Taken) -> FileReport:
    """What is told of a workbook that was looked at."""
    book, header = taken.book, taken.book.header
    return FileReport(
        path,
        digest,
        taken.outcome,
        book.level,
        header.department if header else "",
        header.fiscal_year if header else 0,
        _changed_items(taken),
        _judgements(taken),
        book.questions,
        book.unread,
        taken.problems,
        header,
        book.saved_at,
    )


def _changed_items(taken: Taken) -> tuple[ChangedItem, ...]:
    items: list[ChangedItem] = []
    for intake in taken.intakes:
        at = intake.before.id
        for change in intake.changes:
            item = _item(taken.plan, at, commented_item(change.key) or change.key)
            items.append(ChangedItem(at, item.label if item else change.key, change))
    return tuple(items)


def _item(plan: Plan | None, at: EvaluationId, key: str) -> Item | None:
    measure = plan.by_code.get(at.measure) if plan else None
    return item_of(plan, measure, at.fiscal_year, key) if plan and measure else None


def _judgements(taken: Taken) -> dict[EvaluationId, Judgement]:
    """The proposals of the workbook's year as they stand after it, where it changes a year."""
    plan, header = taken.plan, taken.book.header
    if plan is None or header is None:
        return {}
    year = header.fiscal_year
    years: dict[str, dict[int, Evaluation]] = {}
    for at, evaluation in (*taken.present.items(), *((i.after.id, i.after) for i in taken.intakes)):
        years.setdefault(at.measure, {})[at.fiscal_year] = evaluation
    changed = dict.fromkeys(i.after.id.measure for i in taken.intakes if i.changes)
    return {
        EvaluationId(plan.id, code, year): judge(plan, plan.by_code[code], year, years[code])
        for code in changed
    }
