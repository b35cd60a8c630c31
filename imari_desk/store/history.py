"""Every value ever taken in or typed, with where it came from. Only ever added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from imari_desk.domain.book import Place
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import HistoryEntry, Origin
from imari_desk.domain.register import Written
from imari_desk.store import rows, written
from imari_desk.store.schema import evaluation, imported
from imari_desk.store.schema import history as table
from imari_desk.store.schema import origin as origins


class Taken(NamedTuple):
    """One value to be noted; ``evaluation`` is its number in the database."""

    evaluation: int
    key: str
    written: Written
    held: bool = False
    place: Place | None = None


def add(
    connection: Connection,
    taken: Sequence[Taken],
    *,
    person: str,
    noted_at: str,
    imported: int | None = None,
) -> None:
    """Note the values of one act."""
    if not taken:
        return
    act = {"imported": imported, "person": person, "noted_at": noted_at}
    origin = rows.insert_one(connection, origins, act)
    rows.insert_many(connection, table, [_row(one, origin) for one in taken])


def _row(one: Taken, origin: int) -> tuple[object, ...]:
    place = (one.place.sheet, one.place.cell) if one.place else (None, None)
    return (*written.row(one.evaluation, one.key, one.written), one.held, *place, origin)


def of(connection: Connection, wanted: EvaluationId, key: str | None) -> tuple[HistoryEntry, ...]:
    """See Store.history."""
    query = (
        select(
            table.c.key,
            table.c.replica,
            table.c.counter,
            table.c.value,
            table.c.past,
            table.c.held,
            table.c.sheet,
            table.c.cell,
            origins.c.person,
            origins.c.noted_at,
            origins.c.imported,
            imported.c.file_name,
            imported.c.sha256,
        )
        .join_from(table, evaluation, table.c.evaluation == evaluation.c.id)
        .join(origins, table.c.origin == origins.c.id)
        .outerjoin(imported, origins.c.imported == imported.c.id)
        .where(
            evaluation.c.plan == wanted.plan,
            evaluation.c.measure == wanted.measure,
            evaluation.c.fiscal_year == wanted.fiscal_year,
        )
        .order_by(table.c.id)
    )
    if key is not None:
        query = query.where(table.c.key == key)
    return tuple(
        HistoryEntry(
            wanted,
            row.key,
            written.value(row.replica, row.counter, row.value, row.past),
            row.held,
            Place(row.sheet, row.cell) if row.sheet is not None else None,
            Origin(row.person, row.noted_at, row.imported, row.file_name or "", row.sha256 or ""),
        )
        for row in connection.execute(query)
    )
