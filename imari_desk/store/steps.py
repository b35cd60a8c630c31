"""What was typed here as steps that can be taken back and made again, after a restart too.

A step names what stood before and what stands since by their dots; the values are in the
history. It can be taken only while the answer still stands as this desk left it: what somebody
else has changed meanwhile is never undone. Steps taken back are the newest ones, in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, select

from imari_desk.domain import register
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import Origin, Step
from imari_desk.domain.register import Register
from imari_desk.store import answers, history, rows, written
from imari_desk.store.schema import evaluation
from imari_desk.store.schema import origin as origins
from imari_desk.store.schema import step as table

KEPT = 1000  # steps; the history keeps every value for good

_NEWEST = select(table.c.undone).order_by(table.c.id.desc()).limit(1)
_TAKEN_BACK = delete(table).where(table.c.undone.is_(True))
_TOO_OLD = delete(table).where(table.c.id <= bindparam("last"))


class Made(NamedTuple):
    """A change to be noted as a step; ``evaluation`` is its number in the database."""

    evaluation: int
    key: str
    before: Register
    after: Register


def dots(standing: Register) -> str:
    """A register's dots as they stand in a step; "" for nothing written."""
    return written.past_to_text(tuple(sorted(one.dot for one in standing)))


def add(connection: Connection, made: Sequence[Made], origin: int) -> int:
    """Note steps, the oldest first; gives the id of the last. What was taken back is forgotten."""
    if connection.execute(_NEWEST).scalar():
        connection.execute(_TAKEN_BACK)
    number = 0
    for one in made:
        number = rows.insert_row(connection, table, _row(one, origin))
    connection.execute(_TOO_OLD, {"last": number - KEPT})
    return number


def move_on(connection: Connection, number: int, made: Made, origin: int) -> None:
    """Let the step be another change: to what was typed on since."""
    rows.rewrite(connection, table, number, _row(made, origin))


def _row(made: Made, origin: int) -> tuple[object, ...]:
    before, after = dots(made.before), dots(made.after)
    return (made.evaluation, made.key, before, after, False, origin)


def to_undo(connection: Connection, older_than: int | None) -> Step | None:
    """See Store.to_undo."""
    query = select(table).where(table.c.undone.is_(False)).order_by(table.c.id.desc())
    if older_than is not None:
        query = query.where(table.c.id < older_than)
    return _first(connection, query)


def to_redo(connection: Connection, newer_than: int | None) -> Step | None:
    """See Store.to_redo."""
    query = select(table).where(table.c.undone.is_(True)).order_by(table.c.id)
    if newer_than is not None:
        query = query.where(table.c.id > newer_than)
    return _first(connection, query)


def _first(connection: Connection, query: rows.Query) -> Step | None:
    """The first step of which the answer still stands as this desk left it."""
    for row in connection.execute(query):
        there = answers.standing(connection, row.evaluation, row.key)
        left, wanted = (row.before, row.after) if row.undone else (row.after, row.before)
        if dots(there) != left:
            continue
        values = _values(connection, row.evaluation, row.key, wanted)
        if values and values != register.values(there):
            return _step(connection, row, values)
    return None


def _values(connection: Connection, evaluation: int, key: str, wanted: str) -> tuple[str, ...]:
    """The values those dots stand for; none where the history does not know them all."""
    if not wanted:
        return ("",)
    past = written.past_from_text(wanted)
    found = history.values(connection, evaluation, key, past)
    return tuple(sorted(set(found))) if len(found) >= len(past) else ()


def _step(connection: Connection, row: Row[*tuple[Any, ...]], values: tuple[str, ...]) -> Step:
    there = select(evaluation).where(evaluation.c.id == row.evaluation)
    from_ = select(origins).where(origins.c.id == row.origin)
    at, noted = connection.execute(there).one(), connection.execute(from_).one()
    return Step(
        row.id,
        EvaluationId(at.plan, at.measure, at.fiscal_year),
        row.key,
        values,
        row.undone,
        Origin(noted.person, noted.noted_at),
    )


def take(connection: Connection, step: Step, standing: Register) -> None:
    """Note that the step was taken back, or made again, and what stands at its place since.

    The steps that were passed over on the way to it are forgotten: they cannot be taken again.
    """
    row = connection.execute(select(table).where(table.c.id == step.id)).one()
    was, now = (row.after if step.undone else row.before), dots(standing)
    passed = table.c.id < step.id if step.undone else table.c.id > step.id
    connection.execute(delete(table).where(passed, table.c.undone.is_(step.undone)))
    here = (table.c.evaluation == row.evaluation, table.c.key == row.key)
    for one in connection.execute(select(table).where(*here)).all():
        this = one.id == step.id
        before = now if (this and not step.undone) or (was and one.before == was) else one.before
        after = now if (this and step.undone) or (was and one.after == was) else one.after
        undone = not step.undone if this else one.undone
        if (before, after, undone) != (one.before, one.after, one.undone):
            changed = (one.evaluation, one.key, before, after, undone, one.origin)
            rows.rewrite(connection, table, one.id, changed)
