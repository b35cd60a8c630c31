"""One answer as a multi-value register: the join every exchange rests on.

Each write carries a dot (replica, counter) and its past: the newest counter it had seen of
every replica *for this answer*. Joining keeps the writes no other write has seen. That is a
semilattice: idempotent, commutative, associative, and no clock decides anything.

The past stands with each value, not with the evaluation, so a copy that has lost rows cannot
erase what it does not mention (docs/decisions/0003-merge.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Dot(NamedTuple):
    """The name of one write: the counter-th write of a replica (one opening of a database)."""

    replica: str
    counter: int

    def __str__(self) -> str:
        return f"{self.replica}.{self.counter}"


Past = tuple[tuple[str, int], ...]  # sorted by replica; newest counter seen of each


class Written(NamedTuple):
    """One value of a register. ``value`` is text in canonical form; "" is a cleared answer."""

    dot: Dot
    value: str
    past: Past = ()

    def supersedes(self, dot: Dot) -> bool:
        """Whether this write had seen that one. A replica has always seen its own earlier ones."""
        if dot.replica == self.dot.replica and dot.counter < self.dot.counter:
            return True
        return any(r == dot.replica and dot.counter <= n for r, n in self.past)


Register = tuple[Written, ...]  # sorted; none supersedes another


def join(left: Register, right: Register) -> Register:
    """The writes of both that no write of either has seen."""
    if left == right or not right:
        return left
    if not left:
        return right
    union = set(left) | set(right)
    return tuple(sorted(w for w in union if not any(o.supersedes(w.dot) for o in union)))


def seen(register: Register) -> Past:
    """Everything the register has seen, as the past of a write made on top of it."""
    newest: dict[str, int] = {}
    for written in register:
        for replica, counter in (*written.past, (written.dot.replica, written.dot.counter)):
            newest[replica] = max(counter, newest.get(replica, 0))
    return tuple(sorted(newest.items()))


def write(register: Register, value: str, dot: Dot) -> Register:
    """The register after a write that has seen all of it."""
    past = tuple((r, n) for r, n in seen(register) if r != dot.replica)
    return (Written(dot, value, past),)


def write_several(register: Register, wanted: Mapping[Dot, str]) -> Register:
    """The register after several answers are put down side by side, each having seen all of it.

    The dots are of different replicas: a replica has seen its own earlier writes.
    """
    written = (write(register, value, dot)[0] for dot, value in wanted.items())
    return tuple(sorted(written))


def write_by_hand(register: Register, value: str, place: str) -> Register:
    """The register after an edit made outside the program, in a workbook.

    The dot comes from what was edited (``place``: plan, measure, year and key), what it was
    based on and the new value, so the same edit taken in twice, or from a renamed copy, is one
    write.
    """
    from hashlib import sha256

    based_on = ",".join(str(w.dot) for w in register)
    name = sha256("\0".join((place, based_on, value)).encode()).hexdigest()[:12]
    return write(register, value, Dot("h" + name, 1))


def values(register: Register) -> tuple[str, ...]:
    """The different values that stand, sorted; more than one is a conflict."""
    if len(register) == 1:
        return (register[0].value,)
    return tuple(sorted({w.value for w in register}))


def forks(register: Register) -> tuple[Dot, ...]:
    """Dots that name two different writes: a database was copied behind our back."""
    dots = [w.dot for w in register]
    return tuple(sorted({d for d in dots if dots.count(d) > 1}))


def to_text(written: Written) -> str:
    """A write's 版 as it stands in the データ sheet: ``replica.3`` or ``replica.3<other.7,…``."""
    past = ",".join(f"{r}.{n}" for r, n in written.past)
    return f"{written.dot}<{past}" if past else str(written.dot)


def from_text(value: str, text: str) -> Written:
    """The inverse of to_text. Raises ValueError for a 版 that was tampered with."""
    head, _, tail = text.strip().partition("<")
    return Written(_dot(head), value, tuple(sorted(_pairs(tail.split(",")))) if tail else ())


def _dot(text: str) -> Dot:
    replica, _, counter = text.strip().rpartition(".")
    if not replica.isalnum() or not counter.isdecimal():
        raise ValueError(text)
    return Dot(replica, int(counter))


def _pairs(texts: Iterable[str]) -> Iterable[tuple[str, int]]:
    for text in texts:
        dot = _dot(text)
        yield dot.replica, dot.counter
