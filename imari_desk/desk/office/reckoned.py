"""What was reckoned of each measure during one opening, until one of its years is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from imari_desk.desk.session import Session
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.whole import MeasureYears, reckon, reckoned_keys

_MANY = 100  # measures; more are read with all the others at once


class _Kept(NamedTuple):
    state: tuple[int, ...]  # how often each year's evaluation had been written
    years: MeasureYears


class Reckoned:
    """Keeps the figures of every measure of the plans looked at."""

    def __init__(self) -> None:
        self._kept: dict[Plan, dict[str, _Kept]] = {}

    def prepare(self, session: Session, plan: Plan, most: int) -> int:
        """Reckon up to so many measures that are not known; gives how many are left."""
        states = self._states(session, plan)
        missing = self._missing(plan, states)
        self._reckon(session, plan, missing[:most], states)
        return len(missing[most:])

    def every(self, session: Session, plan: Plan) -> Mapping[str, MeasureYears]:
        """The figures of all measures of the plan, by code."""
        states = self._states(session, plan)
        self._reckon(session, plan, self._missing(plan, states), states)
        kept = self._kept.get(plan, {})
        return {m.code: kept[m.code].years for m in plan.measures}

    def _states(self, session: Session, plan: Plan) -> dict[str, tuple[int, ...]]:
        if session.store.read_only:  # others write, and nobody tells
            self._kept.clear()
        of = session.store.revisions.of
        return {
            m.code: tuple([of(EvaluationId(plan.id, m.code, year)) for year in plan.years])
            for m in plan.measures
        }

    def _missing(self, plan: Plan, states: Mapping[str, tuple[int, ...]]) -> list[Measure]:
        kept = self._kept.get(plan, {})
        return [
            m
            for m in plan.measures
            if (known := kept.get(m.code)) is None or known.state != states[m.code]
        ]

    def _reckon(
        self,
        session: Session,
        plan: Plan,
        measures: Sequence[Measure],
        states: Mapping[str, tuple[int, ...]],
    ) -> None:
        if not measures:
            return
        codes = [m.code for m in measures] if len(measures) <= _MANY else None
        written: dict[str, dict[int, Evaluation]] = {m.code: {} for m in measures}
        for one in session.store.evaluations(plan.id, None, codes, reckoned_keys(plan)):
            written.setdefault(one.id.measure, {})[one.id.fiscal_year] = one
        kept = self._kept.setdefault(plan, {})
        for measure in measures:
            years = reckon(plan, measure, written[measure.code])
            kept[measure.code] = _Kept(states[measure.code], years)
