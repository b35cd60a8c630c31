"""目印: what the checks found in a word, and what has happened since."""

from __future__ import annotations

import pytest

from imari_desk.domain.checks import check
from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.marks import Mark, MarkKind, event_marks, marks_of, weight
from tests.domain.plans import evaluation, small_plan, torn

PLAN = small_plan()
RATE = PLAN.by_code["行-①"]
TEXT = "子育てと介護の手続きをオンラインで受け付け、対象を広げる検討を行った。"


def of(answers: dict[str, str], last: dict[str, str]) -> dict[str, list[Mark]]:
    years = {
        2024: evaluation(RATE.code, 2024, last),
        2025: evaluation(RATE.code, 2025, answers),
    }
    found: dict[str, list[Mark]] = {}
    for mark in marks_of(check(PLAN, RATE, 2025, years)):
        found.setdefault(mark.key, []).append(mark)
    return found


def test_a_text_nearly_unchanged_is_marked_with_how_much() -> None:
    marks = of({"activities": TEXT + "済"}, {"activities": TEXT})["activities"]
    assert [(m.kind, m.word) for m in marks] == [(MarkKind.LIKE, "前年とほぼ同文（98％）")]
    same = of({"activities": TEXT}, {"activities": TEXT})["activities"]
    assert [m.word for m in same] == ["前年と同文"]


def test_a_number_that_jumped_is_marked_with_the_change() -> None:
    last = {"indicator.1.numerator": "20", "indicator.1.denominator": "100"}
    now = {"indicator.1.numerator": "48", "indicator.1.denominator": "100"}
    (mark,) = of(now, last)["indicator.1.numerator"]
    assert (mark.kind, mark.word) == (MarkKind.JUMP, "前年から140％増")
    (down,) = of(last, now)["indicator.1.numerator"]
    assert down.word == "前年から58％減"


def test_a_grade_of_ones_own_without_a_reason_is_marked() -> None:
    answers = {"indicator.1.numerator": "47", "indicator.1.denominator": "100", "grade": "A"}
    (mark,) = of(answers, {})["grade_reason"]
    assert (mark.kind, mark.word) == (MarkKind.GRADE, "提案と違い、理由なし")
    assert "grade_reason" not in of({**answers, "grade_reason": "全部動いた"}, {})


def test_two_answers_and_what_cannot_both_be_right_and_empty_items() -> None:
    held = torn(evaluation(RATE.code, 2025, {"progress": "完了"}), "results", "甲", "乙")
    found = marks_of(check(PLAN, RATE, 2025, {2025: held}))
    kinds = {mark.key: mark.kind for mark in found}
    assert kinds["results"] is MarkKind.CONFLICT
    assert kinds["activities"] is MarkKind.EMPTY
    odd = marks_of([Finding("progress", "contradiction.phase", "文", Severity.CONTRADICTION)])
    assert odd == (Mark(MarkKind.CONTRADICTION, "progress", "食い違い", "文"),)
    long = marks_of([Finding("results", "text.long", "文", Severity.CAUTION)])
    assert long[0].kind is MarkKind.UNCLEAR


def test_a_note_is_no_mark() -> None:
    assert marks_of([Finding("settlement", "range.settlement", "文", Severity.NOTE)]) == ()


def test_what_happened_is_marked_once() -> None:
    marks = event_marks(
        {"results": "前の成果"}, {"results": "前の成果", "issues": ""}, {"budget": "内訳です"}
    )
    assert [(m.kind, m.key) for m in marks] == [
        (MarkKind.OUTSIDE, "results"),
        (MarkKind.CHANGED, "issues"),
        (MarkKind.REPLY, "budget"),
    ]
    assert "前の成果" in marks[0].text
    assert "空欄" in marks[1].text
    assert "内訳です" in marks[2].text


@pytest.mark.parametrize("empty", [0, 2])
def test_empty_items_are_counted_apart(empty: int) -> None:
    marks = [Mark(MarkKind.LIKE, "results", "", ""), Mark(MarkKind.REPLY, "results", "", "")]
    marks += [Mark(MarkKind.EMPTY, "issues", "", "")] * empty
    assert weight(marks) == (2, empty)
