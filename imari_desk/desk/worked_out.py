"""What was worked out of each measure during one opening, until one of its years is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from imari_desk.desk.session import Session
from imari_desk.domain.plan import Measure

V = TypeVar("V")


class WorkedOut(Generic[V]):
    """One value a measure, each made of the measure's evaluations of all years.

    ``make`` works out the values of some measures, in one go.
    """

    def __init__(self, make: Callable[[Session, Sequence[Measure]], Mapping[str, V]]) -> None:
        self._make = make
        self._kept: dict[str, V] = {}
        self._mark = 0

    def prepare(self, session: Session, measures: Sequence[Measure], most: int) -> int:
        """Work out up to so many of the measures; gives how many are left."""
        missing = self._missing(session, measures)
        self._bring(session, missing[:most])
        return len(missing[most:])

    def of(self, session: Session, measures: Sequence[Measure]) -> Mapping[str, V]:
        """The values of those measures, and of others, by code; not to be changed."""
        self._bring(session, self._missing(session, measures))
        return self._kept

    def _missing(self, session: Session, measures: Sequence[Measure]) -> list[Measure]:
        self._forget(session)
        kept = self._kept
        return [m for m in measures if m.code not in kept]

    def _forget(self, session: Session) -> None:
        """Let go of what was written since."""
        revisions = session.store.revisions
        written = revisions.since(self._mark)
        if written is None or session.store.read_only:  # others write, and nobody tells
            self._kept.clear()
        else:
            for one in written:
                self._kept.pop(one.measure, None)
        self._mark = revisions.mark

    def _bring(self, session: Session, measures: Sequence[Measure]) -> None:
        if measures:
            self._kept.update(self._make(session, measures))
