"""One sheet's XML of whatever shape, in a single pass with few calls from the parser.

Most cells of a form are empty and styled, and a call from the parser into Python costs more than
all that is then done with the cell. So no end tag is listened to while cells go by: a cell is
finished when the next tag opens. Only for texts that stand in the sheet itself, where a blank at
the end counts, end tags are listened to, and for that text alone.
"""

from __future__ import annotations

from enum import IntEnum
from xml.parsers.expat import XMLParserType

from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.source import CellKind, Found, cell_name, cell_position
from imari_desk.workbook.text_scan import check_length

_TEXT_MARKS = frozenset(("str", "inlineStr"))
CELL_WEIGHT = 6  # tags' worth of memory a kept cell takes
_NO_CELL: dict[str, str] = {}


class _Open(IntEnum):
    """What of the current cell is being read."""

    NOTHING = 0
    FORMULA = 1
    VALUE = 2
    RUNS = 3


_NOTHING, _FORMULA, _VALUE, _RUNS = _Open


class SheetScan:
    """Handlers for one sheet part. ValueError or LookupError for what no program writes.

    ``cells`` and ``merges`` hold the outcome, in the order of the file.
    """

    def __init__(self, facts: BookFacts) -> None:
        self.cells: dict[tuple[int, int], Found] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self._tags = 0
        self._facts = facts
        self._parts: list[str] = []  # what the parser gave since the last tag of interest
        self._runs: list[str] = []
        self._open = _NOTHING
        self._formula: str | None = None
        self._phonetic = False
        self._cell = _NO_CELL
        self._row = 0

    def attach(self, parser: XMLParserType) -> None:
        self._parser = parser
        parser.StartElementHandler = self._root

    def weight(self) -> int:
        if not self._open:
            self._parts.clear()  # blanks between tags
        check_length(self._parts)
        check_length(self._runs)
        return self._tags + CELL_WEIGHT * len(self.cells)

    def close(self) -> None:
        if self._open:
            self._finish()

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        prefix = name.removesuffix("worksheet")
        if prefix == name:
            raise ValueError(name)
        self._tag_c = prefix + "c"
        self._tag_v = prefix + "v"
        self._tag_row = prefix + "row"
        self._others = {
            prefix + "f": self._begin_formula,
            prefix + "is": self._begin_runs,
            prefix + "t": self._begin_text,
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
        elif name == self._tag_row:
            if self._open:
                self._finish()
            self._cell = _NO_CELL
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        elif name == self._tag_v:
            self._begin_value()
        elif name in self._others:
            self._others[name](attributes)

    def _begin_text(self, _attributes: dict[str, str]) -> None:
        self._parts.clear()
        self._parser.EndElementHandler = self._end_run

    def _next_name(self) -> str:
        """Where a cell stands that does not say it: right of the one before."""
        if self._cell is _NO_CELL:
            return cell_name(self._row, 1)
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
        mark = self._cell.get("t", "")
        if self._open is _RUNS:
            parts, mark = self._runs, "inlineStr"
        stored = "".join(parts)
        parts.clear()
        if self._open is _FORMULA:
            self._formula, stored = stored, ""
        self._open = _NOTHING
        kind, text, percent = self._facts.value(mark, self._cell.get("s", ""), stored)
        computed = self._formula is not None
        if computed:
            kind, text, computed = self._with_formula(kind, text)
        if text:
            row, column = place = cell_position(self._cell.get("r", ""))
            if place in self.cells:
                raise ValueError(place)
            self.cells[place] = (row, column, kind, text, percent, computed)

    def _with_formula(self, kind: CellKind, text: str) -> tuple[CellKind, str, bool]:
        formula, self._formula = self._formula or "", None
        return (kind, text, True) if text else (CellKind.FORMULA, f"={formula.strip()}", False)
