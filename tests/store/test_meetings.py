"""The meeting of a year is kept whole, in its order, and another year's is left alone."""

from __future__ import annotations

from imari_desk.domain.meeting import AgendaItem, Decision, Meeting
from imari_desk.store.store import Store

ITEMS = (
    AgendaItem("様式を見直すこと", "行-②"),
    AgendaItem("二次評価を確定すること", "", Decision.APPROVED),
)
MEETING = Meeting("small", 2025, "本部会議", "2026-07-03", "資料1", "推進室", ITEMS)


def test_nobody_has_written_of_a_meeting_yet(store: Store) -> None:
    assert store.meetings.of("small", 2025) is None


def test_a_meeting_comes_back_as_it_was_kept(store: Store) -> None:
    other = MEETING._replace(fiscal_year=2024, items=ITEMS[1:])
    store.meetings.keep(other)
    store.meetings.keep(MEETING)

    assert store.meetings.of("small", 2025) == MEETING
    assert store.meetings.of("small", 2024) == other
    assert store.meetings.of("other", 2025) is None
    assert store.verify().ok


def test_keeping_it_again_replaces_all_of_it(store: Store) -> None:
    store.meetings.keep(MEETING)
    newer = MEETING._replace(name="第2回", items=(ITEMS[1], ITEMS[0]))
    store.meetings.keep(newer)

    assert store.meetings.of("small", 2025) == newer
