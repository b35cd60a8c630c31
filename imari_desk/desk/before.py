"""The plan before this one, and what its measures said last: a new plan goes on from them."""

from __future__ import annotations

from imari_desk.desk.session import Session
from imari_desk.domain.errors import CallError
from imari_desk.domain.plan import Plan


def plan_before(session: Session, plan: Plan) -> Plan | None:
    """The plan of the year before this one's first; None where there is none."""
    try:
        found = session.store.plan_for(plan.first_year - 1)
    except CallError:
        return None
    return found if found.id != plan.id else None
