"""提出状況 with its rows, its card, and what is copied, against a real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from imari_desk.domain.standing import Group, Share
from imari_desk.gui.background import Background
from imari_desk.gui.office.board.bars import told_of
from imari_desk.gui.office.board.delegate import due_width, name_width
from imari_desk.gui.office.board.model import Column, Role
from imari_desk.gui.office.board.page import BoardPage
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.settings import Place, Settings
from tests import ready
from tests.desk.office import board_sample as sample
from tests.desk.office.board_sample import EXTENDED, YEAR

FIRST, LATECOMER, SETTLED = "商工振興課", "都市計画課", "市民課"


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as desk:
        yield Hand(desk, Background(inline=True), Settings(tmp_path), YEAR, sample.clock)


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> BoardPage:
    made = BoardPage(hand)
    qtbot.addWidget(made)
    made.resize(1416, 840)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    return made


def row(page: BoardPage, department: str) -> list[str]:
    """The words of a row."""
    at = page.model.row_of(department)
    return [str(page.model.index(at, column).data() or "") for column in Column]


def test_the_model_keeps_its_word(page: BoardPage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.model, fatal)
    page.refresh()
    assert page.model.rowCount() == len(sample.PEOPLE) + 5


def test_groups_stand_over_their_departments(page: BoardPage) -> None:
    heads = [page.model.index(at, 0).data() for at in page.model.heads()]
    assert heads == [
        "期限を過ぎています　3課",
        "差戻し中　2課",
        "提出待ち　1課",
        "点検中　4課",
        "確認が済みました　3課",
    ]
    for at in page.model.heads():
        assert page.table.columnSpan(at, 0) == len(Column)


def test_a_row_says_in_words_what_is_drawn(page: BoardPage) -> None:
    assert row(page, FIRST) == [
        FIRST, "5", "5日超過", "5/5", "3/5", "3/5", "1件", "2/5", "0/5", "行-④　行-⑤",
    ]  # fmt: skip
    assert row(page, EXTENDED)[Column.DUE] == "6/12まで"
    assert row(page, LATECOMER)[Column.DUE] == "6/1に提出（3日遅れ）"
    assert row(page, "会計課")[Column.DUE] == "6/10 再提出"
    assert row(page, SETTLED)[Column.DUE] == "期限内に提出"
    index = page.model.index(page.model.row_of(FIRST), Column.DEPARTMENT)
    told = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert told.startswith(f"{FIRST}、5日超過、5施策のうち受付3")


def test_every_cell_is_painted(page: BoardPage) -> None:
    """A heading, every kind of step, chips and dashes: none of it may fail as it is drawn."""
    delegate = page.table.itemDelegate()
    picture = QPixmap(120, 40)
    painter = QPainter(picture)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 120, 40)
    for at in range(page.model.rowCount()):
        for column in Column:
            delegate.paint(painter, option, page.model.index(at, column))
    painter.end()


def test_the_most_pressing_department_is_chosen_first(page: BoardPage) -> None:
    assert page.chosen is not None
    assert page.chosen.department == FIRST
    assert page.side.name.text() == FIRST
    assert [r.stand.measure for r in page.side.rows] == ["行-④", "行-⑤"]
    with_two = page.side.reminder.copy_all.text()
    assert with_two.startswith("期限を過ぎた3課")


def test_the_keys_go_from_department_to_department(page: BoardPage) -> None:
    page.setFocus()
    for department in ("学校教育課", "契約管財課", "総務課"):  # over the head of a group
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert page.chosen is not None
        assert page.chosen.department == department
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert page.chosen is not None
    assert page.chosen.group(sample.NOW.date()) is Group.CHECKED
    QTest.keyClick(page.table, Qt.Key.Key_Home)
    assert page.chosen is not None
    assert page.chosen.department == FIRST


def test_enter_leads_to_what_is_missing_and_on_to_its_evaluation(
    page: BoardPage, hand: Hand, qtbot: QtBot
) -> None:
    page.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is page.side.rows[0]
    with qtbot.waitSignal(hand.wanted) as wanted:
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert wanted.args == [Place("行-④", YEAR)]


def test_who_answered_last_is_looked_up_when_one_stays(page: BoardPage, qtbot: QtBot) -> None:
    page.table.choose("総務課")
    qtbot.waitUntil(lambda: "内線 2345" in page.side.contact.text())
    assert page.side.contact.text() == "総田 花子（内線 2345）　令和6年度の記入者"


def test_the_text_is_on_the_clipboard_as_it_stands(page: BoardPage, qtbot: QtBot) -> None:
    box = page.side.reminder
    with qtbot.waitSignal(box.said):
        box.copy_subject.click()
    assert QGuiApplication.clipboard().text() == "令和7年度 施策評価のご提出について（お願い）"
    box.by.line.setText("令和8年6月10日")
    assert "6月10日(水)まで" in box.body.toPlainText()
    box.body.setPlainText(box.body.toPlainText() + "\n追伸")
    page.refresh()  # what a person has written stays
    assert box.body.toPlainText().endswith("追伸")
    box.copy_body.click()
    assert QGuiApplication.clipboard().text() == box.body.toPlainText()
    box.manner.choose(1)
    assert "途中のままでも受け付けること" in box.body.toPlainText()
    box.copy_all.click()
    assert QGuiApplication.clipboard().text().count("件名：") == 3


def test_of_whom_nothing_is_awaited_there_is_no_text(page: BoardPage) -> None:
    page.table.choose(SETTLED)
    assert not page.side.reminder.isVisible()
    assert not page.side.extend.isVisible()
    assert len(page.side.rows) == 2


def test_a_department_is_given_more_time(page: BoardPage, hand: Hand, qtbot: QtBot) -> None:
    hand.changed.connect(page.refresh)
    page.table.choose("学校教育課")
    box = page.side.extend
    box.open.click()
    assert box.due.text() == "令和8年6月10日"
    box.due.show_text("いつか")
    box.extend.click()
    assert box.due.isVisible()  # asked about, not guessed
    box.due.show_text("R8.6.19")
    box.reason.show_text("担当者の交代")
    with qtbot.waitSignal(hand.said) as said:
        box.extend.click()
    assert said.args == ["学校教育課の期限を6月19日(金)にしました。", "ok"]
    assert row(page, "学校教育課")[Column.DUE] == "6/19まで"
    assert page.chosen is not None
    assert page.chosen.department == "学校教育課"  # where one was
    assert "担当者の交代" in page.side.extended_note.text()


def test_the_rail_hears_how_many_are_late(page: BoardPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.waiting) as heard:
        page.refresh()
    assert heard.args == [3]


def test_the_bars_are_told_as_well(page: BoardPage, hand: Hand) -> None:
    whole = hand.desk.office.board.look(YEAR, sample.NOW.date()).fields[0]
    assert told_of(whole) == "全体　28施策　未提出7、受付・点検中6、差戻し3、確認済9、確定3"
    assert page.bars.accessibleDescription().startswith(told_of(whole))
    assert whole.counts[Share.SETTLED] == 3


@pytest.mark.parametrize("size", [(1182, 656), (1416, 840), (619, 340)])
def test_nothing_is_scrolled_sideways(page: BoardPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    shown = [c for c in Column if not page.table.isColumnHidden(c)]
    assert sum(map(page.table.columnWidth, shown)) <= page.table.viewport().width()
    assert page.side.isVisible()
    assert page.side.width() <= page.width()


@pytest.mark.parametrize("size", [(1182, 656), (1416, 840)])
def test_the_names_of_departments_stand_whole(page: BoardPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    wide = page.table.columnWidth(Column.DEPARTMENT)
    assert max(name_width(f"{name}") for name in sample.PEOPLE) <= wide
    dues = [page.model.index(page.model.row_of(name), 0).data(Role.DUE) for name in sample.PEOPLE]
    assert max(map(due_width, dues)) <= page.table.columnWidth(Column.DUE)


def test_a_new_office_is_told_what_comes_first(tmp_path: Path, qtbot: QtBot) -> None:
    with Desk.create(tmp_path, Owner.OFFICE) as desk:
        hand = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR)
        page = BoardPage(hand)
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        assert "だれがどの施策を担当するか" in page.empty.text.text()
        assert page.empty.isVisible()
        assert not page.table.isVisible()
        with qtbot.waitSignal(hand.page_wanted) as wanted:
            page.empty.set_up.click()
        assert wanted.args == ["year"]


@pytest.mark.slow
def test_the_list_is_printed(
    page: BoardPage, hand: Hand, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "一覧.pdf"

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    with qtbot.waitSignal(hand.said) as said:
        page.handlers()["print"]()
    assert said.args == ["一覧を印刷しました。", "ok"]
    assert path.read_bytes().startswith(b"%PDF")


def test_another_year_brings_another_board(page: BoardPage, hand: Hand) -> None:
    hand.look_at(2024)
    page.refresh()
    assert page.empty.isVisible()
    assert QApplication.focusWidget() is page.empty.set_up
    hand.look_at(YEAR)
    page.refresh()
    assert QApplication.focusWidget() is page.table
    assert page.model.rowCount() > 0
