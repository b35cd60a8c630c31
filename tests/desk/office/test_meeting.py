"""The meeting at a real database: agenda, decisions, minutes, the steps before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.meeting import Meeting
from imari_desk.domain.errors import CallError
from imari_desk.domain.meeting import AgendaItem, Decision
from imari_desk.domain.states import OfficeState
from tests import ready
from tests.desk.office import meeting_sample as sample
from tests.desk.office.meeting_sample import CHANGED, DOWN, LATE, SETTLED, YEAR


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as opened:
        yield opened


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return desk.office.meeting


def state(desk: Desk, measure: str) -> str:
    return desk.show(measure, YEAR).state


def test_before_anybody_wrote_there_are_names_and_candidates(meeting: Meeting) -> None:
    agenda = meeting.agenda(YEAR)

    assert not agenda.kept
    assert agenda.meeting.name == "推進本部会議"
    assert [c.measure for c in agenda.candidates[:3]] == [LATE, DOWN, CHANGED]
    assert agenda.forward == (LATE, DOWN, CHANGED)
    assert agenda.settle == ()
    assert agenda.last_year
    assert agenda.names[LATE] == "行政手続きのオンライン化"


def test_what_is_kept_comes_back_with_the_day_as_a_day(meeting: Meeting) -> None:
    items = meeting.draft(YEAR)
    kept = meeting.keep(meeting.meeting(YEAR)._replace(held_on="R8.7.3", items=items))

    assert kept.held_on == "2026-07-03"
    assert meeting.agenda(YEAR).meeting == kept
    assert meeting.agenda(YEAR).kept
    assert [item.measure for item in items] == [LATE, DOWN, ""]


def test_a_measure_nobody_knows_is_refused(meeting: Meeting) -> None:
    unknown = meeting.meeting(YEAR)._replace(items=(AgendaItem("", "行-99"),))
    with pytest.raises(CallError):
        meeting.keep(unknown)
    assert not meeting.agenda(YEAR).kept


def test_decisions_and_minutes(desk: Desk, meeting: Meeting) -> None:
    meeting.keep(meeting.meeting(YEAR)._replace(items=meeting.draft(YEAR)))
    meeting.decide(YEAR, 0, Decision.AMENDED)
    meeting.decide(YEAR, 1, Decision.APPROVED)
    desk.enter(LATE, YEAR, {"hq_opinion": "期限を決めること。"})

    text = meeting.minutes(YEAR)
    assert "① 行-② 行政手続きのオンライン化" in text
    assert "決定：修正\n　本部意見：期限を決めること。" in text
    assert meeting.decide(YEAR, 1, None).items[1].decision is None
    with pytest.raises(CallError, match="議題4"):
        meeting.decide(YEAR, 3, None)


def test_the_year_in_sentences_for_the_room(meeting: Meeting) -> None:
    first, second = meeting.told(YEAR)
    assert first.startswith("評価の対象は28施策のうち23施策。評価したのは4施策。")
    assert "遅れているのは1施策" in second


def test_before_the_meeting_and_after_it(desk: Desk, meeting: Meeting) -> None:
    assert meeting.put_forward(YEAR) == (LATE, DOWN, CHANGED)
    assert state(desk, LATE) == OfficeState.HQ.value
    assert meeting.agenda(YEAR).forward == ()

    items = (AgendaItem("", LATE, Decision.CONTINUED), AgendaItem("", DOWN, Decision.APPROVED))
    meeting.keep(meeting.meeting(YEAR)._replace(items=items))
    assert meeting.agenda(YEAR).settle == (DOWN, CHANGED)
    assert meeting.settle(YEAR) == (DOWN, CHANGED)
    assert state(desk, DOWN) == OfficeState.CONFIRMED.value
    assert state(desk, LATE) == OfficeState.HQ.value
    assert meeting.settle(YEAR) == ()
    assert meeting.put_forward(YEAR, [SETTLED]) == ()
