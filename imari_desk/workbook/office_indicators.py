"""指標 over the years of the plan: the table, and a small chart for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from openpyxl.chart import Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.era import short_year
from imari_desk.domain.plan import IndicatorKind, Scale
from imari_desk.domain.summary import IndicatorYear, IndicatorYears
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import grade_for, percent_text, ratio_grades, unit_text
from imari_desk.workbook.office_charts import place, small_line
from imari_desk.workbook.office_head import Report, put_head
from imari_desk.workbook.office_look import (
    A3,
    CENTRE,
    DECIMAL,
    HEAD,
    HEAD_NOW,
    LABEL,
    NUMBER,
    PERCENT,
    TENTHS,
    Look,
    Value,
    grade_look,
    put,
    set_up_page,
)
from imari_desk.workbook.styles import merge

_NAMES = (7.0, 24.0, 27.0, 17.0, 6.5)  # code, measure, indicator, target, unit
_YEAR_WIDTH, _STATE_WIDTH = 7.5, 11.0
_TEXT = Look(10)
_CHART_COLUMNS, _CHART_SIZE = 5, (8.1, 4.6)  # centimetres
_CHART_COLUMN = 31.5  # characters
_CHART_ROWS, _CHART_CELL = 9, 15.0  # sheet rows a chart takes, their height in points


def write_indicators(sheet: Worksheet, report: Report) -> int:
    """The table; gives the row of its first indicator."""
    years = report.plan.years
    facts = {"first": short_year(years[0]), "last": short_year(years[-1])}
    note = sentence("sum.expected", year=report.year)
    widths = (*_NAMES, *[_YEAR_WIDTH] * (3 * len(years)), _STATE_WIDTH)
    head = put_head(sheet, report, sentence("sum.indicators.title", **facts), (note,), widths)
    _put_headings(sheet, report, head)
    first = head + 2
    for row, line in enumerate(report.summary.indicators, start=first):
        for column, (value, look) in enumerate(_cells(report, line), start=1):
            put(sheet, row, column, value, look)
        sheet.row_dimensions[row].height = 28
    last = get_column_letter(len(_NAMES) + 3 * len(years) + 1)
    sheet.freeze_panes = f"D{first}"
    sheet.auto_filter.ref = f"A{head + 1}:{last}{first + len(report.summary.indicators) - 1}"
    set_up_page(sheet, A3, titles=f"{head}:{head + 1}")
    return first


def write_charts(sheet: Worksheet, report: Report, table: Worksheet, first: int) -> None:
    """A chart for each indicator with numbers, drawn from the table's rows."""
    years = report.plan.years
    facts = {"first": short_year(years[0]), "last": short_year(years[-1])}
    title = sentence("sum.charts.title", **facts)
    notes = (sentence("sum.chart_lines"),)
    top = put_head(sheet, report, title, notes, (_CHART_COLUMN,) * _CHART_COLUMNS)
    width = len(years)
    heads = Reference(table, min_col=6, max_col=5 + width, min_row=first - 1)
    drawn = 0
    for row, line in enumerate(report.summary.indicators, start=first):
        if line.indicator.kind is IndicatorKind.MILESTONE:
            continue
        actual = Reference(table, min_col=6, max_col=5 + width, min_row=row)
        expected = Reference(table, min_col=6 + width, max_col=5 + 2 * width, min_row=row)
        chart = small_line(_chart_title(line), _highest(line), heads, actual, expected)
        across, down = drawn % _CHART_COLUMNS, drawn // _CHART_COLUMNS
        place(sheet, chart, top + down * _CHART_ROWS, 1 + across, _CHART_SIZE)
        drawn += 1
    for row in range(top, top + -(-drawn // _CHART_COLUMNS) * _CHART_ROWS):
        sheet.row_dimensions[row].height = _CHART_CELL
    set_up_page(sheet, A3, one_page=True)


def _highest(line: IndicatorYears) -> float:
    return max((float(n) for y in line.years for n in (y.amount, y.expected) if n), default=0.0)


def _chart_title(line: IndicatorYears) -> str:
    return sentence(
        "sum.chart_title",
        code=line.measure.code,
        name=line.indicator.name,
        unit=unit_text(line.indicator.unit),
    )


def _put_headings(sheet: Worksheet, report: Report, row: int) -> None:
    years = report.plan.years
    for column, text in enumerate(sentence("sum.indicator.heads").split("｜"), start=1):
        _put_tall(sheet, row, column, text)
    blocks = ("sum.actual", "sum.expected_head", "sum.achievement")
    for n, code in enumerate(blocks):
        first = 6 + n * len(years)
        for at, year in enumerate(years):
            put(sheet, row, first + at, None if at else sentence(code), HEAD)
            this_year = year == report.summary.fiscal_year
            put(sheet, row + 1, first + at, short_year(year), HEAD_NOW if this_year else HEAD)
        merge(sheet, row, first, first + len(years) - 1)
    now = short_year(report.summary.fiscal_year)
    _put_tall(sheet, row, 6 + 3 * len(years), sentence("sum.state", year=now))
    sheet.row_dimensions[row].height = 18
    sheet.row_dimensions[row + 1].height = 26


def _put_tall(sheet: Worksheet, row: int, column: int, text: str) -> None:
    put(sheet, row, column, None, HEAD)
    put(sheet, row + 1, column, text, HEAD)


def _cells(report: Report, line: IndicatorYears) -> Iterator[tuple[Value, Look]]:
    indicator, at = line.indicator, report.summary.fiscal_year - report.plan.first_year
    stated = indicator.kind is IndicatorKind.MILESTONE
    yield line.measure.code, LABEL
    yield line.measure.name, _TEXT
    yield indicator.name, _TEXT
    yield indicator.target_text, _TEXT
    yield unit_text(indicator.unit), CENTRE
    rate = indicator.kind is IndicatorKind.RATE
    yield from (_number(None if stated else y.amount, rate=rate) for y in line.years)
    yield from (_number(y.expected, rate=False) for y in line.years)
    yield from _achievements(report.plan.scale, line.years)
    yield line.years[at].state, CENTRE


def _number(amount: Fraction | None, *, rate: bool) -> tuple[Value, Look]:
    """A rate with one decimal; a whole number as such, any other with the decimals it has."""
    if amount is None:
        return None, NUMBER
    number = round(float(amount), 4)
    look = TENTHS if rate else NUMBER if number.is_integer() else DECIMAL
    return (int(number) if number.is_integer() else number), look


def _achievements(scale: Scale, years: Sequence[IndicatorYear]) -> Iterator[tuple[Value, Look]]:
    """The achievement in its grade's colour, rounded as its sentence rounds it; a ceiling in a
    word."""
    best, *_, worst = ratio_grades(scale)
    for year in years:
        if year.achievement is not None:
            percent = percent_text(scale, year.achievement).replace(",", "")
            letter = grade_for(scale, year.achievement).letter
            yield float(percent) / 100, _colored(scale, letter, PERCENT)
        elif year.met is not None:
            word = sentence("sum.met" if year.met else "sum.not_met")
            yield word, _colored(scale, (best if year.met else worst).letter, CENTRE)
        else:
            yield None, PERCENT


def _colored(scale: Scale, letter: str, look: Look) -> Look:
    graded = grade_look(scale, letter)
    return replace(look, fill=graded.fill, color=graded.color)
