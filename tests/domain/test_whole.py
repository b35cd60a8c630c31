"""The whole: reckoned measure by measure, counted together for a year or the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Plan
from imari_desk.domain.summary import Trend, summarise
from imari_desk.domain.whole import (
    WHOLE_PLAN,
    By,
    MeasureYears,
    Milestones,
    Whole,
    gather,
    reckon,
    reckoned_keys,
)
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
DEPARTMENTS = {"産-①": "観光課", "行-①": "市民課", "行-②": "教育課", "行-③": "市民課"}
RATE = {"indicator.1.numerator": "118", "indicator.1.denominator": "262"}
HELD = (
    evaluation("産-①", 2024, {"grade": "C"}),
    evaluation("行-①", 2024, {"grade": "B", "milestone.1.state": "済"}),
    evaluation(
        "行-①", 2025, {"grade": "B", "second_grade": "A", "milestone.1.state": "一部", **RATE}
    ),
    evaluation("行-②", 2024, {"grade": "B"}),
    evaluation("行-②", 2025, {"grade": "D", "indicator.1.value": "3"}),
    evaluation("行-③", 2024, {"grade": "A"}),
    evaluation(
        "行-③", 2025, {"grade": "A", "milestone.1.state": "未", "milestone.2.state": "対象外"}
    ),
    evaluation("地-①", 2022, {"indicator.1.value": "1"}),
)


def reckoned(plan: Plan = PLAN, held: tuple[Evaluation, ...] = HELD) -> Mapping[str, MeasureYears]:
    by_measure: dict[str, dict[int, Evaluation]] = {m.code: {} for m in plan.measures}
    for one in held:
        by_measure[one.id.measure][one.id.fiscal_year] = one
    return {m.code: reckon(plan, m, by_measure[m.code]) for m in plan.measures}


def whole(fiscal_year: int, plan: Plan = PLAN, held: tuple[Evaluation, ...] = HELD) -> Whole:
    return gather(plan, fiscal_year, reckoned(plan, held), DEPARTMENTS)


def codes(found: Whole, trend: Trend) -> list[str]:
    return [s.measure.code for s in found.trend(trend)]


def test_a_measure_is_reckoned_for_every_year() -> None:
    years = reckoned()["行-①"]
    assert years.grades == ("", "", "", "B", "A")
    assert years.milestones[3:] == (Milestones(1, blank=1), Milestones(partly=1, blank=1))
    assert years.milestones[4].asked == 2
    (rate,) = years.indicators
    assert [y.amount for y in rate.years[:4]] == [None] * 4
    assert rate.years[4].achievement is not None


def test_a_year_is_counted_as_the_summary_counts_it() -> None:
    by_measure: dict[str, dict[int, Evaluation]] = {}
    for one in HELD:
        by_measure.setdefault(one.id.measure, {})[one.id.fiscal_year] = one
    summary, found = summarise(PLAN, 2025, by_measure, DEPARTMENTS), whole(2025)
    assert found.overall == summary.overall
    assert found.tallies(By.FIELD) == summary.by_field
    assert found.tallies(By.GROUP) == summary.by_group
    assert found.tallies(By.DEPARTMENT) == summary.by_department
    assert [s.trend for s in found.standings] == [m.trend for m in summary.measures]
    assert [s.grade for s in found.standings] == [m.grade for m in summary.measures]
    ours = [s.years.milestones[4] for s in found.standings]
    assert [(m.done, m.asked) for m in ours] == [(m.done, m.asked) for m in summary.measures]


def test_only_the_keys_that_are_read_need_to_be_known() -> None:
    keys = reckoned_keys(PLAN)
    assert {"grade", "second_grade", "milestone.3.state", "indicator.2.value"} <= keys
    assert not keys & {"activities", "milestone.4.state", "indicator.3.value"}
    bare = [Evaluation(e.id, {k: r for k, r in e.registers.items() if k in keys}) for e in HELD]
    assert reckoned(held=tuple(bare)) == reckoned()
    assert reckoned_keys(replace(PLAN, measures=())) == {"grade", "second_grade"}


def test_what_changed_since_last_year() -> None:
    found = whole(2025)
    assert codes(found, Trend.UP) == ["行-①"]
    assert codes(found, Trend.DOWN) == ["行-②"]
    assert codes(found, Trend.SAME) == ["行-③"]
    assert codes(found, Trend.NONE) == ["産-①", "地-①"]


def test_in_the_first_year_nothing_has_changed() -> None:
    found = whole(2021)
    assert codes(found, Trend.NONE) == [m.code for m in PLAN.measures]
    assert found.overall.last_counts == (0, 0, 0, 0, 0)


def test_over_the_whole_plan_first_and_last_grade_are_compared() -> None:
    found = whole(WHOLE_PLAN)
    assert found.years == (2021, 2022, 2023, 2024, 2025)
    ends = {s.measure.code: (s.last_grade, s.grade) for s in found.standings}
    assert ends == {
        "産-①": ("", "C"),
        "行-①": ("B", "A"),
        "行-②": ("B", "D"),
        "行-③": ("A", "A"),
        "地-①": ("", ""),
    }
    assert found.overall.total == 25
    assert found.overall.counts == (3, 2, 1, 1, 2)
    assert found.overall.last_counts == (0, 0, 0, 0, 0)
    years = {t.label: t.total - t.unsettled for t in found.tallies(By.YEAR)}
    assert years == {"2021": 1, "2022": 0, "2023": 0, "2024": 4, "2025": 4}


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("year", [2025, WHOLE_PLAN])
def test_what_is_counted_is_what_the_tallies_say(by: By, year: int) -> None:
    found = whole(year)
    counted = list(found.counted(by))
    for tally in found.tallies(by):
        here = [one.grade for one in counted if one.label == tally.label]
        letters = PLAN.scale.letters
        assert tuple(map(here.count, letters)) == tally.counts
        assert here.count("") == tally.unsettled
    sums = dict(found.milestone_tallies(by))
    assert Milestones(*map(sum, zip(*sums.values(), strict=True))) == found.milestones.milestones
    for label, milestones in sums.items():
        assert sum(sum(one.milestones) for one in counted if one.label == label) == sum(milestones)
    assert {one.label for one in found.counted(None)} == {""}


def test_milestones_are_counted_by_state() -> None:
    assert whole(2025).milestones.milestones == Milestones(0, 1, 1, 1, 4)
    assert whole(2024).milestones.milestones.done == 1


def test_the_lowest_indicator_stands_first() -> None:
    found = [(i.standing.measure.code, i.indicator.number) for i in whole(2025).indicators]
    assert found[:2] == [("行-②", 1), ("行-①", 1)]
    rest = {("行-③", 1), ("産-①", 1), ("産-①", 2), ("地-①", 1), ("地-①", 2)}
    assert set(found[2:]) == rest


def test_a_ceiling_that_is_met_is_all_that_was_asked() -> None:
    met = (*HELD[:4], evaluation("行-②", 2025, {"indicator.1.value": "0"}), *HELD[5:])
    found = [i.standing.measure.code for i in whole(2025, held=met).indicators]
    assert found.index("行-②") > found.index("行-①")


def test_over_the_whole_plan_the_last_year_with_a_value_counts() -> None:
    years = {
        (i.standing.measure.code, i.indicator.number): i.year.fiscal_year
        for i in whole(WHOLE_PLAN).indicators
    }
    assert years["地-①", 1] == 2022
    assert years["地-①", 2] == 2025
    assert years["行-①", 1] == 2025
