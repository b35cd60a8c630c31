"""Last plan and next plan in one database: years of both, and what the one said in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.succession import Answering
from imari_desk.domain.summary import Trend
from imari_desk.workbook.plan_book import write_plan_book
from tests import ready

NEXT = Path(__file__).parents[2] / "data" / "next_plan.toml"
OLD_YEAR, YEAR = 2025, 2026
ONE, SEVERAL = "く-1", "行政-②"  # go on from 地-①; from 行-② and 行-③
CITIZENS, LIVING = "市民課", "くらし支援課"
NOW = datetime(2027, 4, 8, 9, 30)


def clock() -> datetime:
    return NOW


def _make(folder: Path) -> None:
    """The old plan's last year answered; the next plan, judged alike, taken in from a workbook."""
    with Desk.create(folder / "office", Owner.OFFICE, clock=clock) as desk:
        old, setting_up = desk.plan(), desk.office.setting_up
        setting_up.assign(
            OLD_YEAR,
            [Answering("地-①", LIVING), Answering("行-②", CITIZENS), Answering("行-③", CITIZENS)],
            from_first=True,
        )
        for code in ("地-①", "行-②", "行-③"):
            texts = {"activities": f"{code}に取り組んだ", "progress": "計画どおり", "grade": "A"}
            desk.enter(code, OLD_YEAR, texts)
        book = folder / "次期計画.xlsx"
        plan = parse_plan(NEXT.read_text("utf-8"))
        scale = replace(plan.scale, grades=old.scale.grades)
        book.write_bytes(write_plan_book(replace(plan, scale=scale)))
        desk.import_plan(book)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(_make, tmp_path)
    with Desk.open(tmp_path / "office", clock=clock) as desk:
        yield desk


def test_every_year_of_both_plans_can_be_looked_at(desk: Desk) -> None:
    years = desk.office.years()
    assert years == tuple(range(2030, 2020, -1))
    for year in years:
        view = desk.office.setting_up.look(year)
        assert year in view.plan.years
        desk.office.board.look(year, date(2027, 4, 8))
        assert len(desk.office.reviewing.lines(year)) == len(view.plan.measures)
        assert desk.office.whole.year(year).plan == view.plan


def test_the_first_year_shows_what_the_plan_before_said(desk: Desk) -> None:
    leaf = desk.leaf(ONE, YEAR)
    assert leaf.last_year("activities") == "地-①に取り組んだ"
    assert leaf.last_name == "令和7 地-①"
    assert leaf.last_year("milestone.1.state") == ""
    both = desk.leaf(SEVERAL, YEAR)
    assert both.last_year("activities") == "行-②　行-②に取り組んだ\n行-③　行-③に取り組んだ"
    assert desk.leaf(ONE, YEAR + 1).before == ()
    assert desk.leaf("く-2", YEAR).before == ()


def test_the_review_shows_it_beside_this_year(desk: Desk) -> None:
    rows = {row.key: row for row in desk.office.reviewing.page(desk.leaf(ONE, YEAR)).rows}
    assert rows["activities"].last == "地-①に取り組んだ"
    assert rows["grade"].last == "A"
    assert rows["progress"].last == "計画どおり"


def test_figures_of_the_first_year_go_on_from_the_last(desk: Desk) -> None:
    desk.enter(ONE, YEAR, {"grade": "B", "grade_reason": "途中"})
    standing = {s.measure.code: s for s in desk.office.whole.year(YEAR).standings}
    assert (standing[ONE].last_grade, standing[ONE].trend) == ("A", Trend.DOWN)
    assert standing[SEVERAL].last_grade == ""  # of two measures neither counts


def test_departments_are_taken_over_from_the_plan_before(desk: Desk) -> None:
    setting_up = desk.office.setting_up
    setting_up.reorganise(YEAR, CITIZENS, "市民生活課")
    view = setting_up.look(YEAR)
    assert view.before is not None
    rows = {row.measure: row for row in view.rows}
    assert (rows[ONE].last, rows[ONE].predecessors) == (LIVING, ("地-①",))
    assert rows[SEVERAL].predecessors == ("行-②", "行-③")
    found = setting_up.take_over(YEAR)
    assert [one.answering for one in found.changes] == [
        Answering(ONE, LIVING),
        Answering(SEVERAL, "市民生活課"),
    ]
    setting_up.assign(YEAR, [one.answering for one in found.changes])
    assert setting_up.take_over(YEAR).changes == ()


@pytest.mark.slow
def test_the_round_of_the_next_plans_first_year(desk: Desk, tmp_path: Path) -> None:
    setting_up = desk.office.setting_up
    setting_up.assign(YEAR, [one.answering for one in setting_up.take_over(YEAR).changes])
    (book,) = setting_up.write(YEAR, [LIVING], tmp_path / "依頼")
    with Desk.create(tmp_path / "課", Owner.DEPARTMENT, LIVING, clock=clock) as clerk:
        report = clerk.import_files([book.path])[0]
        assert (report.problems, report.unread, report.questions) == ((), (), ())
        sheet = load_workbook(book.path)[ONE]
        texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
        assert "地-①　地-①に取り組んだ" in texts
        assert "地-①　計画どおり" in texts
        clerk.enter(ONE, YEAR, {"activities": "相談会を開いた"})
        sent = clerk.submit(YEAR, tmp_path / "提出.xlsx")
    assert desk.import_files([sent.path])[0].problems == ()
    desk.print(YEAR, tmp_path / "シート.pdf", [ONE])
    text = PdfReader(tmp_path / "シート.pdf").pages[0].extract_text().replace("\n", "")
    assert "前年度 A（前の計画の地-①）" in text
    desk.print(OLD_YEAR, tmp_path / "前.pdf", ["地-①"])
