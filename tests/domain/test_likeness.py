"""How alike two texts are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.likeness import LONGEST, likeness


def by_table(left: str, right: str) -> int:
    """The longest common subsequence the slow way."""
    row = [0] * (len(right) + 1)
    for a in left:
        above = row
        row = [0]
        for n, b in enumerate(right):
            row.append(above[n] + 1 if a == b else max(above[n + 1], row[n]))
    return row[-1]


@pytest.mark.parametrize(
    ("left", "right", "ratio"),
    [
        ("同じ文", "同じ文", Fraction(1)),
        ("", "", Fraction(1)),
        ("", "文", Fraction(0)),
        ("あいう", "かきく", Fraction(0)),
        ("説明会を2回開いた", "説明会を3回開いた", Fraction(16, 18)),
    ],
)
def test_ratios(left: str, right: str, ratio: Fraction) -> None:
    assert likeness(left, right) == ratio


@given(st.text("あいう", max_size=12), st.text("あいう", max_size=12))
def test_it_is_the_longest_common_subsequence(left: str, right: str) -> None:
    alike = likeness(left, right)
    assert alike == likeness(right, left)
    assert (alike == 1) == (left == right)
    if left or right:
        assert alike == Fraction(2 * by_table(left, right), len(left) + len(right))


def test_long_texts_are_compared_at_their_beginnings_and_never_count_as_equal() -> None:
    text = "文" * (LONGEST + 10)
    assert 0.99 < likeness(text, text + "字") < 1
