"""Workbooks that are taken in together, in one transaction, and can be taken back as a whole.

Taking back lets every register stand as it stood, so that nothing in it knows of the values that
went: the same workbook can come in again and counts again. The history keeps them for good.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial

from sqlalchemy import Connection, delete, func, select

from imari_desk.domain.batches import Batch, BatchFile, BatchState, OnTop
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import ImportAct, ImportRecord, Origin, Outcome, Typed
from imari_desk.domain.register import Register
from imari_desk.store import answers, archive, imports, rows, steps, writing, written
from imari_desk.store.database import Database
from imari_desk.store.schema import batch, batch_act, batch_file, decision, evaluation, imported
from imari_desk.store.schema import history as histories
from imari_desk.store.schema import origin as origins
from imari_desk.store.schema import stood as table
from imari_desk.store.taken_back import act_counts, import_counts

KEPT = 5  # batches that can be taken back, one after the other
Place = tuple[int, str]  # an evaluation's number, and the key
Transaction = Callable[[], AbstractContextManager[Connection]]
_UNDER_WAY = (BatchState.LOOKING.value, BatchState.APPLYING.value)


class Batches:
    """The batches of an open store (Store.batches). Each public method is one transaction."""

    def __init__(
        self, database: Database, writing: Transaction, replicas: writing.Replicas
    ) -> None:
        self._path, self._reading = database.path, database.transaction
        self._keeping = partial(database.transaction, writing=True)  # of nothing that is answered
        self._writing, self._replicas = writing, replicas

    def under_way(self) -> Batch | None:
        """What was looked at and is not taken in yet, or was broken off; None where nothing is."""
        with self._reading() as connection:
            return _newest(connection, _UNDER_WAY)

    def look_at(self, files: Sequence[BatchFile], *, person: str, now: str) -> Batch:
        """Let these be the files looked at, in the place of those before; decisions stay."""
        with self._keeping() as connection:
            number = _looking(connection, person, now)
            connection.execute(delete(batch_file).where(batch_file.c.batch == number))
            new = [(number, one.path, one.sha256, None) for one in files]
            rows.insert_many(connection, batch_file, new)
            return _load(connection, number)

    def decide(self, decisions: Mapping[str, str], *, person: str, now: str) -> None:
        """Keep what a person decided, by subject; "" takes a decision back."""
        with self._keeping() as connection:
            number = _looking(connection, person, now)
            for subject, choice in decisions.items():
                here = (decision.c.batch == number, decision.c.subject == subject)
                connection.execute(delete(decision).where(*here))
                if choice:
                    row = (number, subject, choice, person, now)
                    rows.insert_many(connection, decision, [row])

    def forget(self) -> None:
        """Let go of what was looked at, and of what was decided about it."""
        with self._keeping() as connection:
            for number in connection.execute(
                select(batch.c.id).where(batch.c.state.in_(_UNDER_WAY))
            ).scalars():
                for one in (batch_file, decision):
                    connection.execute(delete(one).where(one.c.batch == number))
                connection.execute(delete(batch).where(batch.c.id == number))

    def begin(self, contents: Mapping[str, bytes]) -> None:
        """Before anything is taken in: keep the workbooks, by SHA-256, and note that it begins.

        Where the program dies after this, under_way() says APPLYING at the next start.
        """
        for digest, content in contents.items():
            archive.keep(self._path, digest, content)
        self._turn(BatchState.APPLYING)

    def go_back(self) -> None:
        """What began was stopped; the files are only looked at again."""
        self._turn(BatchState.LOOKING)

    def apply(
        self, acts: Iterable[ImportAct], deeds: Callable[[], Sequence[Typed]], origin: Origin
    ) -> tuple[ImportRecord, ...]:
        """Store every workbook of the batch, whole or none of them.

        ``acts`` may be worked out one by one; what it raises undoes everything. ``deeds`` are
        asked for after them and written in the same act. Raises CallError("batch_missing").
        """
        with self._writing() as connection:
            number = _required(connection)
            records = [self._apply_one(connection, number, act) for act in acts]
            made, act_origin = writing.lay(connection, deeds(), origin, self._replicas)
            _note(connection, number, made, act_origin)
            _turn(connection, number, BatchState.APPLIED, origin.noted_at)
            _settle_old(connection)
            return tuple(records)

    def _apply_one(self, connection: Connection, number: int, act: ImportAct) -> ImportRecord:
        archive.keep(self._path, act.record.sha256, act.content)
        applied = imports.apply(connection, act)
        _note(connection, number, applied.made, applied.origin)
        _link(connection, number, applied.record)
        return applied.record

    def all(self, limit: int | None = None) -> tuple[Batch, ...]:
        """Everything that was taken in together, the newest first."""
        with self._reading() as connection:
            done = select(batch.c.id).where(batch.c.state.not_in(_UNDER_WAY))
            found = connection.execute(done.order_by(batch.c.id.desc()).limit(limit)).scalars()
            return tuple(_load(connection, number) for number in found.all())

    def last(self) -> Batch | None:
        """The newest batch that was applied and can be taken back; None where there is none."""
        with self._reading() as connection:
            return _newest(connection, (BatchState.APPLIED.value,))

    def on_top(self, number: int) -> tuple[OnTop, ...]:
        """What was written since on top of what a batch brought, the oldest first."""
        with self._reading() as connection:
            return _on_top(connection, number)

    def take_back(self, number: int, *, now: str) -> None:
        """Let everything stand as it stood before the batch; the history marks its values.

        Raises CallError("batch_written_since") where something was written on top, and
        CallError("batch_not_last") for any batch but the last.
        """
        with self._writing() as connection:
            newest = _newest(connection, (BatchState.APPLIED.value,))
            if newest is None or newest.id != number:
                raise CallError("batch_not_last")
            before = _to_restore(connection, number)
            if before is None or _on_top(connection, number):
                raise CallError("batch_written_since")
            answers.put(connection, before)
            connection.execute(delete(table).where(table.c.batch == number))
            _turn(connection, number, BatchState.TAKEN_BACK, now)

    def _turn(self, state: BatchState) -> None:
        with self._keeping() as connection:
            _turn(connection, _required(connection), state, "")


def _newest(connection: Connection, states: Sequence[str]) -> Batch | None:
    query = select(func.max(batch.c.id)).where(batch.c.state.in_(states))
    number = connection.execute(query).scalar()
    return _load(connection, number) if number is not None else None


def _required(connection: Connection) -> int:
    found = _newest(connection, _UNDER_WAY)
    if found is None:
        raise CallError("batch_missing")
    return found.id


def _looking(connection: Connection, person: str, now: str) -> int:
    """The batch that is looked at, a new one where there is none."""
    found = _newest(connection, _UNDER_WAY)
    if found is not None:
        return found.id
    return rows.insert_row(connection, batch, (BatchState.LOOKING.value, person, now, ""))


def _load(connection: Connection, number: int) -> Batch:
    row = connection.execute(select(batch).where(batch.c.id == number)).one()
    of_files = select(batch_file).where(batch_file.c.batch == number).order_by(batch_file.c.id)
    of_choices = select(decision).where(decision.c.batch == number)
    return Batch(
        row.id,
        BatchState(row.state),
        row.person,
        row.begun_at,
        row.ended_at,
        tuple(
            BatchFile(one.path, one.sha256, one.imported or 0)
            for one in connection.execute(of_files)
        ),
        {one.subject: one.choice for one in connection.execute(of_choices)},
    )


def _turn(connection: Connection, number: int, state: BatchState, now: str) -> None:
    row = connection.execute(select(batch).where(batch.c.id == number)).one()
    rows.rewrite(connection, batch, number, (state.value, row.person, row.begun_at, now))


def _link(connection: Connection, number: int, record: ImportRecord) -> None:
    here = (batch_file.c.batch == number, batch_file.c.sha256 == record.sha256)
    for row in connection.execute(select(batch_file).where(*here)).all():
        if row.imported is None:
            rows.rewrite(connection, batch_file, row.id, (number, row.path, row.sha256, record.id))
            return


def _note(
    connection: Connection, number: int, made: Sequence[steps.Made], origin: int | None
) -> None:
    """Keep what an act found, and that it was this batch's."""
    if origin is not None:
        rows.insert_many(connection, batch_act, [(origin, number)])
    found = [
        (number, one.evaluation, one.key, _to_text(one.before), steps.dots(one.after))
        for one in made
    ]
    rows.insert_many(connection, table, found)


def _to_text(register: Register) -> str:
    if not register:
        return ""
    values = [(*w.dot, w.value, written.past_to_text(w.past)) for w in register]
    return json.dumps(values, ensure_ascii=False)


def _from_text(text: str) -> Register:
    if not text:
        return ()
    return tuple(written.value(*columns) for columns in json.loads(text))


def _to_restore(connection: Connection, number: int) -> dict[Place, Register] | None:
    """What stood before the batch; None where something else stands now than it left."""
    before: dict[Place, Register] = {}
    after: dict[Place, str] = {}
    query = select(table).where(table.c.batch == number).order_by(table.c.id)
    for row in connection.execute(query).all():
        place = (row.evaluation, row.key)
        before.setdefault(place, _from_text(row.before))
        after[place] = row.after
    standing = ((place, answers.standing(connection, *place)) for place in after)
    if any(steps.dots(there) != after[place] for place, there in standing):
        return None
    return before


def _on_top(connection: Connection, number: int) -> tuple[OnTop, ...]:
    return (*_books_since(connection, number), *_values_since(connection, number))


def _books_since(connection: Connection, number: int) -> list[OnTop]:
    """Workbooks taken in since, otherwise than with a batch that was taken back."""
    mine = select(batch_file.c.imported).where(
        batch_file.c.batch == number, batch_file.c.imported.is_not(None)
    )
    first = connection.execute(select(func.min(mine.subquery().c.imported))).scalar()
    if first is None:
        return []
    query = (
        select(imported)
        .where(
            imported.c.id > first,
            imported.c.id.not_in(mine),
            imported.c.outcome != Outcome.REFUSED.value,
            import_counts(),
        )
        .order_by(imported.c.id)
    )
    return [
        OnTop(None, "", row.person, row.imported_at, row.file_name)
        for row in connection.execute(query)
    ]


def _values_since(connection: Connection, number: int) -> list[OnTop]:
    """Values written since in the evaluations the batch has changed, and not by it."""
    mine = select(batch_act.c.origin).where(batch_act.c.batch == number)
    here = select(table.c.evaluation).where(table.c.batch == number)
    first = select(func.min(histories.c.id)).where(histories.c.origin.in_(mine))
    begun = connection.execute(first).scalar()
    if begun is None:
        return []
    query = (
        select(
            evaluation.c.plan,
            evaluation.c.measure,
            evaluation.c.fiscal_year,
            histories.c.key,
            origins.c.person,
            origins.c.noted_at,
        )
        .join_from(histories, evaluation, histories.c.evaluation == evaluation.c.id)
        .join(origins, histories.c.origin == origins.c.id)
        .where(
            histories.c.evaluation.in_(here),
            histories.c.id > begun,
            histories.c.held.is_(False),
            histories.c.origin.not_in(mine),
            origins.c.imported.is_(None),
            act_counts(),
        )
        .order_by(histories.c.id)
    )
    return [
        OnTop(EvaluationId(plan, measure, year), key, person, noted_at)
        for plan, measure, year, key, person, noted_at in connection.execute(query)
    ]


def _settle_old(connection: Connection) -> None:
    """Of all but the newest batches, what stood before them is not kept any longer."""
    applied = select(batch.c.id).where(batch.c.state == BatchState.APPLIED.value)
    numbers = connection.execute(applied.order_by(batch.c.id.desc()).offset(KEPT)).scalars().all()
    for number in numbers:
        connection.execute(delete(table).where(table.c.batch == number))
        row = connection.execute(select(batch).where(batch.c.id == number)).one()
        _turn(connection, number, BatchState.SETTLED, row.ended_at)
