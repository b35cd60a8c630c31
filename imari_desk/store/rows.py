"""Rows with their seals, put in one at a time or many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.dml import UpdateBase

from imari_desk.store.schema import SEALED

_PARTED = "\x1f"


def seal(*values: object) -> str:
    """The hash of a record's values, given in the order of SEALED."""
    return _hash(_PARTED.join(map(str, values)))


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def sealed(table: Table, row: Mapping[str, object]) -> dict[str, object]:
    """The row with its seal."""
    return {**row, "seal": seal(*[row[name] for name in SEALED[table.name]])}


def insert_one(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """Put in one row; gives its id, 0 in a table that has none."""
    key = connection.execute(_insert(table), sealed(table, row)).inserted_primary_key
    return int(key[0]) if key is not None and "id" in table.c else 0


def insert_many(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Put in many rows, each with its values in the order of SEALED."""
    names = SEALED[table.name]
    text = _PARTED.join(["%s"] * len(names))  # what ``seal`` makes of a row, in half the time
    sealed_rows = [(*row, _hash(text % row)) for row in rows]
    run_many(connection, _insert(table), (*names, "seal"), sealed_rows)


def run_many(
    connection: Connection,
    statement: UpdateBase,
    names: tuple[str, ...],
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Run a statement once for each row of parameters, given in the order of ``names``.

    The statement is compiled once and the driver handed plain tuples: half the time of a whole
    import was spent making a dictionary of each row.
    """
    if rows:
        text, pick = _compiled(statement, names, connection.dialect)
        connection.exec_driver_sql(text, list(map(pick, rows)))


@lru_cache
def _insert(table: Table) -> UpdateBase:
    return insert(table)


@lru_cache
def _compiled(
    statement: UpdateBase, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, Callable[[tuple[object, ...]], tuple[object, ...]]]:
    """The statement's text, and what puts a row's values into the order it wants them in."""
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup or ()
    return str(compiled), itemgetter(*[names.index(name) for name in order])
