"""Bars as they are drawn: in order, apart from one another, inside the plan, whatever is done."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.plan_bars import (
    Span,
    Spans,
    drawn,
    erased,
    found_at,
    moved,
    spans_of,
    stretched,
    texts_of,
    told,
)

MONTHS = 60
YEAR = Span(12, 23)  # 令和4年度
LATER = Span(36, 47)


def test_months_are_counted_from_the_first_april() -> None:
    assert spans_of(["2022-04/2023-03"], 2021) == (YEAR,)
    assert spans_of(["2024-04/2025-03", "2022-04/2023-03"], 2021) == (YEAR, LATER)
    assert texts_of((YEAR,), 2021) == ["2022-04/2023-03"]
    assert told(YEAR, 2021) == "令和4年4月～令和5年3月"
    assert told(Span(0, 1), 2019) == "平成31年4月～令和元年5月"


def test_a_bar_takes_in_what_it_touches_upon() -> None:
    assert drawn((YEAR,), 30, 20, MONTHS) == (Span(12, 30),)
    assert drawn((YEAR, LATER), 20, 40, MONTHS) == (Span(12, 47),)
    assert drawn((YEAR,), 24, 29, MONTHS) == (YEAR, Span(24, 29))
    assert drawn((), -5, 99, MONTHS) == (Span(0, 59),)
    assert drawn((YEAR,), 80, 99, MONTHS) == (YEAR,)


def test_a_bar_is_found_and_erased() -> None:
    assert found_at((YEAR, LATER), 40) == 1
    assert found_at((YEAR, LATER), 30) is None
    assert erased((YEAR, LATER), 0) == (LATER,)


def test_a_bar_moves_as_far_as_there_is_room() -> None:
    assert moved((YEAR, LATER), 0, 3, MONTHS)[0] == Span(15, 26)
    assert moved((YEAR, LATER), 0, 99, MONTHS)[0] == Span(24, 35)
    assert moved((YEAR, LATER), 1, -99, MONTHS)[1] == Span(24, 35)
    assert moved((YEAR,), 0, -99, MONTHS) == (Span(0, 11),)
    assert moved((LATER,), 0, 99, MONTHS) == (Span(48, 59),)


def test_an_end_moves_and_leaves_a_month() -> None:
    assert stretched((YEAR, LATER), 0, 99, MONTHS, at_end=True)[0] == Span(12, 35)
    assert stretched((YEAR,), 0, -99, MONTHS, at_end=True) == (Span(12, 12),)
    assert stretched((YEAR,), 0, 99, MONTHS, at_end=False) == (Span(23, 23),)
    assert stretched((YEAR, LATER), 1, -99, MONTHS, at_end=False)[1] == Span(24, 47)


@given(st.data())
def test_bars_stay_bars_a_plan_can_hold(data: st.DataObject) -> None:
    spans: Spans = ()
    by = st.integers(-70, 70)
    for _ in range(data.draw(st.integers(0, 12))):
        what = data.draw(st.integers(0, 3))
        if what == 0 or not spans:
            spans = drawn(spans, data.draw(by), data.draw(by), MONTHS)
            continue
        place = data.draw(st.integers(0, len(spans) - 1))
        if what == 1:
            spans = moved(spans, place, data.draw(by), MONTHS)
        elif what == 2:
            spans = stretched(spans, place, data.draw(by), MONTHS, at_end=data.draw(st.booleans()))
        else:
            spans = erased(spans, place)
        ends = [end for span in spans for end in span]
        assert ends == sorted(ends)
        assert all(a.last < b.first for a, b in pairwise(spans))
        assert all(0 <= end < MONTHS for end in ends)
        assert spans_of(texts_of(spans, 2021), 2021) == spans
