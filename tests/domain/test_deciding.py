"""Decisions read back as they were written, and nothing else reads as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.deciding import (
    LEAVE,
    TAKE,
    Chosen,
    Deal,
    Dealt,
    Side,
    Yes,
    chosen,
    dealt,
    is_taken,
    of_cell,
    of_file,
    of_item,
    of_kind,
)
from imari_desk.domain.evaluation import EvaluationId

AT = EvaluationId("imari-dx", "行-②", 2025)


@pytest.mark.parametrize(
    "deal", [Dealt(Deal.ITEM, AT, "results"), Dealt(Deal.ASK, AT, "grade"), Dealt(Deal.NOTE)]
)
def test_a_deal_reads_back(deal: Dealt) -> None:
    assert dealt(str(deal)) == deal


@pytest.mark.parametrize(
    "text", ["", "item", "ask", "note\x1fx", "lost", "item\x1fp\x1fm\x1f20x5\x1fkey"]
)
def test_what_is_no_deal_is_none(text: str) -> None:
    assert dealt(text) is None


@given(st.text())
def test_a_chosen_value_reads_back(value: str) -> None:
    assert chosen(str(Chosen(Side.VALUE, value))) == Chosen(Side.VALUE, value)


@pytest.mark.parametrize("side", [Side.ASK, Side.BOTH])
def test_a_side_without_a_value_reads_back(side: Side) -> None:
    assert chosen(str(Chosen(side))) == Chosen(side)


@pytest.mark.parametrize("text", ["", "value", "ask\x1fA", "none"])
def test_what_is_no_choice_is_none(text: str) -> None:
    assert chosen(text) is None


def test_subjects_are_told_apart() -> None:
    subjects = {
        of_file("aa"),
        of_kind(Yes.LABELS),
        of_item(AT, "grade"),
        of_item(AT, "results"),
        of_cell("aa", "行-②", "C3", "あとで"),
        of_cell("aa", "行-②", "C3", "あと"),
    }
    assert len(subjects) == 6


def test_whether_a_file_is_taken() -> None:
    both = (Yes.LABELS, Yes.SETTLED)
    assert is_taken({}, "aa", ()) is True
    assert is_taken({}, "aa", both) is None
    assert is_taken({of_kind(Yes.LABELS): TAKE}, "aa", both) is None
    assert is_taken({of_kind(Yes.LABELS): TAKE, of_kind(Yes.SETTLED): TAKE}, "aa", both) is True
    assert is_taken({of_kind(Yes.LABELS): LEAVE}, "aa", both) is False
    assert is_taken({of_kind(Yes.LABELS): LEAVE, of_file("aa"): TAKE}, "aa", both) is True
    assert is_taken({of_file("aa"): LEAVE}, "aa", ()) is False
