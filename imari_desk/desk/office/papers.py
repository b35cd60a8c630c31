"""印刷・公表: every paper of a year, to look at, to print and as PDF; what is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from imari_desk.desk.before import predecessors
from imari_desk.desk.files import write_file
from imari_desk.desk.office.glances import STAGE, glances
from imari_desk.desk.overview import status
from imari_desk.desk.publishing import made_at, summary_of
from imari_desk.desk.session import Progress, Session, silent
from imari_desk.domain import meeting as meetings
from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.publication import HeldBack, held_back
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.domain.summary import Glance, MeasureYear, Summary
from imari_desk.domain.words import sentence
from imari_desk.paper import print as paper
from imari_desk.paper.meeting import meeting_paper
from imari_desk.paper.print import Document, Part
from imari_desk.paper.report_shapes import Divider
from imari_desk.paper.sheet import evaluation_sheet, public_sheet
from imari_desk.paper.status_list import status_list
from imari_desk.paper.wrap_up import wrap_up_sheet, wrap_up_summary

_PUBLIC = STAGE | {"public", "public_text"}


class PaperKind(Enum):
    """What can be printed."""

    SHEETS = "sheets"
    MEETING = "meeting"
    WRAP_UP = "wrap_up"
    PUBLIC = "public"
    STATUS = "status"


class PaperOrder(NamedTuple):
    """What is to be printed. ``measures``: codes, all where empty; sheets stand in the plan's
    order, or with ``by_department`` 課 by 課, each behind a leaf of its own. ``sheets``: the
    evaluation sheets follow the meeting's paper.
    """

    kind: PaperKind
    measures: tuple[str, ...] = ()
    by_department: bool = False
    sheets: bool = False


class PaperPage(NamedTuple):
    """A page as SVG, and what it is about."""

    title: str
    svg: bytes


class Shown(NamedTuple):
    """The first pages of an order; ``left`` papers are not among them."""

    pages: tuple[PaperPage, ...]
    left: int


class PublicLine(NamedTuple):
    """A measure of the year: whether it goes out, why not, and whether it has a 公表文."""

    measure: str
    name: str
    department: str
    grade: str
    held: HeldBack | None
    text: bool
    published: bool


class _Titled(NamedTuple):
    title: str
    part: Part


class Papers:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def show(
        self, fiscal_year: int, order: PaperOrder, most: int = 40, progress: Progress = silent
    ) -> Shown:
        """The pages of the first ``most`` papers. Raises CallError where there is nothing."""
        parts = self._parts(fiscal_year, order)
        pages: list[PaperPage] = []
        for done, titled in enumerate(parts[:most]):
            progress("preview", done, min(most, len(parts)))
            pages += self._pages(fiscal_year, order, [titled])
        return Shown(tuple(pages), max(0, len(parts) - most))

    def count(self, fiscal_year: int, order: PaperOrder) -> int:
        """How many papers an order has: sheets, leaves, the meeting's paper as one."""
        return len(self._parts(fiscal_year, order))

    def each(self, fiscal_year: int, order: PaperOrder) -> Iterator[tuple[PaperPage, ...]]:
        """The pages of one paper after the other: never all of a large plan at once."""
        for titled in self._parts(fiscal_year, order):
            yield tuple(self._pages(fiscal_year, order, [titled]))

    def write(
        self, fiscal_year: int, order: PaperOrder, path: Path, progress: Progress = silent
    ) -> int:
        """One PDF of it all, with a bookmark a measure; gives the number of papers."""
        parts = self._parts(fiscal_year, order)
        data = paper.print_document(
            self._document(fiscal_year, order, parts),
            made_at=made_at(self._session),
            progress=lambda done, total: progress("print", done, total),
        )
        write_file(path, data)
        return len(parts)

    def last_year(self, fiscal_year: int) -> int:
        """The last year of the plan that year is judged by: there is a wrap-up of it alone."""
        return self._session.plan(fiscal_year).last_year

    def public(self, fiscal_year: int) -> tuple[PublicLine, ...]:
        """What goes out and what is held back, in the plan's order."""
        return tuple(_public(m) for m in glances(self._session, fiscal_year, _PUBLIC))

    def _pages(
        self, fiscal_year: int, order: PaperOrder, parts: Sequence[_Titled]
    ) -> list[PaperPage]:
        pages = paper.pages_of(self._document(fiscal_year, order, parts))
        return [PaperPage(parts[0].title, page) for page in pages]

    def _document(self, fiscal_year: int, order: PaperOrder, parts: Sequence[_Titled]) -> Document:
        plan = self._session.plan(fiscal_year)
        facts = {"year": fiscal_year_name(fiscal_year), "plan": plan.title}
        title = sentence(f"office.paper.document.{order.kind.value}", **facts)
        return Document(title, plan.municipality, tuple(titled.part for titled in parts))

    def _parts(self, fiscal_year: int, order: PaperOrder) -> list[_Titled]:
        summary = summary_of(self._session, fiscal_year)
        wanted = self._wanted(summary, order)
        match order.kind:
            case PaperKind.SHEETS:
                parts = self._sheets(summary, wanted, order)
            case PaperKind.PUBLIC:
                parts = self._public_sheets(summary, wanted)
            case PaperKind.WRAP_UP:
                parts = self._wrap_up(summary, wanted, order)
            case PaperKind.STATUS:
                parts = [self._status(fiscal_year)]
            case _:
                parts = self._meeting(summary, wanted, order)
        if not parts:
            raise CallError("paper.nothing")
        return parts

    def _wanted(self, summary: Summary, order: PaperOrder) -> list[MeasureYear]:
        for code in order.measures:
            self._session.measure(summary.plan, code)
        chosen = set(order.measures)
        return [m for m in summary.measures if not chosen or m.measure.code in chosen]

    def _written(
        self, summary: Summary, wanted: Sequence[MeasureYear]
    ) -> dict[str, dict[int, Evaluation]]:
        return self._session.by_measure(summary.plan, [m.measure for m in wanted])

    def _sheets(
        self, summary: Summary, wanted: Sequence[MeasureYear], order: PaperOrder
    ) -> list[_Titled]:
        written, plan, year = self._written(summary, wanted), summary.plan, summary.fiscal_year
        before = predecessors(self._session, plan, [m.measure for m in wanted], year)

        def sheet(m: MeasureYear, level: int) -> _Titled:
            code = m.measure.code
            there, last = written[code], before.get(code, ())
            made = evaluation_sheet(plan, m.measure, year, there, m.department, before=last)
            return _Titled(code, Part(made, level))

        if not order.by_department:
            return [sheet(m, 1) for m in wanted]
        parts: list[_Titled] = []
        for department, members in _by_department(wanted).items():
            parts.append(_divider(summary, department, members))
            parts += [sheet(m, 2) for m in members]
        return parts

    def _public_sheets(self, summary: Summary, wanted: Sequence[MeasureYear]) -> list[_Titled]:
        going = [m for m in wanted if held_back(m.evaluation) is None]
        if not going:
            raise CallError("nothing_to_publish", year=summary.fiscal_year)
        written, plan, year = self._written(summary, going), summary.plan, summary.fiscal_year
        return [
            _Titled(
                m.measure.code,
                Part(public_sheet(plan, m.measure, year, written[m.measure.code], m.department)),
            )
            for m in going
        ]

    def _wrap_up(
        self, summary: Summary, wanted: Sequence[MeasureYear], order: PaperOrder
    ) -> list[_Titled]:
        """The whole plan's page goes first where all measures are printed."""
        plan = summary.plan
        if summary.fiscal_year != plan.last_year:
            raise CallError("meeting.wrap.not_yet", year=fiscal_year_name(plan.last_year))
        written = self._written(summary, wanted)
        parts = [
            _Titled(
                m.measure.code,
                Part(wrap_up_sheet(plan, m.measure, written[m.measure.code], m.department)),
            )
            for m in wanted
        ]
        if order.measures:
            return parts
        whole = wrap_up_summary(summary, written, self._meeting_of(summary))
        return [_Titled(whole.title, Part(whole)), *parts]

    def _meeting(
        self, summary: Summary, wanted: Sequence[MeasureYear], order: PaperOrder
    ) -> list[_Titled]:
        sheets = self._sheets(summary, wanted, order) if order.sheets else []
        meeting, today = self._meeting_of(summary), self._session.clock().date()
        count = len(wanted) if order.sheets else 0
        made = meeting_paper(summary, meeting, today, sheets=count)
        return [_Titled(made.title, Part(made)), *sheets]

    def _meeting_of(self, summary: Summary) -> meetings.Meeting:
        kept = self._session.store.meetings.of(summary.plan.id, summary.fiscal_year)
        return kept or meetings.usual(summary.plan.id, summary.fiscal_year)

    def _status(self, fiscal_year: int) -> _Titled:
        found = status(self._session, fiscal_year)
        plan, today = self._session.plan(fiscal_year), self._session.clock().date()
        rows = [
            (d.department, d.asked, d.received, d.returned, d.confirmed, d.missing) for d in found
        ]
        made = status_list(plan, fiscal_year, rows, date_name(today))
        return _Titled(made.title, Part(made))


def _by_department(wanted: Sequence[MeasureYear]) -> dict[str, list[MeasureYear]]:
    found: dict[str, list[MeasureYear]] = {}
    for m in wanted:
        found.setdefault(m.department, []).append(m)
    return found


def _divider(summary: Summary, department: str, members: Sequence[MeasureYear]) -> _Titled:
    label = department or sentence("meeting.divider.nobody")
    facts = {"year": fiscal_year_name(summary.fiscal_year), "count": len(members)}
    plan = summary.plan
    leaf = Divider(
        label,
        sentence("meeting.divider", **facts),
        tuple((m.measure.code, m.measure.name) for m in members),
        sentence("meeting.paper.footer", plan=plan.title, version=plan.version),
    )
    return _Titled(label, Part(leaf))


def _public(m: Glance) -> PublicLine:
    return PublicLine(
        m.measure.code,
        m.measure.name,
        m.department,
        m.grade,
        held_back(m.evaluation),
        bool(m.evaluation.value("public_text").strip()),
        office_state(m.evaluation) is OfficeState.PUBLISHED,
    )
