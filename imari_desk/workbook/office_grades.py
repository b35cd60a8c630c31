"""分野別 and 課別: how many measures got which grade, in numbers and as bars."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.era import short_year
from imari_desk.domain.summary import Tally, Trend
from imari_desk.domain.words import sentence
from imari_desk.workbook.office_charts import place, stacked_bars
from imari_desk.workbook.office_head import Report, legend, put_head
from imari_desk.workbook.office_look import (
    A4,
    COUNT,
    HEAD,
    LABEL,
    SHARE,
    UNIT,
    Look,
    grade_look,
    put,
    set_up_page,
)
from imari_desk.workbook.styles import merge

_LABEL_WIDTH, _NUMBER_WIDTH = 32.0, 6.6
_ROW_HEIGHT = 20.0
_POINTS_A_CM = 28.35


def write_fields(sheet: Worksheet, report: Report) -> None:
    """Grades of the whole, by 分野 and by ◎ group, and what changed since last year."""
    summary = report.summary
    row = _head(sheet, report, "sum.fields.title")
    whole = Tally(
        sentence("sum.all"),
        summary.overall.total,
        summary.overall.counts,
        summary.overall.unsettled,
        summary.overall.last_counts,
    )
    first = row + 2
    row = _put_table(sheet, report, row, "sum.by_field", (whole, *summary.by_field))
    chart_rows = (first, row - 1)
    row = _put_table(sheet, report, row + 1, "sum.by_group", summary.by_group)
    row = _put_trends(sheet, report, row + 1)
    _put_chart(sheet, report, chart_rows, row + 1, "sum.chart.fields")
    set_up_page(sheet, A4, one_page=True)


def write_departments(sheet: Worksheet, report: Report) -> None:
    """Grades by 課."""
    row = _head(sheet, report, "sum.departments.title")
    first = row + 2
    row = _put_table(sheet, report, row, "sum.by_department", report.summary.by_department)
    _put_chart(sheet, report, (first, row - 1), row + 1, "sum.chart.departments")
    set_up_page(sheet, A4, one_page=True)


def _head(sheet: Worksheet, report: Report, title: str) -> int:
    widths = (_LABEL_WIDTH, *[_NUMBER_WIDTH] * (3 * len(report.plan.scale.grades) + 2))
    notes = (legend(report.plan), sentence("sum.counted"), sentence("sum.shares"))
    return put_head(sheet, report, sentence(title, year=report.year), notes, widths)


def _put_table(
    sheet: Worksheet, report: Report, row: int, what: str, tallies: Sequence[Tally]
) -> int:
    """The table from ``row`` on; gives the first free row."""
    _put_headings(sheet, report, row, what)
    free = row + 2
    for at, tally in enumerate(tallies, start=free):
        put(sheet, at, 1, tally.label or sentence("sum.nobody"), LABEL)
        numbers = (tally.total, *tally.counts, tally.unsettled)
        for column, number in enumerate(numbers, start=2):
            put(sheet, at, column, number, COUNT)
        for column, share in enumerate(tally.shares, start=2 + len(numbers)):
            put(sheet, at, column, float(share), SHARE)
        first_last = 2 + len(numbers) + len(tally.shares)
        for column, number in enumerate(tally.last_counts, start=first_last):
            put(sheet, at, column, number, COUNT)
        sheet.row_dimensions[at].height = _ROW_HEIGHT
    return free + len(tallies)


def _put_headings(sheet: Worksheet, report: Report, row: int, what: str) -> None:
    scale = report.plan.scale
    n = len(scale.letters)
    year, last = short_year(report.summary.fiscal_year), report.last_year
    blocks = (
        (3, n + 1, sentence("sum.count", year=year)),
        (n + 4, n, sentence("sum.share", year=year)),
        (2 * n + 4, n, sentence("sum.last_count", year=last)),
    )
    for column, text in ((1, sentence(what)), (2, sentence("sum.measures"))):
        put(sheet, row, column, text, HEAD)
        put(sheet, row + 1, column, None, HEAD)
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    for first, width, text in blocks:
        for column in range(first, first + width):
            put(sheet, row, column, text if column == first else None, HEAD)
            at = column - first
            letter = scale.letters[at] if at < n else sentence("sum.unsettled")
            put(sheet, row + 1, column, letter, grade_look(scale, letter) if at < n else HEAD)
        merge(sheet, row, first, first + width - 1)
    sheet.row_dimensions[row].height = sheet.row_dimensions[row + 1].height = 18


def _put_trends(sheet: Worksheet, report: Report, row: int) -> int:
    """How many grades rose, stayed and fell since last year, and whose."""
    last = 3 * len(report.plan.scale.letters) + 3
    _put_wide(sheet, row, last, ("sum.by_trend", "sum.measures", "sum.trend.measures"))
    sheet.row_dimensions[row].height = 18
    free = row + 1
    for at, trend in enumerate(Trend, start=free):
        measures = report.summary.trend(trend)
        named = "、".join(m.measure.code for m in measures) if trend is not Trend.NONE else ""
        put(sheet, at, 1, sentence(f"sum.trend.{trend.value}"), LABEL)
        put(sheet, at, 2, len(measures), COUNT)
        _put_merged(sheet, at, last, named, Look(9.5))
        sheet.row_dimensions[at].height = _ROW_HEIGHT
    return free + len(Trend)


def _put_wide(sheet: Worksheet, row: int, last: int, codes: tuple[str, str, str]) -> None:
    put(sheet, row, 1, sentence(codes[0]), HEAD)
    put(sheet, row, 2, sentence(codes[1]), HEAD)
    _put_merged(sheet, row, last, sentence(codes[2]), HEAD)


def _put_merged(sheet: Worksheet, row: int, last: int, text: str, look: Look) -> None:
    for column in range(3, last + 1):
        put(sheet, row, column, text if column == 3 else None, look)
    merge(sheet, row, 3, last)


def _put_chart(
    sheet: Worksheet, report: Report, rows: tuple[int, int], at: int, title: str
) -> None:
    chart = stacked_bars(sheet, report.plan.scale, rows, sentence(title))
    columns = 3 * len(report.plan.scale.grades) + 2
    width = (_LABEL_WIDTH + _NUMBER_WIDTH * columns) * UNIT / _POINTS_A_CM
    place(sheet, chart, at, 1, (width, 2.4 + 0.95 * (rows[1] - rows[0] + 1)))
