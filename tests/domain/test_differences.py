"""Differences give back both texts, and are marked the way a person would mark them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.differences import LONGEST, SpanKind, differences

texts = st.text(st.sampled_from("あいうの。1９2.ab漢\u3099\U000e0100\n葛"), max_size=40) | st.text(
    max_size=30
)


def marked(before: str, after: str) -> str:
    signs = {SpanKind.SAME: "{}", SpanKind.GONE: "[-{}]", SpanKind.NEW: "[+{}]"}
    return "".join(signs[span.kind].format(span.text) for span in differences(before, after))


@given(texts, texts)
def test_joined_they_give_back_both_texts(before: str, after: str) -> None:
    spans = differences(before, after)
    assert "".join(s.text for s in spans if s.kind is not SpanKind.NEW) == before
    assert "".join(s.text for s in spans if s.kind is not SpanKind.GONE) == after
    assert all(s.text for s in spans)
    kinds = [s.kind for s in spans]
    assert (SpanKind.NEW, SpanKind.GONE) not in itertools.pairwise(kinds)
    assert all(one != other for one, other in itertools.pairwise(kinds))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(span.kind is SpanKind.SAME for span in differences(text, text))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("窓口で受付を行った。", "窓口の受付をやめた。", "窓口[-で][+の]受付を[-行っ][+やめ]た。"),
        ("9月までに開始する。", "10月から開始する。", "[-9月までに][+10月から]開始する。"),
        ("118件", "152件", "[-118][+152]件"),
        ("1,900件", "1,960件", "[-1,900][+1,960]件"),
        ("５台", "１５台", "[-５][+１５]台"),
        ("端末を配った", "端末を配った。評判はよい", "端末を配った[+。評判はよい]"),
        ("", "新しい", "[+新しい]"),
        ("古い", "", "[-古い]"),
        ("かき", "か\u3099き", "[-か][+か\u3099]き"),
        ("葛\U000e0100飾", "葛\U000e0101飾", "[-葛\U000e0100][+葛\U000e0101]飾"),
    ],
)
def test_they_are_marked_as_a_person_would(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_a_tiny_island_is_read_as_part_of_the_change() -> None:
    assert marked("対象を学校に広げた", "範囲を支所へ広げた") == (
        "[-対象を学校に][+範囲を支所へ]広げた"
    )


def test_of_very_long_texts_the_middle_is_one_change() -> None:
    before, after = "頭" + "い" * (LONGEST + 2) + "尾", "頭" + "ろ" * LONGEST + "い" + "尾"
    assert [s.kind for s in differences(before, after)] == [
        SpanKind.SAME,
        SpanKind.GONE,
        SpanKind.NEW,
        SpanKind.SAME,
    ]
