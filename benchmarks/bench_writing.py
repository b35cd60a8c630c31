"""Writing the 28-measure workbook, against XlsxWriter writing the same cells in the same looks."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

from benchmarks.sample import DEPARTMENT, sample
from benchmarks.timing import Finding, ratio
from imari_desk.domain.book import BookContents, BookHeader, Purpose
from imari_desk.places import DATABASE
from imari_desk.store.store import Store
from imari_desk.workbook.write_book import write_book

Cells = list[tuple[str, list[tuple[int, int, Any, int]], dict[str, float], dict[int, float]]]


def measure() -> list[Finding]:
    """Cells, looks, widths and heights are read from our own workbook first."""
    contents = _contents()
    cells = _cells(write_book(contents))
    what = "writing the workbook against XlsxWriter"
    return [ratio(what, lambda: write_book(contents), "XlsxWriter", lambda: _peer(cells), 3)]


def _contents() -> BookContents:
    made = sample()
    with Store.open(made.whole / DATABASE, read_only=True) as store:
        plan = store.plan()
        evaluations = store.evaluations(plan.id)
    before = {e.id.measure: e for e in evaluations if e.id.fiscal_year == made.fiscal_year - 1}
    header = BookHeader(
        Purpose.SUBMISSION, plan.id, plan.version, made.fiscal_year, DEPARTMENT, "2025-S-0001"
    )
    departments = {m.code: DEPARTMENT for m in plan.measures}
    return BookContents(header, plan, evaluations, before, departments)


def _cells(data: bytes) -> Cells:
    """For each sheet its cells (row, column, value, look), widths and heights."""
    found: Cells = []
    for sheet in load_workbook(BytesIO(data)).worksheets:
        rows = [
            ((cell.row or 1) - 1, (cell.column or 1) - 1, cell.value, cell.style_id)
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None
        ]
        widths = {name: d.width for name, d in sheet.column_dimensions.items()}
        heights = {n - 1: d.height for n, d in sheet.row_dimensions.items() if d.height}
        found.append((sheet.title, rows, widths, heights))
    return found


def _peer(cells: Cells) -> None:
    book = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
    looks: dict[int, Any] = {}
    for title, rows, widths, heights in cells:
        sheet = book.add_worksheet(title)
        for name, width in widths.items():
            sheet.set_column(f"{name}:{name}", width)
        for row, height in heights.items():
            sheet.set_row(row, height)
        for row, column, value, look in rows:
            if look not in looks:
                looks[look] = book.add_format(
                    {"border": 1, "text_wrap": True, "font_size": 8 + look}
                )
            if isinstance(value, str):
                sheet.write_string(row, column, value, looks[look])
            elif value is None:
                sheet.write_blank(row, column, None, looks[look])
            else:
                sheet.write(row, column, value, looks[look])
    book.close()
