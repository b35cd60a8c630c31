"""評価ブック for tests: made of the small plan, and changed as people and programs do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.book import (
    BookContents,
    BookHeader,
    Purpose,
    ReadBook,
    ReadEvaluation,
)
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Plan
from imari_desk.workbook.read_book import read_book
from imari_desk.workbook.write_book import write_book
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
PLANS = {(PLAN.id, PLAN.version): PLAN}
DEPARTMENT = "情報政策課（例）"
YEAR = 2025

ANSWERS = {
    "milestone.1.state": "済",
    "milestone.2.state": "一部",
    "milestone.2.reason": "様式の確認に時間がかかったため",
    "indicator.1.numerator": "118",
    "indicator.1.denominator": "262",
    "indicator.1.state": "確定",
    "phase.run": "true",
    "phase.plan": "false",
    "progress": "計画どおり",
    "grade": "B",
    "activities": "=SUM(A1)と書いても文字です。\n二行目、𠮷野家と葛󠄀城市。",
    "results": "-3件",
    "direction": "継続",
    "budget": "4950",
    "extension": "0234",
    "entered_on": "2026-05-20",
    "author": "山口 花子",
}
BEFORE = {
    "milestone.1.state": "済",
    "indicator.1.numerator": "92",
    "activities": "前の年に行ったこと。",
    "entered_on": "2025-05-16",
}


def contents(
    *evaluations: Evaluation,
    purpose: Purpose = Purpose.REQUEST,
    plan: Plan = PLAN,
    carries_plan: bool = False,
    previous: Mapping[str, Evaluation] | None = None,
    message: str = "期限までにお願いします。",
) -> BookContents:
    """A workbook of those evaluations, by default one filled in and one empty."""
    held = evaluations or (
        evaluation("行-①", YEAR, ANSWERS),
        evaluation("行-②", YEAR, {}),
    )
    before = {"行-①": evaluation("行-①", YEAR - 1, BEFORE, "u")} if previous is None else previous
    return BookContents(
        BookHeader(
            purpose,
            plan.id,
            plan.version,
            YEAR,
            DEPARTMENT,
            "2025-R-0003-k7f3",
            "2026-05-29",
            "2026-04-20",
            message,
        ),
        plan,
        held,
        before,
        {e.id.measure: DEPARTMENT for e in held},
        carries_plan=carries_plan,
    )


@cache
def sent_book() -> bytes:
    """The workbook of ``contents()`` as it was written; whoever changes it changes a copy."""
    return write_book(contents())


def read(data: bytes, plans: Mapping[tuple[str, int], Plan] = PLANS) -> ReadBook:
    return read_book(data, "評価.xlsx", plans)


def found(book: ReadBook, code: str = "行-①", year: int = YEAR) -> ReadEvaluation:
    """One evaluation of a book that was read."""
    return next(e for e in book.evaluations if (e.id.measure, e.id.fiscal_year) == (code, year))


def edits(book: ReadBook, code: str = "行-①") -> dict[str, list[str]]:
    """What was edited by hand: key → values."""
    return {key: [e.value for e in there] for key, there in found(book, code).edits.items()}


def changed(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook after someone opened it, changed something and saved."""
    book = load_workbook(BytesIO(data))
    change(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def form(book: Workbook, code: str = "行-①") -> Worksheet:
    sheet = book[code]
    assert isinstance(sheet, Worksheet)
    return sheet


def where(sheet: Worksheet, text: str) -> tuple[int, int]:
    """Row and column of the first cell that says this."""
    return next(
        (cell.row, cell.column)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == text and cell.column is not None
    )


def fill(sheet: Worksheet, code: str, value: Any) -> None:
    """Type something into the cell right of an item code."""
    row, column = where(sheet, code)
    sheet.cell(row, column + 1).value = value


def only_values(data: bytes) -> bytes:
    """All that a strict gateway leaves: sheet names and the values of visible cells."""
    old, new = load_workbook(BytesIO(data), data_only=True), Workbook()
    assert new.active is not None
    new.remove(new.active)
    for sheet in old.worksheets:
        if sheet.sheet_state != "visible":
            continue
        copy = new.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.column is not None:
                    there = copy.cell(cell.row, cell.column)
                    there.value = cell.value
                    there.data_type = cell.data_type
    return saved(new)
