"""集計: which grade counts, tallies, changes, indicators over the years."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import GradeKind
from imari_desk.domain.summary import (
    ByMeasure,
    MeasureYear,
    Summary,
    Trend,
    counted_grade,
    summarise,
    trend_of,
)
from tests.domain.plans import SCALE, UNABLE, evaluation, small_plan, torn, with_grades

PLAN = small_plan()
DEPARTMENTS = {"産-①": "観光課", "行-①": "市民課", "行-②": "教育課", "行-③": "市民課"}


def written(*evaluations: Evaluation) -> ByMeasure:
    found: dict[str, dict[int, Evaluation]] = {}
    for held in evaluations:
        found.setdefault(held.id.measure, {})[held.id.fiscal_year] = held
    return found


def graded(code: str, year: int, grade: str, **more: str) -> Evaluation:
    return evaluation(code, year, {"grade": grade, **more})


def of(summary: Summary, code: str) -> MeasureYear:
    return next(m for m in summary.measures if m.measure.code == code)


def test_the_second_grade_counts_before_the_clerks() -> None:
    measure = PLAN.by_code["行-①"]
    assert counted_grade(PLAN, measure, graded("行-①", 2025, "A")) == "A"
    assert counted_grade(PLAN, measure, graded("行-①", 2025, "A", second_grade="C")) == "C"


def test_a_proposal_never_counts_as_an_evaluation() -> None:
    rate = {"indicator.1.numerator": "118", "indicator.1.denominator": "262"}
    summary = summarise(PLAN, 2025, written(evaluation("行-①", 2025, rate)), DEPARTMENTS)
    found = of(summary, "行-①")
    assert (found.judgement.grade, found.grade) == ("B", "")
    assert summary.overall.unsettled == 4


def test_of_two_grades_neither_counts() -> None:
    held = torn(graded("行-①", 2025, "A"), "grade", "A", "B")
    assert counted_grade(PLAN, PLAN.by_code["行-①"], held) == ""
    second = torn(graded("行-①", 2025, "A"), "second_grade", "A", "B")
    assert counted_grade(PLAN, PLAN.by_code["行-①"], second) == ""


def test_a_year_the_plan_asks_nothing_of_is_not_evaluated_unless_somebody_did() -> None:
    measure = PLAN.by_code["産-①"]
    assert counted_grade(PLAN, measure, evaluation("産-①", 2025, {})) == "―"
    assert counted_grade(PLAN, measure, graded("産-①", 2025, "B")) == "B"


def test_a_scale_without_such_a_letter_leaves_it_open() -> None:
    scale = replace(SCALE, grades=SCALE.grades[:4])
    plan = small_plan(scale)
    assert counted_grade(plan, plan.by_code["産-①"], evaluation("産-①", 2025, {})) == ""


def test_tallies_count_by_field_group_and_department_in_the_plans_order() -> None:
    answers = written(
        graded("行-①", 2025, "A"), graded("行-②", 2025, "B"), graded("行-①", 2024, "C")
    )
    summary = summarise(PLAN, 2025, answers, DEPARTMENTS)
    assert summary.overall.counts == (1, 1, 0, 0, 1)
    assert (summary.overall.total, summary.overall.unsettled) == (5, 2)
    assert summary.overall.last_counts == (0, 0, 1, 0, 0)
    assert summary.overall.shares[0] == Fraction(1, 5)
    fields = {t.label: (t.total, t.counts, t.unsettled) for t in summary.by_field}
    assert list(fields) == ["産業", "行政", "地域"]
    assert fields["行政"] == (3, (1, 1, 0, 0, 0), 1)
    assert [t.label for t in summary.by_group][1] == "行政の効率化"
    departments = {t.label: t.total for t in summary.by_department}
    assert departments == {"観光課": 1, "市民課": 2, "教育課": 1, "": 1}


def test_every_tally_adds_up() -> None:
    summary = summarise(PLAN, 2024, written(graded("行-③", 2024, "D")), DEPARTMENTS)
    for tallies in (summary.by_field, summary.by_group, summary.by_department):
        assert sum(t.total for t in tallies) == len(PLAN.measures)
        assert all(sum(t.counts) + t.unsettled == t.total for t in tallies)


def test_a_plan_without_measures_has_no_shares() -> None:
    summary = summarise(replace(PLAN, measures=()), 2025, {}, {})
    assert set(summary.overall.shares) == {Fraction(0)}
    assert summary.indicators == ()


def test_what_changed_since_last_year() -> None:
    answers = written(
        *(graded("行-①", year, grade) for year, grade in ((2024, "C"), (2025, "A"))),
        *(graded("行-②", year, grade) for year, grade in ((2024, "B"), (2025, "B"))),
        *(graded("行-③", year, grade) for year, grade in ((2024, "A"), (2025, "D"))),
        graded("産-①", 2024, "B"),
    )
    summary = summarise(PLAN, 2025, answers, DEPARTMENTS)
    named = {t: [m.measure.code for m in summary.trend(t)] for t in Trend}
    assert named == {
        Trend.UP: ["行-①"],
        Trend.SAME: ["行-②"],
        Trend.DOWN: ["行-③"],
        Trend.NONE: ["産-①", "地-①"],
    }


def test_letters_that_are_no_ratio_cannot_be_compared() -> None:
    plan = small_plan(with_grades(UNABLE))
    assert UNABLE.kind is GradeKind.UNABLE
    assert trend_of(plan, "Z", "A") is Trend.NONE
    assert trend_of(plan, "A", "―") is Trend.NONE


def test_before_the_first_year_there_is_nothing_to_compare_with() -> None:
    summary = summarise(PLAN, 2021, written(graded("行-①", 2021, "A")), DEPARTMENTS)
    assert of(summary, "行-①").last_grade == ""
    assert of(summary, "産-①").last_grade == ""


def test_milestones_done_of_those_asked() -> None:
    states = {f"milestone.{n}.state": s for n, s in enumerate(("済", "一部", "対象外"), start=1)}
    summary = summarise(PLAN, 2025, written(evaluation("行-③", 2025, states)), DEPARTMENTS)
    found = of(summary, "行-③")
    assert (found.done, found.asked) == (1, 2)
    assert (of(summary, "産-①").done, of(summary, "産-①").asked) == (0, 0)


def test_indicators_over_the_years() -> None:
    answers = written(
        evaluation("地-①", 2021, {"indicator.2.value": "30"}),
        evaluation(
            "地-①", 2022, {"indicator.2.value": "60", "indicator.2.state": "速報"}, replica="u"
        ),
        evaluation("行-②", 2025, {"indicator.1.value": "0"}),
    )
    summary = summarise(PLAN, 2025, answers, DEPARTMENTS)
    lines = {(i.measure.code, i.number): i.years for i in summary.indicators}
    assert len(lines) == 7
    sums = lines["地-①", 2]
    assert [y.fiscal_year for y in sums] == list(PLAN.years)
    assert [y.amount for y in sums[:3]] == [Fraction(30), Fraction(90), None]
    assert [y.expected for y in sums[:2]] == [Fraction(40), Fraction(80)]
    assert (sums[0].achievement, sums[1].state) == (Fraction(75), "速報")
    assert lines["行-②", 1][4].met is True
    assert lines["産-①", 1][0].expected is None  # 2021: not asked


def test_everything_written_is_listed_by_year_and_measure() -> None:
    answers = written(
        graded("地-①", 2024, "A"),
        graded("行-①", 2025, "A"),
        graded("産-①", 2024, "A"),
        evaluation("行-②", 2025, {"grade": ""}),
    )
    summary = summarise(PLAN, 2025, answers, DEPARTMENTS)
    listed = [(e.id.fiscal_year, e.id.measure) for e in summary.evaluations]
    assert listed == [(2024, "産-①"), (2024, "地-①"), (2025, "行-①")]
