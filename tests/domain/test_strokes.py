"""What is typed on is one entry; a pause, or text taken away, begins another."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.strokes import LONGEST, PAUSE, SPARED, Run, taken_away

START = datetime(2026, 5, 20, 10, 15)


def after(seconds: float) -> str:
    return (START + timedelta(seconds=seconds)).isoformat()


def run(value: str) -> Run:
    return Run.of(value, after(0))


def test_letters_added_go_on() -> None:
    longer = run("窓口を").with_next("窓口を見直", after(1))
    assert longer == Run(after(0), after(1), "窓口を見直")
    assert longer.with_next("窓口を見直した", after(2)) is not None


def test_a_pause_begins_another_entry() -> None:
    edge = PAUSE.total_seconds()
    assert run("窓口").with_next("窓口を", after(edge)) is not None
    assert run("窓口").with_next("窓口を", after(edge + 1)) is None


def test_a_sentence_behind_a_sentence_is_another_entry() -> None:
    typed = run("窓口を見直した").with_next("窓口を見直した。", after(1))
    assert typed is not None
    assert typed.with_next("窓口を見直した。予約", after(2)) is None
    assert typed.with_next("窓口と様式を見直した。", after(2)) is not None


def test_a_long_run_ends_without_a_pause() -> None:
    going: Run | None = run("")
    seconds = 0
    while going is not None:
        seconds += 30
        going = going.with_next("あ" * seconds, after(seconds))
    assert seconds == LONGEST.total_seconds() + 30


def test_a_clock_set_back_begins_another_entry() -> None:
    assert run("窓口").with_next("窓口を", after(-1)) is None


def test_a_slip_mended_goes_on() -> None:
    typed = run("窓口を見直して、予約をはじめた")
    mended = typed.with_next("窓口を見直して、予約を始めた", after(1))
    assert mended is not None
    assert mended.fullest == "窓口を見直して、予約をはじめた"


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("窓口を見直した", ""),
        ("計画どおり", "遅れ"),
        ("118", "45"),
        ("文" * 300, "文" * (299 - SPARED)),
    ],
)
def test_what_is_taken_away_or_changed_is_another_entry(before: str, then: str) -> None:
    assert run(before).with_next(then, after(1)) is None


def test_little_by_little_no_more_is_lost_than_at_once() -> None:
    """Holding the backspace key down must not eat the entry."""
    text = "文" * 300
    going: Run | None = run(text)
    left = len(text)
    while going is not None:
        left -= 5
        going = going.with_next("文" * left, after(1))
    assert len(text) - left == SPARED + 5


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_what_is_taken_away_lies_between_head_and_tail(before: str, then: str) -> None:
    lost = taken_away(before, then)
    assert max(0, len(before) - len(then)) <= lost <= len(before)
    kept = len(before) - lost
    assert any(
        then.startswith(before[:n]) and then.endswith(before[len(before) - (kept - n) :])
        for n in range(kept + 1)
    )
    assert (lost == 0) == any(
        then.startswith(before[:n]) and then.endswith(before[n:]) and len(then) >= len(before)
        for n in range(len(before) + 1)
    )
