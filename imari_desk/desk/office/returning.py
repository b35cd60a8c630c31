"""返却: the 差戻し and 確定 workbooks of every 課 in one go, with what to write beside them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from imari_desk.desk.files import free_path
from imari_desk.desk.reports import SentBook
from imari_desk.desk.sending import (
    SENT,
    OutgoingBook,
    book_name,
    departments_of,
    said_by_office,
)
from imari_desk.desk.session import Progress, Session, of_year, silent
from imari_desk.domain import states
from imari_desk.domain.book import Purpose
from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.returning import remarks_of
from imari_desk.domain.states import OfficeState
from imari_desk.domain.words import sentence

_STATES = {
    Purpose.RETURN: (OfficeState.RETURNED,),
    Purpose.CONFIRMATION: (OfficeState.CONFIRMED, OfficeState.PUBLISHED),
}


class OutgoingLine(NamedTuple):
    """One evaluation that goes out. ``sent``: it went out just as it stands now."""

    measure: str
    name: str
    remarks: int
    sent: bool


class Outgoing(NamedTuple):
    """One 課's workbook. ``covering`` is the text for the mail it goes with."""

    department: str
    purpose: Purpose
    lines: tuple[OutgoingLine, ...]
    file_name: str
    covering: str

    @property
    def waits(self) -> bool:
        """Whether anything in it has not gone out yet."""
        return not all(line.sent for line in self.lines)


class Returning:
    """What goes back to the 課, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def outgoing(self, fiscal_year: int, purpose: Purpose, due: str = "") -> tuple[Outgoing, ...]:
        """What would go out, a workbook a 課, in the plan's order. ``due`` is ISO text or ""."""
        plan = self._session.plan(fiscal_year)
        notes = self._session.store.notes.of(plan.id, fiscal_year, SENT)
        found = []
        for department, chosen in self._by_department(plan, fiscal_year, purpose).items():
            lines = tuple(
                _line(plan.by_code[one.id.measure], one, notes.get(one.id, "")) for one in chosen
            )
            name = book_name(fiscal_year, purpose, department)
            text = _covering(fiscal_year, purpose, department, lines, name, due)
            found.append(Outgoing(department, purpose, lines, name, text))
        return tuple(found)

    def send(
        self,
        fiscal_year: int,
        purpose: Purpose,
        departments: Collection[str],
        folder: Path,
        due: str = "",
        message: str = "",
        progress: Progress = silent,
    ) -> tuple[SentBook, ...]:
        """Write the workbooks of these 課 into a folder; nothing that stands there is touched.

        What was written before it was stopped stays, and is known to have gone out.
        """
        session, plan = self._session, self._session.plan(fiscal_year)
        every = self._by_department(plan, fiscal_year, purpose)
        wanted = {name: chosen for name, chosen in every.items() if name in departments}
        books = []
        for done, (department, chosen) in enumerate(wanted.items()):
            progress("return", done, len(wanted))
            path = free_path(folder / book_name(fiscal_year, purpose, department))
            measures = [plan.by_code[one.id.measure] for one in chosen]
            book = OutgoingBook(session, plan, fiscal_year, purpose, department, measures)
            books.append(book.write(path, due=due, message=message))
        progress("return", len(wanted), len(wanted))
        return tuple(books)

    def _by_department(
        self, plan: Plan, fiscal_year: int, purpose: Purpose
    ) -> dict[str, list[Evaluation]]:
        """課 → its evaluations in the states such a workbook is about; 課 without any left out."""
        session = self._session
        found: dict[str, list[Evaluation]] = {}
        whole = {one.id.measure: one for one in session.store.evaluations(plan.id, fiscal_year)}
        for department, measures in departments_of(session, plan, fiscal_year).items():
            for measure in measures:
                years = {fiscal_year: whole[measure.code]} if measure.code in whole else {}
                one = of_year(plan, measure, fiscal_year, years)
                if states.office_state(one) in _STATES[purpose]:
                    found.setdefault(department, []).append(one)
        return found


def _line(measure: Measure, one: Evaluation, note: str) -> OutgoingLine:
    count = states.submission_of(one).count
    return OutgoingLine(
        measure.code, measure.name, len(remarks_of(one, count)), note == said_by_office(one)
    )


def _covering(
    fiscal_year: int,
    purpose: Purpose,
    department: str,
    lines: tuple[OutgoingLine, ...],
    name: str,
    due: str,
) -> str:
    """The text for the mail. Only one that asks for something says until when."""
    year = fiscal_year_name(fiscal_year)
    kind = purpose.name.lower()
    parts = [sentence(f"office.review.mail.{kind}", department=department, year=year)]
    for line in lines:
        code = "remarks" if line.remarks and purpose is Purpose.RETURN else "measure"
        facts = {"measure": line.measure, "name": line.name, "count": line.remarks}
        parts.append(sentence(f"office.review.mail.{code}", **facts))
    parts.append(sentence("office.review.mail.file", name=name))
    if due and purpose is Purpose.RETURN:
        parts.append(sentence("office.review.mail.due", day=date_name(date.fromisoformat(due))))
    parts.append(sentence(f"office.review.mail.end_{kind}"))
    return "\n".join(parts)
