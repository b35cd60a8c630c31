"""一覧: every evaluation of the year in one row, to be filtered, sorted and printed."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.items import Item, items_by_key
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.summary import MeasureYear
from imari_desk.domain.words import sentence
from imari_desk.workbook.office_head import Report, legend, put_head
from imari_desk.workbook.office_look import (
    A3,
    HEAD,
    HIGHEST_ROW,
    TEXT,
    TOP_CENTRE,
    TOP_LABEL,
    TOP_SHARE,
    Look,
    Value,
    grade_look,
    height_of,
    put,
    set_up_page,
)

_WIDTHS = (
    *(6.5, 6.0, 17.0, 14.0, 9.0, 5.5, 22.0, 8.0, 5.0, 5.0, 5.0, 6.0, 6.0, 5.0),
    *(28.0, 22.0, 22.0, 22.0),  # the four texts
    *(7.0, 15.0, 12.0, 7.5),
)
_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)  # of a row's texts: the largest that fits a row
_FEWEST = 20.0  # characters that stay when a text is cut


def write_list(sheet: Worksheet, report: Report) -> None:
    """The sheet: frozen head, filter, print titles; heights from the texts."""
    title = sentence("sum.list.title", year=report.year)
    notes = (legend(report.plan), sentence("sum.counted"))
    head = put_head(sheet, report, title, notes, _WIDTHS)
    headings = sentence("sum.list.heads").split("｜")
    for column, heading in enumerate(headings, start=1):
        put(sheet, head, column, heading, HEAD)
    sheet.row_dimensions[head].height = 30
    for row, measure in enumerate(report.summary.measures, start=head + 1):
        _put_row(sheet, row, _cells(report, measure))
    last = get_column_letter(len(headings))
    sheet.freeze_panes = f"D{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{head + len(report.summary.measures)}"
    set_up_page(sheet, A3, titles=f"{head}:{head}")


def _put_row(sheet: Worksheet, row: int, cells: Sequence[tuple[Value, Look]]) -> None:
    """One row; its texts share the largest size at which all of them fit."""
    texts = [
        (value, width)
        for (value, look), width in zip(cells, _WIDTHS, strict=True)
        if isinstance(value, str) and look is TEXT
    ]
    heights = {size: max(height_of(text, width, size) for text, width in texts) for size in _SIZES}
    size = next((s for s in _SIZES if heights[s] <= HIGHEST_ROW), _SIZES[-1])
    for column, ((value, look), width) in enumerate(zip(cells, _WIDTHS, strict=True), start=1):
        if look is TEXT and isinstance(value, str):
            put(sheet, row, column, _fitted(value, width, size), Look(size, top=True))
        else:
            put(sheet, row, column, value, look)
    sheet.row_dimensions[row].height = min(HIGHEST_ROW, max(30.0, heights[size]))


def _fitted(text: str, width: float, size: float) -> str:
    """The text, cut and marked as cut where no row is high enough for it."""
    length = len(text)
    while length > _FEWEST and height_of(text[:length], width, size) > HIGHEST_ROW - 3 * size:
        length = int(length * 0.95)
    return text if length == len(text) else sentence("sum.cut", text=text[:length])


def _cells(report: Report, m: MeasureYear) -> list[tuple[Value, Look]]:
    items = items_by_key(report.plan, m.measure, report.summary.fiscal_year)

    def answer(key: str) -> str:
        return _answer(items[key], m.evaluation.values(key))

    given_grades = (m.judgement.grade, answer("grade"), answer("second_grade"))
    grade = m.grade or sentence("sum.unsettled")
    achievement = m.judgement.achievement_text.replace(",", "")
    star = "　☆" if m.measure.national_priority else ""
    return [
        (m.measure.code, TOP_LABEL),
        (m.field.name, TOP_CENTRE),
        (f"{m.measure.name}{star}", TOP_LABEL),
        (m.department, TEXT),
        (answer("progress"), TOP_CENTRE),
        (sentence("sum.done", done=m.done, asked=m.asked) if m.asked else "", TOP_CENTRE),
        (_indicators(m), TEXT),
        (float(achievement) / 100 if achievement else None, TOP_SHARE),
        *((given, TOP_CENTRE) for given in given_grades),
        (grade, grade_look(report.plan.scale, m.grade, top=True)),
        (m.last_grade, TOP_CENTRE),
        (sentence(f"sum.sign.{m.trend.value}"), TOP_CENTRE),
        *((answer(key), TEXT) for key in ("activities", "results", "issues", "next_actions")),
        (answer("direction"), TOP_CENTRE),
        (answer("office_view"), TEXT),
        (answer("hq_opinion"), TEXT),
        (answer("public"), TOP_CENTRE),
    ]


def _answer(item: Item, values: tuple[str, ...]) -> str:
    if len(values) < 2:
        return shown(item, values[0]) if values else ""
    answers = "／".join(shown(item, value) for value in values)
    return sentence("sum.conflict", count=len(values), answers=answers)


def _indicators(m: MeasureYear) -> str:
    """A line for each indicator: name, value, target."""
    lines = []
    for judged in m.judgement.indicators:
        if not (judged.value or m.measure.evaluated_in(m.evaluation.id.fiscal_year)):
            continue
        indicator = m.measure.indicators[judged.number - 1]
        stated = indicator.kind is IndicatorKind.MILESTONE
        code = "sum.stated" if stated else "sum.indicator"
        value = judged.value or sentence("sum.no_value")
        lines.append(sentence(code, name=indicator.name, value=value, target=indicator.target_text))
    return "\n".join(lines)
