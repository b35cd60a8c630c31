"""年度評価: one measure in one fiscal year, a register for each item answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from imari_desk.domain import register
from imari_desk.domain.register import Register


class EvaluationId(NamedTuple):
    """Which evaluation: plan, measure code, fiscal year (the year April starts in)."""

    plan: str
    measure: str
    fiscal_year: int

    def __str__(self) -> str:
        return f"{self.plan}/{self.measure}/{self.fiscal_year}"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The unit of work. An item nobody has written has no register."""

    id: EvaluationId
    registers: Mapping[str, Register] = field(default_factory=dict)

    def value(self, key: str) -> str:
        """What stands, "" where nothing does; of two answers neither stands."""
        found = register.values(self.registers.get(key, ()))
        return found[0] if len(found) == 1 else ""

    def values(self, key: str) -> tuple[str, ...]:
        """Every answer that stands: two or more are a conflict."""
        return register.values(self.registers.get(key, ()))

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Keys with more than one answer, sorted."""
        return tuple(sorted(k for k, r in self.registers.items() if len(register.values(r)) > 1))

    @property
    def answered(self) -> bool:
        """Whether anything that is not empty stands in it."""
        return any(w.value for r in self.registers.values() for w in r)


def join(left: Evaluation, right: Evaluation) -> Evaluation:
    """Both copies of one evaluation as one. Raises ValueError for two different ones."""
    if left.id != right.id:
        raise ValueError(f"{left.id} and {right.id} are not one evaluation")
    merged = dict(left.registers)
    for key, incoming in right.registers.items():
        merged[key] = register.join(merged.get(key, ()), incoming)
    return Evaluation(left.id, merged)


def digest(evaluations: Iterable[Evaluation]) -> str:
    """SHA-256 over what stands: the same for the same answers, whatever order they came in.

    Values count, dots do not; an answer cleared again counts as one never given.
    """
    from hashlib import sha256  # takes longer to import than all of this module

    lines = sorted(
        f"{e.id}\x1f{key}\x1f" + "\x1e".join(v for v in e.values(key))
        for e in evaluations
        for key in e.registers
        if any(e.values(key))
    )
    return sha256("\x1d".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
