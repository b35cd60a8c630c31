"""Native charts: stacked bars of grades, small lines of indicators."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import Literal

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.plan import Scale
from imari_desk.domain.words import sentence
from imari_desk.workbook.office_look import COUNT, grade_colors
from imari_desk.workbook.styles import FONT

_GRID = "D9D9D9"
_UNSETTLED = ("FFFFFFFF", "FF1A1A1A")
_ACTUAL, _EXPECTED = "2F6F9F", "7F7F7F"
_POINT = 12_700  # drawing units


def stacked_bars(sheet: Worksheet, scale: Scale, rows: tuple[int, int], title: str) -> BarChart:
    """Lying bars, one a row of the table, a part for each letter in its colour.

    The table has its labels in column A and the counts from column C on, headings above.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "percentStacked", 100, 45
    chart.title = _title(title, 1400)
    labels = Reference(sheet, min_col=1, min_row=rows[0], max_row=rows[1])
    colors = {**grade_colors(scale), sentence("sum.unsettled"): _UNSETTLED}
    for n, (letter, (fill, ink)) in enumerate(colors.items()):
        values = Reference(sheet, min_col=3 + n, min_row=rows[0], max_row=rows[1])
        series = SeriesFactory(values, title=letter)
        series.graphicalProperties = GraphicalProperties(
            solidFill=fill[2:], ln=LineProperties(solidFill="8C8C8C", w=_POINT // 2)
        )
        series.dLbls = _counts_inside(ink[2:])
        chart.series.append(series)
    chart.set_categories(labels)
    chart.x_axis.scaling.orientation = "maxMin"  # the table's order, from the top
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.y_axis.majorGridlines = None
    chart.x_axis.txPr = _text(1200)
    chart.legend.position = "t"
    chart.legend.txPr = _text(1200)
    return chart


def small_line(
    title: str, highest: float, years: Reference, actual: Reference, expected: Reference
) -> LineChart:
    """One indicator over the years, with what was expected as a broken line.

    ``highest`` is the greatest number of both: the axis goes a step beyond at most.
    """
    chart = LineChart()
    chart.title = _title(title, 800)
    chart.legend = None
    chart.series.append(_line(expected, _EXPECTED, 1.25, dash="dash"))
    series = _line(actual, _ACTUAL, 2.25, marker="circle")
    chart.series.append(series)
    chart.set_categories(years)
    chart.x_axis.delete = chart.y_axis.delete = False
    step = _step(highest)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, step * max(1, ceil(highest / step))
    chart.y_axis.majorUnit = step
    lines = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    chart.y_axis.majorGridlines = ChartLines(spPr=lines)
    chart.y_axis.number_format = "General"
    chart.x_axis.txPr = chart.y_axis.txPr = _text(800)
    chart.layout = Layout(ManualLayout(x=0.1, y=0.2, w=0.85, h=0.62))
    return chart


def place(
    sheet: Worksheet, chart: BarChart | LineChart, row: int, column: int, size: tuple[float, float]
) -> None:
    """Lay the chart with its corner on a cell; ``size`` is width and height in centimetres."""
    # One by one by name: openpyxl takes any number here, its type stubs only whole ones.
    for name, centimetres in zip(("width", "height"), size, strict=True):
        setattr(chart, name, centimetres)
    sheet.add_chart(chart, f"{get_column_letter(column)}{row}")


def _line(
    values: Reference,
    color: str,
    width: float,
    *,
    dash: Literal["solid", "dash"] = "solid",
    marker: Literal["none", "circle"] = "none",
) -> Series:
    """A line of ``width`` points."""
    series: Series = SeriesFactory(values)
    line = LineProperties(solidFill=color, w=int(width * _POINT), prstDash=dash)
    dot = GraphicalProperties(solidFill=color, ln=LineProperties(solidFill=color))
    series.graphicalProperties = GraphicalProperties(ln=line)
    series.marker = Marker(symbol=marker, size=6, spPr=dot)
    series.smooth = False
    return series


def _step(highest: float) -> float:
    """A round step that divides the axis into five parts at most."""
    if highest <= 0:
        return 1.0
    rough = highest / 5
    power = 10.0 ** floor(log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)


def _counts_inside(color: str) -> DataLabelList:
    """The count on its part; of nothing nothing, because the cell shows none."""
    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.numFmt = COUNT.format
    labels.txPr = _text(1200, color=color, bold=True)
    return labels


def _title(text: str, size: int) -> Title:
    title = Title(overlay=False)
    run = RegularTextRun(t=text, rPr=_characters(size, bold=True))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_characters(size, bold=True)), r=[run])
    title.tx = Text(rich=RichText(p=[paragraph]))
    return title


def _text(size: int, *, color: str = "1A1A1A", bold: bool = False) -> RichText:
    properties = ParagraphProperties(defRPr=_characters(size, color=color, bold=bold))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_characters(size, bold=bold))])


def _characters(size: int, *, color: str = "1A1A1A", bold: bool = False) -> CharacterProperties:
    """``size`` in hundredths of a point."""
    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=color, latin=face, ea=face)
