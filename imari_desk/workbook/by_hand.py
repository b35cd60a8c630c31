"""A 評価ブック filled in as a person does in a spreadsheet program: the demo's clerk."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

_MEASURE = "施策番号"


def fill_in(
    data: bytes,
    answers: Mapping[str, Mapping[str, str | float]],
    notes: Mapping[str, str],
) -> bytes:
    """Type answers into the cells right of their item codes, and notes below the forms.

    ``answers`` is measure code → item code → what is typed; ``notes`` measure code → text that
    belongs to no item. Formats, lists and everything else stay as they are.
    """
    book = load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        code = _measure(sheet)
        if code is None:
            continue
        for cell in list(_cells(sheet)):
            typed = answers.get(code, {}).get(str(cell.value))
            if typed is not None:
                _type(sheet.cell(cell.row, cell.column + 1), typed)
        if code in notes:
            sheet.cell(sheet.max_row + 2, 3).value = notes[code]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _measure(sheet: Worksheet) -> str | None:
    for cell in _cells(sheet):
        if cell.value == _MEASURE:
            value = sheet.cell(cell.row, cell.column + 1).value
            return str(value) if value is not None else None
    return None


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.value is not None:
                yield cell


def _type(cell: object, typed: str | float) -> None:
    """Text stays text: a clerk who types "=…" into a text cell gets no formula."""
    if isinstance(cell, Cell):
        cell.value = typed
        if isinstance(typed, str):
            cell.data_type = "s"
