"""本部会議: when it is held, and what is decided there, item by item in their order."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from imari_desk.domain.meeting import AgendaItem, Decision, Meeting
from imari_desk.store import rows
from imari_desk.store.database import Database
from imari_desk.store.schema import agenda_item, meeting


class Meetings:
    """The meetings of a desk; each public method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, plan: str, fiscal_year: int) -> Meeting | None:
        """The meeting about that year; None where nobody has written anything of it."""
        with self._database.transaction() as connection:
            return _load(connection, plan, fiscal_year)

    def keep(self, new: Meeting) -> None:
        """Store it in the place of the one there was about that year."""
        with self._database.transaction(writing=True) as connection:
            _remove(connection, new)
            head = {
                "plan": new.plan,
                "fiscal_year": new.fiscal_year,
                "name": new.name,
                "held_on": new.held_on,
                "paper": new.paper,
                "presenter": new.presenter,
            }
            rows.insert_one(connection, meeting, head)
            for place, item in enumerate(new.items):
                rows.insert_one(connection, agenda_item, _row(new, place, item))


def _load(connection: Connection, plan: str, fiscal_year: int) -> Meeting | None:
    here = (meeting.c.plan == plan, meeting.c.fiscal_year == fiscal_year)
    head = connection.execute(select(meeting).where(*here)).one_or_none()
    if head is None:
        return None
    query = (
        select(agenda_item)
        .where(agenda_item.c.plan == plan, agenda_item.c.fiscal_year == fiscal_year)
        .order_by(agenda_item.c.place)
    )
    items = tuple(
        AgendaItem(row.text, row.measure, Decision(row.decision) if row.decision else None)
        for row in connection.execute(query)
    )
    return Meeting(plan, fiscal_year, head.name, head.held_on, head.paper, head.presenter, items)


def _remove(connection: Connection, one: Meeting) -> None:
    for table in (agenda_item, meeting):
        here = (table.c.plan == one.plan, table.c.fiscal_year == one.fiscal_year)
        connection.execute(delete(table).where(*here))


def _row(one: Meeting, place: int, item: AgendaItem) -> dict[str, object]:
    return {
        "plan": one.plan,
        "fiscal_year": one.fiscal_year,
        "place": place,
        "measure": item.measure,
        "text": item.text,
        "decision": item.decision.value if item.decision else "",
    }
