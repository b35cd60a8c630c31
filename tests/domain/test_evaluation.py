"""One measure in one year: what stands, what conflicts, what two copies make together."""

from __future__ import annotations

import pytest

from imari_desk.domain import evaluation, register
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.register import Dot

ID = EvaluationId("plan", "行-②", 2025)


def answered(replica: str = "a", **values: str) -> Evaluation:
    dots = enumerate(values.items(), start=1)
    return Evaluation(ID, {k: register.write((), v, Dot(replica, n)) for n, (k, v) in dots})


def test_an_item_nobody_wrote_is_empty() -> None:
    blank = Evaluation(ID)
    assert blank.value("grade") == ""
    assert blank.values("grade") == ()
    assert not blank.answered


def test_of_two_answers_neither_stands() -> None:
    both = evaluation.join(answered("a", grade="A", author="山口"), answered("b", grade="B"))
    assert both.value("grade") == ""
    assert both.values("grade") == ("A", "B")
    assert both.conflicts == ("grade",)
    assert both.value("author") == "山口"


def test_a_cleared_answer_does_not_count_as_answered() -> None:
    assert not answered(grade="").answered
    assert answered(grade="A").answered


def test_two_evaluations_are_not_joined_as_one() -> None:
    other = Evaluation(EvaluationId("plan", "行-③", 2025))
    with pytest.raises(ValueError, match="行-③"):
        evaluation.join(answered(grade="A"), other)


def test_the_digest_knows_values_and_neither_dots_nor_order() -> None:
    mine = answered("a", grade="A", author="山口")
    theirs = answered("b", author="山口", grade="A")
    other = Evaluation(EvaluationId("plan", "行-③", 2025), mine.registers)
    assert evaluation.digest([mine, other]) == evaluation.digest([other, theirs])
    assert evaluation.digest([mine]) != evaluation.digest([answered(grade="B", author="山口")])
    assert evaluation.digest([mine]) != evaluation.digest([other])


def test_the_digest_sees_a_conflict_and_overlooks_what_was_cleared() -> None:
    mine = answered("a", grade="A")
    both = evaluation.join(mine, answered("b", grade="B"))
    assert evaluation.digest([both]) != evaluation.digest([mine])
    assert evaluation.digest([answered(grade="A", author="")]) == evaluation.digest([mine])


def test_an_evaluation_names_itself() -> None:
    assert str(ID) == "plan/行-②/2025"
