"""Measure codes in every spelling seen in documents and typed by people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.codes import LONGEST, matching_code, measure_code, tidy_code

SURE_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d\ufe63"
UNSURE_DASHES = "一ーｰ"
CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


@pytest.mark.parametrize(
    "text",
    [
        *("行-②", "行－②", "行一②", "行ー②", "行‐②", "行–②", "行−②", "行ｰ２", "行--②"),
        *("行-2", "行一2", "行 - ２", "行-(2)", "行（２）", "行②", "行2", "行-❷", "行-⒉", "行-02"),
        *("　行 －\n② ", "行-\u200b②", "行-²"),
    ],
)
def test_one_code_in_many_spellings(text: str) -> None:
    assert measure_code(text) == "行-②"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("産－①", "産-①"),
        ("地一②", "地-②"),
        ("行-㉑", "行-㉑"),
        ("行-21", "行-㉑"),
        ("行-㊿", "行-㊿"),
        ("行-50", "行-㊿"),
        ("行-51", "行-51"),
        ("く-1", "く-①"),
        ("行政－１０", "行政-⑩"),
        ("Ａ-3", "A-③"),
        ("1－2－③", "1-2-③"),
        ("①-②", "1-②"),
        ("12", "⑫"),
        ("(12)", "⑫"),
        ("統一-②", "統一-②"),
        ("サーバー-3", "サーバー-③"),
        ("一②", "一-②"),
    ],
)
def test_letters_of_any_plan(text: str, code: str) -> None:
    assert measure_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        *("", "　", "行", "行-", "-2", "－②", "令和7年度", "②-行", "行-②行政手続き", "((2))"),
        *("行-1.5", "行-½", "50%", "行-②-", "行" * LONGEST + "-1"),
    ],
)
def test_what_is_no_code(text: str) -> None:
    assert measure_code(text) is None
    assert tidy_code(text) is None


@given(
    head=st.sampled_from(["産", "行", "地", "く", "行政", "A", "重点b", "１-2"]),
    dash=st.sampled_from(SURE_DASHES + UNSURE_DASHES),
    number=st.integers(0, 99),
    style=st.sampled_from(["plain", "wide", "brackets", "circled"]),
    blanks=st.lists(st.sampled_from(["", " ", "\u3000", "\n"]), min_size=4, max_size=4),
)
def test_every_spelling_of_a_code_is_that_code(
    head: str, dash: str, number: int, style: str, blanks: list[str]
) -> None:
    plain = str(number)
    written = {
        "plain": plain,
        "wide": "".join(chr(ord(c) + 0xFEE0) for c in plain),
        "brackets": f"({plain})",
        "circled": CIRCLED[number] if number < len(CIRCLED) else plain,
    }[style]
    text = blanks[0] + head + blanks[1] + dash + blanks[2] + written + blanks[3]
    wanted = f"{head.replace('１', '1')}-{CIRCLED[number] if number <= 50 else plain}"
    assert measure_code(text) == wanted


@given(st.text(max_size=12) | st.text("行産一ー-－()（）①②㉑12２ ", max_size=8))
def test_normalising_twice_changes_nothing(text: str) -> None:
    code = measure_code(text)
    tidied = tidy_code(text)
    if code is None:
        assert tidied is None
    else:
        assert measure_code(code) == code
        assert tidied is not None
        assert tidy_code(tidied) == tidied
        assert measure_code(tidied) == code


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("く－１", "く-1"),
        ("く- 1 ", "く-1"),
        ("行－②", "行-②"),
        ("行-（２）", "行-②"),
        ("行-(51)", "行-51"),
        ("７", "7"),
        ("⑦", "⑦"),
    ],
)
def test_tidying_keeps_the_style_of_the_number(text: str, tidied: str) -> None:
    assert tidy_code(text) == tidied


def test_matching_gives_the_plans_own_spelling() -> None:
    codes = ["く-1", "行政-②", "行政-⑩"]
    assert matching_code("く－①", codes) == "く-1"
    assert matching_code("行政 ー (10)", codes) == "行政-⑩"
    assert matching_code("行-②", codes) is None
    assert matching_code("見出し", codes) is None
