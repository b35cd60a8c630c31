"""The scale applied, and how its numbers read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import yardstick
from imari_desk.domain.plan import Grade, GradeKind
from tests.domain.plans import ANNUAL, CUMULATIVE, RATE, SCALE, STATED, UNABLE, small_plan

PLAN = small_plan()


@pytest.mark.parametrize(
    ("achievement", "letter", "band"),
    [
        (Fraction(1000), "A", "100％以上"),
        (Fraction(100), "A", "100％以上"),
        (Fraction(9999, 100), "B", "80％以上100％未満"),
        (Fraction(60), "C", "60％以上80％未満"),
        (Fraction(0), "D", "60％未満"),
    ],
)
def test_letters_and_their_bands(achievement: Fraction, letter: str, band: str) -> None:
    grade = yardstick.grade_for(SCALE, achievement)
    assert grade.letter == letter
    assert yardstick.band(SCALE, grade) == band


def test_below_every_threshold_is_the_worst_letter() -> None:
    scale = replace(SCALE, grades=SCALE.grades[:2])
    assert yardstick.grade_for(scale, Fraction(1)).letter == "B"


def test_a_scale_may_lack_a_kind_of_letter() -> None:
    kinds = (GradeKind.UNABLE, GradeKind.NOT_EVALUATED)
    assert yardstick.letter_of(SCALE, *kinds) == "―"
    assert yardstick.letter_of(replace(SCALE, grades=(*SCALE.grades, UNABLE)), *kinds) == "Z"
    assert yardstick.letter_of(SCALE, GradeKind.UNABLE) == ""


def test_expected_shares() -> None:
    shares = [yardstick.share_of(PLAN, CUMULATIVE, y) for y in (2019, 2021, 2023, 2025, 2030)]
    assert shares == [20, 20, 60, 100, 100]
    assert yardstick.share_of(PLAN, ANNUAL, 2021) == 100
    own = replace(CUMULATIVE, expected=(Decimal(0), Decimal(50)))
    assert yardstick.share_of(PLAN, own, 2022) == 50
    bare = replace(PLAN, scale=replace(SCALE, expected=()))
    assert yardstick.share_of(bare, CUMULATIVE, 2022) == 100


def test_a_rate_is_asked_in_full_in_the_last_year() -> None:
    slow = replace(RATE, expected=tuple(Decimal(n) for n in (10, 20, 30, 40, 50)))
    assert yardstick.share_of(PLAN, slow, 2024) == 40
    assert yardstick.share_of(PLAN, slow, 2025) == 100


def test_what_is_expected_by_a_year() -> None:
    assert yardstick.expected_by(PLAN, CUMULATIVE, 2022) == 80
    assert yardstick.expected_by(PLAN, ANNUAL, 2022) == 2
    assert yardstick.expected_by(PLAN, STATED, 2022) is None


@pytest.mark.parametrize(
    ("number", "marks", "text"),
    [
        ("99.94", (), "99.9"),
        ("99.95", (), "100.0"),
        ("99.96", (100,), "99.9"),
        ("100", (100,), "100.0"),
        ("100.04", (100,), "100.0"),
        ("66.63", (Decimal("66.62"),), "66.7"),
        ("66.61", (Decimal("66.62"),), "66.6"),
        ("43.75", (80, 60), "43.8"),
        ("1234567.89", (), "1,234,567.9"),
        ("0", (0,), "0.0"),
    ],
)
def test_one_decimal(number: str, marks: tuple[Decimal | int, ...], text: str) -> None:
    assert yardstick.one_decimal(Fraction(number), marks) == text


@given(st.fractions(0, 300))
def test_the_shown_number_never_contradicts_the_letter(achievement: Fraction) -> None:
    shown = Fraction(yardstick.percent_text(SCALE, achievement))
    assert abs(shown - achievement) <= Fraction(1, 10)
    assert yardstick.grade_for(SCALE, shown) == yardstick.grade_for(SCALE, achievement)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (5000, "5,000"),
        (Decimal("32.50"), "32.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 3), "0.3"),
        (Fraction(-5, 2), "-2.5"),
        (0, "0"),
        (100, "100"),
    ],
)
def test_numbers_in_sentences(number: Fraction | Decimal | int, text: str) -> None:
    assert yardstick.number_text(number) == text


def test_units() -> None:
    assert [yardstick.unit_text(u) for u in ("%", "％", "社", "")] == ["％", "％", "社", ""]


def test_only_ratio_letters_are_reached() -> None:
    odd = replace(SCALE, grades=(Grade("x", "", GradeKind.UNABLE), *SCALE.grades))
    assert [g.letter for g in yardstick.ratio_grades(odd)] == ["A", "B", "C", "D"]
