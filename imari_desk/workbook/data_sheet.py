"""データ: the flat sheet that says what the program last wrote, one value a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import items_by_key
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.carriable import carried
from imari_desk.workbook.printed import (
    BEFORE_CODE,
    DATA_HEADINGS,
    PROPOSAL_CODE,
    code_of,
    item_of,
    label_of,
    stamp,
)
from imari_desk.workbook.styles import Dresser, Style, put, set_widths

_HEAD = Style(10, bold=True, fill="FFE6E6E6")
_CELL = Style(10, wrap=False)
_WIDTHS = (8.0, 11.0, 13.0, 34.0, 90.0, 9.0, 34.0)


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row: ``version`` is "" for what is only shown, such as the program's proposal."""

    fiscal_year: int
    measure: str
    code: str
    label: str
    value: str
    unit: str
    version: str

    @property
    def place(self) -> str:
        return f"{self.measure}「{self.label}」"


def data_rows(
    plan: Plan,
    evaluations: Iterable[Evaluation],
    proposals: Mapping[str, str],
    fiscal_year: int,
    told_before: Mapping[str, Mapping[str, str]],
) -> Iterator[DataRow]:
    """Every value of every evaluation; ``proposals`` by measure code, for ``fiscal_year``, and
    what is told there of the plan before."""
    for held in evaluations:
        measure, year = plan.by_code[held.id.measure], held.id.fiscal_year
        for key in _in_order(plan, measure, held):
            item = item_of(plan, measure, year, key)
            code = code_of(plan, measure, year, key)
            label, unit = label_of(plan, measure, year, key), item.unit if item else ""
            for written in held.registers[key]:
                version = stamp(year, measure.code, code, written)
                yield DataRow(year, measure.code, code, label, written.value, unit, version)
        if year == fiscal_year and proposals.get(measure.code):
            text, label = proposals[measure.code], sentence("data.proposal")
            yield DataRow(year, measure.code, PROPOSAL_CODE, label, text, "", "")
        if year == fiscal_year:
            for key, text in told_before.get(measure.code, {}).items():
                label = label_of(plan, measure, year, key)
                yield DataRow(year, measure.code, BEFORE_CODE, label, text, "", "")


def _in_order(plan: Plan, measure: Measure, held: Evaluation) -> list[str]:
    order = {key: n for n, key in enumerate(items_by_key(plan, measure, held.id.fiscal_year))}
    return sorted(held.registers, key=lambda key: (order.get(key, len(order)), key))


def write_data_sheet(sheet: Worksheet, rows: Iterable[DataRow], dresser: Dresser) -> None:
    """The sheet, with a head that stays in sight, a filter and print titles."""
    head, text = dresser.array(_HEAD), dresser.array(_CELL)
    number = dresser.array(_CELL, "General")
    for column, heading in enumerate(DATA_HEADINGS, start=1):
        put(sheet, 1, column, heading, head)
    last = 1
    for last, row in enumerate(rows, start=2):
        put(sheet, last, 1, row.fiscal_year, number)
        cells = (row.measure, row.code, row.label, row.value, row.unit, row.version)
        for column, value in enumerate(cells, start=2):
            put(sheet, last, column, carried(value, row.place), text)
    set_widths(sheet, _WIDTHS)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:G{last}"
    sheet.print_title_rows = "1:1"
    sheet.sheet_view.zoomScale = 90
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
