"""What is typed here: written on top of what stands, noted in the history, kept as a step."""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from imari_desk.domain import register
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.records import Manner, Origin, Registers, Step, Typed
from imari_desk.domain.register import Dot, Register
from imari_desk.domain.strokes import Run
from imari_desk.store import answers, history, steps
from imari_desk.store.history import Noted, Taken
from imari_desk.store.steps import Made


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


class Replicas:
    """The names one opening writes under: one, but where several answers are put side by side."""

    def __init__(self) -> None:
        self._replicas = [Replica()]

    def next(self) -> Dot:
        """The dot of the next write."""
        return self._replicas[0].next()

    def several(self, count: int) -> list[Dot]:
        """Dots of writes of which none has seen another."""
        self._replicas += (Replica() for _ in range(count - len(self._replicas)))
        return [replica.next() for replica in self._replicas[:count]]


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry somebody is typing at this moment: its step and where it is noted."""

    evaluation: EvaluationId
    made: Made
    person: str
    noted: Noted
    step: int
    run: Run

    def goes_on_with(self, one: Typed, origin: Origin) -> Run | None:
        """The run with one more answer, None where that is another entry."""
        there = (self.evaluation, self.made.key, self.person)
        if (one.evaluation, one.key, origin.person) != there or one.manner is not Manner.LETTERS:
            return None
        return self.run.with_next(one.value, origin.noted_at)


def write(
    connection: Connection,
    typed: Sequence[Typed],
    origin: Origin,
    replicas: Replicas,
    entry: Entry | None,
) -> tuple[Registers, Entry | None]:
    """See Store.write. ``entry`` is the one being typed, gone on with where this belongs to it."""
    if entry is not None and len(typed) == 1:
        run = entry.goes_on_with(typed[0], origin)
        if run is not None:
            longer = _gone_on(connection, typed[0].value, origin, replicas, entry, run)
            return {(longer.evaluation, longer.made.key): longer.made.after}, longer
    return _anew(connection, typed, origin, replicas)


def _gone_on(
    connection: Connection, value: str, origin: Origin, replicas: Replicas, entry: Entry, run: Run
) -> Entry:
    place = (entry.made.evaluation, entry.made.key)
    new = register.write(entry.made.after, value, replicas.next())
    answers.rewrite(connection, place, new[0])
    noted_at = None if origin.noted_at == entry.run.noted else origin.noted_at
    history.rewrite(connection, entry.noted, Taken(*place, new[0]), entry.person, noted_at)
    made = entry.made._replace(after=new)
    steps.move_on(connection, entry.step, made, entry.noted.origin)
    return replace(entry, made=made, run=run)


def _anew(
    connection: Connection, typed: Sequence[Typed], origin: Origin, replicas: Replicas
) -> tuple[Registers, Entry | None]:
    changes, noted = _put(connection, typed, origin, replicas)
    made = [c for c, t in zip(changes, typed, strict=True) if t.manner is not Manner.DEED]
    step = steps.add(connection, made, noted.origin) if noted and made else 0
    entry = None
    if noted and len(typed) == 1 and typed[0].manner is Manner.LETTERS:
        run = Run.of(typed[0].value, origin.noted_at)
        entry = Entry(typed[0].evaluation, made[0], origin.person, noted, step, run)
    after = zip(typed, changes, strict=True)  # of two changes at one place the last one stands
    return {(t.evaluation, t.key): change.after for t, change in after}, entry


def lay(
    connection: Connection, typed: Sequence[Typed], origin: Origin, replicas: Replicas
) -> tuple[list[Made], int | None]:
    """Write answers that are no steps of a person's; gives each change, and the act's origin."""
    changes, noted = _put(connection, typed, origin, replicas)
    return changes, noted.origin if noted else None


def _put(
    connection: Connection, typed: Sequence[Typed], origin: Origin, replicas: Replicas
) -> tuple[list[Made], Noted | None]:
    """Each answer on top of what stands, those of this act among it; registers and history."""
    numbers = answers.identify(connection, {t.evaluation for t in typed})
    stood: dict[tuple[int, str], Register] = {}
    new: dict[tuple[int, str], Register] = {}
    changes: list[Made] = []
    for one in typed:
        place = (numbers[one.evaluation], one.key)
        if place not in stood:
            stood[place] = new[place] = answers.standing(connection, *place)
        change = Made(*place, new[place], register.write(new[place], one.value, replicas.next()))
        new[place] = change.after
        changes.append(change)
    answers.replace(connection, new, [place for place, r in stood.items() if r])
    taken = [Taken(one.evaluation, one.key, one.after[0]) for one in changes]
    noted = history.add(connection, taken, person=origin.person, noted_at=origin.noted_at)
    return changes, noted


def with_written(known: Evaluation | None, found: Registers) -> Evaluation | None:
    """The evaluation with what was written; None where it was written in more than that one."""
    if known is None or any(at != known.id for at, _ in found):
        return None
    return Evaluation(known.id, {**known.registers, **{key: r for (_, key), r in found.items()}})


def take_step(connection: Connection, step: Step, origin: Origin, replicas: Replicas) -> Register:
    """Write what a step leads back to, or to again, on top of what stands."""
    number = answers.identify(connection, [step.evaluation])[step.evaluation]
    place = (number, step.key)
    there = answers.standing(connection, *place)
    dots = replicas.several(len(step.values))
    new = register.write_several(there, dict(zip(dots, step.values, strict=True)))
    answers.replace(connection, {place: new}, [place] if there else [])
    taken = [Taken(*place, one) for one in new]
    history.add(connection, taken, person=origin.person, noted_at=origin.noted_at)
    steps.take(connection, step, new)
    return new
