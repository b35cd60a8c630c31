"""One form sheet: what layout.py describes, drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import ItemKind
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.register import Register
from imari_desk.domain.returning import Reopened, whole_of
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.layout import COLUMNS, Fact, Look, Row, Slot, form_layout, office_rows
from imari_desk.workbook.printed import answer, last_year, office_lines
from imari_desk.workbook.styles import STYLES, Dresser, merge, put, set_widths

WIDTHS = (16.0, 4.5, 50.5, 21.0) * 2  # characters
_POINTS = 7.5  # width of a character of the workbook's normal font
_LEADING = 1.06  # line pitch, in sizes of the font
_ROOM = 950.0  # height of the grid, in points, that prints as wide as the page
_LIMIT_LINES = {100: 2, 200: 4}  # rows for a reason start lower: few reasons fill them
_TALLEST = 409.0  # points a row may have
_THOUSANDS = "#,##0"
# How an input looks in a 差戻し: asked for, and not.
_RETURNED = {
    Look.INPUT: (Look.ASKED, Look.ASIDE),
    Look.PROSE: (Look.ASKED_PROSE, Look.ASIDE_PROSE),
}


@dataclass(frozen=True, slots=True)
class Form:
    """What one sheet shows: ``facts`` are texts, ``before`` last year's registers, and
    ``told_before`` what is told of the plan before where there are none.

    ``opened`` is what a 差戻し asks for: its cells are marked, the other inputs locked. The
    protection has no password, so who has to change another cell can.
    """

    plan: Plan
    measure: Measure
    held: Evaluation
    before: Mapping[str, Register]
    facts: Mapping[Fact, str]
    opened: Reopened | None = None
    told_before: Mapping[str, str] = field(default_factory=dict)


def write_form_sheet(sheet: Worksheet, form: Form, dresser: Dresser) -> None:
    """Fill an empty sheet with the form of one evaluation."""
    year = form.held.id.fiscal_year
    layout = form_layout(form.plan, form.measure, year)
    office = office_rows(office_lines(form.plan, form.measure, form.held))
    heads = len(layout.head)
    rows = (*layout.head[:-1], *office, layout.head[-1], *layout.body)
    heights = []
    choices: dict[tuple[str, ...], list[str]] = {}
    for n, row in enumerate(rows, start=1):
        texts = [_text(form, slot) for slot in row.slots]
        for slot, text in zip(row.slots, texts, strict=True):
            look = _look(form, slot)
            _draw(sheet, n, slot, carried(text, _place(form, slot)), dresser, look)
            if slot.item and slot.item.choices and not slot.last_year:
                cell = f"{get_column_letter(slot.column)}{n}"
                choices.setdefault(slot.item.choices, []).append(cell)
        heights.append(_height(row, texts))
    _offer(sheet, choices)
    _set_heights(sheet, rows, heights)
    _set_page(sheet, len(rows), heads)


def _text(form: Form, slot: Slot) -> str:
    if slot.fact is not None:
        return form.facts.get(slot.fact, "")
    if slot.item is None:
        return slot.text
    if slot.last_year:
        year = form.held.id.fiscal_year
        text = last_year(form.plan, form.measure, year, slot.item, form.before)
        return text or form.told_before.get(slot.item.key, "")
    return answer(slot.item, form.held.registers.get(slot.item.key, ()))


def _place(form: Form, slot: Slot) -> str:
    return f"{form.measure.code}「{slot.item.label}」" if slot.item else form.measure.code


def _look(form: Form, slot: Slot) -> Look:
    """How a cell looks; in a 差戻し an input says whether it is asked for."""
    opened, item = form.opened, slot.item
    if opened is None or item is None or slot.look not in _RETURNED:
        return slot.look
    if whole_of(item.key) in opened.wholes:
        return _RETURNED[slot.look][0]
    return slot.look if opened.has(item.key) else _RETURNED[slot.look][1]


def _draw(
    sheet: Worksheet, row: int, slot: Slot, text: str, dresser: Dresser, wanted: Look
) -> None:
    number, number_format = _number(slot, text)
    look = dresser.array(STYLES[wanted], number_format)
    put(sheet, row, slot.column, text if number is None else number, look)
    last = slot.column + slot.span - 1
    for column in range(slot.column + 1, last + 1):
        put(sheet, row, column, "", look)
    if slot.span > 1:
        merge(sheet, row, slot.column, last)


def _number(slot: Slot, text: str) -> tuple[int | float | None, str]:
    """The number a cell holds, where it reads back as the same text, and its format.

    A cell for numbers is not a text cell: spreadsheet programs mark numbers typed into those.
    """
    item = slot.item
    if item is None or slot.last_year or item.kind is not ItemKind.NUMBER:
        return None, ""
    number_format = _THOUSANDS if item.unit == "千円" else "General"
    if text.isascii() and text.isdecimal() and len(text) < 16 and str(int(text)) == text:
        return int(text), number_format
    try:
        number = float(text)
    except ValueError:
        return None, number_format
    return (number if str(number) == text and abs(number) < 1e15 else None), "General"


def _offer(sheet: Worksheet, choices: Mapping[tuple[str, ...], list[str]]) -> None:
    """The lists of choices: one for all cells that offer the same words, never a barrier."""
    for words, cells in choices.items():
        listed = ",".join(words)
        if listed.count(",") >= len(words) or len(listed) > 250:
            continue  # a list in a cell cannot spell these
        offer = DataValidation(
            type="list",
            formula1=f'"{listed}"',
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",
            errorTitle=sentence("form.choice_title"),
            error=sentence("form.choice_error"),
            showInputMessage=True,
            promptTitle=sentence("form.choice_title"),
            prompt="／".join(words),
            sqref=" ".join(cells),
        )
        sheet.add_data_validation(offer)


def _height(row: Row, texts: list[str]) -> float:
    """Points the row needs for its texts, and for as long an answer as its items ask for."""
    needed = row.height
    for slot, text in zip(row.slots, texts, strict=True):
        style = STYLES[slot.look]
        if style.shrink or not (text or slot.look is Look.PROSE):
            continue
        ems = _ems(slot.column, slot.span, slot.look)
        lines = _lines(text, ems)
        if slot.look is Look.PROSE and slot.item:
            lines = max(lines, _room_for(slot.item.limit, ems))
        if lines > 1:
            needed = max(needed, lines * style.size * _LEADING + 5)
    return min(needed, _TALLEST)


@cache
def _ems(column: int, span: int, look: Look) -> float:
    """Full-width characters a line of that cell holds."""
    style = STYLES[look]
    width = sum(WIDTHS[column - 1 : column - 1 + span]) * _POINTS
    return (width - (3 if style.centred else 12)) / style.size


@cache
def _room_for(limit: int, ems: float) -> int:
    """Lines kept free for an answer of that many characters."""
    return _LIMIT_LINES.get(limit) or _lines("字" * limit, ems)


def _lines(text: str, ems: float) -> int:
    """Lines the text takes in that width; the font's kana and Latin letters are narrow."""
    if len(text) <= ems and "\n" not in text:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        narrow = len(paragraph.encode("ascii", "ignore"))
        count += max(1, -int(-(len(paragraph) - 0.3 * narrow) * 0.98 // ems))
    return count


def _set_heights(sheet: Worksheet, rows: tuple[Row, ...], heights: list[float]) -> None:
    """Row heights; rows for long answers share what the page has left."""
    roomy = sum(h for row, h in zip(rows, heights, strict=True) if row.roomy)
    stretch = 1 + max(0.0, _ROOM - sum(heights)) / roomy if roomy else 1.0
    for n, (row, height) in enumerate(zip(rows, heights, strict=True), start=1):
        sheet.row_dimensions[n].height = min(height * stretch if row.roomy else height, _TALLEST)


def _set_page(sheet: Worksheet, rows: int, frozen: int) -> None:
    set_widths(sheet, WIDTHS)
    sheet.print_area = f"A1:{get_column_letter(COLUMNS)}{rows}"
    page, margins = sheet.page_setup, sheet.page_margins
    page.orientation, page.paperSize = "landscape", 9
    page.fitToWidth = page.fitToHeight = 1
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins.left = margins.right = margins.top = margins.bottom = 0.3
    margins.header = margins.footer = 0.1
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 85
    sheet.freeze_panes = f"A{frozen}"
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = False  # False: not protected
