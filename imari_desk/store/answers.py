"""The registers: what stands of each answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from imari_desk.domain.errors import MachineError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.register import Register, Written
from imari_desk.store import rows, searching, written
from imari_desk.store.schema import answer, evaluation

_STANDING = select(
    answer.c.evaluation,
    answer.c.key,
    answer.c.replica,
    answer.c.counter,
    answer.c.value,
    answer.c.past,
)
_OF_ONE = select(answer.c.key, answer.c.replica, answer.c.counter, answer.c.value, answer.c.past)
_IN = _OF_ONE.where(answer.c.evaluation == bindparam("at"))
_AT = _OF_ONE.where(answer.c.evaluation == bindparam("at"), answer.c.key == bindparam("under"))
_PLACES = select(answer.c.evaluation, answer.c.key)
_NUMBERS = select(evaluation.c.id, evaluation.c.measure, evaluation.c.fiscal_year)
_NUMBER = select(evaluation.c.id).where(
    evaluation.c.plan == bindparam("plan"),
    evaluation.c.fiscal_year == bindparam("fiscal_year"),
    evaluation.c.measure == bindparam("measure"),
)
_FEW = 4  # evaluations; more are looked up together
_CLEARED = delete(answer).where(
    answer.c.evaluation == bindparam("at"), answer.c.key == bindparam("under")
)

_NEW = ("at", "under", "new_replica", "new_counter", "new_value", "new_past", "new_seal")
_REWRITTEN = (
    update(answer)
    .where(answer.c.evaluation == bindparam("at"), answer.c.key == bindparam("under"))
    .values({name.removeprefix("new_"): bindparam(name) for name in _NEW[2:]})
)


def load(
    connection: Connection,
    plan: str,
    fiscal_year: int | None,
    measures: Collection[str] | None,
    keys: Collection[str] | None,
) -> tuple[Evaluation, ...]:
    """See Store.evaluations."""
    about = [evaluation.c.plan == plan]
    if fiscal_year is not None:
        about.append(evaluation.c.fiscal_year == fiscal_year)
    if measures is not None:
        about.append(evaluation.c.measure.in_(measures))
    wanted = _STANDING.where(answer.c.evaluation.in_(select(evaluation.c.id).where(*about)))
    if keys is not None:
        wanted = wanted.where(answer.c.key.in_(keys))
    named = connection.execute(_NUMBERS.where(*about))
    names = {number: EvaluationId(plan, measure, year) for number, measure, year in named}
    found = _registers(connection.execute(wanted).all())
    whole = (Evaluation(names[number], registers) for number, registers in found.items())
    return tuple(sorted(whole, key=lambda e: (e.id.fiscal_year, e.id.measure)))


def _registers(
    found_rows: Sequence[tuple[int, str, str, int, str, str]],
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
    number = _number(connection, wanted)
    if number is None:
        return Evaluation(wanted)
    found = _registers([(number, *row) for row in rows.fetch(connection, _IN, ("at",), (number,))])
    return Evaluation(wanted, found.get(number, {}))


def standing(connection: Connection, number: int, key: str) -> Register:
    """What stands at one place, by the evaluation's number."""
    found = rows.fetch(connection, _AT, ("at", "under"), (number, key))
    return _registers([(number, *row) for row in found]).get(number, {}).get(key, ())


def put(connection: Connection, registers: Mapping[tuple[int, str], Register]) -> None:
    """Let these registers stand, by the evaluation's number and key, in place of what stood.

    What stands is asked for first: deleting what is not there costs as much as putting it in.
    """
    here = {number for number, _ in registers}
    there = connection.execute(_PLACES.where(answer.c.evaluation.in_(here))).all()
    replace(connection, registers, {(n, key) for n, key in there} & registers.keys())


def replace(
    connection: Connection,
    registers: Mapping[tuple[int, str], Register],
    there: Collection[tuple[int, str]],
) -> None:
    """The same where it is known at which of the places something stands."""
    rows.run_many(connection, _CLEARED, ("at", "under"), sorted(there))
    in_order = sorted(registers.items())  # in which they are kept: each lands beside the last
    rows.insert_many(
        connection,
        answer,
        [written.row(number, key, one) for (number, key), r in in_order for one in r],
    )
    searching.keep(connection, registers, there)


def rewrite(connection: Connection, place: tuple[int, str], one: Written) -> None:
    """Let that value stand at a place in the place of the only one that stood there."""
    row = written.row(*place, one)
    done = rows.run(connection, _REWRITTEN, _NEW, (*row, rows.seal(*row)))
    if done.rowcount != 1:
        raise LookupError(place)
    searching.keep(connection, {place: (one,)}, [place])


def identify(connection: Connection, wanted: Collection[EvaluationId]) -> dict[EvaluationId, int]:
    """The number each evaluation has in the database; those not met before are entered."""
    known = _known(connection, wanted)
    new = sorted(set(wanted) - known.keys())
    if new:
        rows.insert_many(connection, evaluation, new)
        known |= _known(connection, new)
    return {one: known[one] for one in wanted}


def _known(connection: Connection, wanted: Collection[EvaluationId]) -> dict[EvaluationId, int]:
    if len(wanted) <= _FEW:
        found = {one: _number(connection, one) for one in wanted}
        return {one: number for one, number in found.items() if number is not None}
    known: dict[EvaluationId, int] = {}
    for plan, year in {(one.plan, one.fiscal_year) for one in wanted}:
        known |= _numbers(connection, plan, year)
    return known


def _number(connection: Connection, wanted: EvaluationId) -> int | None:
    found = rows.fetch(connection, _NUMBER, EvaluationId._fields, wanted)
    return int(found[0][0]) if found else None


def _numbers(connection: Connection, plan: str, fiscal_year: int) -> dict[EvaluationId, int]:
    about = (evaluation.c.plan == plan, evaluation.c.fiscal_year == fiscal_year)
    found = connection.execute(_NUMBERS.where(*about))
    return {EvaluationId(plan, m, year): n for n, m, year in found}
