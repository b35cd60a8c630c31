"""All checks of one evaluation together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.checks import Severity, check
from imari_desk.domain.items import items_by_key
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
MEASURE = PLAN.by_code["行-①"]
KEYS = list(items_by_key(PLAN, MEASURE, 2025))


def test_findings_come_in_the_order_of_the_form() -> None:
    held = evaluation("行-①", 2025, {"entered_on": "5/20", "progress": "完了", "grade": "E"})
    found = check(PLAN, MEASURE, 2025, {2025: held})
    places = [KEYS.index(f.key) for f in found]
    assert places == sorted(places)
    assert {f.severity for f in found} == {Severity.MISSING, Severity.CAUTION}


def test_an_empty_year_is_full_of_gaps_and_nothing_else() -> None:
    found = check(PLAN, MEASURE, 2024, {})
    assert {f.severity for f in found} == {Severity.MISSING}
    assert all(f.text.endswith("ください。") for f in found)


def test_a_year_outside_the_plan_asks_nothing() -> None:
    assert check(PLAN, MEASURE, 2030, {}) == ()


@given(
    st.dictionaries(
        st.integers(2023, 2026),
        st.dictionaries(
            st.sampled_from(KEYS),
            st.sampled_from(
                ["0", "10", "-3", "0.5", "約5", "確定", "集計中", "済", "未", "完了", "遅れ", "A"]
            )
            | st.sampled_from(
                ["D", "true", "2022-05-19", "あ" * 500, "\ue000", "\x00", "", "引き継ぐ", "廃止"]
            ),
            max_size=12,
        ),
    ),
    st.integers(2023, 2026),
)
def test_nothing_answered_raises(answers: dict[int, dict[str, str]], year: int) -> None:
    years = {y: evaluation("行-①", y, typed) for y, typed in answers.items()}
    for found in check(PLAN, MEASURE, year, years):
        assert found.text.endswith(("。", "）"))
        assert found.key in items_by_key(PLAN, MEASURE, year)
