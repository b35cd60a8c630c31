"""Who answered for what over all years, and the 組織改編 between them."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from imari_desk.domain.records import Assignment
from imari_desk.domain.succession import Change, Succession, Successions
from imari_desk.store import exchange, rows
from imari_desk.store.database import Database
from imari_desk.store.schema import assignment, succession


class Departments:
    """The 課 of a desk; each public method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def assignments(self) -> tuple[Assignment, ...]:
        """Every assignment of every plan and year, sorted."""
        order = (assignment.c.plan, assignment.c.fiscal_year, assignment.c.measure)
        with self._database.transaction() as connection:
            found = connection.execute(select(assignment).order_by(*order)).all()
        return tuple(
            Assignment(
                r.plan, r.fiscal_year, r.measure, r.department, tuple(r.related.splitlines())
            )
            for r in found
        )

    def successions(self) -> Successions:
        """Every 組織改編, oldest first."""
        query = select(succession).order_by(succession.c.fiscal_year, succession.c.old)
        with self._database.transaction() as connection:
            found = connection.execute(query).all()
        return Successions(tuple(Succession(r.fiscal_year, r.old, r.new) for r in found))

    def change(self, change: Change) -> None:
        """Let all of it stand, or nothing."""
        with self._database.transaction(writing=True) as connection:
            for row in change.gone:
                _remove_assignment(connection, row)
            exchange.set_assignments(connection, change.new)
            for one in (*change.ended, *change.begun):
                here = (succession.c.fiscal_year == one.fiscal_year, succession.c.old == one.old)
                connection.execute(delete(succession).where(*here))
            for one in change.begun:
                rows.insert_one(connection, succession, one._asdict())


def _remove_assignment(connection: Connection, one: Assignment) -> None:
    here = (
        assignment.c.plan == one.plan,
        assignment.c.fiscal_year == one.fiscal_year,
        assignment.c.measure == one.measure,
    )
    connection.execute(delete(assignment).where(*here))
