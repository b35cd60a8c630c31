"""The short way through a sheet written as Excel, LibreOffice and openpyxl usually write it.

If every tag among the rows is of the usual shape, one pattern finds all cells, and the parser
need only read the part for faults, without a single call back. Anything unusual (a formula, runs,
furigana, a prefix, another encoding, blanks inside a cell) sends the whole sheet the long way,
through sheet_scan, which reads the same in twice the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from imari_desk.workbook.facts import BookFacts, new_cell
from imari_desk.workbook.source import COLUMNS, LAST_ROW, Cell, CellKind, cell_position

_START = re.compile(
    rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="\w+")? ?\?>\s*)?'
    rb"<worksheet[ >]"
)
_FILLED = re.compile(
    r'<c r="([A-Z]++)([1-9][0-9]*+)"([^>]*+)><(?:v|is><t(?: xml:space="preserve")?+)>([^<]*+)'
)
_ATTRIBUTES = re.compile(r'(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?')
_MERGE = re.compile(r'<mergeCell ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)" ?/>')
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class UsualSheet:
    """What the patterns found. ``filled``: column, row, attributes and stored value of each cell
    that holds something; ``marks``: those attributes → type and format."""

    filled: list[tuple[str, str, str, str]]
    marks: dict[str, tuple[str, str]]
    merges: list[tuple[int, int, int, int]]


def find_cells(data: bytes) -> UsualSheet | None:
    """The cells of a sheet part, None for one with anything unusual in it.

    For one that is not well-formed the outcome means nothing.
    """
    if not _START.match(data) or _has_specials(data):
        return None
    text = data.decode()
    first = text.find("<sheetData>")
    last = text.find("</sheetData>")
    if first < 0 or text.find("\r", first, last) >= 0 or text.find("<sheetData", last) >= 0:
        return None
    filled: list[tuple[str, str, str, str]] = _FILLED.findall(text, first, last)
    merged = _MERGE.findall(text, last)
    if _tags(text, first, last, len(filled)) != text.count("<", first, last):
        return None
    if len(merged) != text.count("mergeCell "):
        return None
    marks = {}
    for attributes in {cell[2] for cell in filled}:
        found = _ATTRIBUTES.fullmatch(attributes)
        if not found:
            return None
        marks[attributes] = found[2] or "", found[1] or ""
    merges = [(*cell_position(start), *cell_position(end)) for start, end in merged]
    return UsualSheet(filled, marks, merges)


def _has_specials(data: bytes) -> bool:
    """Comments, CDATA or instructions. Their second sign is rare, and found ten times faster."""
    return (b"!" in data and b"<!" in data) or (data.count(b"?") > 2 and data.find(b"<?", 2) > 0)


def _tags(text: str, first: int, last: int, filled: int) -> int:
    """How many tags there are from ``first`` to ``last`` if all are of the usual shape.

    Cells that were not found count as one tag, which only empty ones are.
    """
    rows = text.count("<row ", first, last) + text.count("</row>", first, last)
    cells = text.count("<c ", first, last) + 3 * filled
    return 1 + rows + cells + 2 * text.count("<is>", first, last)


def make_cells(sheet: UsualSheet, facts: BookFacts) -> dict[tuple[int, int], Cell]:
    """The cells that hold more than blanks. LookupError or ValueError for what no program
    writes: a cell beyond the sheet, two in one place.
    """
    cells: dict[tuple[int, int], Cell] = {}
    blank = 0
    marks = sheet.marks
    percent = False
    text_kind, texts, value = CellKind.TEXT, facts.texts, facts.value
    for letters, digits, attributes, stored in sheet.filled:
        if "&" in stored:
            stored = _REFERENCE.sub(_refer, stored)
        mark, style = marks[attributes]
        if mark == "inlineStr":
            kind, text = text_kind, texts[stored]
        else:
            kind, text, percent = value(mark, style, stored)
        if text:
            row, column = int(digits), COLUMNS[letters]
            cells[row, column] = new_cell((row, column, kind, text, percent, False))
        else:
            blank += 1
        percent = False
    if len(cells) + blank < len(sheet.filled) or max(cells, default=(1, 1))[0] > LAST_ROW:
        raise ValueError("cells beyond the sheet or in one place")
    return cells


def _refer(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
