"""Which evaluations everyone may read, and why the others are held back."""

from __future__ import annotations

import pytest

from imari_desk.domain.publication import HeldBack, held_back
from tests.domain.plans import evaluation, torn

SETTLED = {"submission": "1", "office_stage": "確定（提出1）"}


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({**SETTLED, "public": "true"}, None),
        ({**SETTLED, "public": "false"}, HeldBack.NOT_PUBLIC),
        (SETTLED, HeldBack.NOT_SAID),
        ({"submission": "1", "public": "true"}, HeldBack.NOT_SETTLED),
        ({"public": "false"}, HeldBack.NOT_PUBLIC),
        ({}, HeldBack.NOT_SETTLED),
    ],
)
def test_why_an_evaluation_is_held_back(answers: dict[str, str], why: HeldBack | None) -> None:
    assert held_back(evaluation("行-①", 2025, answers)) is why


def test_two_words_are_none() -> None:
    held = torn(evaluation("行-①", 2025, SETTLED), "public", "true", "false")
    assert held_back(held) is HeldBack.NOT_SAID
