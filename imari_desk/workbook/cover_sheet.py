"""提出票, the cover: what this workbook is, for whom, until when, and which measures are in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.book import BookHeader
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.printed import day
from imari_desk.workbook.styles import Dresser, Style, merge, put, set_widths

COLUMNS = 4
_WIDTHS = (18.0, 52.0, 20.0, 22.0)
_TITLE = Style(18, bold=True, frame=False)
_LABEL = Style(11, bold=True, fill="FFEFEFEF")
_VALUE = Style(12)
_STRONG = Style(13, bold=True)
_MESSAGE = Style(11.5, top=True, edge="FF0017C1")
_REPLY = Style(11.5, top=True, fill="FFFFF8D6", edge="FF8A6D00", open=True)
_SECTION = Style(11.5, bold=True, fill="FFD4D4D4")
_LINE = Style(11, frame=False)
_HEAD = Style(10, bold=True, fill="FFE6E6E6", centred=True)
_CELL = Style(11)

HOW = ("cover.how.1", "cover.how.2", "cover.how.3", "cover.how.4", "cover.how.5")
HEADS = ("cover.head.code", "cover.head.name", "cover.head.sheet", "cover.head.progress")
FACTS = (
    "cover.purpose",
    "cover.year",
    "cover.department",
    "cover.due",
    "cover.number",
    "cover.plan",
    "cover.plan_id",
    "cover.version",
    "cover.written_on",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the table of measures."""

    code: str
    name: str
    sheet: str
    progress: str


def cover_facts(header: BookHeader, plan: Plan) -> dict[str, str]:
    """What the cover says, by the code of its label."""
    values = (
        header.purpose.value,
        fiscal_year_name(header.fiscal_year),
        header.department,
        day(header.due),
        header.number,
        plan.title,
        header.plan,
        str(header.plan_version),
        day(header.written_on),
    )
    return dict(zip(FACTS, values, strict=True))


def cover_words() -> list[str]:
    """Every word the cover prints that is the same in all workbooks."""
    codes = ("cover.title", "cover.measures", "cover.how", "cover.message", "cover.reply")
    return [sentence(code) for code in (*codes, *FACTS, *HOW, *HEADS)]


def write_cover_sheet(
    sheet: Worksheet, header: BookHeader, plan: Plan, listed: Sequence[Listed], dresser: Dresser
) -> None:
    """Fill an empty sheet with the cover."""
    pen = _Pen(sheet, dresser)
    pen.line(sentence("cover.title"), _TITLE, 32)
    for code, value in cover_facts(header, plan).items():
        strong = code in ("cover.purpose", "cover.department", "cover.due")
        pen.pair(sentence(code), carried(value, sentence(code)), _STRONG if strong else _VALUE, 22)
    message = carried(header.message, sentence("cover.message"))
    pen.pair(sentence("cover.message"), message, _MESSAGE, _room(header.message))
    pen.line(sentence("cover.how"), _SECTION, 20)
    for code in HOW:
        pen.line(sentence(code), _LINE, 19)
    pen.line(sentence("cover.measures"), _SECTION, 20)
    pen.cells([sentence(code) for code in HEADS], _HEAD, 18)
    for entry in listed:
        cells = (entry.code, entry.name, entry.sheet, entry.progress)
        pen.cells([carried(text, entry.code) for text in cells], _CELL, 20)
    pen.pair(sentence("cover.reply"), "", _REPLY, 76)
    _set_page(sheet)


class _Pen:
    """Writes the cover row by row."""

    def __init__(self, sheet: Worksheet, dresser: Dresser) -> None:
        self._sheet, self._dresser, self._row = sheet, dresser, 0

    def line(self, text: str, style: Style, height: float) -> None:
        """One text across the page."""
        self._start(height)
        self._span(1, text, style)

    def pair(self, label: str, value: str, style: Style, height: float) -> None:
        """A label and what it says, across the rest of the page."""
        self._start(height)
        put(self._sheet, self._row, 1, label, self._dresser.array(_LABEL))
        self._span(2, value, style)

    def cells(self, texts: Sequence[str], style: Style, height: float) -> None:
        """One row of the table."""
        self._start(height)
        for column, text in enumerate(texts, start=1):
            put(self._sheet, self._row, column, text, self._dresser.array(style))

    def _start(self, height: float) -> None:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = height

    def _span(self, first: int, text: str, style: Style) -> None:
        look = self._dresser.array(style)
        put(self._sheet, self._row, first, text, look)
        for column in range(first + 1, COLUMNS + 1):
            put(self._sheet, self._row, column, "", look)
        merge(self._sheet, self._row, first, COLUMNS)


def _room(message: str) -> float:
    lines = sum(1 + len(paragraph) // 46 for paragraph in message.split("\n"))
    return min(409.0, max(48.0, 15.0 * lines + 8))


def _set_page(sheet: Worksheet) -> None:
    set_widths(sheet, _WIDTHS)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatRows = sheet.protection.formatColumns = False
