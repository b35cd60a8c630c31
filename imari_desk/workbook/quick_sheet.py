"""The short way through a sheet written as Excel, LibreOffice and openpyxl usually write it.

If every tag among the rows is of the usual shape, one pattern finds all cells, and the parser
need only read the part for faults, without a single call back. Anything unusual (a formula, runs,
furigana, a prefix, another encoding, blanks inside a cell) sends the whole sheet the long way,
through sheet_scan, which reads the same in three times the time.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from operator import itemgetter

from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.source import COLUMNS, LAST_ROW, CellKind, Found, cell_position

_START = re.compile(
    rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="\w+")? ?\?>\s*)?'
    rb"<worksheet[ >]"
)
FILLED = re.compile(
    r'<c r="([A-Z]++)([1-9][0-9]*+)"([^>]*+><(?:v|is><t(?: xml:space="preserve")?+)>)([^<]*+)'
    r"</(?:v|t></is)></c>"
)
_OPENING = re.compile(r'(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?><(v|is).*')
_MERGE = re.compile(r'<mergeCell ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)" ?/>')
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_TEXTS = frozenset(("str", "inlineStr"))
_COLUMN_BITS = 15


@dataclass(frozen=True, slots=True)
class UsualSheet:
    """What the patterns found. ``filled``: column, row, opening and stored value of each cell
    that holds something. ``marks``: those openings → type and format. ``as_typed``: a stored
    text is what was typed, with nothing to be decoded.
    """

    filled: list[tuple[str, str, str, str]]
    marks: dict[str, tuple[str, str]]
    merges: list[tuple[int, int, int, int]]
    as_typed: bool


def find_cells(data: bytes) -> UsualSheet | None:
    """The cells of a sheet part, None for one with anything unusual in it.

    For one that is not well-formed the outcome means nothing.
    """
    usual = usual_text(data)
    if usual is None:
        return None
    text, first, last = usual
    filled: list[tuple[str, str, str, str]] = FILLED.findall(text, first, last)
    merged = _MERGE.findall(text, last)
    if len(merged) != text.count("mergeCell ", last):
        return None
    marks = {}
    tags = 1 + 2 * text.count("</row>", first, last) + text.count("/>", first, last)
    for opening, times in Counter(map(itemgetter(2), filled)).items():
        found = _OPENING.fullmatch(opening)
        if not found:
            return None
        wrapped = found[3] == "is"
        tags += times * (6 if wrapped else 4)
        marks[opening] = "inlineStr" if wrapped else found[2] or "", found[1] or ""
    if tags != text.count("<", first, last):
        return None
    merges = [(*cell_position(start), *cell_position(end)) for start, end in merged]
    return UsualSheet(filled, marks, merges, is_as_typed(text, first, last))


def usual_text(data: bytes) -> tuple[str, int, int] | None:
    """A sheet part as text, where its rows begin and end; None for one written unusually."""
    if not _START.match(data) or _has_specials(data):
        return None
    text = data.decode()
    first = text.find("<sheetData>")
    last = text.find("</sheetData>")
    if first < 0 or text.find("\r", first, last) >= 0 or text.find("<sheetData", last) >= 0:
        return None
    return text, first, last


def is_as_typed(text: str, first: int, last: int) -> bool:
    """Whether stored texts are what was typed: no references or escapes to be decoded."""
    return text.find("&", first, last) < 0 and not ("_" in text and "_x" in text)


def _has_specials(data: bytes) -> bool:
    """Comments, CDATA or instructions. Their second sign is rare, and found ten times faster."""
    return (b"!" in data and b"<!" in data) or (data.count(b"?") > 2 and data.find(b"<?", 2) > 0)


class _Meanings(dict[str, tuple[CellKind, str, bool, bool]]):
    """Stored value → the rest of a cell, for one type and format. Learns as it is asked."""

    def __init__(self, facts: BookFacts, mark: str, style: str) -> None:
        super().__init__()
        self._facts, self._mark, self._style = facts, mark, style

    def __missing__(self, stored: str) -> tuple[CellKind, str, bool, bool]:
        plain = _REFERENCE.sub(_refer, stored) if "&" in stored else stored
        self[stored] = meaning = (*self._facts.value(self._mark, self._style, plain), False)
        return meaning


def make_cells(sheet: UsualSheet, facts: BookFacts) -> list[Found]:
    """The cells that hold more than blanks. LookupError or ValueError for what no program
    writes: a cell beyond the sheet, two in one place.
    """
    as_typed = {o for o, (mark, _) in sheet.marks.items() if sheet.as_typed and mark in _TEXTS}
    meanings = {o: _Meanings(facts, *mark) for o, mark in sheet.marks.items()}
    columns, kind = COLUMNS, CellKind.TEXT
    found: list[Found] = [
        (int(row), columns[column], kind, stored, False, False)
        if opening in as_typed
        else (int(row), columns[column], *meanings[opening][stored])
        for column, row, opening, stored in sheet.filled
    ]
    places = {row << _COLUMN_BITS | column for row, column, _, _, _, _ in found}
    if len(places) < len(found) or max(places, default=0) >> _COLUMN_BITS > LAST_ROW:
        raise ValueError("cells beyond the sheet or in one place")
    return [one for one in found if one[3] and not one[3].isspace()]


def _refer(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
