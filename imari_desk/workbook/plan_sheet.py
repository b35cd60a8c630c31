"""計画: the plan itself, so that a workbook can be read where the plan is not known yet."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import plan_rows
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.styles import Dresser, Style, put, set_widths

HEADINGS = ("plan.item", "plan.value")
_HEAD = Style(10, bold=True, fill="FFE6E6E6")
_CELL = Style(10, wrap=False)


def write_plan_sheet(sheet: Worksheet, plan: Plan, dresser: Dresser) -> None:
    """Two columns of plain text: what, and its value."""
    head, cell = dresser.array(_HEAD), dresser.array(_CELL)
    for column, code in enumerate(HEADINGS, start=1):
        put(sheet, 1, column, sentence(code), head)
    for n, (path, value) in enumerate(plan_rows(plan), start=2):
        put(sheet, n, 1, carried(path, path), cell)
        put(sheet, n, 2, carried(value, path), cell)
    set_widths(sheet, (46.0, 90.0))
    sheet.freeze_panes = "A2"
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
