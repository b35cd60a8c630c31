from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.paper.charts import ticks


@given(st.fractions(min_value=0, max_value=10**9), st.booleans())
def test_ticks_start_at_nothing_reach_the_highest_and_are_few(
    highest: Fraction, whole: bool
) -> None:
    found = ticks(highest, whole=whole)

    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= 5
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert not whole or all(t == t.to_integral_value() for t in found)


def test_ticks_are_round() -> None:
    assert [str(t) for t in ticks(Fraction(50), whole=True)] == ["0", "20", "40", "60"]
    assert ticks(Fraction(1), whole=True)[-1] == 1
    assert ticks(Fraction(0), whole=False)[-1] == 1
