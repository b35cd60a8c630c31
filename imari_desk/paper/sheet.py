"""Domain → sheet: one measure in one fiscal year, everything in the words it is printed with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from imari_desk.domain.era import ERAS, fiscal_year_name, short_year
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.predecessors import Before
from imari_desk.domain.states import OfficeState, department_state, office_state
from imari_desk.domain.words import sentence
from imari_desk.paper.plan_part import plan_part
from imari_desk.paper.shapes import PlanPart, SheetData, Year
from imari_desk.paper.subject import subject_of
from imari_desk.paper.year_part import public_part, year_part


def evaluation_sheet(
    plan: Plan,
    measure: Measure,
    fiscal_year: int,
    evaluations: Mapping[int, Evaluation],
    department: str,
    *,
    state: str = "",
    book_number: str = "",
    remark: str = "",
    before: Before = (),
) -> SheetData:
    """The sheet of ``measure`` in ``fiscal_year``, one of the plan's.

    ``evaluations`` are the measure's by fiscal year; later ones are not looked at. ``state`` is
    what the box at the top right says (by default where the evaluation stands), ``remark`` stands
    in the middle of the footer; ``before`` are the measures of the plan before that it goes on
    from. Raises ValueError for a year outside the plan.
    """
    if fiscal_year not in plan.years:
        raise ValueError(f"{fiscal_year} is not a year of {plan.id}")
    subject = subject_of(plan, measure, fiscal_year, evaluations, before)
    return SheetData(
        title=sentence("paper.title", year=fiscal_year_name(fiscal_year)),
        plan_title=_plan_title(plan),
        state=state or _state(subject.held),
        years=tuple(_year(y) for y in plan.years),
        year=plan.years.index(fiscal_year),
        plan=plan_part(subject, department),
        answers=year_part(subject),
        footer=_footer(plan, measure, fiscal_year, book_number),
        remark=remark,
        municipality=plan.municipality,
        words=_words(),
    )


def public_sheet(
    plan: Plan,
    measure: Measure,
    fiscal_year: int,
    evaluations: Mapping[int, Evaluation],
    department: str,
) -> SheetData:
    """The same sheet for the public. Raises ValueError for a year outside the plan."""
    own = evaluation_sheet(plan, measure, fiscal_year, evaluations, department)
    return replace(
        own,
        title=sentence("paper.public_title", year=fiscal_year_name(fiscal_year)),
        state="",
        plan=without_remarks(own.plan),
        answers=public_part(subject_of(plan, measure, fiscal_year, evaluations)),
    )


def without_remarks(part: PlanPart) -> PlanPart:
    """The plan's table without reasons and notes: they were written for colleagues."""
    bare = tuple(replace(indicator, remarks=()) for indicator in part.indicators)
    return replace(part, remarks=(), remarks_label="", indicators=bare)


def _plan_title(plan: Plan) -> str:
    first, last = short_year(plan.first_year), fiscal_year_name(plan.last_year)
    return sentence("paper.plan_title", plan=plan.title, first=first, last=last)


def _state(held: Evaluation) -> str:
    """Where it stands: the office's word once it has one, else the 課's."""
    office = office_state(held)
    if office is OfficeState.NOT_SUBMITTED:
        return department_state(held).value
    return str(office.value)


def _year(fiscal_year: int) -> Year:
    short = short_year(fiscal_year)
    shortest = next((e.letter + short.removeprefix(e.name) for e in ERAS if e.name in short), short)
    return Year(fiscal_year_name(fiscal_year), short, shortest)


def _footer(plan: Plan, measure: Measure, fiscal_year: int, book_number: str) -> str:
    book = sentence("paper.book", number=book_number) if book_number else ""
    year = fiscal_year_name(fiscal_year)
    title, version = plan.short_title, plan.version
    facts = sentence("paper.footer", plan=title, version=version, year=year, measure=measure.code)
    return facts + book


def _words() -> dict[str, str]:
    """The few labels the template puts in by itself, under the names it knows them by."""
    return {
        "measure": sentence("paper.measure"),
        "this_year": sentence("paper.this_year"),
        "planned": sentence("paper.planned"),
        "actual": sentence("paper.actual"),
        "expected": sentence("paper.expected"),
        "continued": sentence("paper.continued"),
        "extra": sentence("paper.extra"),
    }
