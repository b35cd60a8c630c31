from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.board import Board
from imari_desk.domain.errors import CallError
from imari_desk.domain.items import Owner
from imari_desk.domain.reminding import Contact
from imari_desk.domain.standing import Group, Share, Standing
from tests import ready
from tests.desk.office import board_sample as sample
from tests.desk.office.board_sample import DUE, EXTENDED, LATECOMER, REASON, YEAR
from tests.desk.people import DEPARTMENT, MINE, OTHER, THEIRS, People, at_their_desks, meet

TODAY = sample.NOW.date()


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as desk:
        yield desk.office.board


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    ready.copy(meet, tmp_path)
    met = at_their_desks(tmp_path)
    yield met
    met.clerk.close()
    met.office.close()


def of(board: Board, department: str, today: date = TODAY) -> Standing:
    return next(one for one in board.look(YEAR, today).standings if one.department == department)


def test_every_department_is_there_the_most_pressing_first(board: Board) -> None:
    view = board.look(YEAR, TODAY)
    assert {one.department for one in view.standings} == set(sample.PEOPLE)
    groups = [one.group(TODAY) for one in view.standings]
    assert groups == sorted(groups, key=list(Group).index)
    assert groups.count(Group.LATE) == 3
    assert view.due == date.fromisoformat(DUE)
    assert view.unassigned == ()


def test_the_counts_are_of_the_whole_and_of_every_field(board: Board) -> None:
    whole, *fields = board.look(YEAR, TODAY).fields
    assert whole.counts[Share.NOT_ARRIVED] == 7
    assert sum(whole.counts.values()) == 28
    assert [one.field for one in fields] == ["産業", "行政", "地域"]
    for share in Share:
        assert whole.counts[share] == sum(one.counts[share] for one in fields)


def test_a_department_given_more_time_is_not_late_until_then(board: Board) -> None:
    one = of(board, EXTENDED)
    assert (one.extended, one.reason, one.group(TODAY)) == (True, REASON, Group.WAITING)
    assert one.told == date.fromisoformat(DUE)
    assert of(board, EXTENDED, date(2026, 6, 13)).late(date(2026, 6, 13)) == 1


def test_more_time_can_be_given_and_the_others_keep_theirs(board: Board) -> None:
    board.extend(YEAR, "学校教育課", date(2026, 6, 19), "担当者の交代")
    one = of(board, "学校教育課")
    assert (one.due, one.reason, one.late(TODAY)) == (date(2026, 6, 19), "担当者の交代", 0)
    assert of(board, "商工振興課").late(TODAY) == 5
    board.extend(YEAR, "学校教育課", date(2026, 6, 12), "早まりました")
    assert of(board, "学校教育課").due == date(2026, 6, 12)


def test_what_came_late_and_what_is_awaited_again_bear_their_days(board: Board) -> None:
    assert of(board, LATECOMER).came_late == 3
    back = of(board, "会計課")
    assert (back.returned, back.again_by) == (date(2026, 6, 2), date(2026, 6, 10))
    assert back.arrived == date(2026, 5, 27)


def test_who_answered_last_is_known_also_from_the_year_before(board: Board) -> None:
    found = board.contact(YEAR, "商工振興課")
    assert found == Contact("商田 花子", "2345", YEAR - 1)
    assert board.contact(YEAR, "だれもいない課") == Contact()


def test_a_new_office_has_nobody_on_its_board(tmp_path: Path) -> None:
    with Desk.create(tmp_path, Owner.OFFICE) as desk:
        view = desk.office.board.look(YEAR, TODAY)
        assert view.standings == ()
        assert len(view.unassigned) == 28
        assert view.due is None
        with pytest.raises(CallError, match="まだ依頼していません"):
            desk.office.board.extend(YEAR, DEPARTMENT, TODAY, "")


def test_a_real_submission_moves_its_department(people: People) -> None:
    board = people.office.office.board
    today = date(2026, 5, 20)
    assert [one.group(today) for one in board.look(YEAR, today).standings] == [Group.WAITING] * 2
    people.clerk.enter(MINE, YEAR, {"author": "伊万里 花子", "extension": "2345"})
    people.office.import_files([people.submit()])
    view = board.look(YEAR, today)
    mine = next(one for one in view.standings if one.department == DEPARTMENT)
    assert (mine.group(today), mine.received) == (Group.REVIEWING, 1)
    assert mine.arrived is not None
    assert board.contact(YEAR, DEPARTMENT) == Contact("伊万里 花子", "2345", YEAR)
    assert [s.measure for one in view.standings for s in one.missing] == [THEIRS]


def test_more_time_for_one_says_nothing_of_the_deadline_of_another(people: People) -> None:
    people.office.office.board.extend(YEAR, OTHER, date(2026, 6, 30), "")
    assert people.office.leaf(THEIRS, YEAR).due == "2026-06-30"
    assert people.office.leaf(MINE, YEAR).due == "2026-05-29"
