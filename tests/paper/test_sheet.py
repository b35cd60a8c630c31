from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from imari_desk.domain.plan import Bar, Phase, Phases
from imari_desk.domain.states import OfficeStage, OfficeState
from imari_desk.paper.shapes import Given
from imari_desk.paper.sheet import evaluation_sheet, public_sheet
from tests.domain.plans import evaluation, torn
from tests.paper.samples import PLAN, answered, sheet, texts

MEASURE = PLAN.by_code["行-①"]


def test_the_year_stands_in_the_same_column_everywhere() -> None:
    made = sheet("行-①", 2023)

    assert made.year == 2
    assert made.years[made.year].label == "令和5年度"
    assert [y.shortest for y in made.years] == ["R3", "R4", "R5", "R6", "R7"]
    indicator = made.plan.indicators[0]
    assert len(indicator.years) == len(made.plan.works) == len(made.plan.milestones) == 5
    assert indicator.years[2] is not None
    assert indicator.years[2].value == "45.0％"
    assert indicator.years[2].parts == "118÷262"
    assert indicator.years[2].grade == "A"


def test_years_to_come_show_what_is_expected_and_no_marks() -> None:
    made = sheet("行-①", 2023)

    value = made.plan.indicators[0].years[3]
    assert value is not None
    assert (value.value, value.given) == ("見込み 40％", Given.EMPTY)
    assert all(mark.states == () for mark in made.plan.milestones[3])
    assert made.answers.charts[0].actual[3] is None
    assert made.answers.charts[0].expected[3] == 40.0


def test_later_years_do_not_change_what_a_sheet_says() -> None:
    years = {y: answered("行-①", y) for y in PLAN.years}
    early = {y: e for y, e in years.items() if y <= 2023}

    assert evaluation_sheet(PLAN, MEASURE, 2023, years, "課") == evaluation_sheet(
        PLAN, MEASURE, 2023, early, "課"
    )


def test_a_year_outside_the_plan_is_refused() -> None:
    with pytest.raises(ValueError, match="2026"):
        evaluation_sheet(PLAN, MEASURE, 2026, {}, "")


def test_two_answers_are_both_there_and_said_to_be_two() -> None:
    held = answered("行-①", 2023)
    for key, values in {
        "activities": ("一つ目", "二つ目"),
        "grade": ("A", "B"),
        "progress": ("遅れ", "計画どおり"),
        "milestone.1.state": ("済", "未"),
        "indicator.1.numerator": ("118", "119"),
        "phase.run": ("true", "false"),
        "second_grade": ("A", "C"),
    }.items():
        held = torn(held, key, *values)
    made = evaluation_sheet(PLAN, MEASURE, 2023, {2023: held}, "課")

    said = "回答が2つあります"
    activities = made.answers.passages[0][0]
    assert activities.paragraphs == ("【回答1】一つ目", "【回答2】二つ目")
    assert (activities.note, activities.given) == (said, Given.CONFLICT)
    assert made.answers.grade.letters == ("A", "B")
    assert made.answers.grade.alert == said
    assert made.answers.lines[0].text == "計画どおり ／ 遅れ"
    assert set(made.plan.milestones[2][0].states) == {"済", "未"}
    value = made.plan.indicators[0].years[2]
    assert value is not None
    assert (value.value, value.note) == ("118 ／ 119", said)
    assert made.answers.second.note == said
    assert any(line.label == "実施・運用" and line.note == said for line in made.plan.remarks)


def test_nothing_written_is_said_calmly() -> None:
    made = evaluation_sheet(PLAN, MEASURE, 2025, {}, "")

    passages = [p for row in made.answers.passages for p in row]
    assert {p.paragraphs for p in passages} == {("未記入",)}
    assert made.answers.grade.letters == ()
    assert made.answers.grade.empty == "未記入"
    assert made.plan.department.text == "―"
    assert made.answers.band[-1].paragraphs == ("まだありません",)
    assert made.state == "未着手"
    assert made.answers.charts == ()


def test_a_year_not_evaluated_is_said_to_be_one() -> None:
    measure = PLAN.by_code["産-①"]
    made = evaluation_sheet(PLAN, measure, 2025, {}, "課")

    assert made.answers.calm[0] == "評価対象外の年度"
    assert "令和4年度・令和5年度・令和6年度" in made.answers.calm[2]
    assert made.answers.grade.letters == ("―",)
    assert [e.letter for e in made.answers.legend if e.chosen] == ["―"]


def test_what_was_written_in_a_year_not_evaluated_is_printed() -> None:
    held = evaluation("産-①", 2025, {"activities": "片付けをした。"})
    made = evaluation_sheet(PLAN, PLAN.by_code["産-①"], 2025, {2025: held}, "課")

    assert made.answers.calm == ()
    assert made.answers.passages[0][0].paragraphs == ("片付けをした。",)


def test_a_grade_that_differs_owes_its_reason() -> None:
    agreed = sheet("行-①", 2023, {"grade": "A"})
    assert "ソフトの提案どおり" in agreed.answers.grade.lines
    assert len(agreed.answers.passages) == 2

    owed = sheet("行-①", 2023, {"grade": "C"})
    assert "ソフトの提案は「A」" in owed.answers.grade.lines
    assert [p.paragraphs[0] for p in owed.answers.passages[2]] == ["未記入", "―"]

    given = sheet("行-①", 2023, {"grade": "C", "grade_reason": "利用が伸びていないため。"})
    assert given.answers.passages[2][0].paragraphs == ("利用が伸びていないため。",)


def test_wrap_up_stands_in_the_last_year_only() -> None:
    last = sheet("行-①", 2025, {"wrap_up": "達成", "wrap_up_text": "終えた。"})
    assert [p.label for p in last.answers.band] == ["計画期間の総括", "推進室所見"]
    assert last.answers.band[0].paragraphs[0] == "達成　次期計画での扱い：未記入"
    assert [p.label for p in sheet("行-①", 2024).answers.band] == ["推進室所見"]

    with_hq = sheet("行-①", 2024, {"hq_opinion": "続けること。"})
    assert [p.label for p in with_hq.answers.band] == ["推進室所見", "本部意見"]


def test_bars_are_where_the_months_are() -> None:
    bars = {Phase.DESIGN: (Bar((2021, 10), (2022, 9)), Bar((2030, 4), (2031, 3)))}
    measure = replace(MEASURE, phases=Phases(bars, checked=True))
    years = {
        2021: answered("行-①", 2021),
        2022: answered("行-①", 2022, {"phase.run": "false"}),
        2023: answered("行-①", 2023),
        2024: answered("行-①", 2024),
    }
    made = evaluation_sheet(PLAN, measure, 2024, years, "課")

    plan, design, run = made.plan.phases
    assert design.planned == ((0.5, 1.5),)
    assert plan.planned == ()
    assert run.actual == ((0.0, 1.0), (2.0, 4.0))
    assert made.plan.schedule_note == ""
    assert sheet("行-①", 2024).plan.schedule_note == "計画の線は原本未照合"


def test_numbers_and_days_are_printed_as_people_read_them() -> None:
    made = sheet("地-①", 2023)

    assert made.answers.lines[2].text == "4,950千円"
    assert made.answers.signatures[0].name == "見本 花子（内線234）"
    assert made.answers.signatures[0].day == "令和8年5月20日"
    total = made.plan.indicators[1].years[2]
    assert total is not None
    assert total.value == "3,450人"


def test_an_answer_that_is_no_choice_is_printed_as_typed() -> None:
    made = sheet("行-①", 2023, {"milestone.1.state": "だいたい済"})

    mark = made.plan.milestones[2][0]
    assert mark.states == ("？",)
    assert "だいたい済" in mark.text


def test_the_box_says_where_it_stands() -> None:
    stage = str(OfficeStage(OfficeState.CHECKED, 1))
    assert sheet("行-①", 2023).state == "課内確認中"
    assert sheet("行-①", 2023, {"submission": "1"}).state == "受付済"
    checked = sheet("行-①", 2023, {"submission": "1", "office_stage": stage})
    assert (checked.state, checked.answers.signatures[2].name) == ("確認済", "確認済")
    years = {2023: answered("行-①", 2023)}
    made = evaluation_sheet(PLAN, MEASURE, 2023, years, "課", state="提出済　令和8年5月23日")
    assert made.state == "提出済　令和8年5月23日"


def test_the_legend_says_the_bands_where_the_scale_does_not() -> None:
    legend = {e.letter: e.text for e in sheet("行-①", 2023).answers.legend}
    assert legend["B"] == "おおむね目標どおり（80％以上100％未満）"
    assert legend["―"] == "評価しない年度"

    spoken = tuple(replace(g, legend=f"{g.letter}は100％") for g in PLAN.scale.grades)
    plan = replace(PLAN, scale=replace(PLAN.scale, grades=spoken))
    made = evaluation_sheet(plan, MEASURE, 2023, {}, "課")
    assert made.answers.legend[0].text == "Aは100％"


def test_charts_carry_values_and_what_was_expected() -> None:
    chart = sheet("行-①", 2025).answers.charts[0]

    assert chart.title == "オンライン化率（％）"
    assert chart.expected == (10.0, 20.0, 30.0, 40.0, 50.0)
    assert chart.labels[4] == "45.0"
    assert chart.ticks[-1] >= 50
    stated = sheet("行-③", 2025).answers.charts[0]
    assert stated.expected == (100.0,) * 5


def test_the_public_sheet_names_nobody_and_proposes_nothing() -> None:
    years = {
        y: answered("行-①", y, {"public_text": "広げました。", "indicator.1.note": "速報による"})
        for y in PLAN.years
    }
    made = public_sheet(PLAN, MEASURE, 2025, years, "例 企画課")

    printed = "".join(texts(made))
    for private in ("見本 花子", "234", "台帳と照合", "提案", "台風で延びた", "窓口を三つ"):
        assert private not in printed
    assert "広げました。" in printed
    assert made.answers.grade.letters == ("A",)  # the second grade counts


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_indicators_is_numbered_as_needed(count: int) -> None:
    indicators = MEASURE.indicators * count
    made = evaluation_sheet(PLAN, replace(MEASURE, indicators=indicators), 2023, {}, "課")

    expected = {0: [], 1: ["数値目標"], 3: ["数値目標 1", "数値目標 2", "数値目標 3"]}
    assert [row.label for row in made.plan.indicators] == expected[count]


def test_a_target_nobody_put_in_words_leaves_the_name() -> None:
    bare = replace(MEASURE.indicators[0], target_text="", target=Decimal(0), formula="")
    made = evaluation_sheet(PLAN, replace(MEASURE, indicators=(bare,)), 2023, {}, "課")

    assert made.plan.indicators[0].head == "オンライン化率"
