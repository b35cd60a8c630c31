"""Choices and yes/no as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import items
from imari_desk.domain.choices import read_choice, read_flag
from imari_desk.domain.unclear import Unclear

GRADES = ("A", "B", "C", "D", "―")


@pytest.mark.parametrize(
    ("text", "choices", "chosen"),
    [
        ("計画どおり", items.PROGRESS, "計画どおり"),
        ("計画通り", items.PROGRESS, "計画どおり"),
        (" やや遅れ　", items.PROGRESS, "やや遅れ"),
        ("☑ 済", items.MILESTONE_STATES, "済"),
        ("済み", items.MILESTONE_STATES, "済"),
        ("未実施", items.MILESTONE_STATES, "未"),
        ("速報値", items.VALUE_STATES, "速報"),
        ("概ね達成", items.WRAP_UPS, "おおむね達成"),
        ("引継ぐ", items.NEXT_PLAN, "引き継ぐ"),
        ("a", GRADES, "A"),
        ("Ｂ", GRADES, "B"),
        ("「C」", GRADES, "C"),
        ("－", GRADES, "―"),
        ("ー", GRADES, "―"),
    ],
)
def test_the_choice_that_is_meant(text: str, choices: tuple[str, ...], chosen: str) -> None:
    assert read_choice(text, choices) == chosen


@pytest.mark.parametrize(
    ("text", "choices", "code", "might"),
    [
        ("B（達成率85％）", GRADES, "choice.similar", "B"),
        ("ほぼ計画どおりです", items.PROGRESS, "choice.similar", "計画どおり"),
        ("やや遅れ", items.DIRECTIONS, "choice.unknown", ""),
        ("E", GRADES, "choice.unknown", ""),
        ("済（一部）", items.MILESTONE_STATES, "choice.unknown", ""),
        ("ａ", ("A", "a"), "choice.unknown", ""),
    ],
)
def test_what_is_asked(text: str, choices: tuple[str, ...], code: str, might: str) -> None:
    read = read_choice(text, choices)
    assert isinstance(read, Unclear)
    assert (read.code, read.might) == (code, might)
    assert choices[0] in read.text


@pytest.mark.parametrize("text", ["した", "○", "☑", "TRUE", "true", "はい", "1", "☑した", "レ"])
def test_yes(text: str) -> None:
    assert read_flag(text, items.WORKED) == "true"


@pytest.mark.parametrize("text", ["しない", "×", "☐", "FALSE", "いいえ", "0", "していない"])
def test_no(text: str) -> None:
    assert read_flag(text, items.WORKED) == "false"


def test_the_items_own_words_come_first() -> None:
    assert read_flag("公表する", items.PUBLIC) == "true"
    assert read_flag("非公表", items.PUBLIC) == "false"


@pytest.mark.parametrize("text", ["△", "－", "一部した"])
def test_neither_yes_nor_no(text: str) -> None:
    assert isinstance(read_flag(text, items.WORKED), Unclear)


@given(st.text(max_size=8))
def test_nothing_raises_and_only_choices_come_back(text: str) -> None:
    read = read_choice(text, items.PROGRESS)
    assert isinstance(read, Unclear) or read in items.PROGRESS
    assert isinstance(read_flag(text, items.WORKED), Unclear | str)
