"""The queue of the review: every evaluation of a year, with what to look at first.

Which state each is in is asked of the database every time. What its marks are takes a check of
the whole evaluation, so it is worked out a few at a time and kept until something is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from imari_desk.desk.session import Session
from imari_desk.domain import items, returning, states
from imari_desk.domain.checks import check
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.marks import Mark, event_marks, marks_of
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.records import HistoryEntry
from imari_desk.domain.returning import Noted
from imari_desk.domain.states import OfficeState

_NOTHING_TO_MARK = (OfficeState.NOT_SUBMITTED, *states.SETTLED)
SEEN, HEARING = "seen", "hearing"  # keys of the desk's own notes
_PASSAGE = ("submission", "office_stage", "correction")


class QueueGroup(Enum):
    """The parts of the queue, in its order."""

    WAITING = "waiting"
    RETURNED = "returned"
    DONE = "done"
    MISSING = "missing"


_GROUPS = {
    OfficeState.RECEIVED: QueueGroup.WAITING,
    OfficeState.REVIEWING: QueueGroup.WAITING,
    OfficeState.RETURNED: QueueGroup.RETURNED,
    OfficeState.NOT_SUBMITTED: QueueGroup.MISSING,
}


class QueueLine(NamedTuple):
    """One evaluation. ``marks`` is None as long as nobody has worked them out.

    ``again``: not its first submission; ``returned_at`` ISO text; ``hearing``: it is on the list
    of hearings; ``corrected``: a 訂正 has opened it again after 確定; ``asked``: whether the plan
    asks anything of the measure this year.
    """

    measure: str
    name: str
    department: str
    field: str
    national_priority: bool
    asked: bool
    state: OfficeState
    again: bool = False
    corrected: bool = False
    hearing: bool = False
    marks: tuple[Mark, ...] | None = None
    comments: int = 0
    returned_at: str = ""

    @property
    def group(self) -> QueueGroup:
        return _GROUPS.get(self.state, QueueGroup.DONE)


class Seen(NamedTuple):
    """What was worked out of one evaluation, and of which state of things."""

    basis: tuple[object, ...]
    marks: tuple[Mark, ...]
    comments: int
    returned_at: str


class Queue:
    """The queue of an open database. Keep it: it remembers what it has worked out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: dict[EvaluationId, Seen] = {}

    def lines(self, fiscal_year: int) -> tuple[QueueLine, ...]:
        """Every evaluation of the year in the queue's order; marks as far as they are known."""
        session, plan = self._session, self._session.plan(fiscal_year)
        found = session.store.evaluations(plan.id, fiscal_year, keys=_PASSAGE)
        standing = {one.id: one for one in found}
        assigned = session.assignments(plan, fiscal_year)
        hearings = session.store.notes.of(plan.id, fiscal_year, HEARING)
        lines = []
        for measure in plan.measures:
            at = EvaluationId(plan.id, measure.code, fiscal_year)
            there = standing.get(at) or Evaluation(at)
            department = assigned[measure.code].department if measure.code in assigned else ""
            line = _line(plan, measure, there, department)
            lines.append(self._with_marks(line._replace(hearing=at in hearings), at))
        order = list(QueueGroup)
        return tuple(sorted(lines, key=lambda line: order.index(line.group)))

    def work(self, fiscal_year: int, most: int) -> int:
        """Work out the marks of ``most`` evaluations; gives how many are left."""
        session, plan = self._session, self._session.plan(fiscal_year)
        seen = session.store.notes.of(plan.id, fiscal_year, SEEN)
        stale = [m for m in plan.measures if self._stale(plan, m, fiscal_year, seen)]
        now = stale[:most]
        by_measure = session.by_measure(plan, now) if now else {}
        for measure in now:
            at = EvaluationId(plan.id, measure.code, fiscal_year)
            basis = self._basis(plan, measure, fiscal_year, seen)
            self._seen[at] = self._look(plan, measure, at, by_measure[measure.code], basis, seen)
        return len(stale) - len(now)

    def marks_of(self, plan: Plan, measure: Measure, fiscal_year: int) -> tuple[Mark, ...]:
        """The marks of one evaluation, worked out now where they are not known."""
        session, at = self._session, EvaluationId(plan.id, measure.code, fiscal_year)
        seen = session.store.notes.of(plan.id, fiscal_year, SEEN)
        if self._stale(plan, measure, fiscal_year, seen):
            basis = self._basis(plan, measure, fiscal_year, seen)
            years = session.by_measure(plan, [measure])[measure.code]
            self._seen[at] = self._look(plan, measure, at, years, basis, seen)
        return self._seen[at].marks

    def _with_marks(self, line: QueueLine, at: EvaluationId) -> QueueLine:
        seen = self._seen.get(at)
        if seen is None:
            return line
        told = () if line.group is QueueGroup.MISSING else seen.marks
        return line._replace(marks=told, comments=seen.comments, returned_at=seen.returned_at)

    def _stale(
        self, plan: Plan, measure: Measure, fiscal_year: int, seen: Mapping[EvaluationId, str]
    ) -> bool:
        known = self._seen.get(EvaluationId(plan.id, measure.code, fiscal_year))
        return known is None or known.basis != self._basis(plan, measure, fiscal_year, seen)

    def _basis(
        self, plan: Plan, measure: Measure, fiscal_year: int, seen: Mapping[EvaluationId, str]
    ) -> tuple[object, ...]:
        """What the marks depend on: the plan's version, every year so far, the last look."""
        of = self._session.store.revisions.of
        years = range(plan.first_year, fiscal_year + 1)
        written = tuple(of(EvaluationId(plan.id, measure.code, year)) for year in years)
        at = EvaluationId(plan.id, measure.code, fiscal_year)
        return plan.version, written, seen.get(at, "")

    def _look(
        self,
        plan: Plan,
        measure: Measure,
        at: EvaluationId,
        years: Mapping[int, Evaluation],
        basis: tuple[object, ...],
        seen: Mapping[EvaluationId, str],
    ) -> Seen:
        evaluation = years.get(at.fiscal_year)
        if evaluation is None or states.office_state(evaluation) in _NOTHING_TO_MARK:
            return Seen(basis, (), 0, "")
        found = marks_of(check(plan, measure, at.fiscal_year, years))
        last, count = seen.get(at, ""), states.submission_of(evaluation).count
        returned = states.office_state(evaluation) is OfficeState.RETURNED
        told = last or returned or count > 1  # without any of these nothing can have happened
        history = self._session.store.history(at) if told else ()
        marks = sorted((*found, *_happened(evaluation, history, last)), key=lambda m: m.kind)
        waiting = len(returning.remarks_of(evaluation, count))
        return Seen(basis, tuple(marks), waiting, _returned_at(history) if returned else "")


def noted_of(history: Sequence[HistoryEntry]) -> list[Noted]:
    """The history as the domain looks at it."""
    return [
        Noted(entry.key, entry.written.value, entry.origin.import_id is not None, entry.held)
        for entry in history
    ]


def _line(plan: Plan, measure: Measure, there: Evaluation, department: str) -> QueueLine:
    state = states.office_state(there)
    return QueueLine(
        measure.code,
        measure.name,
        department,
        plan.field_of(measure).name,
        measure.national_priority,
        measure.evaluated_in(there.id.fiscal_year),
        state,
        again=states.submission_of(there).count > 1,
        corrected=bool(there.value("correction")) and state not in states.SETTLED,
    )


def _happened(
    evaluation: Evaluation, history: Sequence[HistoryEntry], seen: str
) -> tuple[Mark, ...]:
    noted = noted_of(history)
    outside = returning.outside(evaluation, noted)
    changed = returning.changed_since(evaluation, noted, int(seen)) if seen else {}
    replies = {}
    for key in returning.remarks_of(evaluation, states.submission_of(evaluation).count - 1):
        reply = "\n".join(filter(None, evaluation.values(items.reply_key(key))))
        if reply:
            replies[items.place_of(key)] = reply
    return event_marks(outside, changed, replies)


def _returned_at(history: Sequence[HistoryEntry]) -> str:
    """When the newest 差戻し was written."""
    word = OfficeState.RETURNED.value
    stages = (e for e in reversed(history) if e.key == "office_stage")
    return next((e.origin.noted_at for e in stages if e.written.value.startswith(word)), "")
