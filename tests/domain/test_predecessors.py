"""What the plan before said last stands where last year's answer would, with its code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.predecessors import (
    Predecessor,
    answer_before,
    answer_told,
    case_before,
    grade_before,
    names_of,
)
from imari_desk.domain.summary import Trend, summarise
from imari_desk.domain.whole import gather, reckon
from tests.domain.plans import evaluation, small_plan

OLD = small_plan()
LAST = OLD.last_year
ANSWERS = {
    "activities": "窓口を見直した",
    "progress": "計画どおり",
    "grade": "B",
    "second_grade": "A",
    "wrap_up_text": "五年間の総括",
    "milestone.1.state": "済",
    "office_view": "よい",
}


def before(code: str = "行-①") -> Predecessor:
    held = evaluation(code, LAST, ANSWERS)
    return Predecessor(OLD, OLD.by_code[code], LAST, {LAST: held})


def new_plan(*codes: str, scale: bool = True) -> tuple[Plan, Measure]:
    """The plan after, whose first measure goes on from those."""
    first = replace(OLD.measures[0], predecessors=codes)
    grades = OLD.scale.grades if scale else OLD.scale.grades[1:]
    plan = replace(
        OLD,
        id="next",
        first_year=LAST + 1,
        last_year=LAST + 5,
        measures=(first, *OLD.measures[1:]),
        scale=replace(OLD.scale, grades=grades),
    )
    return plan, first


def test_what_both_plans_ask_alike_is_shown() -> None:
    assert answer_before("activities", [before()]) == "窓口を見直した"
    assert answer_before("progress", [before()]) == "計画どおり"
    assert answer_told("progress", [before()]) == "行-①　計画どおり"


@pytest.mark.parametrize("key", ["wrap_up_text", "milestone.1.state", "office_view", "nowhere"])
def test_what_is_asked_by_one_plan_alone_is_not(key: str) -> None:
    assert answer_before(key, [before()]) == ""


def test_several_are_told_apart_by_their_codes() -> None:
    both = [before(), before("行-②")]
    assert answer_before("activities", both) == "行-①　窓口を見直した\n行-②　窓口を見直した"
    assert answer_before("results", both) == ""
    assert names_of(both) == "行-①・行-②"


def test_a_measure_that_said_nothing() -> None:
    silent = before()._replace(years={})
    assert answer_before("activities", [silent]) == ""
    assert answer_before("activities", []) == ""
    assert grade_before(OLD, [silent]) == ""


def test_the_same_indicator_goes_on() -> None:
    one = before("行-②")
    indicator = one.measure.indicators[0]
    case = case_before(replace(indicator, name=f" {indicator.name}"), [before(), one])
    assert case is not None
    assert (case.measure, case.number, case.fiscal_year) == (one.measure, 1, LAST)
    assert case_before(replace(indicator, unit="別の単位"), [one]) is None
    assert case_before(indicator, []) is None


def test_a_grade_goes_on_where_one_measure_had_it_by_the_same_yardstick() -> None:
    plan, _ = new_plan("行-①")
    assert grade_before(plan, [before()]) == "A"
    assert grade_before(plan, [before(), before("行-②")]) == ""
    other, _ = new_plan("行-①", scale=False)
    assert grade_before(other, [before()]) == ""


def test_the_trend_of_the_first_year() -> None:
    plan, first = new_plan("行-①")
    year = plan.first_year
    held = evaluation(first.code, year, {"grade": "B"})
    held = replace(held, id=held.id._replace(plan=plan.id))
    written = {first.code: {year: held}}
    summary = summarise(plan, year, written, {}, {first.code: "A"})
    assert (summary.measures[0].last_grade, summary.measures[0].trend) == ("A", Trend.DOWN)
    reckoned = {m.code: reckon(plan, m, written.get(m.code, {})) for m in plan.measures}
    whole = gather(plan, year, reckoned, {}, {first.code: "A"})
    assert (whole.standings[0].last_grade, whole.standings[0].trend) == ("A", Trend.DOWN)
    assert whole.overall == summary.overall
    later = gather(plan, year + 1, reckoned, {}, {})
    assert later.standings[0].last_grade == "B"
