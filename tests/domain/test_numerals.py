"""The characters numbers are typed with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.numerals import canonical_number, kanji_number, narrow, plain_number


def test_only_widths_change() -> None:
    assert narrow("　１，２３４．５ ％－―") == "1,234.5 %-―"
    assert narrow("10²③") == "10²③"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234", "1234"),
        ("-5", "-5"),
        ("▲5", "-5"),
        ("△ 1,000.5", "-1000.5"),
        ("+5", "5"),
        (".5", "0.5"),
        ("007", "7"),
        ("1E3", "1000"),
        ("1.5e-2", "0.015"),
        ("45.200000000000003", "45.2"),
        ("0.28999999999999998", "0.29"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_arabic_digits(text: str, number: str) -> None:
    assert plain_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["1,5", "1234,567", "1,234,5", "5.", "1e15", "1e999", "1e-99", "", "x"]
)
def test_what_is_no_number(text: str) -> None:
    assert plain_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("三", 3),
        ("百", 100),
        ("二百五十六", 256),
        ("二〇", 20),
        ("三千", 3000),
        ("3千", 3000),
        ("1万2千", 12000),
        ("1万2345", 12345),
        ("1.5万", 15000),
        ("1,200万", 12_000_000),
        ("1億2千万", 120_000_000),
        ("12億3456万7890", 1_234_567_890),
        ("十万", 100_000),
        ("9999999億", 999_999_900_000_000),
    ],
)
def test_kanji_numerals(text: str, number: int) -> None:
    assert kanji_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "1万2",
        "一万二",
        "2千5",
        "12千",
        "万",
        "",
        "人",
        "-1万",
        "1億5万",
        "10000000億",
        "9999999999億",
        "〇",
    ],
)
def test_kanji_numerals_nobody_can_tell(text: str) -> None:
    assert kanji_number(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14))
def test_the_canonical_form_is_plain_and_says_the_same(number: Decimal) -> None:
    text = canonical_number(number)
    assert Decimal(text) == number
    assert set(text) <= set("-0123456789.")
    assert text != "-0"


@given(st.text(alphabet="0123456789,.-+▲千万億百十一二三〇eE ", max_size=12))
def test_nothing_raises(text: str) -> None:
    plain_number(text)
    kanji_number(text)
