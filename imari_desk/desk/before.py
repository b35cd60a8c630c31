"""The plan before this one, and what its measures said last: a new plan goes on from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from imari_desk.desk.session import Session
from imari_desk.domain.errors import CallError
from imari_desk.domain.plan import Measure, Plan

if TYPE_CHECKING:
    from imari_desk.domain.predecessors import Predecessor


def plan_before(session: Session, plan: Plan) -> Plan | None:
    """The plan of the year before this one's first; None where there is none."""
    try:
        found = session.store.plan_for(plan.first_year - 1)
    except CallError:
        return None
    return found if found.id != plan.id else None


def predecessors(
    session: Session, plan: Plan, measures: Iterable[Measure], fiscal_year: int
) -> dict[str, tuple[Predecessor, ...]]:
    """Measure code → the measures it goes on from, with what they said, in the first year of the
    plan; measures that go on from none, and other years, are not in it."""
    going_on = [m for m in measures if m.predecessors] if fiscal_year == plan.first_year else []
    before = plan_before(session, plan) if going_on else None
    if before is None:
        return {}
    from imari_desk.domain.predecessors import Predecessor

    codes = dict.fromkeys(c for m in going_on for c in m.predecessors if c in before.by_code)
    years = session.by_measure(before, [before.by_code[code] for code in codes])
    known = {
        code: Predecessor(before, before.by_code[code], fiscal_year - 1, years[code])
        for code in codes
    }
    found = {m.code: tuple(known[c] for c in m.predecessors if c in known) for m in going_on}
    return {code: several for code, several in found.items() if several}


def grades_before(session: Session, plan: Plan, fiscal_year: int) -> dict[str, str]:
    """Measure code → the grade of the year before, in the first year of a plan that goes on with
    the yardstick of the one before; else nothing."""
    found = predecessors(session, plan, plan.measures, fiscal_year)
    if not found:
        return {}
    from imari_desk.domain.predecessors import grade_before

    grades = {code: grade_before(plan, several) for code, several in found.items()}
    return {code: grade for code, grade in grades.items() if grade}


def told_before(
    session: Session, plan: Plan, measures: Iterable[Measure], fiscal_year: int
) -> dict[str, dict[str, str]]:
    """Measure code → item key → what the 前年度 column of a workbook tells of the plan before,
    each text with the code it is of."""
    from imari_desk.domain.items import items_for
    from imari_desk.domain.predecessors import Before, answer_told

    def texts(measure: Measure, before: Before) -> dict[str, str]:
        keys = [item.key for item in items_for(plan, measure, fiscal_year)]
        return {key: text for key in keys if (text := answer_told(key, before))}

    found = predecessors(session, plan, measures, fiscal_year)
    return {code: texts(plan.by_code[code], before) for code, before in found.items()}
