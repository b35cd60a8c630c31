"""What an evaluation still lacks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from imari_desk.domain.finding import Severity, Subject
from imari_desk.domain.missing import missing
from tests.domain.plans import evaluation, small_plan, torn

PLAN = small_plan()
SIGNED = {
    "author": "例 花子",
    "extension": "512",
    "entered_on": "2026-05-19",
    "approver": "例 太郎",
    "approved_on": "2026-05-20",
}
FULL = SIGNED | {
    "milestone.1.state": "済",
    "milestone.2.state": "済",
    "indicator.1.numerator": "131",
    "indicator.1.denominator": "262",
    "indicator.1.state": "確定",
    "phase.run": "true",
    "progress": "計画どおり",
    "grade": "A",
    "activities": "手続きを増やした。",
    "results": "来庁が減った。",
    "next_actions": "対象を広げる。",
    "direction": "継続",
    "wrap_up": "達成",
    "wrap_up_text": "目標に届いた。",
    "next_plan": "引き継ぐ",
}


def lacking(answers: Mapping[str, str], code: str = "行-①", year: int = 2025) -> set[str]:
    subject = Subject(PLAN, PLAN.by_code[code], year, {year: evaluation(code, year, {**answers})})
    return {f.key for f in missing(subject) if f.severity is Severity.MISSING}


def test_nothing_is_missing_from_a_full_evaluation() -> None:
    assert lacking(FULL) == set()


@pytest.mark.parametrize("key", sorted(FULL))
def test_each_answer_is_asked_for(key: str) -> None:
    expected = "phase.plan" if key == "phase.run" else key
    assert lacking(FULL | {key: " "}) == {expected}


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ({"milestone.1.state": "一部"}, {"milestone.1.reason"}),
        ({"milestone.2.state": "未"}, {"milestone.2.reason"}),
        ({"milestone.2.state": "未", "milestone.2.reason": "延期"}, set()),
        ({"milestone.2.state": "対象外"}, set()),
        ({"grade": "C", "grade_reason": "対象が減った"}, {"issues"}),
        ({"grade": "D", "grade_reason": "対象が減った", "issues": "周知"}, set()),
        ({"grade": "B", "grade_reason": "対象が減った"}, set()),
        ({"grade": "B"}, {"grade_reason"}),
        ({"grade": "―"}, {"grade_reason"}),
        ({"grade": "D"}, {"grade_reason", "issues"}),
        ({"progress": "やや遅れ"}, {"issues"}),
        ({"progress": "中止"}, {"issues"}),
        ({"direction": "縮小"}, {"direction_reason"}),
        ({"direction": "廃止", "next_actions": ""}, {"direction_reason"}),
        ({"direction": "完了", "next_actions": ""}, set()),
        (
            {
                "indicator.1.state": "集計中",
                "indicator.1.numerator": "",
                "indicator.1.denominator": "",
            },
            {"grade_reason"},
        ),
        (
            {"indicator.1.state": "", "indicator.1.numerator": "", "indicator.1.denominator": ""},
            {"indicator.1.numerator", "indicator.1.denominator"},
        ),
    ],
)
def test_what_one_answer_makes_necessary(answers: Mapping[str, str], keys: set[str]) -> None:
    assert lacking({**FULL, **answers}) == keys


def test_a_grade_other_than_the_proposal_with_its_reason_is_a_note() -> None:
    held = evaluation("行-①", 2025, FULL | {"grade": "B", "grade_reason": "対象が減った"})
    found = list(missing(Subject(PLAN, PLAN.by_code["行-①"], 2025, {2025: held})))
    assert [(f.key, f.code, f.severity) for f in found] == [
        ("grade", "check.other_grade", Severity.NOTE)
    ]
    assert "「B」は提案「A」と異なります" in found[0].text


def test_the_wrap_up_belongs_to_the_last_year() -> None:
    assert lacking(FULL | {"wrap_up": "", "next_plan": ""}, year=2024) == set()


def test_a_year_not_evaluated_lacks_only_the_wrap_up() -> None:
    assert lacking({}, "産-①", 2021) == set()
    assert lacking({}, "産-①", 2025) == {"wrap_up", "wrap_up_text", "next_plan", *SIGNED}


def test_a_stated_target_has_no_number_to_lack() -> None:
    keys = lacking({}, "行-③")
    assert "milestone.3.state" in keys
    assert not any(key.startswith("indicator") for key in keys)


def test_two_answers_are_not_a_gap() -> None:
    held = torn(evaluation("行-①", 2025, FULL), "progress", "遅れ", "完了")
    assert list(missing(Subject(PLAN, PLAN.by_code["行-①"], 2025, {2025: held}))) == []


def test_sentences_name_the_item() -> None:
    held = evaluation("行-①", 2025, FULL | {"milestone.1.state": "一部", "progress": "遅れ"})
    texts = [f.text for f in missing(Subject(PLAN, PLAN.by_code["行-①"], 2025, {2025: held}))]
    assert texts == [
        "実施評価指標「確認すること1」が「一部」の理由をご記入ください。",
        "進捗区分が「遅れ」なので、「課題・要因」をご記入ください。",
    ]
