"""What one workbook would change: looked at first, applied by the store in one transaction.

The outcome depends on the answers, the assignments and the workbooks alone, never on their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from imari_desk.domain import items, register
from imari_desk.domain.book import BookHeader, Place, Purpose, ReadEvaluation
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.register import Register, Written


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whose database takes the workbook in, and who answers for which measure there.

    ``assigned`` is measure code → 課 for the workbook's year; a measure without an entry is
    nobody's yet, and any 課 may answer for it. ``spoken_for``: for a 課 (department_key) the keys
    of those whose workbooks count as its own, after a 組織改編 (domain/succession.py).
    """

    role: Owner
    department: str
    assigned: Mapping[str, str]
    spoken_for: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def counts_as(self, sender: str, department: str) -> bool:
        """Whether a workbook of the sender is to be taken as that 課's."""
        others = self.spoken_for.get(department_key(department), frozenset())
        return same_department(sender, department) or department_key(sender) in others


class Effect(Enum):
    """What taking in one item comes to."""

    NEW = "new"  # nothing stood there
    CHANGED = "changed"
    CONFLICT = "conflict"  # two answers stand now
    HELD = "held"  # shown and kept, not applied: not theirs to write


class Change(NamedTuple):
    """One item that would change, or was held back. ``before`` and ``after`` are what stands."""

    key: str
    effect: Effect
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: Place | None
    by_hand: bool


class Arrival(NamedTuple):
    """One value that came in and does not stand here: the history keeps it, applied or not."""

    key: str
    written: Written
    place: Place | None
    by_hand: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """One evaluation after a workbook: how it would stand, and what made the difference."""

    before: Evaluation
    after: Evaluation
    changes: tuple[Change, ...]
    arrivals: tuple[Arrival, ...]

    @property
    def changed_keys(self) -> tuple[str, ...]:
        """Items whose register is another one now, even where the same value stands."""
        there = self.before.registers
        return tuple(k for k, r in self.after.registers.items() if there.get(k, ()) != r)


def take_in(
    plan: Plan, header: BookHeader, found: ReadEvaluation, present: Evaluation, receiver: Receiver
) -> Intake:
    """Join what was found into what is there, within the sender's authority."""
    rights = _Rights(plan, header, found, receiver)
    registers = dict(present.registers)
    changes: list[Change] = []
    arrivals: list[Arrival] = []
    for key, carried, edited in _incoming(found, header, present, receiver):
        there = registers.get(key, ())
        place = found.edits[key][0].place if key in found.edits else found.places.get(key)
        merged = there
        parts = [(carried, False, rights.may_carry(key))]
        if edited:
            parts.append((edited, True, rights.may_edit(key)))
        for part, by_hand, granted in parts:
            for written in part:
                if written not in there:
                    arrivals.append(Arrival(key, written, place, by_hand, not granted))
            if granted:
                merged = register.join(merged, part)
            elif register.join(there, part) != there:
                changes.append(_held(key, there, part, place, by_hand))
        if merged != there:
            registers[key] = merged
            changes += _change(key, there, merged, place, bool(edited))
    return Intake(present, Evaluation(present.id, registers), tuple(changes), tuple(arrivals))


def _incoming(
    found: ReadEvaluation, header: BookHeader, present: Evaluation, receiver: Receiver
) -> Iterator[tuple[str, Register, Register]]:
    """For each item that is not as it stands here: the register データ gives, and the register
    with the hand edits on top."""
    there, edits = present.registers, found.edits
    for key, carried in found.registers.items():
        if key in edits:
            yield key, carried, _edited(found, key)
        elif there.get(key) != carried:
            yield key, carried, ()
    for key in edits:
        if key not in found.registers:
            yield key, (), _edited(found, key)
    if receiver.role is Owner.OFFICE and _handed_in_by_hand(found, header):
        yield "submission", found.registers.get("submission", ()), _handed_in(found)


def _edited(found: ReadEvaluation, key: str) -> Register:
    carried = found.registers.get(key, ())
    edited: Register = ()
    for edit in found.edits[key]:
        by_hand = register.write_by_hand(carried, edit.value, f"{found.id}/{key}")
        edited = register.join(edited, by_hand)
    return edited


def _handed_in_by_hand(found: ReadEvaluation, header: BookHeader) -> bool:
    """A 依頼 or 差戻し that came back filled in is a submission, though no program made it one;
    so is a 提出 that has lost what the program wrote into it.
    """
    this_year = found.id.fiscal_year == header.fiscal_year
    lost = header.purpose is Purpose.SUBMISSION and "submission" not in found.registers
    sent_out = header.purpose in (Purpose.REQUEST, Purpose.RETURN)
    return (sent_out or lost) and this_year and bool(found.edits)


def _handed_in(found: ReadEvaluation) -> Register:
    carried = found.registers.get("submission", ())
    counts = [int(w.value) for w in carried if w.value.isdecimal()]
    value = str(max(counts, default=0) + 1)
    return register.write_by_hand(carried, value, f"{found.id}/submission")


class _Rights:
    """課 items are the assigned 課's to write, office items the office's (design: Authority)."""

    def __init__(
        self, plan: Plan, header: BookHeader, found: ReadEvaluation, receiver: Receiver
    ) -> None:
        measure = plan.by_code[found.id.measure]
        in_office = receiver.role is Owner.OFFICE
        ours = not in_office and same_department(header.department, receiver.department)
        assigned = receiver.assigned.get(measure.code, "") or header.department
        self._where = (plan, measure, found.id.fiscal_year)
        self._answers = receiver.counts_as(header.department, assigned) if in_office else ours
        self._everything = header.purpose.from_office if in_office else ours

    def may_carry(self, key: str) -> bool:
        """Whether what データ carries may be joined."""
        return self._everything or self.may_edit(key)

    def may_edit(self, key: str) -> bool:
        """Whether an edit made by hand in a form may be joined: it is always the 課's."""
        item = items.item_of(*self._where, key)
        return self._answers and item is not None and item.owner is Owner.DEPARTMENT


def same_department(one: str, other: str) -> bool:
    """Whether two spellings name one 課: width and blanks do not tell 課 apart."""
    return one == other or department_key(one) == department_key(other)


@lru_cache(maxsize=4096)
def department_key(name: str) -> str:
    """What all spellings of one 課's name have in common."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def _change(
    key: str, there: Register, merged: Register, place: Place | None, by_hand: bool
) -> list[Change]:
    before, after = register.values(there), register.values(merged)
    if before == after:
        return []
    settled = Effect.CHANGED if any(before) else Effect.NEW
    effect = Effect.CONFLICT if len(after) > 1 else settled
    return [Change(key, effect, before, after, place, by_hand)]


def _held(key: str, there: Register, part: Register, place: Place | None, by_hand: bool) -> Change:
    values = register.values(part)
    return Change(key, Effect.HELD, register.values(there), values, place, by_hand)
