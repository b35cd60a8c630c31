"""Fonts, colours and borders of the 評価ブック, and cells that get them without the slow way.

openpyxl looks a style up anew for every cell that is dressed and formats the borders of every
range it merges: nine tenths of the time of writing. Here a style is looked up once a workbook
and handed to the cell; ranges are noted as merged after every cell in them was dressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.workbook.layout import Look

FONT = "BIZ UDPゴシック"
TEXT_FORMAT = "@"
_INK, _GRAY, _LINE = "FF1A1A1A", "FF4D4D4D", "FF8C8C8C"


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of cell looks. ``edge``: the dark left edge that marks a cell to fill in."""

    size: float
    bold: bool = False
    color: str = _INK
    fill: str = ""
    frame: bool = True
    edge: str = ""
    top: bool = False  # text starts at the top
    centred: bool = False
    shrink: bool = False
    wrap: bool = True
    open: bool = False  # may be typed into
    text: bool = True  # typed digits stay as typed


STYLES = {
    Look.TITLE: Style(18, bold=True, frame=False, text=False),
    Look.HINT: Style(10, color=_GRAY, frame=False),
    Look.LABEL: Style(9.5, bold=True, fill="FFEFEFEF"),
    Look.CODE: Style(8, color="FF666666", fill="FFEFEFEF", centred=True, shrink=True),
    Look.INPUT: Style(12, fill="FFFFF8D6", edge="FF8A6D00", open=True),
    Look.PROSE: Style(11, fill="FFFFF8D6", edge="FF8A6D00", top=True, open=True),
    Look.ASKED: Style(12, fill="FFFFF8D6", edge="FF5C10BE", bold=True, open=True),
    Look.ASKED_PROSE: Style(11, fill="FFFFF8D6", edge="FF5C10BE", top=True, open=True),
    Look.ASIDE: Style(12, fill="FFF7F7F7"),
    Look.ASIDE_PROSE: Style(11, fill="FFF7F7F7", top=True),
    Look.PREVIOUS: Style(9.5, color=_GRAY),
    Look.PREVIOUS_PROSE: Style(9.5, color=_GRAY, top=True),
    Look.HEAD: Style(8.5, bold=True, fill="FFE4E4E4", centred=True),
    Look.SECTION: Style(11, bold=True, fill="FFD4D4D4"),
    Look.LEGEND: Style(9.5, bold=True, fill="FFD4D4D4"),
    Look.FACT: Style(10.5),
    Look.STRONG_FACT: Style(12, bold=True),
    Look.NOTE: Style(10, bold=True, color=_INK),
    Look.PROPOSAL: Style(10.5, color="FF0031D8"),
    Look.REMARK_HEAD: Style(11, bold=True, fill="FFE3D6F7", color="FF5C10BE"),
    Look.REMARK_LABEL: Style(10, bold=True, fill="FFF1EAFA"),
    Look.REMARK_CODE: Style(8, color="FF666666", fill="FFF1EAFA", centred=True, shrink=True),
    Look.REMARK: Style(11, edge="FF5C10BE"),
    Look.REPLY: Style(11, fill="FFFFF8D6", edge="FF8A6D00", open=True),
    Look.FOOT: Style(9, color=_GRAY, frame=False),
}


class Dress(NamedTuple):
    """A style as one workbook knows it, and its number there."""

    array: StyleArray
    number: int


class _Cell(Cell):
    """A cell that wears a dress: openpyxl's own looks its style up again when it is written."""

    __slots__ = ("number",)
    number: int
    _value: str | int | float | None  # openpyxl's slots, which its type stubs leave out
    _style: StyleArray

    @property
    def style_id(self) -> int:
        return self.number

    @property
    def has_style(self) -> bool:
        return True


class Dresser:
    """Hands out styles that are registered in one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._scratch = book.create_sheet("scratch")
        self._known: dict[tuple[Style, str], Dress] = {}

    def array(self, style: Style, number_format: str = "") -> Dress:
        """The registered style; ``number_format`` in place of the text format."""
        known = self._known.get((style, number_format))
        if known is None:
            known = self._register(style, number_format)
            self._known[style, number_format] = known
        return known

    def finish(self) -> None:
        """Take the scratch sheet out again."""
        book = self._scratch.parent
        assert book is not None
        book.remove(self._scratch)

    def _register(self, style: Style, number_format: str) -> Dress:
        cell = self._scratch.cell(len(self._known) + 1, 1)  # the book keeps its very style
        cell.font = Font(name=FONT, size=style.size, bold=style.bold, color=style.color)
        cell.fill = PatternFill("solid", fgColor=style.fill) if style.fill else PatternFill()
        cell.border = _border(style)
        cell.alignment = Alignment(
            horizontal="center" if style.centred else "left",
            vertical="top" if style.top else "center",
            wrap_text=style.wrap and not style.shrink,
            shrink_to_fit=style.shrink,
            indent=0 if style.centred or not style.frame else 1,
        )
        cell.protection = Protection(locked=not style.open)
        cell.number_format = number_format or (TEXT_FORMAT if style.text else "General")
        return Dress(cell._style, cell.style_id)


def _border(style: Style) -> Border:
    if not style.frame:
        return Border()
    thin = Side(style="thin", color=_LINE)
    left = Side(style="medium", color=style.edge) if style.edge else thin
    return Border(left=left, right=thin, top=thin, bottom=thin)


def put(sheet: Worksheet, row: int, column: int, value: str | int | float, look: Dress) -> None:
    """Write one cell. Text is text whatever it starts with."""
    cell = _Cell(sheet, row, column)
    cell._style, cell.number = look
    if value != "":
        cell._value = value
        cell.data_type = "s" if isinstance(value, str) else "n"
    sheet._cells[row, column] = cell


def merge(sheet: Worksheet, row: int, first: int, last: int) -> None:
    """Note one row's cells as merged; every one of them has been put before."""
    sheet.merged_cells.ranges.add(CellRange(min_row=row, max_row=row, min_col=first, max_col=last))


def set_widths(sheet: Worksheet, widths: tuple[float, ...]) -> None:
    """Column widths in characters, from column A on."""
    for n, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = width
