"""Reads the tables of the plan's workbook: sheets and columns are found by their headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan_entry import brief
from imari_desk.domain.plan_typed import typed_number
from imari_desk.domain.words import sentence
from imari_desk.workbook.cells import read_cells
from imari_desk.workbook.plan_book_layout import TABLES, Column, Table
from imari_desk.workbook.source import Cell, CellKind, Sheet, cell_name

_HEAD_WITHIN = 30  # rows; a title and a date may stand above the headings
_NO_VALUE = {
    CellKind.ERROR: "plan_book.found.error",
    CellKind.FORMULA: "plan_book.found.formula",
    CellKind.DATE: "plan_book.found.date",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, or a whole sheet where ``cell`` is ""."""

    sheet: str
    cell: str = ""

    def __str__(self) -> str:
        return f"「{self.sheet}」シートの{self.cell}" if self.cell else f"「{self.sheet}」シート"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table. ``texts`` by column key; what is empty is not there."""

    sheet: str
    row: int
    texts: Mapping[str, str]
    columns: Mapping[str, int]

    def text(self, key: str) -> str:
        return self.texts.get(key, "")

    def place(self, key: str) -> Place:
        """Where the value of a column stands."""
        return Place(self.sheet, cell_name(self.row, self.columns[key]))

    def fault(self, code: str, key: str, **facts: object) -> PlanError:
        """A PlanError about the cell of a column."""
        return fault(code, self.place(key), **facts)


def fault(code: str, place: Place, **facts: object) -> PlanError:
    """A PlanError whose facts name sheet and cell."""
    where = {"place": str(place), "sheet": place.sheet, "cell": place.cell}
    return PlanError(code, **{**facts, **where})


def read_tables(data: bytes, name: str) -> dict[str, tuple[Line, ...]]:
    """The rows of every table by the table's sheet name; empty rows are left out.

    Raises WorkbookError for what is no workbook, PlanError for tables that cannot be found or
    read.
    """
    sheets = read_cells(data, name).sheets
    return {table.sheet: _lines(table, *_found(table, sheets)) for table in TABLES}


# --- finding ---


def _found(table: Table, sheets: tuple[Sheet, ...]) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet of a table, the row of its headings, and in which column each stands."""
    candidates = [(s, *found) for s in sheets if (found := _head(table, s)) is not None]
    named = [c for c in candidates if _plain(c[0].name) == _plain(table.sheet)]
    chosen = named or candidates
    if not chosen:
        heads = "、".join(table.column(key).head for key in table.known_by)
        raise PlanError("plan_book.no_sheet", place=table.sheet, sheet=table.sheet, headers=heads)
    if len(chosen) > 1:
        names = "、".join(sheet.name for sheet, _, _ in chosen)
        raise PlanError("plan_book.two_sheets", place=names, sheet=table.sheet, sheets=names)
    sheet, row, columns = chosen[0]
    there = [key for key in _read(table) if columns.get(key) or not table.column(key).optional]
    return sheet, row, {key: _only(table.column(key), sheet, row, columns) for key in there}


def _read(table: Table) -> list[str]:
    return [column.key for column in table.columns if not column.shown_only]


def _head(table: Table, sheet: Sheet) -> tuple[int, dict[str, list[int]]] | None:
    """The first row that holds the headings the table is known by, and their columns."""
    keys = {_plain(table.column(key).head): key for key in _read(table)}
    rows: dict[int, dict[str, list[int]]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        key = keys.get(_plain(cell.text)) if row <= _HEAD_WITHIN else None
        if key is not None:
            rows.setdefault(row, {}).setdefault(key, []).append(column)
    return next(((r, c) for r, c in rows.items() if set(table.known_by) <= c.keys()), None)


def _only(column: Column, sheet: Sheet, row: int, columns: Mapping[str, list[int]]) -> int:
    """The one column with that heading."""
    found = columns.get(column.key, [])
    if not found:
        raise fault("plan_book.no_column", Place(sheet.name), head=column.head)
    if len(found) > 1:
        place = Place(sheet.name, cell_name(row, found[1]))
        raise fault("plan_book.two_columns", place, head=column.head)
    return found[0]


def _plain(text: str) -> str:
    """A heading without blanks and the sign of a choice, full width or not."""
    return "".join(normalize("NFKC", text).split()).replace("▼", "").casefold()


# --- reading ---


def _lines(table: Table, sheet: Sheet, head: int, columns: dict[str, int]) -> tuple[Line, ...]:
    keys = {column: key for key, column in columns.items()}
    rows: dict[int, dict[str, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if row > head and column in keys:
            key = keys[column]
            place = Place(sheet.name, cell_name(row, column))
            rows.setdefault(row, {})[key] = _text(table.column(key), cell, place)
    return tuple(Line(sheet.name, row, texts, columns) for row, texts in sorted(rows.items()))


def _text(column: Column, cell: Cell, place: Place) -> str:
    if cell.kind in _NO_VALUE:
        found = sentence(_NO_VALUE[cell.kind], text=brief(cell.text))
        raise fault("plan_book.not_value", place, found=found)
    text = cell.text.strip()
    if column.choices:
        return _meaning(column.choices, text, place)
    if column.number:
        return typed_number(text, percent=cell.percent)
    return text


def _meaning(choices: tuple[tuple[str, str], ...], text: str, place: Place) -> str:
    for word, meaning in choices:
        if _plain(word) == _plain(text):
            return meaning
    words = "、".join(word for word, _ in choices)
    raise fault("plan.not_choice", place, found=brief(text), choices=words)


def chosen(choices: tuple[tuple[str, str], ...], line: Line, key: str) -> str:
    """What the word in a cell means, for a list of choices that is not a whole column's."""
    return _meaning(choices, line.text(key), line.place(key)) if line.text(key) else ""
