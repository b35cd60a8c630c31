"""The indicators as small charts and as a table."""

from __future__ import annotations

from imari_desk.domain.era import fiscal_year_name, initial_year
from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.summary import IndicatorYear, Trend
from imari_desk.domain.whole import IndicatorStanding, Whole
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, one_decimal, unit_text
from imari_desk.gui.office.charts.chart import Mark
from imari_desk.gui.office.charts.small_multiples import Multiple, Point
from imari_desk.gui.office.charts.table import Table
from imari_desk.gui.office.whole.values import amounts
from imari_desk.gui.settings import Place


def multiples(whole: Whole) -> tuple[Multiple, ...]:
    """A small chart an indicator, the lowest first."""
    return tuple(_multiple(whole, one) for one in whole.indicators)


def indicator_table(whole: Whole) -> Table:
    """Every indicator with what was reached and expected in each year."""
    years = whole.plan.years
    heads = (
        *(sentence(f"office.whole.{code}") for code in ("code", "name", "indicator", "target")),
        sentence("office.whole.unit"),
        *(fiscal_year_name(year) for year in years),
        *(sentence("office.whole.expected_in", year=fiscal_year_name(y)) for y in years),
        sentence("office.whole.achievement"),
    )
    rows = tuple(_row(one) for one in whole.indicators)
    return Table(heads, rows, tuple(_place(one) for one in whole.indicators))


def verdict(year: IndicatorYear) -> tuple[str, Trend]:
    """What is to be said of the year: 「期待の95％」, and whether that is enough."""
    if year.met is not None:
        met = year.met
        return sentence(f"office.whole.{'met' if met else 'not_met'}"), _trend(met)
    if year.achievement is None:
        return (sentence("office.whole.no_value") if year.amount is None else ""), Trend.NONE
    percent = one_decimal(year.achievement, (100,)).partition(".")[0]
    return sentence("office.whole.reached", percent=percent), _trend(year.achievement >= 100)


def _trend(enough: bool) -> Trend:
    return Trend.UP if enough else Trend.DOWN


def _multiple(whole: Whole, one: IndicatorStanding) -> Multiple:
    indicator, measure = one.indicator.indicator, one.standing.measure
    told, trend = verdict(one.year)
    unit = unit_text("%" if indicator.kind is IndicatorKind.MILESTONE else indicator.unit)
    value = "" if one.year.amount is None else number_text(one.year.amount)
    spoken = sentence(
        "office.whole.indicator_told",
        code=measure.code,
        name=measure.name,
        indicator=indicator.heading,
        year=fiscal_year_name(one.year.fiscal_year),
        value=f"{value}{unit}" if value else "",
        verdict=told,
    )
    target = indicator.target
    goal = ""
    if target is not None:
        goal = sentence("office.whole.goal", target=f"{number_text(target)}{unit}")
    return Multiple(
        f"{measure.code} {indicator.name}",
        value,
        unit if value else "",
        told,
        trend,
        tuple(Point(year.amount, year.expected) for year in one.indicator.years),
        one.year.fiscal_year - whole.plan.first_year,
        initial_year(whole.plan.first_year),
        goal,
        initial_year(whole.plan.last_year),
        Mark(spoken, _place(one)),
    )


def _row(one: IndicatorStanding) -> tuple[str, ...]:
    indicator, measure = one.indicator.indicator, one.standing.measure
    achievement = one.year.achievement
    return (
        measure.code,
        measure.name,
        indicator.name,
        indicator.target_text,
        unit_text(indicator.unit),
        *amounts(year.amount for year in one.indicator.years),
        *amounts(year.expected for year in one.indicator.years),
        "" if achievement is None else one_decimal(achievement, (100,)),
    )


def _place(one: IndicatorStanding) -> Place:
    key = f"indicator.{one.indicator.number}.state"
    return Place(one.standing.measure.code, one.year.fiscal_year, key)
