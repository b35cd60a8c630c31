"""集計ブック: what a person and a program find in it."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.errors import WorkbookError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Plan
from imari_desk.domain.summary import Summary, summarise
from imari_desk.workbook.consolidated import write_consolidated
from tests.domain.plans import UNABLE, evaluation, small_plan, torn, with_grades

DAY = date(2026, 6, 10)
LONG = "窓口の待ち時間を減らすため、" * 40
DEPARTMENTS = {"産-①": "観光課", "行-①": "市民課", "行-②": "学校教育課", "行-③": "総務課"}
ANSWERS = (
    evaluation(
        "産-①", 2024, {"grade": "B", "indicator.1.value": "2", "indicator.2.events": "11・7"}
    ),
    evaluation(
        "行-①",
        2025,
        {
            "grade": "B",
            "second_grade": "A",
            "indicator.1.numerator": "118",
            "indicator.1.denominator": "262",
            "activities": LONG[:400],
            "results": "=1+1",
            "milestone.1.state": "済",
            "public": "true",
        },
    ),
    evaluation("行-①", 2024, {"grade": "B"}),
    torn(evaluation("行-②", 2025, {"indicator.1.value": "0"}), "progress", "遅れ", "計画どおり"),
    evaluation("地-①", 2025, {"grade": "C", "indicator.1.value": "2", "indicator.1.state": "速報"}),
)


def summary(*extra: Evaluation, plan: Plan | None = None) -> Summary:
    found: dict[str, dict[int, Evaluation]] = {}
    for held in (*ANSWERS, *extra):
        found.setdefault(held.id.measure, {})[held.id.fiscal_year] = held
    return summarise(plan or small_plan(), 2025, found, DEPARTMENTS)


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_consolidated(summary(), DAY)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def table(sheet: Worksheet, head: str) -> list[dict[str, object]]:
    """The rows below the row whose first cell is ``head``, by heading."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(n for n, row in enumerate(rows) if row[0] == head)
    heads = [str(cell) for cell in rows[start]]
    return [dict(zip(heads, row, strict=True)) for row in rows[start + 1 :] if row[0]]


def test_the_sheets_stand_in_reading_order(book: Workbook) -> None:
    assert book.sheetnames == ["一覧", "分野別", "課別", "指標", "指標グラフ", "一覧データ"]


def test_every_sheet_for_people_says_what_when_and_how_to_read_it(book: Workbook) -> None:
    for name in book.sheetnames[:5]:
        lines = [str(row[0].value) for row in sheet(book, name).iter_rows(max_row=4)]
        assert any("令和8年6月10日現在" in line for line in lines), name
    for name in book.sheetnames[:3]:
        lines = [str(row[0].value) for row in sheet(book, name).iter_rows(max_row=5)]
        assert any("目標どおり" in line and "評価しない年度" in line for line in lines), name


def test_one_row_for_each_measure_of_the_plan(book: Workbook) -> None:
    rows = {str(row["番号"]): row for row in table(sheet(book, "一覧"), "番号")}
    assert list(rows) == ["産-①", "行-①", "行-②", "行-③", "地-①"]
    row = rows["行-①"]
    assert row["担当課"] == "市民課"
    assert [row[k] for k in ("提案", "自己", "二次", "評価", "前年度", "変化")] == list("BBAAB▲")
    assert row["達成率"] == pytest.approx(0.901)
    assert row["成果指標と実績"] == "オンライン化率：45.0％（目標 50%）"
    assert row["取組実績"] == LONG[:400]
    assert row["指標の済"] == "1／2"
    assert row["公表"] == "公表する"
    assert rows["行-②"]["評価"] == "未定"
    assert rows["行-②"]["進捗区分"] == "回答が2つあります：計画どおり／遅れ"
    assert rows["産-①"]["評価"] == "―"


def test_text_stays_text(book: Workbook) -> None:
    rows = sheet(book, "一覧").iter_rows()
    found = [cell for row in rows for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in found] == ["s"]


def test_lists_keep_their_head_in_sight_and_on_paper(book: Workbook) -> None:
    for name in ("一覧", "指標", "一覧データ"):
        found = sheet(book, name)
        assert found.freeze_panes
        assert found.auto_filter.ref
        assert found.print_title_rows
        assert (found.page_setup.orientation, found.page_setup.fitToWidth) == ("landscape", 1)


def test_a_row_is_as_high_as_its_longest_text(book: Workbook) -> None:
    found = sheet(book, "一覧")
    codes = [row[0] for row in found.iter_rows(max_col=1, values_only=True)]
    heights = {code: found.row_dimensions[n].height for n, code in enumerate(codes, start=1)}
    assert heights["行-①"] > 200
    assert heights["行-③"] < 50


def test_a_text_no_row_can_hold_says_where_the_rest_is() -> None:
    held = evaluation("行-③", 2025, {"activities": LONG * 20})
    book = load_workbook(io.BytesIO(write_consolidated(summary(held), DAY)))
    rows = {str(row["番号"]): row for row in table(sheet(book, "一覧"), "番号")}
    shown = str(rows["行-③"]["取組実績"])
    assert shown.endswith("…（全文は「一覧データ」）")
    assert len(shown) > 1000
    whole = [
        r["値"] for r in table(sheet(book, "一覧データ"), "年度") if r["項目キー"] == "activities"
    ]
    assert LONG * 20 in whole


def counts(book: Workbook, name: str, label: str) -> list[object]:
    found = sheet(book, name)
    row = next(r for r in found.iter_rows(values_only=True) if r[0] == label)
    return list(row[1:])


def test_grades_are_counted_by_field_and_by_department(book: Workbook) -> None:
    assert counts(book, "分野別", "全体")[:7] == [5, 1, 0, 1, 0, 1, 2]
    assert counts(book, "分野別", "行政")[:7] == [3, 1, 0, 0, 0, 0, 2]
    assert counts(book, "分野別", "行政")[7] == pytest.approx(1 / 3)
    assert counts(book, "分野別", "行政の効率化")[0] == 3
    assert counts(book, "分野別", "▲ 上がった")[:2] == [1, "行-①"]
    assert counts(book, "課別", "市民課")[:7] == [1, 1, 0, 0, 0, 0, 0]
    assert counts(book, "課別", "（担当課未定）")[0] == 1


def test_a_scale_with_other_letters_is_counted_by_them() -> None:
    plan = small_plan(with_grades(UNABLE))
    book = load_workbook(io.BytesIO(write_consolidated(summary(plan=plan), DAY)))
    heads = next(r for r in sheet(book, "課別").iter_rows(values_only=True) if r[2] == "A")
    assert list(heads[2:9]) == ["A", "B", "C", "D", "―", "Z", "未定"]


def test_indicators_over_five_years(book: Workbook) -> None:
    found = sheet(book, "指標")
    rows = [r for r in found.iter_rows(min_row=7, values_only=True) if r[0]]
    assert len(rows) == 7
    rate = next(r for r in rows if r[2] == "オンライン化率")
    assert rate[5:9] == (None, None, None, None)
    assert rate[9] == pytest.approx(45.0382)
    assert rate[10:15] == (10, 20, 30, 40, 50)
    assert rate[19] == pytest.approx(0.901)
    ceiling = next(r for r in rows if r[2] == "通信不良の発生率")
    assert ceiling[19] == "達成"
    total = next(r for r in rows if r[2] == "導入部署数")
    assert total[20] == "速報"


def test_charts_are_native_and_one_for_each_indicator_with_numbers(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        charts = [parts.read(n).decode() for n in parts.namelist() if n.startswith("xl/charts/")]
    assert sum("<barChart>" in c or ":barChart" in c for c in charts) == 2
    assert sum("<lineChart>" in c or ":lineChart" in c for c in charts) == 6


def test_the_flat_sheet_holds_one_datum_a_row_and_no_merges(book: Workbook) -> None:
    found = sheet(book, "一覧データ")
    assert not found.merged_cells.ranges
    rows = table(found, "年度")
    assert all(isinstance(row["年度"], int) for row in rows)
    by_key = {(r["年度"], r["施策番号"], r["項目キー"], r["値"]): r for r in rows}
    numerator = by_key[2025, "行-①", "indicator.1.numerator", "118"]
    assert (numerator["数値"], numerator["項目コード"], numerator["担当課"]) == (
        118,
        "M12",
        "市民課",
    )
    assert by_key[2025, "行-②", "progress", "遅れ"]["同じ項目の回答数"] == 2
    assert by_key[2025, "行-①", "result.grade", "A"]["項目名"] == "評価"
    assert by_key[2024, "産-①", "indicator.2.amount", "9.0社（最少7社）"]["数値"] == 9


def test_an_answer_no_cell_can_hold_is_named() -> None:
    held = evaluation("行-③", 2025, {"activities": "取組\x07"})
    with pytest.raises(WorkbookError) as caught:
        write_consolidated(summary(held), DAY)
    assert "一覧" in caught.value.text


@pytest.mark.slow
def test_another_program_opens_and_prints_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "集計.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "集計.xlsx")], check=True, capture_output=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "集計.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    for words in (
        "施策評価の一覧",
        "分野別の評価の割合",
        "課別の評価の割合",
        "成果指標の推移",
        "未定",
    ):
        assert words in text
