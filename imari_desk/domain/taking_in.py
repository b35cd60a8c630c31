"""What one workbook would change: looked at first, applied by the store in one transaction.

The outcome depends on the answers, the assignments and the workbooks alone, never on their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from imari_desk.domain import items, register
from imari_desk.domain.book import BookHeader, HandEdit, Place, Purpose, ReadEvaluation
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.register import Register, Written


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whose database takes the workbook in, and who answers for which measure there.

    ``assigned`` is measure code → 課 for the workbook's year; a measure without an entry is
    nobody's yet, and any 課 may answer for it.
    """

    role: Owner
    department: str
    assigned: Mapping[str, str]


class Effect(Enum):
    """What taking in one item comes to."""

    NEW = "new"  # nothing stood there
    CHANGED = "changed"
    CONFLICT = "conflict"  # two answers stand now
    HELD = "held"  # shown and kept, not applied: not theirs to write


@dataclass(frozen=True, slots=True)
class Change:
    """One item that would change, or was held back. ``before`` and ``after`` are what stands."""

    key: str
    effect: Effect
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: Place | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Arrival:
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
    for key, carried, edited in _incoming(found, header, receiver):
        there = registers.get(key, ())
        if carried == there and not edited:
            continue
        place = found.edits[key][0].place if key in found.edits else found.places.get(key)
        merged = there
        for part, by_hand, granted in (
            (carried, False, rights.may_carry(key)),
            (edited, True, bool(edited) and rights.may_edit(key)),
        ):
            new = [w for w in part if w not in there]
            arrivals += [Arrival(key, w, place, by_hand, not granted) for w in new]
            if granted:
                merged = register.join(merged, part)
            elif register.join(there, part) != there:
                changes.append(_held(key, there, part, place, by_hand))
        if merged != there:
            registers[key] = merged
            changes += _change(key, there, merged, place, bool(edited))
    after = Evaluation(present.id, registers)
    return Intake(present, after, tuple(changes), tuple(arrivals))


def _incoming(
    found: ReadEvaluation, header: BookHeader, receiver: Receiver
) -> Iterator[tuple[str, Register, Register]]:
    """For each item: the register データ gives, and the register with the hand edits on top."""
    for key in {**found.registers, **found.edits}:
        carried = found.registers.get(key, ())
        edited: Register = ()
        for edit in found.edits.get(key, ()):
            edited = register.join(edited, _by_hand(found, key, edit))
        yield key, carried, edited
    if receiver.role is Owner.OFFICE and _handed_in_by_hand(found, header):
        yield "submission", found.registers.get("submission", ()), _handed_in(found)


def _by_hand(found: ReadEvaluation, key: str, edit: HandEdit) -> Register:
    carried = found.registers.get(key, ())
    return register.write_by_hand(carried, edit.value, f"{found.id}/{key}")


def _handed_in_by_hand(found: ReadEvaluation, header: BookHeader) -> bool:
    """A 依頼 or 差戻し that came back filled in is a submission, though no program made it one."""
    sent_out = header.purpose in (Purpose.REQUEST, Purpose.RETURN)
    this_year = found.id.fiscal_year == header.fiscal_year
    return sent_out and this_year and bool(found.edits)


def _handed_in(found: ReadEvaluation) -> Register:
    carried = found.registers.get("submission", ())
    counts = [int(w.value) for w in carried if w.value.isdecimal()]
    value = str(max(counts, default=0) + 1)
    return register.write_by_hand(carried, value, f"{found.id}/submission")


@dataclass(frozen=True, slots=True)
class _Rights:
    """課 items are the assigned 課's to write, office items the office's (design: Authority)."""

    plan: Plan
    header: BookHeader
    found: ReadEvaluation
    receiver: Receiver

    def may_carry(self, key: str) -> bool:
        """Whether what データ carries may be joined."""
        if self.header.purpose.from_office:
            return self.receiver.role is Owner.OFFICE or self._own_department()
        if self.receiver.role is Owner.DEPARTMENT:
            return self._own_department()
        return self._owner(key) is Owner.DEPARTMENT and self._assigned()

    def may_edit(self, key: str) -> bool:
        """Whether an edit made by hand in a form may be joined: it is always the 課's."""
        if self._owner(key) is not Owner.DEPARTMENT:
            return False
        if self.receiver.role is Owner.DEPARTMENT:
            return self._own_department()
        return self._assigned()

    def _owner(self, key: str) -> Owner | None:
        measure = self.plan.by_code[self.found.id.measure]
        return items.owner_of(self.plan, measure, self.found.id.fiscal_year, key)

    def _assigned(self) -> bool:
        assigned = self.receiver.assigned.get(self.found.id.measure, "")
        return not assigned or same_department(assigned, self.header.department)

    def _own_department(self) -> bool:
        return same_department(self.header.department, self.receiver.department)


def same_department(one: str, other: str) -> bool:
    """Whether two spellings name one 課: width and blanks do not tell 課 apart."""
    return one == other or _bare(one) == _bare(other)


def _bare(name: str) -> str:
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
