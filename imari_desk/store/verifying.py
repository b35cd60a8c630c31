"""Looks at every record of a database: nothing that changed behind our back goes unnoticed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Row, Table, select

from imari_desk.domain import evaluation as domain
from imari_desk.domain import register
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import DeskError, MachineError
from imari_desk.domain.plan_text import plan_from_dict
from imari_desk.domain.records import Fault, Verification
from imari_desk.domain.words import sentence
from imari_desk.store import answers, archive, rows, searching, sqlite, written
from imari_desk.store.schema import SEALED, evaluation, imported, metadata, plan_version

_Row = Row[*tuple[object, ...]]
STALE = "search_stale"


def verify(connection: Connection, path: Path) -> Verification:
    """See Store.verify."""
    places = _places(connection)
    problems = [
        *(_fault("engine_complains", detail=text) for text in sqlite.complaints(connection)),
        *_broken_records(connection, places, metadata.sorted_tables),
        *_broken_plans(connection),
        *_lost_files(connection, path),
    ]
    if not problems:  # against answers that are damaged themselves nothing can be held
        problems += _stale_search(connection)
    standing = _standing(connection)
    problems += _forks(standing or ())
    digest = "" if standing is None else domain.digest(standing)
    return Verification(tuple(problems), len(places), digest)


def broken(connection: Connection, *, history: bool) -> list[str]:
    """What is wrong with a copy of a database, in words; without its archived workbooks."""
    tables = [t for t in metadata.sorted_tables if history or t.name != "history"]
    faults = _broken_records(connection, _places(connection), tables)
    return sqlite.complaints(connection) + [fault.text for fault in faults]


def _places(connection: Connection) -> dict[int, tuple[str, int]]:
    query = select(evaluation.c.id, evaluation.c.measure, evaluation.c.fiscal_year)
    return {number: (measure, year) for number, measure, year in connection.execute(query)}


def _broken_records(
    connection: Connection, places: dict[int, tuple[str, int]], tables: Iterable[Table]
) -> Iterator[Fault]:
    for table in tables:
        if table.name in SEALED:
            yield from _broken_seals(connection, table, places)


def _broken_seals(
    connection: Connection, table: Table, places: dict[int, tuple[str, int]]
) -> Iterator[Fault]:
    columns = SEALED[table.name]
    for row in connection.execute(select(table)):
        values = row._mapping
        if values["seal"] == rows.seal(*[values[name] for name in columns]) and _past_reads(row):
            continue
        if "evaluation" in columns:
            measure, year = places.get(values["evaluation"], ("", 0))
        else:
            measure, year = str(values.get("measure", "")), values.get("fiscal_year", 0)
        key = str(values.get("key", ""))
        known = [text for text in (measure, _year(year), key) if text]
        where = "・".join(known) or "・".join(str(value)[:20] for value in row[:3])
        yield _fault("record_damaged", measure, year, key, where=f"{table.name} {where}")


def _year(fiscal_year: int) -> str:
    try:
        return fiscal_year_name(fiscal_year) if fiscal_year else ""
    except (TypeError, ValueError, OverflowError):  # the year itself is what was damaged
        return str(fiscal_year)


def _past_reads(row: _Row) -> bool:
    try:
        written.past_from_text(row._mapping.get("past", ""))
    except ValueError:
        return False
    return True


def _broken_plans(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(plan_version)):
        try:
            plan_from_dict(json.loads(row.text))
        except (DeskError, ValueError):
            yield _fault("plan_damaged", plan=row.plan, version=row.version)


def _lost_files(connection: Connection, path: Path) -> Iterator[Fault]:
    for digest, name in connection.execute(
        select(imported.c.sha256, imported.c.file_name).where(imported.c.archived).distinct()
    ):
        file = archive.file_of(path, digest)
        if not file.is_file():
            yield _fault("archive_missing", file=name, digest=digest)
        elif sha256(file.read_bytes()).hexdigest() != digest:
            yield _fault("archive_changed", file=name, digest=digest)


def _stale_search(connection: Connection) -> Iterator[Fault]:
    count = searching.stale(connection)
    if count:
        yield _fault(STALE, count=count)


def _forks(standing: Iterable[domain.Evaluation]) -> Iterator[Fault]:
    """One name for two writes: the database was copied while open, and both copies went on."""
    for held in standing:
        for key, answered in held.registers.items():
            if register.forks(answered):
                at = held.id
                where = "・".join((at.measure, _year(at.fiscal_year), key))
                yield _fault("answer_forked", at.measure, at.fiscal_year, key, where=where)


def _standing(connection: Connection) -> list[domain.Evaluation] | None:
    """All evaluations; None where an answer cannot even be read."""
    found: list[domain.Evaluation] = []
    plans = connection.execute(select(evaluation.c.plan).distinct()).scalars().all()
    try:
        for plan in plans:
            found += answers.load(connection, plan, None, None, None)
    except MachineError:
        return None
    return found


def _fault(code: str, measure: str = "", year: int = 0, key: str = "", **facts: object) -> Fault:
    return Fault(code, sentence(code, **facts), measure, year, key)
