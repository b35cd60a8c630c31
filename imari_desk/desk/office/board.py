"""提出状況: how far every 課 is, and until when it has time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from imari_desk.desk.session import Session
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import Assignment, ImportRecord, Outcome, Request, Sent
from imari_desk.domain.reminding import Contact
from imari_desk.domain.standing import Share, Stand, Standing, in_order, shares
from imari_desk.domain.states import office_state
from imari_desk.domain.taking_in import department_key, same_department

R = TypeVar("R", Request, Sent, ImportRecord)
_PASSAGE = ("submission", "office_stage")
_WHO = ("author", "extension")


class FieldShares(NamedTuple):
    """One 分野 counted; "" is all of them."""

    field: str
    counts: Mapping[Share, int]


class BoardView(NamedTuple):
    """The board as it stands. ``due``: the deadline most 課 have; ``unassigned``: measure codes
    nobody answers for.
    """

    fiscal_year: int
    today: date
    due: date | None
    standings: tuple[Standing, ...]
    fields: tuple[FieldShares, ...]
    unassigned: tuple[str, ...]


class Board:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self, fiscal_year: int, today: date) -> BoardView:
        """Every 課 with its measures, the most pressing first. Nothing is judged or checked."""
        session = self._session
        plan = session.plan(fiscal_year)
        assigned = session.assignments(plan, fiscal_year)
        stands = _stands(session, plan, fiscal_year, assigned)
        passages = _Passages(session, plan, fiscal_year)
        standings = [passages.standing(name, tuple(found)) for name, found in stands.items()]
        dues = Counter(one.told or one.due for one in standings if one.asked)
        every = [stand for found in stands.values() for stand in found]
        return BoardView(
            fiscal_year,
            today,
            dues.most_common(1)[0][0] if dues else None,
            in_order(standings, today),
            _by_field(plan, every),
            tuple(m.code for m in plan.measures if m.code not in assigned),
        )

    def contact(self, fiscal_year: int, department: str) -> Contact:
        """Who answered for the 課 last, this year or before."""
        session = self._session
        plan = session.plan(fiscal_year)
        assigned = session.assignments(plan, fiscal_year).values()
        mine = [a.measure for a in assigned if same_department(a.department, department)]
        found = session.store.evaluations(plan.id, None, mine, _WHO)
        for one in sorted(found, key=lambda e: e.id.fiscal_year, reverse=True):
            if one.id.fiscal_year <= fiscal_year and one.value("author"):
                return Contact(one.value("author"), one.value("extension"), one.id.fiscal_year)
        return Contact()

    def extend(self, fiscal_year: int, department: str, due: date, reason: str) -> None:
        """Note that a 課 has until another day, and why.

        Raises CallError("office.board.not_asked") where it has not been asked yet.
        """
        session = self._session
        plan = session.plan(fiscal_year)
        every = session.requests(plan, fiscal_year)
        asked = [r for r in every if same_department(r.department, department)]
        if not asked:
            raise CallError("office.board.not_asked", department=department)
        again = asked[-1]._replace(due=due.isoformat(), message=reason, asked_at=session.now)
        session.store.record_sent((), (again,))


def _stands(
    session: Session, plan: Plan, fiscal_year: int, assigned: Mapping[str, Assignment]
) -> dict[str, list[Stand]]:
    """課 → its measures, both in the plan's order."""
    passages = session.store.evaluations(plan.id, fiscal_year, keys=_PASSAGE)
    written = {e.id.measure: e for e in passages}
    found: dict[str, list[Stand]] = {}
    for measure in plan.measures:
        if measure.code in assigned:
            at = EvaluationId(plan.id, measure.code, fiscal_year)
            state = office_state(written.get(measure.code) or Evaluation(at))
            stand = Stand(measure.code, measure.name, plan.field_of(measure).name, state)
            found.setdefault(assigned[measure.code].department, []).append(stand)
    return found


class _Passages:
    """What went to and came from every 課 in a year, by 課."""

    def __init__(self, session: Session, plan: Plan, fiscal_year: int) -> None:
        store = session.store
        self._year, self._successions = fiscal_year, store.departments.successions()
        sent = (s for s in store.sent(fiscal_year) if s.plan == plan.id)
        came = (r for r in store.imports(fiscal_year) if r.purpose is Purpose.SUBMISSION)
        self._requests = self._by_department(session.requests(plan, fiscal_year))
        self._sent = self._by_department(sent)
        self._taken = self._by_department(record for record in came if _counts(record))

    def _by_department(self, records: Iterable[R]) -> dict[str, list[R]]:
        """The records of each 課, and of those it goes on for, found at once: comparing all names
        with all took long."""
        found: dict[str, list[R]] = {}
        for record in records:
            heir = self._successions.heir(record.department, self._year)
            found.setdefault(department_key(heir), []).append(record)
        return found

    def standing(self, department: str, stands: tuple[Stand, ...]) -> Standing:
        key = department_key(department)
        asked, books = self._requests.get(key, ()), self._sent.get(key, ())
        told = [s for s in books if s.purpose is Purpose.REQUEST]
        back = [s for s in books if s.purpose is Purpose.RETURN]
        came = [r.imported_at for r in self._taken.get(key, ())]
        due, said = _day(asked[-1].due if asked else ""), _day(told[-1].due if told else "")
        here = any(not stand.missing for stand in stands)
        # What comes after something was sent back comes again, and says nothing of the deadline.
        first = [when for when in came if not back or when < back[0].written_at]
        return Standing(
            department,
            stands,
            bool(asked),
            due,
            said or due,
            asked[-1].message if asked and said and due and due > said else "",
            _day(max(first, default="")) if here else None,
            _day(back[-1].written_at) if back else None,
            _day(back[-1].due) if back else None,
            self._successions.formers(department, self._year, self._year),
        )


def _counts(record: ImportRecord) -> bool:
    return record.outcome is not Outcome.REFUSED and not record.taken_back


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _by_field(plan: Plan, stands: list[Stand]) -> tuple[FieldShares, ...]:
    """All of them, then every 分野 that has any, in the plan's order."""
    names = dict.fromkeys(plan.field_of(measure).name for measure in plan.measures)
    found = [FieldShares("", shares(stands))]
    for name in names:
        mine = [stand for stand in stands if stand.field == name]
        if mine:
            found.append(FieldShares(name, shares(mine)))
    return tuple(found)
