"""How tests read a workbook they made themselves."""

from __future__ import annotations

import pytest

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.cells import Cell, Sheet, cell_name, read_cells
from tests.workbook.hostile import book, worksheet

NAME = "提出_総務課.xlsx"


def sheet_of(data: bytes) -> Sheet:
    return read_cells(data, NAME).sheets[0]


def texts_of(rows: str, **shared: str) -> dict[str, str]:
    """Cell name → text of a sheet with these rows; each also read the long way."""
    short = sheet_of(book(worksheet(rows), **shared)).cells
    long = sheet_of(book(worksheet(rows + "<!-- -->"), **shared)).cells
    assert short == long
    return {cell_name(*place): cell.text for place, cell in short.items()}


def one(cell: str, **shared: str) -> Cell:
    """The only cell of a sheet with this cell element, read both ways."""
    row = f'<row r="1">{cell}</row>'
    texts_of(row, **shared)
    (found,) = sheet_of(book(worksheet(row), **shared)).cells.values()
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(WorkbookError) as caught:
        read_cells(data, NAME)
    assert NAME in caught.value.text
    return caught.value.code


def inline(text: str, place: str = "A1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
