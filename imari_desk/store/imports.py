"""Workbooks that were taken in, and what a person has to look at in them."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, select, update

from imari_desk.domain.book import Level, Purpose
from imari_desk.domain.errors import CallError
from imari_desk.domain.records import (
    Finding,
    FindingKind,
    FindingState,
    ImportAct,
    ImportRecord,
    Outcome,
)
from imari_desk.domain.register import Register
from imari_desk.store import answers, exchange, history, plans, rows, schema
from imari_desk.store.schema import finding, imported
from imari_desk.store.steps import Made
from imari_desk.store.taken_back import import_counts


class Applied(NamedTuple):
    """What became of one workbook: the registers it changed, and its act in the history."""

    record: ImportRecord
    made: tuple[Made, ...]
    origin: int | None


def apply(connection: Connection, act: ImportAct) -> Applied:
    """See Store.apply_import; the bytes are kept by archive.keep before."""
    record = _record(connection, act)
    if act.plan is not None:
        plans.add(connection, act.plan, now=record.imported_at, current=act.plan_is_current)
    exchange.set_assignments(connection, act.assignments)
    exchange.add_requests(connection, act.requests)
    made, origin = _apply_answers(connection, act, record)
    rows.insert_many(connection, finding, [_finding_row(one, record.id) for one in act.findings])
    return Applied(record, tuple(made), origin)


def _apply_answers(
    connection: Connection, act: ImportAct, record: ImportRecord
) -> tuple[list[Made], int | None]:
    changed = [(intake, intake.changed_keys) for intake in act.intakes]
    touched = {i.after.id for i, keys in changed if keys or i.arrivals}
    numbers = answers.identify(connection, touched)
    registers: dict[tuple[int, str], Register] = {}
    taken, made = [], []
    for intake, keys in changed:
        here, before = intake.after, intake.before.registers
        for key in keys:
            registers[numbers[here.id], key] = here.registers[key]
            made.append(Made(numbers[here.id], key, before.get(key, ()), here.registers[key]))
        for a in intake.arrivals:
            taken.append(history.Taken(numbers[here.id], a.key, a.written, a.held, a.place))
    answers.put(connection, registers)
    noted = history.add(
        connection, taken, person=record.person, noted_at=record.imported_at, imported=record.id
    )
    return made, noted.origin if noted else None


def _record(connection: Connection, act: ImportAct) -> ImportRecord:
    record = act.record._replace(archived=act.content is not None)
    row = {name: getattr(record, name) for name in schema.SEALED["imported"]}
    row["outcome"], row["level"] = record.outcome.value, record.level.value
    row["purpose"] = record.purpose.value if record.purpose else ""
    return record._replace(id=rows.insert_one(connection, imported, row))


def _finding_row(one: Finding, import_id: int) -> tuple[object, ...]:
    return (
        import_id,
        one.kind.value,
        one.sheet,
        one.cell,
        one.text,
        one.code,
        one.state.value,
    )


def listed(connection: Connection, fiscal_year: int | None) -> tuple[ImportRecord, ...]:
    """See Store.imports."""
    gone = (~import_counts()).label("taken_back")
    query = select(imported, gone).order_by(imported.c.id)
    if fiscal_year is not None:
        query = query.where(imported.c.fiscal_year == fiscal_year)
    return tuple(_import(dict(row._mapping)) for row in connection.execute(query))


def by_digest(connection: Connection, sha256: str) -> ImportRecord | None:
    """See Store.import_by_digest."""
    query = (
        select(imported)
        .where(
            imported.c.sha256 == sha256,
            imported.c.outcome != Outcome.REFUSED.value,
            import_counts(),
        )
        .order_by(imported.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return _import(dict(row._mapping)) if row else None


def _import(row: dict[str, Any]) -> ImportRecord:
    del row["seal"]
    row["outcome"], row["level"] = Outcome(row["outcome"]), Level(row["level"])
    row["purpose"] = Purpose(row["purpose"]) if row["purpose"] else None
    return ImportRecord(**row)


def findings(
    connection: Connection, import_id: int | None, state: FindingState | None
) -> tuple[Finding, ...]:
    """See Store.findings."""
    query = select(finding).order_by(finding.c.id)
    if import_id is not None:
        query = query.where(finding.c.imported == import_id)
    else:
        counting = select(imported.c.id).where(import_counts())
        query = query.where(finding.c.imported.in_(counting))
    if state is not None:
        query = query.where(finding.c.state == state.value)
    return tuple(
        Finding(
            FindingKind(row.kind),
            row.sheet,
            row.cell,
            row.text,
            row.code,
            FindingState(row.state),
            row.imported,
            row.id,
        )
        for row in connection.execute(query)
    )


def settle(connection: Connection, finding_id: int, state: FindingState) -> None:
    """See Store.settle_finding."""
    row = connection.execute(select(finding).where(finding.c.id == finding_id)).first()
    if row is None:
        raise CallError("finding_unknown", number=finding_id)
    changed = rows.sealed(finding, {**row._mapping, "state": state.value})
    connection.execute(update(finding).where(finding.c.id == finding_id).values(changed))
