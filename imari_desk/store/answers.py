"""The registers: what stands of each answer, and the writing of new ones."""

from __future__ import annotations

import base64
import os
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, Row, bindparam, delete, select

from imari_desk.domain import register
from imari_desk.domain.errors import MachineError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.records import Origin, Registers, Typed
from imari_desk.domain.register import Dot, Register
from imari_desk.store import history, rows, written
from imari_desk.store.schema import answer, evaluation

_STANDING = select(
    answer.c.evaluation,
    answer.c.key,
    answer.c.replica,
    answer.c.counter,
    answer.c.value,
    answer.c.past,
)
_PLACES = select(answer.c.evaluation, answer.c.key)
_NUMBERS = select(evaluation.c.id, evaluation.c.measure, evaluation.c.fiscal_year)
_CLEARED = delete(answer).where(
    answer.c.evaluation == bindparam("at"), answer.c.key == bindparam("under")
)


class Replica:
    """The name this opening of a database writes under, and its counter.

    The name is drawn anew, at the first write of every opening. So a copied, cloned or restored
    database never writes under a name another one uses, and nothing has to notice the copying.
    """

    def __init__(self) -> None:
        self._name = ""
        self._counter = 0

    def next(self) -> Dot:
        """The dot of the next write; none is given twice, not even after a write that failed."""
        if not self._name:
            self._name = "r" + base64.b32encode(os.urandom(10)).decode()[:10].lower()
        self._counter += 1
        return Dot(self._name, self._counter)


def load(
    connection: Connection,
    plan: str,
    fiscal_year: int | None,
    measures: Collection[str] | None,
    keys: Collection[str] | None,
) -> tuple[Evaluation, ...]:
    """See Store.evaluations."""
    chosen = select(evaluation.c.id).where(evaluation.c.plan == plan)
    if fiscal_year is not None:
        chosen = chosen.where(evaluation.c.fiscal_year == fiscal_year)
    if measures is not None:
        chosen = chosen.where(evaluation.c.measure.in_(measures))
    wanted = _STANDING.where(answer.c.evaluation.in_(chosen))
    if keys is not None:
        wanted = wanted.where(answer.c.key.in_(keys))
    names = {number: one for one, number in _numbers(connection, plan).items()}
    found = _registers(connection.execute(wanted).all())
    whole = (Evaluation(names[number], registers) for number, registers in found.items())
    return tuple(sorted(whole, key=lambda e: (e.id.fiscal_year, e.id.measure)))


def _registers(
    found_rows: Sequence[Row[int, str, str, int, str, str]],
) -> dict[int, dict[str, Register]]:
    found: dict[int, dict[str, Register]] = {}
    last, registers = 0, dict[str, Register]()
    for number, key, replica, counter, value, past in found_rows:
        if number != last:
            last, registers = number, found.setdefault(number, {})
        try:
            one = written.value(replica, counter, value, past)
        except ValueError as error:
            raise MachineError("answer_damaged", key=key) from error
        if key in registers:
            registers[key] = tuple(sorted((*registers[key], one)))
        else:
            registers[key] = (one,)
    return found


def load_one(connection: Connection, wanted: EvaluationId) -> Evaluation:
    """See Store.evaluation."""
    found = load(connection, wanted.plan, wanted.fiscal_year, (wanted.measure,), None)
    return found[0] if found else Evaluation(wanted)


def write(
    connection: Connection, typed: Sequence[Typed], origin: Origin, replica: Replica
) -> Registers:
    """See Store.write."""
    numbers = identify(connection, {t.evaluation for t in typed})
    there = {e: load_one(connection, e).registers for e in numbers}
    new: dict[tuple[EvaluationId, str], Register] = {}
    taken = []
    for one in typed:
        place = (one.evaluation, one.key)
        before = new.get(place, there[one.evaluation].get(one.key, ()))
        new[place] = register.write(before, one.value, replica.next())
        taken.append(history.Taken(numbers[one.evaluation], one.key, new[place][0]))
    put(connection, {(numbers[e], key): found for (e, key), found in new.items()})
    history.add(connection, taken, person=origin.person, noted_at=origin.noted_at)
    return new


def put(connection: Connection, registers: Mapping[tuple[int, str], Register]) -> None:
    """Let these registers stand, by the evaluation's number and key, in place of what stood.

    What stands is asked for first: deleting what is not there costs as much as putting it in.
    """
    here = {number for number, _ in registers}
    there = connection.execute(_PLACES.where(answer.c.evaluation.in_(here))).all()
    replaced = {(number, key) for number, key in there} & registers.keys()
    rows.run_many(connection, _CLEARED, ("at", "under"), sorted(replaced))
    in_order = sorted(registers.items())  # in which they are kept: each lands beside the last
    rows.insert_many(
        connection,
        answer,
        [written.row(number, key, one) for (number, key), r in in_order for one in r],
    )


def identify(connection: Connection, wanted: Collection[EvaluationId]) -> dict[EvaluationId, int]:
    """The number each evaluation has in the database; those not met before are entered."""
    known: dict[EvaluationId, int] = {}
    for plan in {one.plan for one in wanted}:
        known |= _numbers(connection, plan)
    new = sorted(set(wanted) - known.keys())
    rows.insert_many(connection, evaluation, new)
    for plan in {one.plan for one in new}:
        known |= _numbers(connection, plan)
    return {one: known[one] for one in wanted}


def _numbers(connection: Connection, plan: str) -> dict[EvaluationId, int]:
    query = _NUMBERS.where(evaluation.c.plan == plan)
    return {EvaluationId(plan, m, year): n for n, m, year in connection.execute(query)}
