"""How the office's own tables look: a few kinds of cell, grade colours, print set-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal
from unicodedata import east_asian_width

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.plan import GradeKind, Scale
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.styles import FONT

A3, A4 = 8, 9  # paper sizes as spreadsheet programs number them
UNIT = 7.5  # points of one character of column width: a digit of the 10-point Normal font
HIGHEST_ROW = 409.0  # points; no spreadsheet program draws a higher one

_INK, _GRAY, _LINE = "FF1A1A1A", "FF4D4D4D", "FF8C8C8C"
_BLUE, _WHITE, _BROWN = "FF2F6F9F", "FFFFFFFF", "FF8B3200"
# Best grade first: told apart in gray too, the worst also by its letter's colour.
_GRADES = (
    (_BLUE, _WHITE),
    ("FF8FBBDC", _INK),
    ("FFF3DC9B", _INK),
    ("FFE39A6B", _BROWN),
)
_NO_GRADE = ("FFF2F2F2", _GRAY)
_PADDING = 16.0  # points at the sides of a cell with an indent

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of cell looks; ``format`` is the number format."""

    size: float = 10
    bold: bool = False
    color: str = _INK
    fill: str = ""
    frame: bool = True
    align: Literal["left", "center", "right"] = "left"
    top: bool = False
    wrap: bool = True
    format: str = "General"


TITLE = Look(16, bold=True, frame=False, wrap=False)
NOTE = Look(10, color=_GRAY, frame=False)
HEAD = Look(9.5, bold=True, fill="FFE4E4E4", align="center")
HEAD_NOW = Look(9.5, bold=True, color=_WHITE, fill="FF1F4E79", align="center")
LABEL = Look(10, bold=True)
TEXT = Look(10.5, top=True)
CENTRE = Look(10, align="center")
TOP_LABEL = Look(10.5, bold=True, top=True)
TOP_CENTRE = Look(10.5, align="center", top=True)
TOP_SHARE = Look(10.5, align="right", top=True, format="0.0%_ ")
COUNT = Look(11, align="center", format="#,##0;-#,##0;")  # nought stays blank
SHARE = Look(10.5, align="center", format="0.0%;-0.0%;")
NUMBER = Look(10, align="right", format="#,##0_ ")
PERCENT = Look(10, align="right", format="0.0%_ ")
TENTHS = Look(10, align="right", format="#,##0.0_ ")
DECIMAL = Look(10, align="right", format="#,##0.0##_ ")


def grade_colors(scale: Scale) -> dict[str, tuple[str, str]]:
    """Letter → fill and ink."""
    ratio = [g.letter for g in scale.grades if g.kind is GradeKind.RATIO]
    known = dict(zip(ratio, (*_GRADES, *[_GRADES[-1]] * len(ratio)), strict=False))
    return {letter: known.get(letter, _NO_GRADE) for letter in scale.letters}


def grade_look(scale: Scale, letter: str, *, top: bool = False) -> Look:
    """A grade's cell in its colour; a cell without a grade stays plain."""
    fill, ink = grade_colors(scale).get(letter, ("", _INK))
    return Look(11, bold=True, color=ink, fill=fill, align="center", top=top)


def put(sheet: Worksheet, row: int, column: int, value: Value, look: Look) -> None:
    """Write one cell. Text is text whatever it starts with."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = carried(value, f"{sheet.title} {cell.coordinate}")
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    cell.font, cell.fill, cell.border, cell.alignment = _parts(look)
    cell.number_format = look.format


@lru_cache(maxsize=256)
def _parts(look: Look) -> tuple[Font, PatternFill, Border, Alignment]:
    side = Side(style="thin", color=_LINE)
    return (
        Font(name=FONT, size=look.size, bold=look.bold, color=look.color),
        PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        Border(left=side, right=side, top=side, bottom=side) if look.frame else Border(),
        Alignment(
            horizontal=look.align,
            vertical="top" if look.top else "center",
            indent=1 if look.frame and look.align == "left" else 0,
            wrap_text=look.wrap,
        ),
    )


def height_of(text: str, width: float, size: float, leading: float = 1.24) -> float:
    """The points a text takes in a column of ``width`` characters at ``size`` points."""
    room = max(2.0, (width * UNIT - _PADDING) / size)
    lines = sum(max(1, ceil(_ems(part) / room)) for part in text.split("\n"))
    return lines * size * leading + 6


def _ems(text: str) -> float:
    return sum(1.0 if east_asian_width(c) in "WFA" else 0.76 for c in text)


def set_up_page(sheet: Worksheet, paper: int, *, one_page: bool = False, titles: str = "") -> None:
    """Landscape, as wide as the page, page numbers at the foot; ``titles`` repeat on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.4, 0.55, 0.25
    sheet.print_options.horizontalCentered = True
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = sentence("sum.page")
    sheet.oddFooter.right.text = "&A"
    if titles:
        sheet.print_title_rows = titles
    sheet.sheet_view.showGridLines = False
