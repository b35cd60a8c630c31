from __future__ import annotations

from datetime import date

import pytest

from imari_desk.domain.standing import (
    Group,
    Share,
    Stand,
    Standing,
    in_order,
    shares,
    working_days_after,
)
from imari_desk.domain.states import OfficeState

S = OfficeState
DUE, TODAY = date(2026, 5, 29), date(2026, 6, 3)


def stands(*states: OfficeState) -> tuple[Stand, ...]:
    return tuple(Stand(f"行-{n}", f"施策{n}", "行政", state) for n, state in enumerate(states))


def one(*states: OfficeState, due: date | None = DUE, asked: bool = True) -> Standing:
    return Standing("総務課", stands(*states), asked, due, due)


@pytest.mark.parametrize(
    ("standing", "group"),
    [
        (one(S.RECEIVED, S.NOT_SUBMITTED), Group.LATE),
        (one(S.RETURNED, S.NOT_SUBMITTED), Group.LATE),
        (one(S.RETURNED, S.NOT_SUBMITTED, due=TODAY), Group.RETURNED),
        (one(S.NOT_SUBMITTED, due=TODAY), Group.WAITING),
        (one(S.NOT_SUBMITTED, due=None), Group.WAITING),
        (one(S.NOT_SUBMITTED, due=None, asked=False), Group.NOT_ASKED),
        (one(S.RECEIVED, S.CONFIRMED), Group.REVIEWING),
        (one(S.CHECKED, S.HQ, S.PUBLISHED), Group.CHECKED),
    ],
)
def test_a_department_stands_where_it_is_most_pressing(standing: Standing, group: Group) -> None:
    assert standing.group(TODAY) is group


def test_the_passage_is_counted_step_by_step() -> None:
    standing = one(S.NOT_SUBMITTED, S.RECEIVED, S.REVIEWING, S.RETURNED, S.CHECKED, S.CONFIRMED)
    assert standing.received == 5
    assert standing.reviewed == 4
    assert standing.checked == 2
    assert standing.settled == 1
    assert [s.measure for s in standing.missing] == ["行-0"]
    assert [s.measure for s in standing.sent_back] == ["行-3"]


def test_a_day_late_is_the_day_after_the_deadline() -> None:
    assert one(S.NOT_SUBMITTED).late(DUE) == 0
    assert one(S.NOT_SUBMITTED).late(date(2026, 5, 30)) == 1
    assert one(S.NOT_SUBMITTED).late(date(2026, 5, 1)) == 0
    assert one(S.RECEIVED).late(TODAY) == 0


def test_what_came_after_the_deadline_is_told_from_what_came_in_time() -> None:
    here = stands(S.RECEIVED)
    assert Standing("総務課", here, True, DUE, DUE, arrived=date(2026, 6, 1)).came_late == 3
    assert Standing("総務課", here, True, DUE, DUE, arrived=DUE).came_late == 0
    assert Standing("総務課", here, True, DUE, DUE).came_late == 0


def test_more_time_than_the_request_said() -> None:
    missing = stands(S.NOT_SUBMITTED)
    assert Standing("総務課", missing, True, TODAY, DUE).extended
    assert not Standing("総務課", missing, True, DUE, DUE).extended
    assert not Standing("総務課", missing, True, None, None).extended


def test_the_longest_overdue_come_first_and_the_rest_stays_in_order() -> None:
    checked, again = one(S.CHECKED), one(S.CHECKED, S.HQ)
    late, later = one(S.NOT_SUBMITTED), one(S.NOT_SUBMITTED, due=date(2026, 5, 1))
    assert in_order([checked, late, again, later], TODAY) == (later, late, checked, again)


def test_every_share_is_counted_also_where_there_is_none() -> None:
    every = stands(*OfficeState)
    assert shares(every) == {
        Share.NOT_ARRIVED: 1,
        Share.IN_HAND: 2,
        Share.RETURNED: 1,
        Share.CHECKED: 2,
        Share.SETTLED: 2,
    }
    assert list(shares(())) == list(Share)


def test_working_days_leave_the_weekend_out() -> None:
    assert working_days_after(date(2026, 6, 3), 3) == date(2026, 6, 8)
    assert working_days_after(date(2026, 6, 5), 1) == date(2026, 6, 8)
    assert working_days_after(date(2026, 6, 3), 0) == date(2026, 6, 3)
