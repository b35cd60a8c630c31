"""提出状況: how far every 課 is with a year, out of states, dates, and the day it is today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.states import SETTLED, OfficeState

_NOT_REVIEWED = (OfficeState.NOT_SUBMITTED, OfficeState.RECEIVED)
_CHECKED = (OfficeState.CHECKED, OfficeState.HQ, *SETTLED)
_WEEKEND = 5  # Saturday, counted from Monday as 0


class Group(Enum):
    """Where a 課 stands on the board, the most pressing first; the value ends a sentence's code."""

    LATE = "late"
    RETURNED = "returned"
    WAITING = "waiting"
    NOT_ASKED = "not_asked"
    REVIEWING = "reviewing"
    CHECKED = "checked"


class Share(Enum):
    """What evaluations are counted as; the value ends a sentence's code."""

    NOT_ARRIVED = "not_arrived"
    IN_HAND = "in_hand"
    RETURNED = "returned"
    CHECKED = "checked"
    SETTLED = "settled"


class Stand(NamedTuple):
    """One measure's evaluation: ``field`` is the name of its 分野."""

    measure: str
    name: str
    field: str
    state: OfficeState

    @property
    def missing(self) -> bool:
        return self.state is OfficeState.NOT_SUBMITTED

    @property
    def share(self) -> Share:
        if self.state in SETTLED:
            return Share.SETTLED
        if self.state in _CHECKED:
            return Share.CHECKED
        if self.state is OfficeState.RETURNED:
            return Share.RETURNED
        return Share.NOT_ARRIVED if self.missing else Share.IN_HAND


@dataclass(frozen=True, slots=True)
class Standing:
    """One 課 and its measures in the plan's order.

    Days are None where there was none: ``due`` what is agreed now, ``told`` what the 依頼 said;
    ``reason`` why they differ. ``arrived``: when the last of what is here came first;
    ``again_by``: until when a returned evaluation is awaited, ``returned`` when it was sent back.
    ``former``: the names this 課 goes on for since a 組織改編 of that year.
    """

    department: str
    stands: tuple[Stand, ...]
    asked: bool = False
    due: date | None = None
    told: date | None = None
    reason: str = ""
    arrived: date | None = None
    returned: date | None = None
    again_by: date | None = None
    former: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Stand, ...]:
        """What has not arrived."""
        return tuple(stand for stand in self.stands if stand.missing)

    @property
    def sent_back(self) -> tuple[Stand, ...]:
        """What the 課 has been sent back and not handed in again."""
        return tuple(s for s in self.stands if s.state is OfficeState.RETURNED)

    @property
    def received(self) -> int:
        return len(self.stands) - len(self.missing)

    @property
    def reviewed(self) -> int:
        """How many somebody has begun to look at."""
        return sum(stand.state not in _NOT_REVIEWED for stand in self.stands)

    @property
    def checked(self) -> int:
        return sum(stand.state in _CHECKED for stand in self.stands)

    @property
    def settled(self) -> int:
        return sum(stand.state in SETTLED for stand in self.stands)

    @property
    def extended(self) -> bool:
        """Whether this 課 was given more time than the 依頼 said."""
        return self.due is not None and self.told is not None and self.due > self.told

    def late(self, today: date) -> int:
        """How many days something is overdue, 0 where nothing is."""
        if not self.missing or self.due is None:
            return 0
        return max(0, (today - self.due).days)

    @property
    def came_late(self) -> int:
        """How many days after the deadline all was here, 0 for in time or not known."""
        if self.missing or self.due is None or self.arrived is None:
            return 0
        return max(0, (self.arrived - self.due).days)

    def group(self, today: date) -> Group:
        if self.late(today):
            return Group.LATE
        if self.sent_back:
            return Group.RETURNED
        if self.missing:
            return Group.WAITING if self.asked else Group.NOT_ASKED
        return Group.CHECKED if self.checked == len(self.stands) else Group.REVIEWING


def in_order(standings: Iterable[Standing], today: date) -> tuple[Standing, ...]:
    """The most pressing group first, in it the longest overdue; else as they were given."""
    order = list(Group)
    key = [(order.index(one.group(today)), -one.late(today), one) for one in standings]
    return tuple(one for *_, one in sorted(key, key=lambda found: found[:2]))


def shares(stands: Iterable[Stand]) -> dict[Share, int]:
    """How many evaluations stand where, in the order of Share; all of them are in it."""
    counted = Counter(stand.share for stand in stands)
    return {share: counted[share] for share in Share}


def working_days_after(day: date, count: int) -> date:
    """The day that many working days later; Saturdays and Sundays are none, holidays unknown."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _WEEKEND
    return day
