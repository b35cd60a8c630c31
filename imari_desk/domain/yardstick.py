"""The scale applied: which letter an achievement gets, what was expected by when, how it reads."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from imari_desk.domain.plan import Grade, GradeKind, Indicator, IndicatorKind, Plan, Scale

_BY_SHARE = (IndicatorKind.RATE, IndicatorKind.TOTAL, IndicatorKind.CUMULATIVE)


def ratio_grades(scale: Scale) -> tuple[Grade, ...]:
    """The letters an achievement can get, best first."""
    return tuple(g for g in scale.grades if g.kind is GradeKind.RATIO)


def grade_for(scale: Scale, achievement: Fraction) -> Grade:
    """The best letter whose threshold is reached, else the worst. ``achievement`` in percent."""
    grades = ratio_grades(scale)
    return next((g for g in grades if (g.at_least or 0) <= achievement), grades[-1])


def band(scale: Scale, grade: Grade) -> str:
    """「80％以上100％未満」: the achievements a letter stands for."""
    grades = ratio_grades(scale)
    place = grades.index(grade)
    lower = f"{number_text(grade.at_least)}％以上" if grade.at_least else ""
    upper = f"{number_text(grades[place - 1].at_least or 0)}％未満" if place else ""
    return lower + upper


def letter_of(scale: Scale, *kinds: GradeKind) -> str:
    """The letter of the first of those kinds the scale has; "" where it has none of them."""
    return next((g.letter for kind in kinds for g in scale.grades if g.kind is kind), "")


def share_of(plan: Plan, indicator: Indicator, fiscal_year: int) -> Decimal:
    """How much of the target is expected by the end of that year, in percent.

    Years outside the plan count as its first or last. A rate's last year always asks all of it.
    """
    if indicator.kind not in _BY_SHARE:
        return Decimal(100)
    if indicator.kind is IndicatorKind.RATE and fiscal_year >= plan.last_year:
        return Decimal(100)
    shares = indicator.expected or plan.scale.expected
    place = min(max(fiscal_year, plan.first_year) - plan.first_year, len(shares) - 1)
    return shares[place] if shares else Decimal(100)


def expected_by(plan: Plan, indicator: Indicator, fiscal_year: int) -> Fraction | None:
    """What a year's amount is measured against, in the indicator's unit; None without a target."""
    if indicator.target is None:
        return None
    return Fraction(indicator.target) * Fraction(share_of(plan, indicator, fiscal_year)) / 100


def percent_text(scale: Scale, achievement: Fraction) -> str:
    """An achievement with one decimal, on the side of every threshold it is really on."""
    return one_decimal(achievement, (g.at_least or 0 for g in ratio_grades(scale)))


def one_decimal(number: Fraction, marks: Iterable[Decimal | Fraction | int] = ()) -> str:
    """Rounded half up, but never across a mark: 99.96 against 100 is 99.9, not 100.0."""
    over, under = number.as_integer_ratio()
    below = 10 * over // under
    tenths = (20 * over + under) // (2 * under)
    for mark in marks:
        top, bottom = mark.as_integer_ratio()
        reached = over * bottom >= top * under
        if reached and tenths * bottom < top * 10:
            tenths = below + 1
        elif not reached and tenths * bottom >= top * 10:
            tenths = below
    return f"{Decimal(tenths).scaleb(-1):,.1f}"


def number_text(number: Fraction | Decimal | int) -> str:
    """Plain with thousands separators; one decimal where it does not end within three."""
    over, under = number.as_integer_ratio()
    thousandths, rest = divmod(1000 * over, under)
    if rest:
        return one_decimal(Fraction(over, under))
    text = f"{Decimal(thousandths).scaleb(-3):,.3f}"
    return text.rstrip("0").rstrip(".")


def unit_text(unit: str) -> str:
    """The unit as sentences and sheets print it."""
    return "％" if unit == "%" else unit
