"""The proposed grade and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.plan import Combine, GradeKind, Indicator, Scale
from tests.domain.plans import (
    ANNUAL,
    CEILING,
    PER_EVENT,
    RATE,
    SCALE,
    UNABLE,
    evaluation,
    measure,
    small_plan,
    torn,
    with_grades,
)

NO_LETTERS = replace(SCALE, grades=SCALE.grades[:4])


def propose(
    indicators: tuple[Indicator, ...],
    answers: Mapping[str, str],
    scale: Scale = SCALE,
    year: int = 2025,
    years: range = range(2021, 2026),
) -> Judgement:
    only = measure("行-①", "見本", *indicators, years=years)
    plan = replace(small_plan(scale), id=f"{hash((indicators, years))}", measures=(only,))
    typed = {f"indicator.{k}": v for k, v in answers.items()}
    return judge(plan, only, year, {year: evaluation("行-①", year, typed)})


TWO = (ANNUAL, PER_EVENT)
BOTH = {"1.value": "2", "2.events": "11・7"}


def test_one_indicator_makes_one_sentence() -> None:
    found = propose((RATE,), {"1.numerator": "118", "1.denominator": "262"})
    assert (found.grade, found.achievement_text) == ("B", "90.1")
    assert found.reason == (
        "オンライン化率は118÷262＝45.0％で、目標50％に対する達成率は90.1％です。"
        "80％以上100％未満なので「B」を提案します。"
    )
    assert found.indicators[0].reason.endswith("80％以上100％未満なので「B」です。")


def test_the_lowest_decides_and_each_letter_is_said() -> None:
    found = propose(TWO, BOTH)
    assert (found.grade, found.achievement) == ("B", 90)
    assert found.reason == (
        "実施回数は2回で、目標2回に対する達成率は100.0％です（A）。"
        "参加社数は2回の平均が9.0社（最少7社）で、目標10社に対する達成率は90.0％です（B）。"
        "低い方の「B」を提案します。"
    )
    assert [i.grade for i in found.indicators] == ["A", "B"]


def test_three_indicators_with_a_missed_ceiling() -> None:
    found = propose((*TWO, CEILING), {**BOTH, "3.value": "2%"})
    assert (found.grade, found.achievement) == ("D", None)
    assert found.reason.endswith("最も低い「D」を提案します。")


def test_among_equal_letters_the_lowest_achievement_is_told() -> None:
    found = propose((*TWO, CEILING), {"1.value": "3", "2.events": "10", "3.value": "0"})
    assert (found.grade, found.achievement) == ("A", 100)
    assert found.reason.endswith("いずれも「A」なので「A」を提案します。")


def test_the_mean() -> None:
    scale = replace(SCALE, combine=Combine.MEAN)
    found = propose(TWO, BOTH, scale)
    assert (found.grade, found.achievement) == ("B", 95)
    assert "達成率の平均は95.0％で、80％以上100％未満なので「B」" in found.reason
    met = propose((*TWO, CEILING), {**BOTH, "3.value": "0"}, scale)
    assert (met.grade, met.achievement) == ("B", 95)
    missed = propose((*TWO, CEILING), {**BOTH, "3.value": "2%"}, scale)
    assert (missed.grade, missed.achievement) == ("D", 95)
    assert "上限の指標を満たしていない" in missed.reason
    only = propose((CEILING, CEILING), {"1.value": "0", "2.value": "0"}, scale)
    assert (only.grade, only.achievement) == ("A", None)


def test_the_first() -> None:
    scale = replace(SCALE, combine=Combine.FIRST)
    found = propose(TWO, {"1.value": "2", "2.events": "1"}, scale)
    assert (found.grade, found.achievement) == ("A", 100)
    assert found.reason.endswith("1つ目の指標で評価する決まりなので「A」を提案します。")
    unable = propose(TWO, {"2.events": "1"}, scale)
    assert (unable.grade, unable.achievement) == ("―", None)
    none = propose(TWO, {"2.events": "1"}, replace(NO_LETTERS, combine=Combine.FIRST))
    assert none.grade == ""
    assert none.reason.endswith("評価は提案しません。")


def test_an_indicator_left_out_is_named() -> None:
    found = propose(TWO, {"1.value": "2", "2.state": "集計中"})
    assert found.grade == "A"
    assert "参加社数は「集計中」なので、評価に含めていません。" in found.reason
    assert found.reason.endswith("評価できた指標は1つなので、その「A」を提案します。")
    assert (found.indicators[1].grade, found.indicators[1].value) == ("", "集計中")
    assert found.indicators[1].expected == 10


@pytest.mark.parametrize(("value", "letter"), [("0", "A"), ("2%", "D")])
def test_a_ceiling_alone(value: str, letter: str) -> None:
    found = propose((CEILING,), {"1.value": value})
    assert (found.grade, found.achievement, found.achievement_text) == (letter, None, "")
    assert found.reason.endswith(f"満たしたかどうかで見て「{letter}」を提案します。")
    assert found.indicators[0].reason.endswith(f"満たしたかどうかで見て「{letter}」です。")


def test_a_year_the_plan_asks_nothing_of() -> None:
    found = propose(TWO, BOTH, years=range(2022, 2025))
    assert (found.grade, found.achievement) == ("―", None)
    assert found.reason == "令和7年度は計画に実施評価指標がないので「―」です。"
    assert [i.value for i in found.indicators] == ["2回", "9.0社（最少7社）"]
    assert [i.grade for i in found.indicators] == ["", ""]
    none = propose(TWO, BOTH, NO_LETTERS, years=range(2022, 2025))
    assert (none.grade, none.reason) == (
        "",
        "令和7年度は計画に実施評価指標がないので、評価しません。",
    )


def test_nothing_to_judge() -> None:
    assert propose(TWO, {}).grade == "―"
    assert propose(TWO, {}, with_grades(UNABLE)).grade == "Z"
    none = propose(TWO, {}, NO_LETTERS)
    assert none.grade == ""
    assert none.reason.endswith("評価できる値がないので、評価は提案しません。")
    empty = propose((), {})
    assert empty.reason == "数値目標のない施策です。評価できる値がないので「―」を提案します。"


def test_all_exempt_is_not_the_same_as_unable() -> None:
    answers = {"1.state": "対象外", "2.state": "対象外"}
    found = propose(TWO, answers, with_grades(UNABLE))
    assert found.grade == "―"
    assert found.reason.endswith("すべての指標が対象外なので「―」を提案します。")
    partly = propose(TWO, {"1.state": "対象外"}, with_grades(UNABLE))
    assert partly.grade == "Z"
    assert propose(TWO, answers, NO_LETTERS).grade == ""


def test_two_answers_are_not_judged() -> None:
    plan = small_plan()
    held = torn(evaluation("行-②", 2025, {}), "indicator.1.value", "0", "3")
    found = judge(plan, plan.by_code["行-②"], 2025, {2025: held})
    assert found.grade == "―"
    assert "どちらかを選ぶまで" in found.reason


def test_every_measure_of_the_plan_is_judged_with_nothing_typed() -> None:
    plan = small_plan()
    for one in plan.measures:
        for year in plan.years:
            found = judge(plan, one, year, {})
            assert found.grade == plan.scale.letter_of(GradeKind.NOT_EVALUATED)
            assert len(found.indicators) == len(one.indicators)
