"""What a person decides about workbooks before they are taken in, as text that is kept.

A decision is about a subject: a file by its content, all files of a kind, an item that several
answers came to, one cell. Texts, because they outlive the program that wrote them; a subject that
nothing fits any more is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.evaluation import EvaluationId

_PARTED = "\x1f"

Decisions = Mapping[str, str]  # subject → choice


class Yes(Enum):
    """What wants somebody's yes before a file is taken in."""

    LABELS = "labels"  # known by its labels only
    SETTLED = "settled"  # changes what is 確定 already


TAKE, LEAVE = "take", "leave"  # a file, or all files that want one kind of yes


class Deal(Enum):
    """What becomes of a cell that stands in no item, or of a question."""

    ITEM = "item"  # into an item, in the place of what stands there
    APPEND = "append"  # into an item, behind what stands there
    ASK = "ask"  # a remark to the 課 at an item
    NOTE = "note"  # kept, and seen
    ASIDE = "aside"  # of no importance


class Dealt(NamedTuple):
    """A deal with its item; None and "" where it needs none."""

    deal: Deal
    evaluation: EvaluationId | None = None
    key: str = ""

    def __str__(self) -> str:
        at = self.evaluation
        where = (*map(str, at), self.key) if at else ()
        return _PARTED.join((self.deal.value, *where))


def dealt(text: str) -> Dealt | None:
    """The inverse of str(Dealt); None for anything else."""
    deal, *where = text.split(_PARTED)
    if deal not in {one.value for one in Deal}:
        return None
    if len(where) != 4 or not where[2].isdecimal():
        return None if where or deal in _WITH_ITEM else Dealt(Deal(deal))
    plan, measure, year, key = where
    return Dealt(Deal(deal), EvaluationId(plan, measure, int(year)), key)


_WITH_ITEM = {Deal.ITEM.value, Deal.APPEND.value, Deal.ASK.value}


class Side(Enum):
    """What becomes of an item with several answers."""

    VALUE = "value"  # one of them
    ASK = "ask"  # both stay, and the 課 is asked
    BOTH = "both"  # both stay


class Chosen(NamedTuple):
    """A side, with the value where it is one."""

    side: Side
    value: str = ""

    def __str__(self) -> str:
        return self.side.value + (_PARTED + self.value if self.side is Side.VALUE else "")


def chosen(text: str) -> Chosen | None:
    """The inverse of str(Chosen); None for anything else."""
    side, parted, value = text.partition(_PARTED)
    if side not in {one.value for one in Side} or bool(parted) is not (side == Side.VALUE.value):
        return None
    return Chosen(Side(side), value)


def of_file(digest: str) -> str:
    """The subject: whether that file is taken in."""
    return _PARTED.join(("file", digest))


def of_kind(kind: Yes) -> str:
    """The subject: whether all files that want this yes are taken in."""
    return _PARTED.join(("kind", kind.value))


def of_item(at: EvaluationId, key: str) -> str:
    """The subject: which of several answers to an item stands."""
    return _PARTED.join(("item", *map(str, at), key))


def of_cell(digest: str, sheet: str, cell: str, text: str) -> str:
    """The subject: what becomes of a cell's text, or of a question about it."""
    return _PARTED.join(("cell", digest, sheet, cell, text))


def is_taken(decisions: Decisions, digest: str, wants: tuple[Yes, ...]) -> bool | None:
    """Whether a file is to be taken in; None where nobody has said so and somebody has to."""
    own = decisions.get(of_file(digest))
    if own is not None:
        return own == TAKE
    said = [decisions.get(of_kind(kind)) for kind in wants]
    if LEAVE in said:
        return False
    return None if None in said else True
