"""What stands in a 評価ブック, and what people and programs rely on there."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain import items
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import WorkbookError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.plan_text import plan_rows
from imari_desk.workbook.layout import form_items
from imari_desk.workbook.write_book import write_book
from tests.domain.plans import evaluation, measure, small_plan, torn
from tests.workbook.books import (
    ANSWERS,
    BEFORE,
    DEPARTMENT,
    PLAN,
    YEAR,
    contents,
    form,
    sent_book,
    where,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(data: bytes, code: str = "行-①") -> Worksheet:
    return form(load_workbook(BytesIO(data)), code)


def right_of(sheet: Worksheet, text: str) -> object:
    row, column = where(sheet, text)
    return sheet.cell(row, column + 1).value


def texts(sheet: Worksheet) -> list[str]:
    return [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None]


def test_every_item_a_clerk_answers_has_its_code_left_of_its_cell() -> None:
    sheet = written(sent_book())
    for item in form_items(PLAN, PLAN.by_code["行-①"], YEAR):
        row, column = where(sheet, item.code)
        assert not sheet.cell(row, column + 1).protection.locked, item.code
        assert str(sheet.cell(row, column - 1).value).startswith(("取組", item.label)), item.code


def test_the_head_and_the_last_row_say_what_the_form_is() -> None:
    sheet = written(sent_book())
    assert right_of(sheet, "施策番号") == "行-①"
    assert right_of(sheet, "評価年度") == "令和7年度"
    assert right_of(sheet, "担当課") == DEPARTMENT
    last = sheet.cell(sheet.max_row, 1).value
    for part in ("見本計画", "small", "第1版", "令和7年度", "行-①", "2025-R-0003-k7f3"):
        assert part in str(last)


def test_last_years_answers_stand_beside_the_cells() -> None:
    sheet = written(sent_book())
    for code, shown in (("M12", "92"), ("T01", BEFORE["activities"]), ("A03", "令和7年5月16日")):
        row, column = where(sheet, code)
        assert sheet.cell(row, column + 2).value == shown
    row, column = where(sheet, "N11")
    assert sheet.cell(row, column + 2).value == "済：確認すること1"


def test_another_plans_evaluation_is_no_last_year() -> None:
    stranger = evaluation("行-①", YEAR - 1, {"activities": "別の計画"})
    stranger = replace(stranger, id=EvaluationId("other", "行-①", YEAR - 1))
    data = write_book(contents(previous={"行-①": stranger}))
    assert "別の計画" not in texts(written(data))


def test_numbers_are_numbers_and_everything_else_is_text() -> None:
    sheet = written(sent_book())
    assert right_of(sheet, "M12") == 118
    assert right_of(sheet, "B01") == 4950
    assert right_of(sheet, "A02") == "0234"
    row, column = where(sheet, "T01")
    assert sheet.cell(row, column + 1).data_type == "s"


def test_nothing_is_a_formula_a_link_or_hidden() -> None:
    with ZipFile(BytesIO(write_book(contents(carries_plan=True)))) as parts:
        names = parts.namelist()
        sheets = [ElementTree.fromstring(parts.read(n)) for n in names if "/sheet" in n]
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
    assert not [s for s in sheets if s.find(f".//{MAIN}f") is not None]
    assert not [n for n in names if "comment" in n or "drawing" in n or "media" in n]
    assert {s.get("state", "visible") for s in book.iter(f"{MAIN}sheet")} == {"visible"}


def test_characters_are_written_as_themselves() -> None:
    """Written as numbers, they become other letters in some programs."""
    with ZipFile(BytesIO(sent_book())) as parts:
        assert any("𠮷".encode() in parts.read(n) for n in parts.namelist())


def test_choices_are_lists_that_only_warn() -> None:
    sheet = written(sent_book())
    row, column = where(sheet, "H01")
    cell = sheet.cell(row, column + 1).coordinate
    offers = [v for v in sheet.data_validations.dataValidation if cell in str(v.sqref).split()]
    assert [v.formula1 for v in offers] == ['"A,B,C,D,―"']
    assert offers[0].errorStyle == "warning"
    assert offers[0].allowBlank


def test_a_form_is_protected_without_a_password_and_prints_on_one_page() -> None:
    sheet = written(sent_book())
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatRows
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)


def test_a_row_is_high_enough_for_as_long_an_answer_as_is_asked() -> None:
    sheet = written(sent_book())
    row, column = where(sheet, "T01")
    width = sheet.column_dimensions["C"].width * 7.5 - 12  # points
    size = sheet.cell(row, column + 1).font.size or 0
    lines = -(-400 * size // width)
    assert (sheet.row_dimensions[row].height or 0) >= lines * size


def test_two_answers_are_both_shown() -> None:
    held = torn(evaluation("行-①", YEAR, ANSWERS), "results", "増えた。", "減った。")
    shown = str(right_of(written(write_book(contents(held))), "T02"))
    assert "増えた。" in shown
    assert "減った。" in shown
    data = load_workbook(BytesIO(write_book(contents(held))))["データ"]
    assert sorted(str(r[4]) for r in data.values if r[2] == "T02") == ["増えた。", "減った。"]


def test_what_the_office_wrote_is_shown_and_locked() -> None:
    key = items.comment_key("activities", "k7f3")
    held = evaluation(
        "行-①", YEAR, {**ANSWERS, key: "回数を書いてください。", "office_view": "よい。"}
    )
    sheet = written(write_book(contents(held, purpose=Purpose.RETURN)))
    assert right_of(sheet, "T01~k7f3") == "回数を書いてください。"
    assert right_of(sheet, "O01") == "よい。"
    row, column = where(sheet, "T01~k7f3~R")
    assert not sheet.cell(row, column + 1).protection.locked
    row, column = where(sheet, "O01")
    assert sheet.cell(row, column + 1).protection.locked
    assert "O03" not in texts(sheet)


def test_data_has_one_row_a_value() -> None:
    rows = list(load_workbook(BytesIO(sent_book()))["データ"].values)
    assert rows[0] == ("年度", "施策番号", "項目コード", "項目名", "値", "単位", "版")
    values = {(r[0], r[1], r[2]): r[4] for r in rows[1:]}
    assert values[2025, "行-①", "M12"] == "118"
    assert values[2025, "行-①", "P03"] == "true"
    assert values[2024, "行-①", "T01"] == BEFORE["activities"]
    assert len([r for r in rows if r[6] and r[0] == 2025]) == len(ANSWERS)


def test_an_item_the_plan_no_longer_asks_is_carried_all_the_same() -> None:
    held = evaluation("行-①", YEAR, {"milestone.7.state": "済"})
    rows = list(load_workbook(BytesIO(write_book(contents(held))))["データ"].values)
    assert "milestone.7.state" in [r[2] for r in rows]


def test_the_cover_names_the_book_and_its_measures() -> None:
    cover = load_workbook(BytesIO(sent_book()))["提出票"]
    assert isinstance(cover, Worksheet)
    assert right_of(cover, "用途") == "依頼"
    assert right_of(cover, "提出期限") == "令和8年5月29日"
    assert right_of(cover, "ブック番号") == "2025-R-0003-k7f3"
    assert "手続きのオンライン化" in texts(cover)


def test_the_plan_goes_along_where_asked() -> None:
    book = load_workbook(BytesIO(write_book(contents(carries_plan=True))))
    rows = [(str(a), str(b or "")) for a, b in list(book["計画"].values)[1:]]
    assert rows == list(plan_rows(PLAN))
    assert "計画" not in load_workbook(BytesIO(sent_book())).sheetnames


@pytest.mark.parametrize("text", ["a\x07b", "半分\ud800", "字" * 32_768, "𠮷" * 16_384])
def test_what_no_cell_can_hold_is_said_before_the_save(text: str) -> None:
    held = evaluation("行-①", YEAR, {"results": text})
    with pytest.raises(WorkbookError) as refused:
        write_book(contents(held))
    assert "行-①「成果」" in str(refused.value)


def test_every_kind_of_indicator_and_year_makes_a_form() -> None:
    for code in PLAN.by_code:
        data = write_book(contents(evaluation(code, YEAR, {})))
        assert right_of(written(data, code), "施策番号") == code


def test_other_plans_make_other_sheet_names() -> None:
    plan = small_plan()
    odd = replace(measure("行-①", "窓口"), code="1/2:[x]")
    plan = replace(plan, measures=(odd, replace(odd, code="1?2:[x]")))
    held = [evaluation(code, YEAR, {}) for code in plan.by_code]
    book = load_workbook(BytesIO(write_book(contents(*held, plan=plan, previous={}))))
    assert book.sheetnames == ["提出票", "1_2__x_", "1_2__x__2", "データ"]


def test_progress_is_told_sheet_by_sheet() -> None:
    told: list[tuple[int, int]] = []
    write_book(contents(), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
