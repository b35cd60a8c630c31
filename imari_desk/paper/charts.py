"""An indicator's years as numbers to draw: scale, labels, and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import expected_by, number_text, unit_text
from imari_desk.paper.shapes import Chart
from imari_desk.paper.subject import Subject

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_STEPS = 4


def charts(subject: Subject) -> tuple[Chart, ...]:
    """One chart for each indicator that has anything to draw."""
    numbers = range(1, len(subject.measure.indicators) + 1)
    found = (_chart(subject, number) for number in numbers)
    return tuple(chart for chart in found if chart)


def ticks(highest: Fraction, *, whole: bool) -> tuple[Decimal, ...]:
    """From 0 to at least ``highest`` in at most four round steps; whole numbers if asked."""
    if highest <= 0:
        return Decimal(0), Decimal(1)
    top = Decimal(highest.numerator) / Decimal(highest.denominator)
    size = Decimal(10) ** (top / _MOST_STEPS).adjusted()
    steps = (factor * size for factor in _STEPS)
    usable = (s for s in steps if not whole or s == s.to_integral_value())
    step = next((s for s in usable if s * _MOST_STEPS >= top), Decimal(1))
    count = int((top / step).to_integral_value(ROUND_CEILING))
    return tuple(step * n for n in range(count + 1))


def _chart(subject: Subject, number: int) -> Chart | None:
    indicator = subject.measure.indicators[number - 1]
    stated = indicator.kind is IndicatorKind.MILESTONE
    parts = {y: j.indicators[number - 1] for y, j in subject.judgements.items()}
    years = list(subject.plan.years)
    actual = [parts[y].amount if y in parts else None for y in years]
    expected = [_expected(subject, number, y) for y in years]
    known = [n for n in (*actual, *expected) if n is not None]
    if not any(n is not None for n in actual) or not known:
        return None
    scale = ticks(max(known), whole=all(n.denominator == 1 for n in known) and not stated)
    unit = "％" if stated else unit_text(indicator.unit)
    return Chart(
        title=sentence("paper.chart", name=indicator.name, unit=unit) if unit else indicator.name,
        actual=_floats(actual),
        labels=tuple("" if n is None else number_text(n) for n in actual),
        expected=_floats(expected),
        ticks=tuple(float(t) for t in scale),
        tick_labels=tuple(number_text(t) for t in scale),
    )


def _expected(subject: Subject, number: int, year: int) -> Fraction | None:
    """What was, or will be, expected by the end of a year; nothing of a year not evaluated."""
    indicator = subject.measure.indicators[number - 1]
    if not subject.measure.evaluated_in(year):
        return None
    if indicator.kind is IndicatorKind.MILESTONE:
        return Fraction(100)
    return expected_by(subject.plan, indicator, year)


def _floats(numbers: Iterable[Fraction | None]) -> tuple[float | None, ...]:
    return tuple(None if n is None else round(float(n), 4) for n in numbers)
