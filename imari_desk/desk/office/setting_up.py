"""Setting up a year: who answers for what, until when, what is asked; and the 依頼 workbooks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from imari_desk.desk.files import free_path, read_file
from imari_desk.desk.office.year_look import ASKED, SEEN, look
from imari_desk.desk.office.year_view import Party, Proposal, Proposed, YearView
from imari_desk.desk.reports import SentBook
from imari_desk.desk.sending import OutgoingBook, book_name
from imari_desk.desk.session import Progress, Session, silent
from imari_desk.domain.asking import TEXTS
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import CallError
from imari_desk.domain.records import Request
from imari_desk.domain.succession import (
    Answering,
    Change,
    Succession,
    Term,
    assigned,
    dissolved,
    reorganised,
    terms,
)
from imari_desk.domain.taking_in import same_department
from imari_desk.workbook.tables import (
    LONGEST_NAME,
    AssignmentRow,
    is_name,
    list_assignments,
    names_in,
    pasted_assignments,
)


class SettingUp:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Looking

    def look(self, fiscal_year: int) -> YearView:
        """How far the year is set up."""
        return look(self._session, fiscal_year)

    def history(self, fiscal_year: int, measure: str) -> tuple[Term, ...]:
        """Who answers for the measure, over all years of its plan."""
        session = self._session
        plan = session.plan(fiscal_year)
        code = session.measure(plan, measure).code
        departments = session.store.departments
        every = departments.assignments()
        mine = [row for row in every if (row.plan, row.measure) == (plan.id, code)]
        return terms(mine, plan.years, departments.successions())

    # Who answers

    def read_list(self, fiscal_year: int, path: Path) -> Proposal:
        """What a list file would change; nothing is written. Raises WorkbookError, CallError."""
        plan = self._session.plan(fiscal_year)
        found = list_assignments(read_file(path), plan, path.name)
        return self._proposal(fiscal_year, found.rows, found.faults)

    def read_pasted(self, fiscal_year: int, text: str) -> Proposal:
        """What a pasted range would change; nothing is written. Raises WorkbookError."""
        found = pasted_assignments(text, self._session.plan(fiscal_year))
        return self._proposal(fiscal_year, found.rows, found.faults)

    def take_over(self, fiscal_year: int) -> Proposal:
        """Whom the plan before this one would have answer for what nobody answers for yet."""
        rows = look(self._session, fiscal_year).rows
        heir = self._session.store.departments.successions().heir
        found = [
            AssignmentRow(row.measure, heir(row.last, fiscal_year), ())
            for row in rows
            if row.predecessors and row.last and not row.department
        ]
        return self._proposal(fiscal_year, found, ())

    def assign(
        self, fiscal_year: int, wanted: Sequence[Answering], *, from_first: bool = False
    ) -> Change:
        """Let those answer from that year on, or from the plan's first; gives what changed.

        Raises CallError for an unknown measure and a name no 課 can have.
        """
        plan = self._session.plan(fiscal_year)
        for one in wanted:
            self._session.measure(plan, one.measure)
            _check_names(one.department, *one.related)
        first = plan.first_year if from_first else fiscal_year
        departments = self._session.store.departments
        change = assigned(departments.assignments(), plan.id, first, fiscal_year, wanted)
        departments.change(change)
        return change

    @staticmethod
    def related_in(text: str) -> tuple[str, ...]:
        """Several 課 typed into one cell."""
        return names_in(text)

    def reorganise(self, fiscal_year: int, old: str, new: str) -> Change:
        """From that year on the new 課 goes on for all the old one answers for.

        Raises CallError where the new one was taken over by the old one itself.
        """
        departments = self._session.store.departments
        _check_names(new)
        if same_department(old, new):
            raise CallError("office.year.reorganise.same")
        if same_department(departments.successions().heir(new, fiscal_year), old):
            raise CallError("office.year.reorganise.circle", old=old, new=new)
        begun = Succession(fiscal_year, old, new)
        change = reorganised(departments.assignments(), begun)
        departments.change(change)
        return change

    def dissolve(self, ended: Succession) -> Change:
        """Take a 組織改編 back; what was settled otherwise since stays."""
        departments = self._session.store.departments
        change = dissolved(departments.assignments(), ended)
        departments.change(change)
        return change

    def take_back(self, change: Change) -> None:
        """Let it stand as it was before that change."""
        self._session.store.departments.change(change.inverse)

    # What is asked

    def keep(self, fiscal_year: int, kind: str, text: str, department: str = "") -> None:
        """Write down a text (year_view.DUE or one of domain/asking.TEXTS), for all or for one 課.

        "" for one 課: what is written for all counts for it again.
        """
        key = f"{kind}/{department}" if department else kind
        kept = None if department and not text.strip() else text
        texts: dict[str, str | None] = {key: kept}
        if kind in TEXTS:
            texts[SEEN] = "true"
        self._keep(fiscal_year, texts)

    def looked_over(self, fiscal_year: int) -> None:
        """Somebody found the texts right; they are remembered as they stand."""
        texts: dict[str, str | None] = {**look(self._session, fiscal_year).texts, SEEN: "true"}
        self._keep(fiscal_year, texts)

    def _keep(self, fiscal_year: int, texts: Mapping[str, str | None]) -> None:
        plan = self._session.plan(fiscal_year)
        self._session.store.preparations.keep(plan.id, fiscal_year, texts)

    # The workbooks

    def write(
        self,
        fiscal_year: int,
        departments: Collection[str],
        folder: Path,
        progress: Progress = silent,
    ) -> tuple[SentBook, ...]:
        """One 依頼 workbook for each of those 課. What was written when somebody stops stays.

        A file that stands there is left alone: the new one gets a number.
        Raises CallError where a deadline cannot be read.
        """
        view = look(self._session, fiscal_year)
        chosen = [party for party in view.parties if party.department in departments]
        for party in chosen:
            if party.odd_due:
                facts = {"department": party.department, "text": party.odd_due}
                raise CallError("office.year.odd_due", **facts)
        if not chosen:
            raise CallError("nobody_assigned", year=fiscal_year)
        books = []
        for done, party in enumerate(chosen):
            progress("request", done, len(chosen))
            books.append(self._write(view, party, folder))
        progress("request", len(chosen), len(chosen))
        return tuple(books)

    def _write(self, view: YearView, party: Party, folder: Path) -> SentBook:
        session, plan, year = self._session, view.plan, view.fiscal_year
        department, message = party.department, party.letter.message
        due = party.due.isoformat() if party.due else ""
        measures = [plan.by_code[code] for code, _ in party.measures]
        book = OutgoingBook(session, plan, year, Purpose.REQUEST, department, measures)
        asked = Request(plan.id, year, department, due, message, session.now)
        path = free_path(folder / book_name(year, Purpose.REQUEST, department))
        sent = book.write(path, due=due, message=message, requests=(asked,))
        self._keep(year, {f"{ASKED}/{department}": "\n".join(sent.measures)})
        return sent

    def _proposal(
        self, fiscal_year: int, rows: Iterable[AssignmentRow], faults: tuple[str, ...]
    ) -> Proposal:
        view = look(self._session, fiscal_year)
        there = {row.measure: row for row in view.rows}
        changes, same = [], 0
        for row in rows:
            now = there[row.measure]
            if (now.department, now.related) == (row.department, row.related):
                same += 1
                continue
            names = dict.fromkeys((row.department, *row.related))
            first = tuple(name for name in names if name not in view.known)
            answering = Answering(row.measure, row.department, row.related)
            changes.append(Proposed(answering, now.name, now.department, now.related, first))
        return Proposal(tuple(changes), same, faults)


def _check_names(*names: str) -> None:
    odd = next((name for name in names if not is_name(name)), "")
    if odd:
        raise CallError("office.year.odd_name", name=odd[:LONGEST_NAME], most=LONGEST_NAME)
