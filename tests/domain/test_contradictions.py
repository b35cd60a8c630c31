"""Answers that cannot both be right, and numbers and dates that hardly can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from imari_desk.domain.contradictions import contradictions, jumps, out_of_range
from imari_desk.domain.finding import Finding, Severity, Subject
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
Check = Callable[[Subject], Iterator[Finding]]
OFF, DOUBT, NOTE = Severity.CONTRADICTION, Severity.CAUTION, Severity.NOTE


def run(
    check: Check,
    answers: Mapping[str, str],
    code: str = "行-①",
    year: int = 2025,
    last: Mapping[str, str] | None = None,
) -> list[Finding]:
    years = {year: evaluation(code, year, {**answers})}
    if last is not None:
        years[year - 1] = evaluation(code, year - 1, {**last})
    return list(check(Subject(PLAN, PLAN.by_code[code], year, years)))


@pytest.mark.parametrize(
    ("answers", "key", "severity"),
    [
        ({"progress": "完了", "milestone.1.state": "未"}, "progress", OFF),
        ({"progress": "完了", "milestone.2.state": "一部"}, "progress", OFF),
        ({"progress": "未着手", "milestone.1.state": "済"}, "progress", OFF),
        ({"progress": "対象外", "milestone.1.state": "未"}, "progress", OFF),
        ({"progress": "計画どおり", "milestone.1.state": "未"}, "progress", DOUBT),
        ({"progress": "未着手", "phase.plan": "true"}, "progress", OFF),
        ({"indicator.1.state": "集計中", "indicator.1.numerator": "5"}, "indicator.1.state", OFF),
        ({"direction": "完了", "next_plan": "引き継ぐ"}, "next_plan", OFF),
        ({"direction": "継続", "next_plan": "終了する"}, "next_plan", OFF),
        ({"wrap_up": "達成", "grade": "D"}, "wrap_up", DOUBT),
    ],
)
def test_contradictions(answers: Mapping[str, str], key: str, severity: Severity) -> None:
    found = run(contradictions, answers)
    assert [(f.key, f.severity) for f in found] == [(key, severity)]
    assert found[0].text.endswith("ご確認ください。")


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"progress": "完了", "milestone.1.state": "済", "milestone.2.state": "対象外"},
        {"progress": "遅れ", "milestone.1.state": "未", "phase.run": "true"},
        {"progress": "対象外", "milestone.1.state": "対象外"},
        {"progress": "未着手", "phase.plan": "false"},
        {"indicator.1.state": "速報", "indicator.1.numerator": "5"},
        {"indicator.1.state": "対象外"},
        {"direction": "完了", "next_plan": "終了する"},
        {"direction": "継続", "next_plan": "引き継ぐ"},
        {"wrap_up": "達成", "grade": "B"},
        {"wrap_up": "達成", "grade": "―"},
        {"wrap_up": "未達成", "grade": "D"},
    ],
)
def test_what_goes_together(answers: Mapping[str, str]) -> None:
    assert run(contradictions, answers) == []


@pytest.mark.parametrize(
    ("code", "answers", "found"),
    [
        ("行-①", {"budget": "-5"}, [("budget", "range.negative", DOUBT)]),
        (
            "行-②",
            {"indicator.1.value": "120"},
            [("indicator.1.value", "range.over_hundred", DOUBT)],
        ),
        (
            "行-①",
            {"indicator.1.numerator": "300", "indicator.1.denominator": "262"},
            [("indicator.1.numerator", "range.numerator", OFF)],
        ),
        (
            "行-①",
            {"indicator.1.denominator": "0"},
            [("indicator.1.denominator", "range.zero_denominator", OFF)],
        ),
        ("行-①", {"indicator.1.denominator": "5"}, []),
        ("行-①", {"indicator.1.numerator": "5", "indicator.1.denominator": "約10"}, []),
        ("行-①", {"indicator.1.numerator": "5", "indicator.1.denominator": "5"}, []),
        (
            "行-①",
            {"budget": "100", "settlement": "101"},
            [("settlement", "range.settlement", NOTE)],
        ),
        ("行-①", {"budget": "100", "settlement": "100"}, []),
        ("行-①", {"settlement": "100"}, []),
        ("行-①", {"entered_on": "2026-05-20", "approved_on": "2026-05-20"}, []),
        (
            "行-①",
            {"entered_on": "2026-05-20", "approved_on": "2026-05-19"},
            [("approved_on", "contradiction.approved", OFF)],
        ),
        ("行-①", {"entered_on": "2022-05-19"}, [("entered_on", "range.date_1904", DOUBT)]),
        ("行-①", {"entered_on": "2030-05-21"}, [("entered_on", "range.date_1904", DOUBT)]),
        ("行-①", {"entered_on": "2019-05-19"}, [("entered_on", "range.date", DOUBT)]),
        ("行-①", {"entered_on": "0001-01-01"}, [("entered_on", "range.date", DOUBT)]),
        ("行-①", {"entered_on": "9999-12-31"}, [("entered_on", "range.date", DOUBT)]),
        ("行-①", {"entered_on": "2025-04-01"}, []),
        ("行-①", {"entered_on": "2028-03-31"}, []),
        ("行-①", {"entered_on": "5/20"}, []),
    ],
)
def test_ranges(
    code: str, answers: Mapping[str, str], found: list[tuple[str, str, Severity]]
) -> None:
    assert [(f.key, f.code, f.severity) for f in run(out_of_range, answers, code)] == found


def test_a_date_four_years_off_says_what_was_meant() -> None:
    (found,) = run(out_of_range, {"entered_on": "2022-05-19"})
    assert "令和8年5月20日かもしれません" in found.text


VALUE, EVENTS = "indicator.1.value", "indicator.2.events"
PART, WHOLE = "indicator.1.numerator", "indicator.1.denominator"


@pytest.mark.parametrize(
    ("code", "last", "answers", "found"),
    [
        ("産-①", {VALUE: "2"}, {VALUE: "3"}, []),
        ("産-①", {VALUE: "2"}, {VALUE: "4"}, [(VALUE, "range.rose")]),
        ("産-①", {VALUE: "5"}, {VALUE: "2"}, [(VALUE, "range.sank")]),
        ("産-①", {VALUE: "0"}, {VALUE: "2"}, []),
        ("産-①", {VALUE: "約2"}, {VALUE: "9"}, []),
        ("産-①", {VALUE: "2"}, {VALUE: "4", "indicator.1.note": "2回追加した"}, []),
        ("産-①", {EVENTS: "9・11"}, {EVENTS: "10・21"}, [(EVENTS, "range.rose")]),
        (
            "行-①",
            {PART: "50", WHOLE: "100"},
            {PART: "20", WHOLE: "160"},
            [(PART, "range.sank"), (WHOLE, "range.rose")],
        ),
        ("地-①", {VALUE: "1"}, {VALUE: "4"}, []),
        ("地-①", {VALUE: "4"}, {VALUE: "3"}, [(VALUE, "range.fell")]),
        ("地-①", {VALUE: "4"}, {VALUE: ""}, []),
        ("地-①", {"indicator.2.value": "40"}, {"indicator.2.value": "10"}, None),
        ("行-③", {}, {}, []),
    ],
)
def test_against_last_year(
    code: str,
    last: Mapping[str, str],
    answers: Mapping[str, str],
    found: list[tuple[str, str]] | None,
) -> None:
    expected = [("indicator.2.value", "range.sank")] if found is None else found
    seen = run(jumps, answers, code, 2024, last)
    assert [(f.key, f.code) for f in seen] == expected


def test_a_jump_says_both_numbers() -> None:
    (found,) = run(jumps, {EVENTS: "10・17"}, "産-①", 2024, {EVENTS: "9・8"})
    assert "前年度の8.5社から13.5社へ59％増えています" in found.text


def test_there_is_no_jump_without_a_last_year() -> None:
    assert run(jumps, {VALUE: "4"}, "産-①", 2022) == []
