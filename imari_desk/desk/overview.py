"""The whole at a glance: who has sent what."""

from __future__ import annotations

from imari_desk.desk.reports import DepartmentStatus
from imari_desk.desk.session import Session
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.states import SETTLED, OfficeState, office_state


def current_year(session: Session) -> int:
    """See Desk.current_year."""
    plan = session.store.plan()
    years = range(plan.last_year, plan.first_year - 1, -1)
    return next((year for year in years if session.store.requests(year)), plan.last_year)


def status(session: Session, fiscal_year: int) -> tuple[DepartmentStatus, ...]:
    """For each 課, in the plan's order: measures asked, received, returned, confirmed, missing."""
    plan = session.plan(fiscal_year)
    assigned = session.assignments(plan, fiscal_year)
    keys = ("submission", "office_stage")
    written = {e.id: e for e in session.store.evaluations(plan.id, fiscal_year, keys=keys)}
    requested = {r.department for r in session.requests(plan, fiscal_year)}
    found: dict[str, list[tuple[str, OfficeState]]] = {}
    for measure in plan.measures:
        if measure.code in assigned:
            at = EvaluationId(plan.id, measure.code, fiscal_year)
            state = office_state(written.get(at) or Evaluation(at))
            found.setdefault(assigned[measure.code].department, []).append((measure.code, state))
    return tuple(_department(name, rows, asked=name in requested) for name, rows in found.items())


def _department(name: str, rows: list[tuple[str, OfficeState]], *, asked: bool) -> DepartmentStatus:
    missing = tuple(code for code, state in rows if state is OfficeState.NOT_SUBMITTED)
    return DepartmentStatus(
        name,
        len(rows) if asked else 0,
        len(rows) - len(missing),
        sum(state is OfficeState.RETURNED for _, state in rows),
        sum(state in SETTLED for _, state in rows),
        missing,
    )
