"""Every kind of indicator in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.indicators import Case, Reached, reached
from imari_desk.domain.plan import Indicator, Measure, Plan
from tests.domain.plans import (
    ANNUAL,
    CEILING,
    CUMULATIVE,
    PER_EVENT,
    RATE,
    STATED,
    TOTAL,
    evaluation,
    measure,
    small_plan,
    torn,
)


def plan_of(*indicators: Indicator, asked: int = 1) -> tuple[Plan, Measure]:
    only = measure("行-①", "見本", *indicators, asked=asked)
    return replace(small_plan(), id=f"p{hash(indicators)}.{asked}", measures=(only,)), only


def case(
    indicator: Indicator, year: int, answers: Mapping[int, Mapping[str, str]], asked: int = 1
) -> Case:
    plan, only = plan_of(indicator, asked=asked)
    years = {y: evaluation("行-①", y, typed) for y, typed in answers.items()}
    return Case(plan, only, 1, year, years)


def run(
    indicator: Indicator, answers: Mapping[str, str], year: int = 2025, asked: int = 1
) -> Reached:
    typed = {k if k[0] == "m" else f"indicator.1.{k}": v for k, v in answers.items()}
    return reached(case(indicator, year, {year: typed}, asked))


def test_annual() -> None:
    found = run(ANNUAL, {"value": "1"})
    assert (found.achievement, found.value, found.amount) == (50, "1回", 1)
    assert found.clause == "実施回数は1回で、目標2回に対する達成率は50.0％です"


def test_per_event_is_judged_by_its_mean_and_shows_the_lowest() -> None:
    found = run(PER_EVENT, {"events": "11・7"})
    assert (found.achievement, found.value, found.parts) == (90, "9.0社（最少7社）", "11・7")
    assert found.clause == (
        "参加社数は2回の平均が9.0社（最少7社）で、目標10社に対する達成率は90.0％です"
    )


def test_a_mean_just_short_of_the_target_does_not_look_like_it() -> None:
    assert run(PER_EVENT, {"events": "・".join(["10"] * 29 + ["9"])}).value == "9.9社（最少9社）"


def test_rate_in_the_last_year() -> None:
    found = run(RATE, {"numerator": "118", "denominator": "262"})
    assert found.achievement == Fraction(118, 262) * 200
    assert (found.value, found.parts) == ("45.0％", "118÷262")
    assert found.clause == "オンライン化率は118÷262＝45.0％で、目標50％に対する達成率は90.1％です"


def test_rate_before_the_last_year() -> None:
    found = run(RATE, {"numerator": "30", "denominator": "100"}, 2023)
    assert found.achievement == 100
    assert "今年度末に見込む30％（目標50％の60％）" in found.clause


def test_total_so_far() -> None:
    assert run(TOTAL, {"value": "4"}).achievement == 80
    found = run(TOTAL, {"value": "3"}, 2023)
    assert found.achievement == 100
    assert "見込む3部署（目標5部署の60％）" in found.clause


def cumulative(year: int, answers: Mapping[int, Mapping[str, str]]) -> Reached:
    typed = {y: {f"indicator.1.{k}": v for k, v in a.items()} for y, a in answers.items()}
    return reached(case(CUMULATIVE, year, typed))


def test_cumulative_is_the_running_sum() -> None:
    years = {2021: {"value": "40"}, 2022: {"value": "30"}, 2023: {"value": "20"}}
    found = cumulative(2023, {**years, 2024: {"value": "1000"}})
    assert (found.amount, found.achievement, found.note) == (90, 75, "")
    assert "計画期間の合計が90人（今年度20人）で" in found.clause
    assert "見込む120人（目標200人の60％）" in found.clause


def test_cumulative_names_the_years_it_lacks() -> None:
    years = {
        2021: {"value": "約40人"},
        2022: {"state": "集計中", "value": "10"},
        2023: {"value": "-5"},
        2024: {"state": "対象外"},
        2025: {"value": "100"},
    }
    found = cumulative(2025, years)
    assert (found.amount, found.achievement) == (100, 50)
    assert found.note == "令和3年度・令和4年度・令和5年度の値がないため、合計に含めていません。"


def test_a_year_of_nobody_is_not_a_missing_year() -> None:
    found = cumulative(2022, {2021: {"value": "0"}, 2022: {"value": "80"}})
    assert (found.achievement, found.note) == (100, "")


def test_cumulative_does_not_miss_a_year_the_plan_asks_nothing_of() -> None:
    plan, _ = plan_of(CUMULATIVE)
    only = measure("行-①", "見本", CUMULATIVE, years=range(2024, 2026))
    years = {2025: evaluation("行-①", 2025, {"indicator.1.value": "100"})}
    found = reached(Case(replace(plan, measures=(only,)), only, 1, 2025, years))
    assert found.note == "令和6年度の値がないため、合計に含めていません。"


def test_cumulative_waits_for_an_earlier_conflict() -> None:
    plan, only = plan_of(CUMULATIVE)
    years = {
        2024: torn(evaluation("行-①", 2024, {}), "indicator.1.value", "1", "2"),
        2025: evaluation("行-①", 2025, {"indicator.1.value": "100"}),
    }
    found = reached(Case(plan, only, 1, 2025, years))
    assert found.achievement is None
    assert "令和6年度の値に2つの答え" in found.clause


def test_a_ceiling_is_met_or_not_and_never_a_ratio() -> None:
    met, missed = run(CEILING, {"value": "0"}), run(CEILING, {"value": "2.5"})
    assert (met.met, met.achievement) == (True, None)
    assert (missed.met, missed.achievement) == (False, None)
    assert met.clause == "通信不良の発生率は0％で、目標0％以下を満たしています"
    assert missed.clause == "通信不良の発生率は2.5％で、目標0％以下を満たしていません"


def test_milestones_done_of_those_asked() -> None:
    states = {"milestone.1.state": "済", "milestone.2.state": "一部", "milestone.3.state": "対象外"}
    found = run(STATED, states, asked=3)
    assert (found.achievement, found.value) == (75, "1.5／2件")
    assert "2件のうち済1件・一部1件で、達成率は75.0％です（一部は半分" in found.clause
    found = run(STATED, {f"milestone.{n}.state": "済" for n in (1, 2)}, asked=2)
    assert (found.achievement, found.value) == (100, "2／2件")
    assert "半分" not in found.clause


def test_milestones_that_are_all_exempt() -> None:
    found = run(STATED, {"milestone.1.state": "対象外"})
    assert (found.achievement, found.exempt) == (None, True)


@pytest.mark.parametrize("state", ["集計中", "測定不能", "対象外"])
def test_a_state_without_a_value(state: str) -> None:
    found = run(ANNUAL, {"value": "2", "state": state})
    assert (found.achievement, found.value, found.exempt) == (None, state, state == "対象外")
    assert f"「{state}」" in found.clause


def test_a_provisional_value_is_judged_and_said_to_be_one() -> None:
    found = run(ANNUAL, {"value": "2", "state": "速報"})
    assert (found.achievement, found.value, found.note) == (100, "2回（速報）", "数値は速報です。")
    assert run(ANNUAL, {"state": "速報"}).note == ""


@pytest.mark.parametrize(
    ("indicator", "answers", "said", "value"),
    [
        (ANNUAL, {}, "実施回数は値が未記入", ""),
        (ANNUAL, {"value": "約2回"}, "値の「約2回」を数字として", "約2回"),
        (ANNUAL, {"value": "三回ほど行ったと担当から聞いています。詳細は"}, "…」を数字", None),
        (ANNUAL, {"value": "-1"}, "0より小さい", "-1"),
        (PER_EVENT, {}, "値が未記入", ""),
        (PER_EVENT, {"events": "300,280"}, "「300,280」", "300,280"),
        (PER_EVENT, {"events": "5・-2"}, "0より小さい", "5・-2"),
        (RATE, {"denominator": "5"}, "「オンライン化した手続き数」が未記入", ""),
        (RATE, {"numerator": "5"}, "「全体の手続き数」が未記入", ""),
        (RATE, {"numerator": "5", "denominator": "0"}, "が0で率を計算", ""),
        (RATE, {"numerator": "5", "denominator": "4"}, "分子5が分母4より大きい", ""),
        (CUMULATIVE, {}, "値が未記入", ""),
        (CEILING, {"value": "0.5"}, "「0.5」", "0.5"),
        (STATED, {}, "「確認すること1」が未記入", ""),
        (STATED, {"milestone.1.state": "たぶん済"}, "「たぶん済」が選択肢にない", "たぶん済"),
        (replace(ANNUAL, target=None), {"value": "2"}, "実施回数は2回ですが、比べる目標", "2回"),
        (replace(ANNUAL, target=Decimal(0)), {"value": "2"}, "比べる目標", "2回"),
        (replace(ANNUAL, target=Decimal(-1)), {"value": "2"}, "比べる目標", "2回"),
        (replace(CEILING, target=None), {"value": "2"}, "比べる目標", "2％"),
    ],
)
def test_what_cannot_be_judged_says_why(
    indicator: Indicator, answers: Mapping[str, str], said: str, value: str | None
) -> None:
    found = run(indicator, answers)
    assert found.achievement is None
    assert found.met is None
    assert said in found.clause
    assert value is None or found.value == value


@pytest.mark.parametrize("part", ["value", "state"])
def test_two_answers_wait_for_a_choice(part: str) -> None:
    plan, only = plan_of(ANNUAL)
    held = evaluation("行-①", 2025, {"indicator.1.value": "2"})
    years = {2025: torn(held, f"indicator.1.{part}", "確定", "速報")}
    found = reached(Case(plan, only, 1, 2025, years))
    assert found.achievement is None
    assert "2つの答え" in found.clause


def test_a_year_nobody_has_touched() -> None:
    plan, only = plan_of(ANNUAL)
    assert reached(Case(plan, only, 1, 2025, {})).clause.startswith("実施回数は値が未記入")


ANSWERS = st.dictionaries(
    st.sampled_from(
        [f"indicator.1.{p}" for p in ("value", "numerator", "denominator", "events", "state")]
        + ["milestone.1.state"]
    ),
    st.sampled_from(["0", "1", "10", "-3", "0.5", "11・7", "約5", "確定", "速報", "対象外", "済"]),
)


@given(
    st.sampled_from([ANNUAL, PER_EVENT, RATE, TOTAL, CUMULATIVE, CEILING, STATED]),
    st.dictionaries(st.integers(2020, 2026), ANSWERS),
    st.integers(2020, 2026),
)
def test_nothing_typed_raises(
    indicator: Indicator, answers: Mapping[int, Mapping[str, str]], year: int
) -> None:
    found = reached(case(indicator, year, answers))
    assert found.clause
    assert found.achievement is None or found.achievement >= 0


def test_cases_share_nothing() -> None:
    one = case(ANNUAL, 2025, {})
    assert one.evaluation(2024) == Evaluation(one.evaluation(2024).id)
