"""The figures of every measure of the plans looked at, each reckoned once an opening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from imari_desk.desk.before import grades_before
from imari_desk.desk.session import Session
from imari_desk.desk.worked_out import WorkedOut
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.whole import MeasureYears, Whole, gather, reckon, reckoned_keys

_MANY = 100  # measures; more are read with all the others at once


class _Gathered(NamedTuple):
    mark: int  # how often something had been written
    departments: Mapping[str, str]
    whole: Whole


class Reckoned:
    """Keeps them."""

    def __init__(self) -> None:
        self._plans: dict[Plan, WorkedOut[MeasureYears]] = {}
        self._gathered: dict[tuple[Plan, int], _Gathered] = {}

    def prepare(self, session: Session, plan: Plan, most: int) -> int:
        """Reckon up to so many measures that are not known; gives how many are left."""
        return self._of(plan).prepare(session, plan.measures, most)

    def whole(
        self, session: Session, plan: Plan, fiscal_year: int, departments: Mapping[str, str]
    ) -> Whole:
        """A year, or all of them, counted together; as it was where nothing has changed since."""
        reckoned = self._of(plan).of(session, plan.measures)
        mark = session.store.revisions.mark
        kept = self._gathered.get((plan, fiscal_year))
        if (
            session.store.read_only
            or kept is None
            or (kept.mark, kept.departments) != (mark, departments)
        ):
            before = grades_before(session, plan, fiscal_year)
            whole = gather(plan, fiscal_year, reckoned, departments, before)
            kept = self._gathered[plan, fiscal_year] = _Gathered(mark, departments, whole)
        return kept.whole

    def _of(self, plan: Plan) -> WorkedOut[MeasureYears]:
        if plan not in self._plans:
            self._plans[plan] = WorkedOut(lambda session, some: _reckoned(session, plan, some))
        return self._plans[plan]


def _reckoned(session: Session, plan: Plan, measures: Sequence[Measure]) -> dict[str, MeasureYears]:
    codes = [m.code for m in measures] if len(measures) <= _MANY else None
    written: dict[str, dict[int, Evaluation]] = {m.code: {} for m in measures}
    for one in session.store.evaluations(plan.id, None, codes, reckoned_keys(plan)):
        written.setdefault(one.id.measure, {})[one.id.fiscal_year] = one
    return {m.code: reckon(plan, m, written[m.code]) for m in measures}
