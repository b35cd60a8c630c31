"""Several workbooks looked at together: what stands when all of them are taken in.

Joining asks for no order, so each workbook is looked at by itself, against what stands now, and
what they come to together is the join of what each would leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from imari_desk.domain import register
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.register import Register, Written
from imari_desk.domain.taking_in import Intake

Place = tuple[EvaluationId, str]  # an evaluation, and an item's key


class Part(NamedTuple):
    """What one workbook alone would make of one item."""

    evaluation: EvaluationId
    key: str
    before: Register
    after: Register

    @property
    def place(self) -> Place:
        return self.evaluation, self.key


class Joined(NamedTuple):
    """One item after all workbooks. ``brought``: which of them, by their numbers, bring to it."""

    before: Register
    after: Register
    brought: tuple[int, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """What stands then; several are a conflict."""
        return register.values(self.after)

    @property
    def changes(self) -> bool:
        """Whether a person sees another value than before."""
        return register.values(self.before) != self.values

    @property
    def torn(self) -> bool:
        """Whether the workbooks leave several values where there was one, or others."""
        return len(self.values) > 1 and self.changes


def parts_of(intakes: Iterable[Intake]) -> tuple[Part, ...]:
    """The items a workbook changes, even where the same value stands."""
    return tuple(
        Part(i.after.id, key, i.before.registers.get(key, ()), i.after.registers[key])
        for i in intakes
        for key in i.changed_keys
    )


def together(books: Mapping[int, Iterable[Part]]) -> dict[Place, Joined]:
    """Every item that any of the workbooks, by their numbers, would change."""
    found: dict[Place, Joined] = {}
    for number, parts in books.items():
        for part in parts:
            there = found.get(part.place, Joined(part.before, part.before, ()))
            after = register.join(there.after, part.after)
            found[part.place] = Joined(there.before, after, (*there.brought, number))
    return found


def stands(part: Part, joined: Joined) -> bool:
    """Whether something the workbook brings still stands beside what the others bring."""
    return any(one in joined.after for one in brought_by(part))


def brought_by(part: Part) -> tuple[Written, ...]:
    """The values of that item which the workbook brings."""
    return tuple(one for one in part.after if one not in part.before)
