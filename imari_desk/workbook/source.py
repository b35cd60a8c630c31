"""What was found in a workbook file, cell by cell, before anyone asks what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


class CellKind(Enum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    ERROR = "error"
    FORMULA = "formula"  # a formula nobody has computed yet


class Cell(NamedTuple):
    """One cell that holds something. Rows and columns count from 1.

    ``text`` by kind: TEXT as typed, lines parted by ``\\n``; NUMBER the shortest decimal that
    gives the same value ("118", "45.2"); DATE "2026-05-20", "2026-05-20T13:00" or, for a time of
    day, "13:00"; BOOL "TRUE" or "FALSE"; ERROR "#REF!"; FORMULA the formula with "=" before it.
    ``percent``: shown as a percentage, so 0.8 is read by people as 80 %.
    ``formula``: the value is what a formula gave when the file was last computed.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    percent: bool = False
    formula: bool = False


class Comment(NamedTuple):
    """A note or a threaded comment hung on a cell."""

    row: int
    column: int
    author: str
    text: str


Found = tuple[int, int, CellKind, str, bool, bool]  # the values of a Cell

# A workbook has ten thousand cells: the tuple is made without the detour through Cell.__new__.
new_cell: Callable[[Found], Cell] = partial(tuple.__new__, Cell)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is one table: ``heads`` in its first row, ``rows`` by number, each with the
    texts of columns 1, 2, …, "" for an empty cell. ``numbers``: which of them hold numbers,
    counted from 0.
    """

    heads: tuple[str, ...]
    rows: Mapping[int, Sequence[str]]
    numbers: frozenset[int]

    def found(self) -> list[Found]:
        """Its cells one by one."""
        every = {1: self.heads, **self.rows}
        kinds = [
            CellKind.NUMBER if n in self.numbers else CellKind.TEXT for n in range(len(self.heads))
        ]
        return [
            (row, column, kinds[column - 1] if row > 1 else CellKind.TEXT, text, False, False)
            for row, texts in every.items()
            for column, text in enumerate(texts, start=1)
            if text and not text.isspace()
        ]


@dataclass(frozen=True)
class Sheet:
    """One sheet: what its cells say, and what else lies on it.

    ``content``: its cells in the order of the file, or a table.
    ``merges``: first row, first column, last row, last column. ``drawing_texts``: one text a
    shape. ``drawings``: something lies on the sheet that has no text to read (a picture, a
    chart, a line drawn by hand).
    """

    name: str
    content: Sequence[Found] | Table
    merges: tuple[tuple[int, int, int, int], ...] = ()
    comments: tuple[Comment, ...] = ()
    drawing_texts: tuple[str, ...] = ()
    drawings: bool = False
    hidden: bool = False

    @property
    def table(self) -> Table | None:
        """The table it consists of, if that is all there is."""
        return self.content if isinstance(self.content, Table) else None

    @cached_property
    def found(self) -> Sequence[Found]:
        """The cells that hold more than blanks, also those under a merged range: plain values,
        for who reads them all and needs none by its place."""
        return self.content.found() if isinstance(self.content, Table) else self.content

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """(row, column) → cell."""
        return {one[:2]: new_cell(one) for one in self.found}


@dataclass(frozen=True, slots=True)
class SourceBook:
    """A workbook file as read. ``saved_at`` is ISO text and ``program`` a name; "" where the
    file does not say."""

    sheets: tuple[Sheet, ...]
    saved_at: str = ""
    program: str = ""


def cell_name(row: int, column: int) -> str:
    """The name people know a cell by: row 12, column 3 → "C12"."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


class Columns(dict[str, int]):
    """Column letters → column. Learns as it is asked; KeyError for what is no column."""

    def __missing__(self, letters: str) -> int:
        column = 0
        for letter in letters.upper() if len(letters) <= 3 else "":
            if not "A" <= letter <= "Z":
                raise KeyError(letters)
            column = column * 26 + ord(letter) - 64
        if not 0 < column <= LAST_COLUMN:
            raise KeyError(letters)
        self[letters] = column
        return column


COLUMNS = Columns()
_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def cell_position(name: str) -> tuple[int, int]:
    """The row and column of a name: "C12" → (12, 3). KeyError for what is no cell of a sheet."""
    found = _NAME.fullmatch(name)
    if not found or not 0 < int(found[2]) <= LAST_ROW:
        raise KeyError(name)
    return int(found[2]), COLUMNS[found[1]]
