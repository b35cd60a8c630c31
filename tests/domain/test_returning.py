"""差戻し: what it reopens, and what came back changed besides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import items
from imari_desk.domain.evaluation import Evaluation, join
from imari_desk.domain.items import items_for
from imari_desk.domain.returning import (
    Noted,
    changed_since,
    made_of,
    outside,
    remark_key,
    remarks_of,
    reopened,
)
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
RATE = PLAN.by_code["行-①"]
KEYS = [item.key for item in items_for(PLAN, RATE, 2025)]


def returned(*keys: str, **answers: str) -> Evaluation:
    remarks = {f"comment.{key}~1xab{n}": "なぜですか" for n, key in enumerate(keys)}
    stage = {"submission": "1", "office_stage": "差戻し（提出1）"}
    return evaluation(RATE.code, 2025, {**stage, **remarks, **answers})


def test_a_remark_says_which_submission_it_was_made_of() -> None:
    held = evaluation(RATE.code, 2025, {"submission": "3"})
    key = remark_key("results", held, "00ff")
    assert key == "comment.results~3x00ff"
    assert items.commented_item(key) == "results"
    assert made_of(key) == 3
    assert remark_key("results", Evaluation(held.id), "00ff") == "comment.results~00ff"
    assert made_of("comment.results~00ff") is None


def test_only_remarks_of_that_submission_count_and_none_that_was_taken_back() -> None:
    held = evaluation(
        RATE.code,
        2025,
        {
            "comment.results~1xab": "一回目",
            "comment.issues~2xab": "二回目",
            "comment.budget~2xac": "",
            "comment.direction~00ff": "いつのものか分からない",
            "results": "成果",
        },
    )
    assert remarks_of(held, 2) == ("comment.issues~2xab", "comment.direction~00ff")


def test_a_return_reopens_what_was_remarked_on_and_the_signature() -> None:
    opened = reopened(returned("activities", "indicator.1.numerator", "direction_reason"))
    assert opened is not None
    assert {key for key in KEYS if opened.has(key) and not items.written_by_office(key)} == {
        *("activities", "direction", "direction_reason"),
        *(f"indicator.1.{part}" for part in ("numerator", "denominator", "state", "note")),
        *("author", "extension", "entered_on", "approver", "approved_on"),
    }


def test_without_a_return_or_without_remarks_everything_is_open() -> None:
    assert reopened(returned()) is None
    assert reopened(evaluation(RATE.code, 2025, {"comment.results~1xab": "確認"})) is None
    newer = evaluation(RATE.code, 2025, {"submission": "2"}, replica="n")
    assert reopened(join(returned("results"), newer)) is None, "handed in again meanwhile"
    handed_in = evaluation(
        RATE.code,
        2025,
        {
            "submission": "2",
            "office_stage": "差戻し（提出1）",
            "comment.results~1xab": "なぜですか",
        },
    )
    assert reopened(handed_in) is None


@given(st.permutations(["results", "issues", "budget"]))
def test_what_is_reopened_does_not_depend_on_the_order(order: list[str]) -> None:
    assert reopened(returned(*order)) == reopened(returned("results", "issues", "budget"))


HISTORY = [
    Noted("results", "前の成果", True),
    Noted("issues", "前の課題", True),
    Noted("office_stage", "差戻し（提出1）", False),
    Noted("results", "後の成果", True),
    Noted("issues", "後の課題", True),
    Noted("activities", "よその課の文", True, held=True),
    Noted("submission", "2", True),
    Noted("comment.results~1xab0", "なぜですか", True),
    Noted("reply.results~1xab0", "こうです", True),
    Noted("next_actions", "推進室が直した", False),
]


def test_a_change_where_nobody_asked_for_one_is_told_with_what_stood() -> None:
    now = {"results": "後の成果", "issues": "後の課題", "next_actions": "推進室が直した"}
    held = returned("results", **now)
    assert outside(held, HISTORY) == {"issues": "前の課題"}
    assert outside(returned(**now), HISTORY) == {}, "a return without a remark opens everything"
    assert outside(held, HISTORY[:2]) == {}, "nothing was returned"


def test_what_came_in_since_the_last_look() -> None:
    held = returned("results", results="後の成果", issues="前の課題")
    assert changed_since(held, HISTORY, 3) == {"results": "前の成果"}
    assert changed_since(held, HISTORY, 0) == {"results": "", "issues": ""}
    assert changed_since(held, HISTORY, len(HISTORY)) == {}
    seen_held = [Noted("results", "よその課の文", True, held=True), *HISTORY]
    assert changed_since(held, seen_held, 1) == {"results": "", "issues": ""}
