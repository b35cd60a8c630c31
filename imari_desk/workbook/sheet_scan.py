"""One sheet's XML, read in a single pass with as few calls from the parser as it allows.

Most cells of a form are empty and styled, and a call from the parser into Python costs more than
all that is then done with the cell. So no end tag is listened to while cells go by: a cell is
finished when the next tag opens. Only for texts that stand in the sheet itself, where a blank at
the end counts, end tags are listened to, and for that cell alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from xml.parsers.expat import XMLParserType

from imari_desk.workbook.source import (
    COLUMNS,
    LAST_ROW,
    Cell,
    CellKind,
    cell_name,
    cell_position,
)
from imari_desk.workbook.text_scan import PIECES_LIMIT
from imari_desk.workbook.values import Numbers, Shown, Texts, date_text, iso_date_text

_new_cell: Callable[[tuple[int, int, CellKind, str, bool, bool]], Cell] = partial(
    tuple.__new__, Cell
)
_TRUTHS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
_TEXT_MARKS = frozenset(("str", "inlineStr"))
_CELL_WEIGHT = 6  # tags' worth of memory a kept cell takes
_NO_CELL: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What the sheets of a workbook share: ``strings``, the meaning of cell formats (plain ones
    left out), the first day of its calendar, and what is already worked out about values."""

    strings: Sequence[str]
    formats: Mapping[str, Shown]
    since_1904: bool
    numbers: Numbers = field(default_factory=Numbers)
    texts: Texts = field(default_factory=Texts)


class _Open(IntEnum):
    """What of the current cell is being read."""

    NOTHING = 0
    FORMULA = 1
    VALUE = 2
    RUNS = 3


_NOTHING, _FORMULA, _VALUE, _RUNS = _Open


class SheetScan:
    """Handlers for one sheet part. ValueError for what no spreadsheet program writes.

    ``cells`` and ``merges`` hold the outcome in the order of the file.
    """

    def __init__(self, book: BookFacts) -> None:
        self.cells: list[Cell] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self._tags = 0
        self._book = book
        self._parts: list[str] = []  # what the parser gave since the last tag of interest
        self._runs: list[str] = []
        self._open = _NOTHING
        self._formula: str | None = None
        self._phonetic = False
        self._cell = _NO_CELL
        self._row = 0
        self._row_text = "0"

    def attach(self, parser: XMLParserType) -> None:
        self._parser = parser
        parser.StartElementHandler = self._root

    def weight(self) -> int:
        pieces = self._parts
        if not self._open:
            pieces.clear()  # blanks between tags
        if len(pieces) > PIECES_LIMIT or len(self._runs) > PIECES_LIMIT:
            raise ValueError("text without end")
        return self._tags + _CELL_WEIGHT * len(self.cells)

    def close(self) -> None:
        if self._open:
            self._finish()

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        prefix = name.removesuffix("worksheet")
        if prefix == name:
            raise ValueError(name)
        self._tag_c = prefix + "c"
        self._tag_v = prefix + "v"
        self._tag_t = prefix + "t"
        self._others = {
            prefix + "row": self._begin_row,
            prefix + "f": self._begin_formula,
            prefix + "is": self._begin_runs,
            prefix + "r": self._begin_run,
            prefix + "rPh": self._begin_phonetic,
            prefix + "mergeCell": self._merge,
        }
        self._parser.CharacterDataHandler = self._parts.append
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._tags += 1
        if name == self._tag_c:
            if self._open:
                self._finish()
            if "r" not in attributes:
                attributes["r"] = self._next_name()
            self._cell = attributes
        elif name == self._tag_v:
            self._begin_value()
        elif name == self._tag_t:
            self._parts.clear()
            self._parser.EndElementHandler = self._end_run
        elif name in self._others:
            self._others[name](attributes)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._finish()
        self._cell = _NO_CELL
        number = attributes.get("r")
        if number is None:
            self._row += 1
            self._row_text = str(self._row)
        else:
            self._row = int(number)
            self._row_text = number

    def _next_name(self) -> str:
        """Where a cell stands that does not say it: right of the one before."""
        if self._cell is _NO_CELL:
            return f"A{self._row_text}"
        row, column = cell_position(self._cell["r"])
        return cell_name(row, column + 1)

    def _begin_formula(self, _attributes: dict[str, str]) -> None:
        self._parts.clear()
        self._open = _FORMULA

    def _keep_formula(self) -> None:
        if self._open is _FORMULA:
            self._formula = "".join(self._parts)

    def _begin_value(self) -> None:
        self._keep_formula()
        self._parts.clear()
        self._open = _VALUE
        if self._cell.get("t") in _TEXT_MARKS:
            self._parser.EndElementHandler = self._end_text

    def _end_text(self, _name: str) -> None:
        self._parser.EndElementHandler = None
        self._finish()

    def _begin_runs(self, _attributes: dict[str, str]) -> None:
        self._keep_formula()
        self._open = _RUNS
        self._phonetic = False

    def _begin_run(self, _attributes: dict[str, str]) -> None:
        self._phonetic = False

    def _begin_phonetic(self, _attributes: dict[str, str]) -> None:
        self._phonetic = True

    def _end_run(self, _name: str) -> None:
        self._parser.EndElementHandler = None
        if not self._phonetic:
            self._runs.extend(self._parts)

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        self.merges.append((*cell_position(first), *cell_position(last or first)))

    def _finish(self) -> None:
        """The current cell is whole: it joins ``cells`` if it holds anything."""
        parts = self._parts
        mark = self._cell.get("t")
        if self._open is _RUNS:
            parts, mark = self._runs, "inlineStr"
        stored = "".join(parts)
        parts.clear()
        if self._open is _FORMULA:
            self._formula, stored = stored, ""
        self._open = _NOTHING
        percent = False
        if mark == "s":
            kind, text = CellKind.TEXT, self._shared(stored)
        else:
            kind, text, percent = self._typed(mark, stored)
        computed = self._formula is not None
        if computed:
            kind, text, computed = self._with_formula(kind, text)
        if text:
            row, column = self._place()
            self.cells.append(_new_cell((row, column, kind, text, percent, computed)))

    def _with_formula(self, kind: CellKind, text: str) -> tuple[CellKind, str, bool]:
        formula, self._formula = self._formula or "", None
        return (kind, text, True) if text else (CellKind.FORMULA, f"={formula.strip()}", False)

    def _place(self) -> tuple[int, int]:
        name = self._cell.get("r", "")
        row_text = self._row_text
        if name.endswith(row_text):
            column = COLUMNS[name[: -len(row_text)]]
            if column and 0 < self._row <= LAST_ROW:
                return self._row, column
        return cell_position(name)

    def _shared(self, stored: str) -> str:
        if not stored or stored.isspace():
            return ""
        index = int(stored)
        if index < 0:
            raise ValueError(stored)
        return self._book.strings[index]

    def _typed(self, mark: str | None, stored: str) -> tuple[CellKind, str, bool]:
        """Kind, text and whether a percentage, for every type of cell but shared strings."""
        if mark is None or mark == "n":
            return self._number(stored)
        if mark == "b":
            return CellKind.BOOL, _TRUTHS.get(stored.strip(), stored.strip()), False
        if mark == "e":
            return CellKind.ERROR, stored.strip(), False
        if mark == "d":
            return CellKind.DATE, iso_date_text(stored), False
        return CellKind.TEXT, self._book.texts[stored], False

    def _number(self, stored: str) -> tuple[CellKind, str, bool]:
        try:
            number = self._book.numbers[stored]
        except ValueError:
            return CellKind.TEXT, self._book.texts[stored], False
        shown = self._book.formats.get(self._cell.get("s", "0"))
        if shown is Shown.DATE:
            try:
                return CellKind.DATE, date_text(float(number), self._book.since_1904), False
            except ValueError:
                return CellKind.NUMBER, number, False
        return CellKind.NUMBER, number, shown is Shown.PERCENT
