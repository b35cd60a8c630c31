"""Answers that cannot be used as they stand, and texts worth a second look."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from imari_desk.domain.finding import Severity, Subject
from imari_desk.domain.wording import characters, texts, unclear_answers
from tests.domain.plans import evaluation, small_plan, torn

PLAN = small_plan()
SENTENCE = "窓口の手続きを3件オンラインにし、説明会を2回開いて利用を呼びかけた。"


def subject(answers: Mapping[str, str], last: Mapping[str, str] | None = None) -> Subject:
    years = {2025: evaluation("行-①", 2025, {**answers})}
    if last is not None:
        years[2024] = evaluation("行-①", 2024, {**last})
    return Subject(PLAN, PLAN.by_code["行-①"], 2025, years)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"indicator.1.numerator": "約10件"}, "number.about"),
        ({"entered_on": "5/20"}, "date.no_year"),
        ({"progress": "順調"}, "choice.unknown"),
        ({"phase.plan": "△"}, "choice.unknown"),
        ({"activities": "改\x0bページ"}, "text.control"),
    ],
)
def test_unclear_answers(answers: Mapping[str, str], code: str) -> None:
    (found,) = unclear_answers(subject(answers))
    assert (found.key, found.code, found.severity) == (*answers, code, Severity.CAUTION)


def test_the_question_names_the_item() -> None:
    (found,) = unclear_answers(subject({"budget": "約10"}))
    assert found.text.startswith("予算額：「約10」は")


def test_clear_answers_and_the_passage_are_left_alone() -> None:
    answers = {"budget": "380", "progress": "完了", "submission": "1", "office_stage": "どこか"}
    assert list(unclear_answers(subject(answers))) == []


def test_two_answers_to_one_item() -> None:
    held = torn(evaluation("行-①", 2025, {}), "progress", "遅れ", "完了", "順調")
    (found,) = unclear_answers(Subject(PLAN, PLAN.by_code["行-①"], 2025, {2025: held}))
    assert (found.key, found.severity) == ("progress", Severity.CONTRADICTION)
    assert found.text == "「進捗区分」に答えが3つあります。どちらかをお選びください。"


@pytest.mark.parametrize(("length", "found"), [(400, []), (401, ["text.long"])])
def test_soft_limits(length: int, found: list[str]) -> None:
    assert [f.code for f in texts(subject({"activities": "あ" * length}))] == found


def test_line_ends_do_not_count() -> None:
    assert characters("あ\nい\n") == 2


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff", "\U000f0000"])
def test_private_characters(character: str) -> None:
    (found,) = texts(subject({"author": f"{character}本"}))
    assert (found.key, found.code) == ("author", "text.private")
    assert f"U+{ord(character):04X}" in found.text


def test_rare_characters_are_no_private_ones() -> None:
    assert list(texts(subject({"author": "𠮷田 葛󠄀城"}))) == []


@pytest.mark.parametrize(
    ("last", "now", "code"),
    [
        (SENTENCE, SENTENCE, "text.same"),
        (SENTENCE, SENTENCE.replace("2回", "4回"), "text.nearly_same"),
        (SENTENCE, "対象の手続きを選び直し、利用の少ない2件を見直した。結果を公表した。", None),
        ("特になし。", "特になし。", None),
        ("あ" * 19, "あ" * 19, None),
        ("あ" * 20, "あ" * 20, "text.same"),
        ("", SENTENCE, None),
    ],
)
def test_texts_carried_over(last: str, now: str, code: str | None) -> None:
    found = list(texts(subject({"results": now}, {"results": last})))
    assert [f.code for f in found] == ([code] if code else [])


def test_how_nearly_the_same_is_said() -> None:
    now = SENTENCE.replace("2回", "4回")
    (found,) = texts(subject({"results": now}, {"results": SENTENCE}))
    assert "前年度とほぼ同じ文です（97％）" in found.text


def test_only_the_four_texts_are_compared() -> None:
    same = {"evidence": SENTENCE, "related": SENTENCE}
    assert list(texts(subject(same, same))) == []
