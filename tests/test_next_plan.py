"""Another plan, with other years, measures and scale, needs no code; nor does a new version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from imari_desk.desk.desk import Desk
from imari_desk.domain.book import Level
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.records import Outcome
from imari_desk.workbook.by_hand import fill_in
from imari_desk.workbook.plan_book import write_plan_book

NEXT = Path(__file__).parent / "data" / "next_plan.toml"
YEAR = 2026
DEPARTMENT = "くらし支援課"
LIST = "番号,担当課\nく-1,くらし支援課\nく-2,くらし支援課\n行政-②,市民課\n"
ANSWERS = {
    "indicator.1.events": "15・12・18",
    "indicator.2.value": "90",
    "milestone.1.state": "済",
    "milestone.2.state": "一部",
    "milestone.2.reason": "雨で1会場を延ばした",
    "activities": "2会場で試行した。",
    "grade": "S",
}


pytestmark = pytest.mark.slow


@pytest.fixture
def plan() -> Plan:
    return parse_plan(NEXT.read_text("utf-8"))


@pytest.fixture
def office(tmp_path: Path, plan: Plan) -> Desk:
    """An office that has taken the next plan in from a workbook, beside the packaged one."""
    book = tmp_path / "次期計画.xlsx"
    book.write_bytes(write_plan_book(plan))
    (tmp_path / "担当.csv").write_text(LIST, "utf-8")
    desk = Desk.create(tmp_path / "office", Owner.OFFICE)
    desk.import_plan(book)
    desk.assign(tmp_path / "担当.csv")
    return desk


def test_the_whole_round_on_another_plan(office: Desk, plan: Plan, tmp_path: Path) -> None:
    with office, Desk.create(tmp_path / "課", Owner.DEPARTMENT, DEPARTMENT) as clerk:
        books = office.request(YEAR, "2027-05-28", tmp_path / "依頼")
        assert books[0].measures == ("く-1", "く-2")
        report = clerk.import_files([books[0].path])[0]
        assert (report.level, report.problems) == (Level.FULL, ())
        assert clerk.plan() == plan
        clerk.enter("く-1", YEAR, ANSWERS)
        sent = clerk.submit(YEAR, tmp_path / "提出.xlsx")
        assert sent.gaps
        assert office.import_files([sent.path])[0].outcome is Outcome.APPLIED
        view = office.show("く-1", YEAR)
        assert view.judgement.grade == "S"
        assert {a.key: a.value for a in view.answers}["grade"] == "S"
        office.confirm(YEAR, tmp_path / "確定", [DEPARTMENT])
        office.consolidate(YEAR, tmp_path / "集計.xlsx")
        assert office.print(YEAR, tmp_path / "シート.pdf") == len(plan.measures)
        # The plan before it is still there, with its own years.
        assert office.show("行-②", 2025).judgement.grade == "―"
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "シート.pdf").pages)
    assert "例市デジタル活用計画" in text
    assert "目標を大きく上回った" in text
    assert "令和12" in text
    assert load_workbook(tmp_path / "集計.xlsx").worksheets[0].max_row > len(plan.measures)


def test_a_hand_filled_request_of_another_plan_comes_home(office: Desk, tmp_path: Path) -> None:
    with office:
        path = office.request(YEAR, "", tmp_path / "依頼")[0].path
        filled = fill_in(path.read_bytes(), {"く-1": {"T01": "試行した", "M21": 90}}, {})
        path.write_bytes(filled)
        office.import_files([path])
        view = {a.key: a.value for a in office.show("く-1", YEAR).answers}
    assert view["activities"] == "試行した"
    assert view["indicator.2.value"] == "90"
    assert view["submission"] == "1"


def test_a_year_that_was_judged_keeps_its_version(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "office", Owner.OFFICE) as desk:
        (tmp_path / "担当.csv").write_text("施策番号,担当課\n行-②,情報課\n", "utf-8")
        desk.assign(tmp_path / "担当.csv")
        desk.confirm(2024, tmp_path / "確定")
        first = desk.plan()
        corrected = first.by_code["行-②"]
        measures = tuple(
            replace(m, name="行政手続の電子化") if m == corrected else m for m in first.measures
        )
        book = tmp_path / "計画.xlsx"
        book.write_bytes(write_plan_book(replace(first, measures=measures)))
        assert desk.import_plan(book).plan.version == 2
        assert desk.import_plan(book).plan.version == 2  # nothing new the second time
        names = {}
        for year in (2024, 2025):
            desk.print(year, tmp_path / f"{year}.pdf", ["行-②"])
            names[year] = PdfReader(tmp_path / f"{year}.pdf").pages[0].extract_text()
    assert "行政手続のオンライン化" not in names[2025].replace("\n", "")
    assert "行政手続の電子化" in names[2025]
    assert "行政手続きのオンライン化" in names[2024]
    assert "第1版" in names[2024]
    assert "第2版" in names[2025]


def test_a_code_that_vanished_is_said(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "office", Owner.OFFICE) as desk:
        first = desk.plan()
        fewer = replace(first, measures=first.measures[1:])
        book = tmp_path / "計画.xlsx"
        book.write_bytes(write_plan_book(fewer))
        assert desk.import_plan(book).gone == ("産-①",)


def test_the_plan_goes_out_and_comes_back_as_it_is(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "office", Owner.OFFICE) as desk:
        plan = desk.export_plan(tmp_path / "計画.xlsx")
        assert desk.import_plan(tmp_path / "計画.xlsx").plan == plan
