"""Writes the plan's workbook: one table a sheet, to be corrected in a spreadsheet program."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.numerals import canonical_number
from imari_desk.domain.plan import Bar, Indicator, Phase, Plan
from imari_desk.domain.plan_names import COMBINE_WORDS, GRADE_WORDS, KIND_WORDS
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.plan_book_layout import (
    CHECKED_WORDS,
    FIELD_WORD,
    GRADES,
    GROUP_WORD,
    HEAD,
    HEAD_ITEMS,
    HEAD_ROW,
    HINT_ROW,
    INDICATORS,
    MEASURES,
    PHASES,
    STAR_WORDS,
    STRUCTURE,
    TABLES,
    TERMS,
    TITLE_ROW,
    YEARLY,
    Column,
    Table,
)
from imari_desk.workbook.styles import FONT, Dresser, Style, put, set_widths

Row = Mapping[str, "str | Decimal"]

_LINE_HEIGHT, _ROW_MARGIN, _INDENT = 14.5, 5.5, 2.5
_LAST_ROW = 500  # choices reach as far, for rows to come
_TITLE = Style(16, bold=True, frame=False, wrap=False)
_HINT = Style(10, color="FF4D4D4D", frame=False, wrap=False)
_HEAD = Style(10.5, bold=True, fill="FFE4E4E4")
_CELL = Style(10.5)
_SHOWN = Style(9.5, color="FF4D4D4D", fill="FFF5F5F5")


def write_plan_book(plan: Plan) -> bytes:
    """The plan as the bytes of an .xlsx file; read_plan_book gives the same plan back.

    Raises WorkbookError for a text no worksheet can hold.
    """
    book = Workbook()
    # Column widths count in digits of the normal style's font.
    vars(book)["_named_styles"]["Normal"].font = Font(name=FONT, size=10)
    dresser = Dresser(book)
    assert isinstance(book.active, Worksheet)
    book.remove(book.active)
    for table in TABLES:
        sheet = book.create_sheet(table.sheet)
        rows = list(_ROWS[table.sheet](plan))
        _write_table(sheet, table, rows, dresser)
        _set_up_page(sheet, table, len(rows), plan)
    _offer_groups(book[MEASURES.sheet], plan)
    _offer_combinations(book[HEAD.sheet])
    dresser.finish()
    target = BytesIO()
    book.save(target)
    return target.getvalue()


# --- what stands in the tables ---


def _head_rows(plan: Plan) -> Iterator[Row]:
    values: dict[str, str | Decimal] = {
        "title": plan.title,
        "short_title": plan.short_title,
        "municipality": plan.municipality,
        "first_year": fiscal_year_name(plan.first_year),
        "last_year": fiscal_year_name(plan.last_year),
        "expected": _shares(plan.scale.expected),
        "combine": _word(COMBINE_WORDS, plan.scale.combine.value),
        "id": plan.id,
        "version": Decimal(plan.version),
        "version_note": plan.version_note,
    }
    for key, label, note in HEAD_ITEMS:
        yield {"item": label, "content": values[key], "note": sentence(note)}


def _structure_rows(plan: Plan) -> Iterator[Row]:
    for field in plan.fields:
        yield {"what": FIELD_WORD, "id": field.id, "name": field.name}
    for group in plan.groups:
        within = plan.fields_by_id[group.field].name
        yield {"what": GROUP_WORD, "id": group.id, "within": within, "name": group.name}


def _measure_rows(plan: Plan) -> Iterator[Row]:
    for measure in plan.measures:
        yield {
            "code": measure.code,
            "name": measure.name,
            "group": plan.groups_by_id[measure.group].name,
            "national_priority": STAR_WORDS[0][0] if measure.national_priority else "",
            "vision_action": measure.vision_action,
            "summary": measure.summary,
            "effect": measure.effect,
            "predecessors": "、".join(measure.predecessors),
        }


def _yearly_rows(plan: Plan) -> Iterator[Row]:
    for measure in plan.measures:
        for year in plan.years:
            yield {
                "code": measure.code,
                "name": measure.name,
                "year": fiscal_year_name(year),
                "schedule": measure.schedule.get(year, ""),
                "milestones": "\n".join(measure.milestones.get(year, ())),
            }


def _phase_rows(plan: Plan) -> Iterator[Row]:
    for measure in plan.measures:
        bars = {
            phase.value: "\n".join(map(_interval, measure.phases.bars.get(phase, ())))
            for phase in Phase
        }
        checked = CHECKED_WORDS[0 if measure.phases.checked else 1][0]
        row = {"checked": checked, "checked_by": measure.phases.checked_by}
        yield {"code": measure.code, "name": measure.name, **bars, **row}


def _indicator_rows(plan: Plan) -> Iterator[Row]:
    for measure in plan.measures:
        for n, indicator in enumerate(measure.indicators, start=1):
            row = _indicator_row(indicator)
            yield {"code": measure.code, "name": measure.name, "number": Decimal(n), **row}


def _indicator_row(indicator: Indicator) -> Row:
    return {
        "indicator": indicator.name,
        "kind": _word(KIND_WORDS, indicator.kind.value),
        "target": "" if indicator.target is None else indicator.target,
        "unit": indicator.unit,
        "target_text": indicator.target_text,
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "formula": indicator.formula,
        "expected": _shares(indicator.expected),
    }


def _grade_rows(plan: Plan) -> Iterator[Row]:
    for grade in plan.scale.grades:
        yield {
            "letter": grade.letter,
            "kind": _word(GRADE_WORDS, grade.kind.value),
            "at_least": "" if grade.at_least is None else grade.at_least,
            "legend": grade.legend,
        }


def _term_rows(plan: Plan) -> Iterator[Row]:
    for term in plan.glossary:
        yield {"word": term.word, "expansion": term.expansion, "text": term.text}


_ROWS: dict[str, Callable[[Plan], Iterator[Row]]] = {
    HEAD.sheet: _head_rows,
    STRUCTURE.sheet: _structure_rows,
    MEASURES.sheet: _measure_rows,
    YEARLY.sheet: _yearly_rows,
    PHASES.sheet: _phase_rows,
    INDICATORS.sheet: _indicator_rows,
    GRADES.sheet: _grade_rows,
    TERMS.sheet: _term_rows,
}


def _word(words: tuple[tuple[str, str], ...], meaning: str) -> str:
    return next(word for word, meant in words if meant == meaning)


def _shares(shares: tuple[Decimal, ...]) -> str:
    return "・".join(map(canonical_number, shares))


def _interval(bar: Bar) -> str:
    return "～".join(f"{short_year(year)}年{month}月" for year, month in (bar.first, bar.last))


# --- how they look ---


def _write_table(sheet: Worksheet, table: Table, rows: list[Row], dresser: Dresser) -> None:
    put(sheet, TITLE_ROW, 1, table.title, dresser.array(_TITLE))
    put(sheet, HINT_ROW, 1, sentence(table.hint), dresser.array(_HINT))
    for n, column in enumerate(table.columns, start=1):
        mark = "▼" if column.choices else ""
        put(sheet, HEAD_ROW, n, f"{column.head}{mark}", dresser.array(_HEAD))
    empty: list[Row] = [{}] * table.spare
    for number, row in enumerate((*rows, *empty), start=HEAD_ROW + 1):
        sheet.row_dimensions[number].height = _height(table, row)
        for n, column in enumerate(table.columns, start=1):
            style = _SHOWN if column.shown_only else _CELL
            value, number_format = _cell(column, row.get(column.key, ""))
            place = f"「{table.sheet}」{column.head}"
            value = carried(value, place) if isinstance(value, str) else value
            put(sheet, number, n, value, dresser.array(style, number_format))
    for n, column in enumerate(table.columns, start=1):
        if column.choices:
            words = f'"{",".join(word for word, _ in column.choices)}"'
            _offer(sheet, get_column_letter(n), HEAD_ROW + 1, _LAST_ROW, words)


def _cell(column: Column, value: str | Decimal) -> tuple[str | int | float, str]:
    """What is written, and its number format ("" for text)."""
    if isinstance(value, str):
        return value, "General" if column.number and not value else ""
    text = canonical_number(value)
    return (float(text) if "." in text else int(text)), "General"


def _height(table: Table, row: Row) -> float:
    """Room for the fullest cell, in points; a wide character takes two of a column's width."""
    most = 1
    for column in table.columns:
        room = column.width - _INDENT
        lines = str(row.get(column.key, "")).split("\n")
        most = max(most, sum(max(1, math.ceil(_width(line) / room)) for line in lines))
    return most * _LINE_HEIGHT + _ROW_MARGIN


def _width(text: str) -> int:
    return sum(1 if c.isascii() else 2 for c in text)


def _offer(sheet: Worksheet, column: str, first: int, last: int, formula: str) -> None:
    """A list to choose from; something else may be typed and is asked about when it is read."""
    choice = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=sentence("plan_book.choice.title"),
        error=sentence("plan_book.choice.text"),
    )
    choice.add(f"{column}{first}:{column}{last}")
    sheet.add_data_validation(choice)


def _offer_groups(sheet: Worksheet, plan: Plan) -> None:
    """The 柱 of the measures, from the sheet that lists them."""
    column = get_column_letter(MEASURES.columns.index(MEASURES.column("group")) + 1)
    name = get_column_letter(STRUCTURE.columns.index(STRUCTURE.column("name")) + 1)
    first = HEAD_ROW + 1 + len(plan.fields)
    last = first + len(plan.groups) + STRUCTURE.spare - 1
    listed = f"'{STRUCTURE.sheet}'!${name}${first}:${name}${last}"
    _offer(sheet, column, HEAD_ROW + 1, _LAST_ROW, listed)


def _offer_combinations(sheet: Worksheet) -> None:
    row = HEAD_ROW + 1 + [key for key, _, _ in HEAD_ITEMS].index("combine")
    column = get_column_letter(HEAD.columns.index(HEAD.column("content")) + 1)
    _offer(sheet, column, row, row, f'"{",".join(word for word, _ in COMBINE_WORDS)}"')


def _set_up_page(sheet: Worksheet, table: Table, rows: int, plan: Plan) -> None:
    set_widths(sheet, tuple(column.width for column in table.columns))
    sheet.row_dimensions[TITLE_ROW].height = 26
    sheet.row_dimensions[HINT_ROW].height = 18
    sheet.row_dimensions[HEAD_ROW].height = 22
    sheet.freeze_panes = f"{get_column_letter(1 + _kept_in_sight(table))}{HEAD_ROW + 1}"
    last = get_column_letter(len(table.columns))
    if table.spare:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + rows + table.spare}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{last}{HEAD_ROW + rows}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.bottom, margins.footer = 0.55, 0.25
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    title = plan.short_title.replace("&", "&&")
    assert sheet.oddFooter is not None
    sheet.oddFooter.left.text = title
    sheet.oddFooter.center.text = "&A"
    sheet.oddFooter.right.text = "&P / &N"


def _kept_in_sight(table: Table) -> int:
    """How many columns stay when the sheet is moved sideways: a measure's code and name."""
    keys = [column.key for column in table.columns[:2]]
    return 2 if keys == ["code", "name"] else 0
