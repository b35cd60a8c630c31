"""Every value ever taken in or typed, with where it came from.

Only ever added to, but for the entry somebody is typing at this moment (domain/strokes.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from imari_desk.domain.batches import BatchState
from imari_desk.domain.book import Place
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import HistoryEntry, Origin, TypedLately
from imari_desk.domain.register import Past, Written
from imari_desk.store import rows, written
from imari_desk.store.schema import batch, batch_act, evaluation, imported
from imari_desk.store.schema import history as table
from imari_desk.store.schema import origin as origins

_LATELY = 20_000  # values, the newest ones: what happened before them is not looked at
_VALUE_OF = ("evaluation", "key", "replica", "counter")
_VALUE = select(table.c.value).where(
    *[table.c[name] == bindparam(name) for name in _VALUE_OF], table.c.held.is_(False)
)


class Taken(NamedTuple):
    """One value to be noted; ``evaluation`` is its number in the database."""

    evaluation: int
    key: str
    written: Written
    held: bool = False
    place: Place | None = None


class Noted(NamedTuple):
    """Where an act was noted: the id of its origin, and of its last value."""

    origin: int
    value: int


def add(
    connection: Connection,
    taken: Sequence[Taken],
    *,
    person: str,
    noted_at: str,
    imported: int | None = None,
) -> Noted | None:
    """Note the values of one act; None where it has none."""
    if not taken:
        return None
    origin = rows.insert_row(connection, origins, (imported, person, noted_at))
    rows.insert_many(connection, table, [_row(one, origin) for one in taken[:-1]])
    return Noted(origin, rows.insert_row(connection, table, _row(taken[-1], origin)))


def rewrite(
    connection: Connection, noted: Noted, taken: Taken, person: str, noted_at: str | None
) -> None:
    """Let the last value of an act be another one; noted then, or as before where it is None."""
    rows.rewrite(connection, table, noted.value, _row(taken, noted.origin))
    if noted_at is not None:
        rows.rewrite(connection, origins, noted.origin, (None, person, noted_at))


def values(connection: Connection, evaluation: int, key: str, dots: Past) -> list[str]:
    """The values that were written under those dots, by the evaluation's number."""
    found: list[str] = []
    for replica, counter in dots:
        row = (evaluation, key, replica, counter)
        found += [text for (text,) in rows.fetch(connection, _VALUE, _VALUE_OF, row)]
    return found


def _row(one: Taken, origin: int) -> tuple[object, ...]:
    place = (one.place.sheet, one.place.cell) if one.place else (None, None)
    return (*written.row(one.evaluation, one.key, one.written), one.held, *place, origin)


def of(
    connection: Connection, wanted: EvaluationId, keys: Sequence[str]
) -> tuple[HistoryEntry, ...]:
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
            batch.c.state,
        )
        .join_from(table, evaluation, table.c.evaluation == evaluation.c.id)
        .join(origins, table.c.origin == origins.c.id)
        .outerjoin(imported, origins.c.imported == imported.c.id)
        .outerjoin(batch_act, batch_act.c.origin == origins.c.id)
        .outerjoin(batch, batch_act.c.batch == batch.c.id)
        .where(
            evaluation.c.plan == wanted.plan,
            evaluation.c.measure == wanted.measure,
            evaluation.c.fiscal_year == wanted.fiscal_year,
        )
        .order_by(table.c.id)
    )
    if keys:
        query = query.where(table.c.key.in_(keys))
    return tuple(
        HistoryEntry(
            wanted,
            row.key,
            written.value(row.replica, row.counter, row.value, row.past),
            row.held,
            Place(row.sheet, row.cell) if row.sheet is not None else None,
            Origin(row.person, row.noted_at, row.imported, row.file_name or "", row.sha256 or ""),
            row.state == BatchState.TAKEN_BACK.value,
        )
        for row in connection.execute(query)
    )


def typed_lately(connection: Connection, most: int) -> tuple[TypedLately, ...]:
    """See Store.typed_lately."""
    query = (
        select(
            evaluation.c.plan,
            evaluation.c.measure,
            evaluation.c.fiscal_year,
            table.c.key,
            origins.c.person,
            origins.c.noted_at,
        )
        .join_from(table, evaluation, table.c.evaluation == evaluation.c.id)
        .join(origins, table.c.origin == origins.c.id)
        .where(origins.c.imported.is_(None), table.c.id > _newest(connection) - _LATELY)
        .order_by(table.c.id.desc())
        .limit(most)
    )
    return tuple(
        TypedLately(EvaluationId(plan, measure, year), key, person, noted_at)
        for plan, measure, year, key, person, noted_at in connection.execute(query)
    )


def by_import(connection: Connection) -> dict[int, int]:
    """See Store.values_by_import."""
    query = (
        select(origins.c.imported, func.count())
        .join_from(table, origins, table.c.origin == origins.c.id)
        .where(
            origins.c.imported.is_not(None),
            table.c.held.is_(False),
            table.c.id > _newest(connection) - _LATELY,
        )
        .group_by(origins.c.imported)
    )
    return {int(row[0]): int(row[1]) for row in connection.execute(query)}


def _newest(connection: Connection) -> int:
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)
