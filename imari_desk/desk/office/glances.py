"""The measures of a year for lists: grades out of what was reckoned, of the answers a few."""

from __future__ import annotations

from collections.abc import Collection

from imari_desk.desk.office.whole import Whole
from imari_desk.desk.session import Session
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.summary import Glance

STAGE = frozenset({"submission", "office_stage"})  # what says where an evaluation stands


def glances(session: Session, fiscal_year: int, keys: Collection[str]) -> tuple[Glance, ...]:
    """Every measure of the plan, in its order, with those of its answers of that year."""
    figures = Whole(session).year(fiscal_year)
    plan = figures.plan
    known = {
        one.id.measure: one for one in session.store.evaluations(plan.id, fiscal_year, keys=keys)
    }
    return tuple(
        Glance(
            standing.measure,
            standing.department,
            known.get(standing.measure.code)
            or Evaluation(EvaluationId(plan.id, standing.measure.code, fiscal_year)),
            standing.grade,
            standing.last_grade,
            standing.trend,
        )
        for standing in figures.standings
    )
