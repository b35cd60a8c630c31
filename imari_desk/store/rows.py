"""Rows with their seals, put in one at a time or many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, Table, bindparam, insert, update
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.dml import UpdateBase

from imari_desk.store.schema import SEALED

Query = Select[*tuple[Any, ...]]
Found = Sequence[tuple[Any, ...]]

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
    given = insert_row(connection, table, tuple(row[name] for name in SEALED[table.name]))
    return given if "id" in table.c else 0


def insert_row(connection: Connection, table: Table, row: tuple[object, ...]) -> int:
    """Put in one row, its values in the order of SEALED; gives the id of a table that has one."""
    names = (*SEALED[table.name], "seal")
    done = run(connection, _insert(table), names, (*row, seal(*row)))
    return int(done.lastrowid or 0)


def rewrite(connection: Connection, table: Table, number: int, row: tuple[object, ...]) -> None:
    """Put a row, its values in the order of SEALED, in the place of the one with that id."""
    names = ("number", *SEALED[table.name], "seal")
    done = run(connection, _rewrite(table), names, (number, *row, seal(*row)))
    if done.rowcount != 1:
        raise LookupError(f"{table.name} {number}")


def fetch(
    connection: Connection, query: Query, names: tuple[str, ...], row: tuple[object, ...]
) -> Found:
    """The rows a query finds; ``row`` are its parameters in the order of ``names``."""
    return run(connection, query, names, row).all()


def insert_many(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Put in many rows, each with its values in the order of SEALED."""
    names = SEALED[table.name]
    text = _PARTED.join(["%s"] * len(names))  # what ``seal`` makes of a row, in half the time
    sealed_rows = [(*row, _hash(text % row)) for row in rows]
    run_many(connection, _insert(table), (*names, "seal"), sealed_rows)


def run(
    connection: Connection,
    statement: UpdateBase | Query,
    names: tuple[str, ...],
    row: tuple[object, ...],
) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement; ``row`` are its parameters in the order of ``names``."""
    text, pick = _compiled(statement, names, connection.dialect)
    return connection.exec_driver_sql(text, pick(row))


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
def _rewrite(table: Table) -> UpdateBase:
    names = (*SEALED[table.name], "seal")
    new: dict[str, object] = {name: bindparam(name) for name in names}
    return update(table).where(table.c.id == bindparam("number")).values(new)


@lru_cache(maxsize=128)
def _compiled(
    statement: UpdateBase | Query, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, Callable[[tuple[object, ...]], tuple[object, ...]]]:
    """The statement's text, and what puts a row's values into the order it wants them in."""
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    places = [names.index(name) for name in compiled.positiontup or ()]
    if len(places) > 1:
        return str(compiled), itemgetter(*places)
    return str(compiled), lambda row: tuple([row[place] for place in places])
