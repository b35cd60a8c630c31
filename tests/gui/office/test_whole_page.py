"""集計: five cards over real figures; every mark leads to its evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import Typed
from imari_desk.domain.whole import By, Whole
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.whole import indicators, values
from imari_desk.gui.office.whole.ahead import Ahead
from imari_desk.gui.office.whole.page import WholePage
from imari_desk.gui.office.whole.values import Several
from imari_desk.gui.settings import Place, Settings
from tests import ready
from tests.domain.plans import UNABLE, small_plan, with_grades
from tests.gui.office.held import Held

YEAR = 2025
GRADES = {
    ("産-①", 2024): "A",
    ("行-①", 2024): "B",
    ("行-②", 2024): "A",
    ("行-③", 2024): "A",
    ("行-①", 2025): "A",
    ("行-②", 2025): "C",
    ("行-③", 2025): "A",
}


def _office(folder: Path) -> None:
    _make(folder, small_plan())


def _make(folder: Path, plan: Plan) -> None:
    listed = "施策番号,担当課\n産-①,観光課\n行-①,市民課\n行-②,教育課\n行-③,市民課\n"
    (folder / "担当.csv").write_text(listed, "utf-8")
    with Desk.create(folder / "office", Owner.OFFICE, plan=plan) as office:
        office.assign(folder / "担当.csv")
        for (code, year), grade in GRADES.items():
            office.enter(code, year, {"second_grade": grade})


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(_office, tmp_path)
    with Desk.open(tmp_path / "office") as desk:
        made = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR)
        made.broken.connect(_raise)
        yield made


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture
def whole(hand: Hand) -> Whole:
    return hand.desk.office.whole.year(YEAR)


@pytest.fixture
def page(qtbot: QtBot, hand: Hand) -> WholePage:
    made = WholePage(hand)
    qtbot.addWidget(made)
    made.resize(1416, 870)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.milestones.bars.count() > 0)
    return made


def test_the_bars_say_how_many_and_lead_to_them(whole: Whole) -> None:
    first, *rest = values.grade_bars(whole, By.FIELD)
    assert (first.label, first.total, first.strong, first.apart) == ("全体", 5, True, True)
    assert [(s.text, s.number) for s in first.shares] == [
        ("A 2", 2),
        ("C 1", 1),
        ("― 1", 1),
        ("未定 1", 1),
    ]
    assert first.shares[0].mark.spoken == "全体　A 2施策（40％）"
    several = first.shares[0].mark.target
    assert isinstance(several, Several)
    assert [at.measure for at in several.places] == ["行-①", "行-③"]
    assert [bar.label for bar in rest] == ["産業", "行政", "地域"]
    assert rest[1].shares[1].mark.target == Place("行-②", 2025)
    assert [count for _, count in first.before] == [3, 1, 0, 0, 0]


def test_bars_by_department_and_year_have_words_for_labels(whole: Whole, hand: Hand) -> None:
    labels = [bar.label for bar in values.grade_bars(whole, By.DEPARTMENT)]
    assert labels == ["全体", "観光課", "市民課", "教育課", "（担当課未定）"]
    plan = hand.desk.office.whole.whole_plan(YEAR)
    bars = values.grade_bars(plan, By.YEAR)
    assert [bar.label for bar in bars[1:]] == [f"令和{n}年度" for n in range(3, 8)]
    assert all(bar.before == () for bar in bars)
    assert values.grade_table(plan, By.YEAR).heads == ("年度", "施策数", *"ABCD―", "未定")


def test_the_tables_hold_what_the_charts_show(whole: Whole) -> None:
    grades = values.grade_table(whole, By.FIELD)
    assert grades.rows[0] == ("全体", "5", "2", "0", "1", "0", "1", "1", "3", "1", "0", "0", "0")
    changes = values.change_table(whole)
    assert changes.rows[0] == ("行-②", "通信環境の改善", "教育課", "A", "C", "下がった")
    assert changes.targets[0] == Place("行-②", 2025)
    heat = values.heat_table(whole)
    assert heat.rows[1] == (
        "行-①",
        "手続きのオンライン化",
        "行政",
        "市民課",
        "未定",
        "未定",
        "未定",
        "B",
        "A",
    )
    milestones = values.milestone_table(whole, By.FIELD)
    assert milestones.rows[0] == ("全体", "7", "0", "0", "0", "7", "0")
    assert milestones.rows[-1][:2] == ("地-① 講習会と導入", "1")
    assert milestones.targets[-1] == Place("地-①", 2025)
    assert all(
        len(row) == len(table.heads) for table in (grades, heat, milestones) for row in table.rows
    )


def test_the_legend_says_what_a_letter_stands_for(whole: Whole, tmp_path: Path) -> None:
    words = [entry.word for entry in values.grade_legend(whole)]
    assert words == ["100％以上", "80％以上", "60％以上", "60％未満", "評価なし", "未定"]
    assert values.heat_note(whole.plan) == "A～D・―（評価なし）"
    folder = tmp_path / "other"
    folder.mkdir()
    _make(folder, small_plan(with_grades(UNABLE)))
    with Desk.open(folder / "office") as desk:
        found = desk.office.whole.year(YEAR)
    assert "評価できない" in [entry.word for entry in values.grade_legend(found)]


def test_an_indicator_says_how_far_it_is(hand: Hand) -> None:
    rate = {"indicator.1.numerator": "118", "indicator.1.denominator": "262"}
    with_rate = _written(hand, "行-①", rate)
    first = indicators.multiples(with_rate)[0]
    assert (first.title, first.value, first.unit) == ("行-① オンライン化率", "45.0", "％")
    assert (first.verdict, first.goal, first.place) == ("期待の90％", "目標 50％", 4)
    assert first.mark.target == Place("行-①", 2025, "indicator.1.state")
    table = indicators.indicator_table(with_rate)
    assert table.rows[0][:5] == ("行-①", "手続きのオンライン化", "オンライン化率", "50%", "％")
    assert table.rows[0][-1] == "90.1"
    assert all(len(row) == len(table.heads) for row in table.rows)
    met = indicators.multiples(_written(hand, "行-②", {"indicator.1.value": "0"}))
    assert [m.verdict for m in met if m.title.startswith("行-②")] == ["達成"]
    missed = indicators.multiples(_written(hand, "行-②", {"indicator.1.value": "3"}))
    assert [m.verdict for m in missed if m.title.startswith("行-②")] == ["未達成"]
    assert missed[-1].verdict == "値なし"


def _written(hand: Hand, code: str, answers: dict[str, str]) -> Whole:
    """As if a 課 had answered: the office itself writes no such items."""
    session = hand.desk._session
    at = EvaluationId(session.store.plan().id, code, YEAR)
    session.store.write([Typed(at, key, value) for key, value in answers.items()], session.origin)
    return hand.desk.office.whole.year(YEAR)


def test_the_page_shows_the_year(page: WholePage) -> None:
    assert page.grades.bars.count() == 8
    assert page.changes.changes.count() == 6
    assert page.map.map.count() == 25
    assert page.indicators.multiples.count() == 7
    assert page.changes.title == "前年度からの変化"


def test_a_mark_leads_to_its_evaluation(page: WholePage, hand: Hand, qtbot: QtBot) -> None:
    page.map.map.go_to(9)
    with qtbot.waitSignal(hand.wanted) as wanted:
        QTest.keyClick(page.map.map, Qt.Key.Key_Return)
    assert wanted.args == [Place("行-①", 2025)]


@pytest.mark.slow
def test_a_mark_of_several_shows_them_on_the_map(page: WholePage, qtbot: QtBot) -> None:
    page.grades.bars.setFocus()
    QTest.keyClick(page.grades.bars, Qt.Key.Key_Return)
    assert page.map.map.count() == 10
    assert page.map.map.mark(page.map.map.current).target == Place("行-①", 2025)
    assert page.map.map.hasFocus()
    page.refresh()
    qtbot.waitUntil(lambda: page.map.map.count() == 10)
    page.map._said_only.button.click()
    assert page.map.map.count() == 25


@pytest.mark.slow
def test_all_years_together(page: WholePage, qtbot: QtBot) -> None:
    page.period.choose(1)
    qtbot.waitUntil(lambda: page.milestones.bars.mark(0).spoken.startswith("全体　未記入 38"))
    assert page.changes.title == "はじめの年度からの変化"
    page.period.choose(-1)
    assert page.period.text() == "この年度"


@pytest.mark.slow
def test_what_is_counted_by_can_be_chosen(page: WholePage) -> None:
    page.grades.by.choose(2)
    assert page.grades.bars.mark(page.grades.bars.count() - 1).spoken.startswith("（担当課未定）")
    page.milestones.by.choose(3)
    page.milestones.by.choose(-1)
    assert page.milestones.by.by is By.FIELD


@pytest.mark.slow
@pytest.mark.parametrize(("width", "zoom"), [(1416, 1.0), (1182, 1.0), (1182, 1.5), (1182, 2.0)])
def test_there_is_room_for_every_card(
    page: WholePage, qapp: QApplication, width: int, zoom: float
) -> None:
    look.apply(qapp, dark=False, zoom=zoom)
    page.resize(width, 700)
    qapp.processEvents()
    room = page._scroll.viewport().width()
    for card in page._cards:
        assert card.geometry().right() <= room
        assert card.height() >= look.px(200)
    assert page._inside.width() <= room


@pytest.mark.slow
def test_the_workbook_is_written_where_one_says(
    page: WholePage, hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "集計"
    asked: list[str] = []

    def choose(_page: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(hand.files_used) as used:
        page.excel.click()
    assert used.args == [(target.with_suffix(".xlsx"),)]
    assert asked[0].endswith("2025年度_集計.xlsx")
    assert target.with_suffix(".xlsx").read_bytes()[:2] == b"PK"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save_book()


@pytest.mark.slow
def test_the_charts_are_printed_on_pages(page: WholePage, tmp_path: Path, hand: Hand) -> None:
    said: list[str] = []
    hand.said.connect(lambda text, _tone: said.append(text))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "集計.pdf"))
    before = page.map.map.size()
    page.print_on(printer)
    pages = PdfReader(tmp_path / "集計.pdf").pages
    assert said == [f"{len(pages)}ページを印刷に回しました。"]
    assert page.map.map.size() == before


def test_who_asks_again_is_answered_alone(hand: Hand) -> None:
    hand.background = held = Held()
    ahead, ended, left = Ahead(hand), list[str](), list[int]()
    ahead.reckon(YEAR, lambda: ended.append("first"))
    ahead.reckon(YEAR, lambda: ended.append("second"), left.append)
    held.release()
    assert ended == ["second"]
    assert left == []
