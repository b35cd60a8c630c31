"""Where an evaluation stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import states
from imari_desk.domain.evaluation import Evaluation, join
from imari_desk.domain.states import DepartmentState, OfficeStage, OfficeState, Submission
from tests.domain.plans import evaluation, torn


def held(answers: Mapping[str, str]) -> Evaluation:
    return evaluation("行-①", 2025, answers)


@pytest.mark.parametrize(
    ("answers", "department", "office"),
    [
        ({}, "未着手", "未提出"),
        ({"office_view": "よい", "comment.grade~1": "確認"}, "未着手", "未提出"),
        ({"grade": ""}, "未着手", "未提出"),
        ({"grade": "A"}, "入力中", "未提出"),
        ({"grade": "A", "approver": "課長"}, "課内確認中", "未提出"),
        ({"grade": "A", "submission": "1"}, "提出済", "受付済"),
        ({"submission": "1"}, "提出済", "受付済"),
        ({"submission": "1", "office_stage": "点検中（提出1）"}, "提出済", "点検中"),
        ({"submission": "1", "office_stage": "差戻し（提出1）"}, "差戻し", "差戻し"),
        (
            {"grade": "A", "submission": "1（入力中）", "office_stage": "差戻し（提出1）"},
            "入力中",
            "差戻し",
        ),
        (
            {"grade": "A", "approver": "課長", "submission": "1（入力中）"},
            "入力中",
            "受付済",
        ),
        ({"submission": "2", "office_stage": "差戻し（提出1）"}, "提出済", "受付済"),
        ({"submission": "2", "office_stage": "確認済（提出1）"}, "提出済", "受付済"),
        ({"submission": "2", "office_stage": "本部付議（提出2）"}, "提出済", "本部付議"),
        ({"submission": "2", "office_stage": "確定（提出2）"}, "確定", "確定"),
        ({"submission": "3", "office_stage": "確定（提出2）"}, "確定", "確定"),
        ({"submission": "2", "office_stage": "公表済（提出2）"}, "確定", "公表済"),
        ({"submission": "2", "office_stage": "どこか"}, "提出済", "受付済"),
        ({"submission": "二度目"}, "未着手", "未提出"),
    ],
)
def test_states(answers: Mapping[str, str], department: str, office: str) -> None:
    assert states.department_state(held(answers)).value == department
    assert states.office_state(held(answers)).value == office


def test_two_copies_of_the_passage_lock_nothing() -> None:
    both = torn(
        held({"submission": "2"}), "office_stage", "確定（提出2）", "点検中（提出2）", "（）"
    )
    assert states.office_state(both) is OfficeState.REVIEWING
    older = torn(held({"submission": "2"}), "office_stage", "確認済（提出2）", "差戻し（提出1）")
    assert states.office_state(older) is OfficeState.CHECKED
    twice = torn(held({}), "submission", "1", "2（入力中）", "2")
    assert states.submission_of(twice) == Submission(2)


def test_the_state_does_not_depend_on_who_joined_whom() -> None:
    left, right = held({"submission": "1"}), held({"submission": "1"})
    right = torn(right, "office_stage", "差戻し（提出1）")
    assert states.office_state(join(left, right)) is states.office_state(join(right, left))


@given(st.integers(0, 999999), st.booleans())
def test_submissions_survive_being_written(count: int, again: bool) -> None:
    one = Submission(count, again and count > 0)
    assert Submission.parse(str(one)) == one
    assert one.next() == Submission(count + 1)
    assert one.next().handed_in
    assert not one.reopened().handed_in
    assert Submission.parse(str(one.reopened())) == one.reopened()


@given(st.sampled_from(OfficeState), st.integers(0, 999999))
def test_stages_survive_being_written(state: OfficeState, submission: int) -> None:
    one = OfficeStage(state, submission)
    assert OfficeStage.parse(str(one)) == one
    assert OfficeStage.parse(str(one).replace("（", " (").replace("）", ")")) == one


@pytest.mark.parametrize("text", ["", "確定", "確定（提出）", "確約（提出1）", "提出1"])
def test_other_texts_are_no_stage(text: str) -> None:
    assert OfficeStage.parse(text) is None


def test_the_steps_of_the_office() -> None:
    steps = list(OfficeState)
    allowed = {(a, b) for a in steps for b in steps if states.may_follow(a, b)}
    for step in (OfficeState.NOT_SUBMITTED, OfficeState.RECEIVED):
        assert not any(then is step for _, then in allowed)
    assert (OfficeState.RECEIVED, OfficeState.CONFIRMED) in allowed
    assert (OfficeState.RETURNED, OfficeState.CONFIRMED) not in allowed
    assert (OfficeState.HQ, OfficeState.CONFIRMED) in allowed
    assert {b for a, b in allowed if a is OfficeState.CONFIRMED} == {OfficeState.PUBLISHED}
    assert not any(a is OfficeState.PUBLISHED for a, _ in allowed)


def test_only_a_correction_reopens_what_is_settled() -> None:
    for settled in states.SETTLED:
        assert not states.may_follow(settled, OfficeState.REVIEWING)
        assert not states.may_follow(settled, OfficeState.REVIEWING, " ")
        assert states.may_follow(settled, OfficeState.REVIEWING, "分母の誤り")
        assert not states.may_follow(settled, OfficeState.RECEIVED, "分母の誤り")
    assert not states.may_follow(OfficeState.HQ, OfficeState.RECEIVED, "分母の誤り")


@pytest.mark.parametrize(
    ("stage", "open_keys"),
    [
        (
            "本部付議（提出1）",
            {"grade", "second_grade", "public_text", "correction", "comment.a~1"},
        ),
        ("確定（提出1）", {"public_text", "correction", "comment.a~1"}),
        ("公表済（提出1）", {"correction", "comment.a~1"}),
    ],
)
def test_what_can_still_be_changed(stage: str, open_keys: set[str]) -> None:
    one = held({"submission": "1", "office_stage": stage})
    keys = ("grade", "second_grade", "public_text", "correction", "comment.a~1")
    assert {k for k in keys if states.editable(one, k)} == open_keys
    assert states.settled(one) == (stage[0] in "確公")


def test_every_state_has_its_word() -> None:
    assert DepartmentState("課内確認中") is DepartmentState.IN_HOUSE
    assert [s.value for s in states.SETTLED] == ["確定", "公表済"]
