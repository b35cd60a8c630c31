"""The shortest way: a sheet that is one table and stands there as this program wrote it.

データ has twenty-five thousand cells in four thousand rows. Finding whole rows instead of cells
takes a quarter of the time; the first row below the headings says what every row must look like.
A sheet that another program has saved looks different, and is read cell by cell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_uppercase

from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.quick_sheet import FILLED, is_as_typed, usual_text
from imari_desk.workbook.source import LAST_ROW, Table

_FIRST = b'<sheetData><row r="1"><c r="A1" '
_TEXT = re.compile(r' s="[0-9]+" t="inlineStr"><is><t>')
_NUMBER = '" t="n"><v>'
_CONTROLS = bytes({*range(32)} - {*b"\t\n\r"})


def find_table(data: bytes, facts: BookFacts) -> Table | None:
    """The table a sheet part consists of, None for anything else.

    The rows are looked at to the last sign, and are well-formed; ``without_rows`` gives the rest,
    for which only the parser can tell.
    """
    if _FIRST not in data or facts.formats:
        return None
    usual = usual_text(data)
    if usual is None or not is_as_typed(*usual) or _has_forbidden(data, usual[0]):
        return None
    text, first, last = usual
    if text.find("<mergeCell", last) >= 0:
        return None
    top = text.find("</row>", first, last) + len("</row>")
    heads = FILLED.findall(text, first, top)
    model = FILLED.findall(text, top, text.find("</row>", top, last))
    letters = ascii_uppercase[: len(heads)]
    if "".join(column for column, *_ in heads) != letters:
        return None
    if not all(_TEXT.fullmatch(opening) for _, _, opening, _ in heads):
        return None
    numbers = "".join(column for column, _, opening, _ in model if opening.endswith(_NUMBER))
    found: list[tuple[str, ...]] = _row_pattern(letters, numbers).findall(text, top, last)
    rows = {int(row): texts for row, *texts in found}
    empty = sum(texts.count("") for texts in rows.values())
    each = 2 + 6 * len(letters) - 2 * len(numbers)
    tags = 3 + 6 * len(heads) + each * len(found) - 5 * empty
    if tags != text.count("<", first, last) or len(rows) < len(found):
        return None
    if max(rows, default=0) > LAST_ROW:
        return None
    return Table(tuple(stored for *_, stored in heads), rows, frozenset(map(letters.find, numbers)))


def without_rows(data: bytes) -> bytes:
    """The sheet part around the rows."""
    first, last = data.find(b"<sheetData>"), data.find(b"</sheetData>")
    return data[:first] + b"<sheetData>" + data[last:]


def _has_forbidden(data: bytes, text: str) -> bool:
    """Whether the parser would stumble over a sign that may not stand in a text."""
    if "\ufffe" in text or "\uffff" in text or ("]" in text and "]]>" in text):
        return True
    return len(data.translate(None, _CONTROLS)) < len(data)


@lru_cache(maxsize=16)
def _row_pattern(letters: str, numbers: str) -> re.Pattern[str]:
    """Matches a row with a cell in each column; a cell of text may be empty, a number not."""
    cells = (_number(column) if column in numbers else _text(column) for column in letters)
    return re.compile(rf'<row r="([1-9][0-9]*+)">{"".join(cells)}</row>')


def _number(column: str) -> str:
    return rf'<c r="{column}\1" s="[0-9]++" t="n"><v>([1-9][0-9]{{0,14}})</v></c>'


def _text(column: str) -> str:
    filled = r'inlineStr"><is><t(?: xml:space="preserve")?+>([^<]++)</t></is></c>'
    return rf'<c r="{column}\1" s="[0-9]++" t="(?:{filled}|n" />)'
