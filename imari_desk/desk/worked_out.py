"""What was worked out of each measure during one opening, until one of its years is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from imari_desk.desk.session import Session
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.plan import Measure, Plan

V = TypeVar("V")
State = tuple[int, ...]  # how often each year's evaluation had been written


class _Kept(NamedTuple, Generic[V]):
    state: State
    value: V


class WorkedOut(Generic[V]):
    """One value a measure of a plan, each made of the measure's evaluations of all years.

    ``make`` works out the values of some measures, in one go.
    """

    def __init__(self, make: Callable[[Session, Sequence[Measure]], Mapping[str, V]]) -> None:
        self._make = make
        self._kept: dict[str, _Kept[V]] = {}

    def prepare(self, session: Session, plan: Plan, most: int) -> int:
        """Work out up to so many of the plan's measures; gives how many are left."""
        states = self._states(session, plan, plan.measures)
        missing = self._missing(states, plan.measures)
        self._bring(session, missing[:most], states)
        return len(missing[most:])

    def of(self, session: Session, plan: Plan, measures: Sequence[Measure]) -> Mapping[str, V]:
        """The values of those measures, by code."""
        states = self._states(session, plan, measures)
        self._bring(session, self._missing(states, measures), states)
        return {m.code: self._kept[m.code].value for m in measures}

    def _states(
        self, session: Session, plan: Plan, measures: Iterable[Measure]
    ) -> dict[str, State]:
        if session.store.read_only:  # others write, and nobody tells
            self._kept.clear()
        of = session.store.revisions.of
        return {
            m.code: tuple([of(EvaluationId(plan.id, m.code, year)) for year in plan.years])
            for m in measures
        }

    def _missing(self, states: Mapping[str, State], measures: Iterable[Measure]) -> list[Measure]:
        kept = self._kept
        return [m for m in measures if m.code not in kept or kept[m.code].state != states[m.code]]

    def _bring(
        self, session: Session, measures: Sequence[Measure], states: Mapping[str, State]
    ) -> None:
        if measures:
            for code, value in self._make(session, measures).items():
                self._kept[code] = _Kept(states[code], value)
