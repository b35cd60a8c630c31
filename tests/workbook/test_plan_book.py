"""The plan's workbook: written, corrected as people do, read back; faults name sheet and cell."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from imari_desk.domain.errors import PlanError, WorkbookError
from imari_desk.domain.plan import Bar, Combine, Phase, Plan
from imari_desk.domain.plan_text import (
    parse_plan,
    plan_from_dict,
    plan_from_rows,
    plan_rows,
    plan_to_dict,
)
from imari_desk.workbook.plan_book import read_plan_book, write_plan_book
from tests.domain.plans import small_plan

ROOT = Path(__file__).parents[2]
PACKAGED = parse_plan((ROOT / "resources/plan/imari-dx-2021.toml").read_text(encoding="utf-8"))
NEXT = parse_plan((ROOT / "tests/data/next_plan.toml").read_text(encoding="utf-8"))
SHEETS = ["計画", "分野と柱", "施策", "年度別", "工程", "指標", "評価基準", "用語"]


@cache
def next_book() -> bytes:
    return write_plan_book(NEXT)


def edited(plan: Plan, change: Callable[[Workbook], object]) -> bytes:
    """The plan's workbook after somebody changed it in a spreadsheet program."""
    book = load_workbook(BytesIO(next_book() if plan is NEXT else write_plan_book(plan)))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


Typed = str | int | date | None


def typed(sheet: str, cell: str, value: Typed) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def read_after(sheet: str, cell: str, value: Typed, plan: Plan = NEXT) -> Plan:
    return read_plan_book(edited(plan, typed(sheet, cell, value)))


# --- round trips ---


@pytest.mark.parametrize("plan", [PACKAGED, NEXT, small_plan()], ids=["packaged", "next", "small"])
def test_a_plan_comes_back_as_it_went(plan: Plan) -> None:
    assert read_plan_book(write_plan_book(plan)) == plan


def test_who_compared_the_bars_comes_along() -> None:
    plan = small_plan()
    phases = replace(plan.measures[0].phases, checked=True, checked_by="令和8年5月25日　高木 由佳")
    plan = replace(plan, measures=(replace(plan.measures[0], phases=phases), *plan.measures[1:]))
    assert read_plan_book(write_plan_book(plan)) == plan
    assert plan_from_rows(plan_rows(plan)) == plan


def test_a_workbook_from_before_it_was_noted_who_compared_the_bars() -> None:
    def change(book: Workbook) -> None:
        book["工程"].delete_cols(7)

    assert read_plan_book(edited(NEXT, change)) == NEXT


@given(
    st.text(max_size=60) | st.sampled_from(["=1+1", "+3", "@x", "_x000D_", "#N/A", "1/2", "𠮷野家"])
)
def test_any_text_a_plan_may_hold_comes_back(text: str) -> None:
    data = plan_to_dict(small_plan())
    data["title"] = data["version_note"] = text
    try:
        plan = plan_from_dict(data)
    except PlanError:
        return
    assert read_plan_book(write_plan_book(plan)) == plan


@given(st.integers(1900, 2200), st.decimals(1, 10**11 - 1, places=4), st.integers(1, 12))
def test_years_and_numbers_come_back(first: int, target: Decimal, month: int) -> None:
    plan = small_plan()
    bar = Bar((first, month), (first, month)) if month > 3 else Bar((first, 4), (first + 1, month))
    measure = replace(
        plan.measures[0],
        schedule={first: "取組"},
        milestones={first: ("節目",)},
        phases=replace(plan.measures[0].phases, bars={Phase.RUN: (bar,)}),
        indicators=(replace(plan.measures[0].indicators[0], target=target),),
    )
    scale = replace(plan.scale, expected=(Decimal("99.5"),))
    plan = replace(plan, first_year=first, last_year=first, measures=(measure,), scale=scale)
    assert read_plan_book(write_plan_book(plan)) == plan


@pytest.mark.slow
def test_libreoffice_may_save_it_again(tmp_path: Path) -> None:
    source = tmp_path / "計画.xlsx"
    source.write_bytes(write_plan_book(PACKAGED))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form in ("ods", "xlsx"):
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", form, "--outdir", tmp_path, source],
            check=True,
            capture_output=True,
        )
        source = tmp_path / f"計画.{form}"
    assert read_plan_book(source.read_bytes()) == PACKAGED


# --- how it looks to the person who corrects it ---


def test_every_sheet_is_ready_to_work_with() -> None:
    book = load_workbook(BytesIO(write_plan_book(PACKAGED)))
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("4")
        assert sheet.print_title_rows == "$3:$3"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet["A3"].font.name == "BIZ UDPゴシック"
        assert sheet["A4"].alignment.wrap_text
        assert sheet.row_dimensions[4].height > 15


def test_choices_are_lists() -> None:
    book = load_workbook(BytesIO(write_plan_book(PACKAGED)))

    def choices(sheet: str) -> set[str]:
        return {str(v.formula1) for v in book[sheet].data_validations.dataValidation}

    assert choices("計画") == {'"最も低い評価,達成率の平均,最初の指標"'}
    assert choices("施策") == {'"☆"', "'分野と柱'!$D$7:$D$22"}
    assert choices("工程") == {'"確認済,未確認"'}
    assert any("1回ごとの実績" in c for c in choices("指標"))


def test_what_is_written_reads_as_japanese() -> None:
    book = load_workbook(BytesIO(write_plan_book(PACKAGED)))
    assert book["年度別"]["C5"].value == "令和4年度"
    assert book["年度別"]["E10"].value == "実施回数\n参加社数"
    assert book["工程"]["C6"].value == "令和4年4月～令和7年3月"
    assert book["指標"]["F4"].value == 10
    assert book["計画"]["B9"].value == "20・40・60・80・100"


# --- corrections ---


def test_corrections_are_taken_as_people_type_them() -> None:
    def change(book: Workbook) -> None:
        book["計画"]["B10"] = " 最初の指標"
        book["計画"]["B13"] = "誤字を直した\n指標を一つ直した"
        book["施策"]["B4"] = "スマホ相談会"
        book["施策"]["H4"] = "地－①, 地一②"
        book["年度別"]["A4"] = "く－①"
        book["年度別"]["C4"] = "R8"
        book["年度別"]["E4"] = "会場の選定\n\n試行 \n報告"
        book["工程"]["C4"] = "2026/4〜2026/9"
        book["工程"]["F4"] = "未確認"
        book["指標"]["F4"] = "１３．５"
        book["指標"]["L4"] = "20％、40％、60％、80％、100％"

    plan = read_plan_book(edited(NEXT, change))
    measure = plan.measures[0]
    assert plan.scale.combine is Combine.FIRST
    assert plan.version_note == "誤字を直した\n指標を一つ直した"
    assert measure.name == "スマホ相談会"
    assert measure.predecessors == ("地-①", "地-②")
    assert measure.milestones[2026] == ("会場の選定", "試行", "報告")
    assert measure.phases.bars[Phase.PLAN] == (Bar((2026, 4), (2026, 9)),)
    assert not measure.phases.checked
    assert measure.indicators[0].target == Decimal("13.5")
    assert measure.indicators[0].expected == tuple(Decimal(n) for n in (20, 40, 60, 80, 100))


def test_a_percentage_is_what_it_shows() -> None:
    def change(book: Workbook) -> None:
        book["指標"]["F8"] = 0.65
        book["指標"]["F8"].number_format = "0%"

    assert read_plan_book(edited(NEXT, change)).by_code["行政-②"].indicators[0].target == 65


def test_a_new_measure_takes_a_free_row_on_each_sheet() -> None:
    rows: dict[str, dict[str, Typed]] = {
        "施策": {"A8": "行政-⑪", "B8": "電子掲示板", "C8": "職員の仕事を軽くする"},
        "年度別": {"A24": "行政-11", "C24": 2027, "E24": "設置"},
        "指標": {
            "A11": "行政－⑪",
            "D11": "設置数",
            "E11": "年ごとの実績",
            "F11": 2,
            "G11": "か所",
            "H11": "年2か所",
        },
    }

    def change(book: Workbook) -> None:
        for sheet, cells in rows.items():
            for cell, value in cells.items():
                typed(sheet, cell, value)(book)

    plan = read_plan_book(edited(NEXT, change))
    added = plan.measures[-1]
    assert (added.code, added.group) == ("行政-⑪", "inside")
    assert added.milestones == {2027: ("設置",)}
    assert [i.name for i in added.indicators] == ["設置数"]
    assert plan.measures[:-1] == NEXT.measures


def test_moved_renamed_and_sorted_tables_are_still_read() -> None:
    def change(book: Workbook) -> None:
        for n, sheet in enumerate(book.worksheets):
            sheet.title = f"表{n}"
            sheet.insert_rows(1, 3)
            sheet.insert_cols(1, 2)
        book.move_sheet("表2", 4)
        memo = book.create_sheet("メモ", 0)
        memo["A1"] = "施策番号"
        indicators = book["表5"]
        swapped = [[cell.value for cell in row] for row in indicators["A7:N8"]]
        for row, values in zip(indicators["A7:N8"], reversed(swapped), strict=True):
            for cell, value in zip(row, values, strict=True):
                cell.value = value

    assert read_plan_book(edited(NEXT, change)) == NEXT


def test_headings_in_other_widths_and_columns_nobody_asked_for() -> None:
    def change(book: Workbook) -> None:
        book["用語"]["C3"] = "説明 (要約)"
        book["用語"]["D3"] = book["計画"]["A15"] = "メモ"
        book["用語"]["D4"] = "後で確かめる"
        book["施策"].move_range("B3:B7", cols=8)

    assert read_plan_book(edited(NEXT, change)) == NEXT


# --- faults ---


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("計画", "B4", None, "plan.missing"),
        ("計画", "B7", "8年前", "plan_book.not_year"),
        ("計画", "B7", None, "plan.missing"),
        ("計画", "B9", "10・30・55", "plan.shares_count"),
        ("計画", "B9", "10・30・55・80・110", "plan.share_range"),
        ("計画", "B10", "よい方", "plan.not_choice"),
        ("計画", "B11", "例市2026", "plan.not_id"),
        ("計画", "B12", "第2版", "plan.not_whole"),
        ("計画", "A5", "計画の名称", "plan.twice"),
        ("分野と柱", "A6", None, "plan.missing"),
        ("分野と柱", "A6", "部門", "plan.not_choice"),
        ("分野と柱", "C6", "くらしと安全", "plan.unknown_field"),
        ("分野と柱", "D4", None, "plan.missing"),
        ("施策", "A5", "く-1", "plan.twice"),
        ("施策", "A5", None, "plan_book.no_code"),
        ("施策", "B5", None, "plan.missing"),
        ("施策", "C5", "べつの柱", "plan.unknown_group"),
        ("施策", "D5", "重点", "plan.not_choice"),
        ("施策", "H4", "地", "plan.not_code"),
        ("年度別", "A4", "け-1", "plan_book.unknown_code"),
        ("年度別", "A4", None, "plan_book.no_code"),
        ("年度別", "C4", "来年度", "plan_book.not_year"),
        ("年度別", "C5", "令和8年度", "plan.twice"),
        ("年度別", "D4", "二行に\nなった", "plan.one_line"),
        ("工程", "A5", "く-1", "plan.twice"),
        ("工程", "C4", "令和8年4月から", "plan_book.not_interval"),
        ("工程", "C4", "令和8年13月～令和9年1月", "plan_book.not_interval"),
        ("工程", "C4", "春～秋", "plan_book.not_interval"),
        ("工程", "C4", "いつか1月～令和9年1月", "plan_book.not_interval"),
        ("工程", "C4", "令和9年4月～令和8年4月", "plan.interval_backwards"),
        ("指標", "C5", 1, "plan.twice"),
        ("指標", "D4", None, "plan.missing"),
        ("指標", "E4", "毎年", "plan.not_choice"),
        ("指標", "E4", None, "plan.missing"),
        ("指標", "F4", "12人くらい", "plan.not_number"),
        ("指標", "F4", None, "plan.target_missing"),
        ("指標", "J8", None, "plan.rate_without_parts"),
        ("指標", "F4", "=1+2", "plan_book.not_value"),
        ("指標", "F4", "#REF!", "plan_book.not_value"),
        ("指標", "F4", date(2026, 4, 1), "plan_book.not_value"),
        ("評価基準", "C5", 130, "plan.thresholds_fall"),
        ("評価基準", "D5", None, "plan.missing"),
        ("用語", "A5", "生成AI", "plan.twice"),
    ],
)
def test_faults_name_sheet_and_cell(sheet: str, cell: str, value: Typed, code: str) -> None:
    with pytest.raises(PlanError) as raised:
        read_after(sheet, cell, value)
    error = raised.value
    assert (error.code, error.facts["sheet"], error.facts["cell"]) == (code, sheet, cell)
    assert error.text.startswith(f"「{sheet}」シートの{cell}：")


def test_a_year_outside_the_plan_is_named_with_its_row() -> None:
    with pytest.raises(PlanError) as raised:
        read_after("年度別", "C4", "令和7年度")
    assert raised.value.text.startswith("「年度別」シートのD4：計画の年度（2026～2030）の外です")


def test_faults_of_a_whole_table_name_the_sheet() -> None:
    def one_kind_only(book: Workbook) -> None:
        for row in range(4, 10):
            book["評価基準"][f"B{row}"] = "達成率で決まる"

    with pytest.raises(PlanError) as raised:
        read_plan_book(edited(NEXT, one_kind_only))
    assert raised.value.text.startswith("「評価基準」シート：")


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (lambda book: book.remove(book["用語"]), "plan_book.no_sheet", "「用語」"),
        (lambda book: book["用語"].delete_rows(3), "plan_book.no_sheet", "用語、説明（要約）"),
        (lambda book: book["指標"].delete_cols(8), "plan_book.no_column", "計画書の表記"),
        (typed("指標", "M3", "単位"), "plan_book.two_columns", "「単位」の列が二つ"),
        (lambda book: book["計画"].delete_rows(6), "plan_book.no_item", "「市町村」の行"),
    ],
)
def test_lost_tables_are_named(change: Callable[[Workbook], object], code: str, told: str) -> None:
    with pytest.raises(PlanError) as raised:
        read_plan_book(edited(NEXT, change))
    assert raised.value.code == code
    assert told in raised.value.text


def test_of_two_copies_the_one_with_the_right_name_counts() -> None:
    def copied(book: Workbook) -> None:
        book.copy_worksheet(book["用語"])["C4"] = "控え"

    def copied_and_renamed(book: Workbook) -> None:
        copied(book)
        book["用語"].title = "用語の表"

    assert read_plan_book(edited(NEXT, copied)) == NEXT
    with pytest.raises(PlanError) as raised:
        read_plan_book(edited(NEXT, copied_and_renamed))
    assert raised.value.code == "plan_book.two_sheets"
    assert "用語の表" in raised.value.text


def test_what_is_no_workbook_is_refused_by_the_gate() -> None:
    with pytest.raises(WorkbookError):
        read_plan_book(b"<html>", "計画.xlsx")


def test_a_text_no_worksheet_can_hold_is_refused_when_written() -> None:
    with pytest.raises(WorkbookError):
        write_plan_book(replace(NEXT, title="\x00"))
