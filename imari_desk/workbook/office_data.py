"""一覧データ: everything written, one datum a row, no merges, one heading row: for programs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import ItemKind, items_for
from imari_desk.domain.numbers import read_number
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.summary import IndicatorYears, MeasureYear
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.office_head import Report
from imari_desk.workbook.office_look import A4, HEAD, put, set_up_page
from imari_desk.workbook.styles import set_widths

_WIDTHS = (7.0, 9.0, 7.0, 20.0, 24.0, 14.0, 20.0, 9.0, 26.0, 60.0, 7.0, 10.0, 9.0)

Row = tuple[str | int | float | None, ...]


def write_data(sheet: Worksheet, report: Report) -> None:
    """The sheet. Cells bear no style: there are many, and nobody prints them."""
    for column, heading in enumerate(sentence("sum.data.heads").split("｜"), start=1):
        put(sheet, 1, column, heading, HEAD)
    row = 1
    for row, cells in enumerate(_rows(report), start=2):
        for column, value in enumerate(cells, start=1):
            if value is not None and value != "":
                _put_plain(sheet, row, column, value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:M{row}"
    set_widths(sheet, _WIDTHS)
    set_up_page(sheet, A4, titles="1:1")
    sheet.sheet_view.showGridLines = True


def _put_plain(sheet: Worksheet, row: int, column: int, value: str | int | float) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = carried(value, f"{sheet.title} {cell.coordinate}")
        cell.data_type = "s"
    else:
        cell.value = value


def _rows(report: Report) -> Iterator[Row]:
    summary = report.summary
    departments = {m.measure.code: m.department for m in summary.measures}
    for held in summary.evaluations:
        measure = report.plan.by_code[held.id.measure]
        this_year = held.id.fiscal_year == summary.fiscal_year
        department = departments[measure.code] if this_year else ""
        where = _where(report.plan, measure, held.id.fiscal_year, department)
        yield from (where + row for row in _answers(report.plan, measure, held))
    for found in summary.measures:
        where = _where(report.plan, found.measure, summary.fiscal_year, found.department)
        yield from (where + row for row in _results(found))
    for line in summary.indicators:
        for year, rows in _indicator(line):
            where = _where(report.plan, line.measure, year, "")
            yield from (where + row for row in rows)


def _where(plan: Plan, measure: Measure, fiscal_year: int, department: str) -> Row:
    field, group = plan.field_of(measure).name, plan.groups_by_id[measure.group].name
    return (fiscal_year, measure.code, field, group, measure.name, department)


def _answers(plan: Plan, measure: Measure, held: Evaluation) -> Iterator[Row]:
    """Every answer that stands, one a row; an item with two answers has two rows."""
    for item in items_for(plan, measure, held.id.fiscal_year):
        values = held.values(item.key)
        for value in values:
            if not value:
                continue
            number = read_number(value, item.unit) if item.kind is ItemKind.NUMBER else None
            shown = None if number is None or isinstance(number, Unclear) else float(number)
            yield (item.key, item.code, item.label, value, item.unit, shown, len(values))


def _results(found: MeasureYear) -> Iterator[Row]:
    """What the program makes of it: the grade that counts, the proposal, the achievement."""
    achievement = found.judgement.achievement
    texts = (
        ("result.grade", "sum.data.grade", found.grade, "", None),
        ("result.proposal", "sum.data.proposal", found.judgement.grade, "", None),
        (
            "result.achievement",
            "sum.data.achievement",
            found.judgement.achievement_text,
            "%",
            None if achievement is None else round(float(achievement), 6),
        ),
    )
    for key, label, text, unit, number in texts:
        if text:
            yield (key, "", sentence(label), text, unit, number, 1)


def _indicator(line: IndicatorYears) -> Iterator[tuple[int, list[Row]]]:
    for year in line.years:
        amounts = (
            ("amount", "sum.data.amount", year.text, year.amount),
            ("expected", "sum.data.expected", "", year.expected),
        )
        yield (
            year.fiscal_year,
            [
                _amount(line, part, label, text, amount)
                for part, label, text, amount in amounts
                if amount is not None
            ],
        )


def _amount(line: IndicatorYears, part: str, label: str, text: str, amount: Fraction) -> Row:
    number = round(float(amount), 6)
    name = sentence(label, name=line.indicator.name)
    key = f"indicator.{line.number}.{part}"
    return (key, "", name, text or f"{number:g}", line.indicator.unit, number, 1)
