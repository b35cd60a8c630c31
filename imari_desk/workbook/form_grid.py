"""Finds the cells of a form: which holds the answer to which item, whatever people moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from imari_desk.domain.words import sentence
from imari_desk.workbook.earlier import today
from imari_desk.workbook.findings import Position
from imari_desk.workbook.recognise import plain
from imari_desk.workbook.source import Sheet

_INPUT_HEAD = sentence("form.input")
_MOST_MERGED = 100_000  # cells; more than a form has, and less than would take long


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item's answer stands. ``code`` is where its code was found, else its label.

    ``at`` is None where the cell is merged into another item's. ``labelled``: our label stands
    left of the code, so an empty cell was emptied. ``by_label``: no code was found.
    """

    code: Position
    at: Position | None
    labelled: bool = True
    by_label: bool = False


@dataclass(slots=True)
class Grid:
    """The answers of one form sheet, by item code; ``twice`` are codes that stand there again."""

    spots: dict[str, Spot] = field(default_factory=dict)
    twice: list[tuple[str, Position]] = field(default_factory=list)
    taken: set[Position] = field(default_factory=set)


class Merges:
    """The merged ranges of a sheet: where a cell's text really stands, and what is next to it."""

    def __init__(self, sheet: Sheet) -> None:
        self._last: dict[Position, int] = {}
        self._anchor: dict[Position, Position] = {}
        area = sum((r2 - r1 + 1) * (c2 - c1 + 1) for r1, c1, r2, c2 in sheet.merges)
        for r1, c1, r2, c2 in sheet.merges if area <= _MOST_MERGED else ():
            self._last[r1, c1] = c2
            for row in range(r1, r2 + 1):
                for column in range(c1, c2 + 1):
                    self._anchor[row, column] = (r1, c1)

    def anchor(self, at: Position) -> Position:
        """The cell a person sees at that place."""
        return self._anchor.get(at, at)

    def hidden(self, at: Position) -> bool:
        """Whether the cell lies under another one."""
        return self._anchor.get(at, at) != at

    def right_of(self, at: Position) -> Position:
        """The next cell to the right, merged cells counting as one."""
        return self.anchor((at[0], self._last.get(at, at[1]) + 1))


class GridFinder:
    """Looks for codes first and for labels where codes are missing."""

    def __init__(
        self, sheet: Sheet, codes: Mapping[str, str], labels: Mapping[str, str], merges: Merges
    ) -> None:
        """``codes``: text → item code; ``labels``: printed label → item code."""
        self._cells, self._merges = sheet.cells, merges
        self._codes, self._labels = codes, labels
        self._heads = sorted(
            {at[1] for at, cell in sheet.cells.items() if today(cell.text) == _INPUT_HEAD}
        )

    def find(self, asked: Iterable[str]) -> Grid:
        """Where every code's answer stands; ``asked`` codes are sought by label if need be."""
        grid = Grid()
        found = self._found(self._codes)
        columns = sorted({column for (_, column), _ in found})
        for at, code in found:
            self._add(grid, at, code, self._next_column(at[1], columns))
        missing = [code for code in asked if code not in grid.spots]
        if missing:
            self._by_code_again(grid, missing)
            self._by_label(grid, [code for code in missing if code not in grid.spots])
        return grid

    def _found(self, words: Mapping[str, str]) -> list[tuple[Position, str]]:
        hits = [(at, words[c.text]) for at, c in self._cells.items() if c.text in words]
        return sorted(hit for hit in hits if not self._merges.hidden(hit[0]))

    def _next_column(self, column: int, columns: list[int]) -> int | None:
        """The column headed as input between a code's column and the next one with codes."""
        end = next((c for c in columns if c > column), column + 1000)
        return next((c for c in self._heads if column < c < end), None)

    def _add(self, grid: Grid, at: Position, code: str, column: int | None) -> None:
        if at in grid.taken:
            return  # an answer that reads like a code
        labelled = self._labelled(at, code)
        there = grid.spots.get(code)
        if there is not None and (there.labelled or not labelled):
            if labelled:
                grid.twice.append((code, at))
            return
        if there is not None:
            grid.taken -= {there.code, *([there.at] if there.at else [])}
        spot = self._spot(grid, at, column, labelled)
        grid.spots[code] = spot
        grid.taken |= {at, *([spot.at] if spot.at else [])}

    def _spot(self, grid: Grid, at: Position, column: int | None, labelled: bool) -> Spot:
        target = self._merges.right_of(at)
        if column is not None and column != target[1] and target[0] == at[0]:
            headed = (at[0], column)
            between = (self._cells.get((at[0], c)) for c in range(at[1] + 1, column))
            if target not in self._cells and not any(between):
                target = self._merges.anchor(headed)
        if target == at or target in grid.taken or target[0] != at[0]:
            return Spot(at, None, labelled)
        return Spot(at, target, labelled)

    def _labelled(self, at: Position, code: str) -> bool:
        left = self._cells.get(self._merges.anchor((at[0], at[1] - 1)))
        return left is not None and self._labels.get(today(left.text)) == code

    def _by_code_again(self, grid: Grid, missing: list[str]) -> None:
        """Codes that were retyped in another width or case."""
        wanted = {plain(code): code for code in missing}
        for at, cell in sorted(self._cells.items()):
            code = wanted.get(plain(cell.text)) if len(cell.text) <= 12 else None
            if code and not self._merges.hidden(at) and code not in grid.spots:
                self._add(grid, at, code, None)

    def _by_label(self, grid: Grid, missing: list[str]) -> None:
        """Items whose code is gone: the answer is under the input heading, right of the label."""
        wanted = {plain(text): code for text, code in self._labels.items() if code in missing}
        for at, cell in sorted(self._cells.items()):
            code = wanted.get(plain(today(cell.text))) if wanted else None
            if code is None or code in grid.spots or at in grid.taken or self._merges.hidden(at):
                continue
            column = next((c for c in self._heads if c > at[1]), None)
            target = self._merges.anchor((at[0], column)) if column else self._after(at)
            if target not in grid.taken:
                grid.spots[code] = Spot(at, target, by_label=True)
                grid.taken |= {at, target}

    def _after(self, at: Position) -> Position:
        """The first filled cell right of a label, one or two columns on."""
        first = self._merges.right_of(at)
        second = self._merges.right_of(first)
        return first if first in self._cells or second not in self._cells else second
