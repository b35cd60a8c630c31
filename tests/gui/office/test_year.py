"""年度の準備: its steps, the table one types in, lists and ranges, 組織改編, texts, workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.year_view import DUE, Step
from imari_desk.domain.asking import COVERING, MESSAGE, SUBJECT
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.kit import LineField
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.year import page as module
from imari_desk.gui.office.year.measure_model import Column, Shown, row_text
from imari_desk.gui.office.year.page import YearPage
from imari_desk.gui.office.year.party_model import Column as PartyColumn
from imari_desk.gui.settings import Settings
from tests import ready
from tests.desk.office import year_sample as sample
from tests.desk.office.year_sample import CITIZENS, COUNTER, FINANCE, OPEN, OTHERS, YEAR
from tests.gui.windows import Windows

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
KEY = Qt.Key


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(sample.make, tmp_path / "office")
    with Desk.open(tmp_path / "office", clock=sample.clock) as desk:
        found: list[Exception] = []
        made = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR, sample.clock)
        made.broken.connect(found.append)
        yield made
        assert found == []


def opened(hand: Hand, qtbot: QtBot) -> YearPage:
    made = YearPage(hand)
    qtbot.addWidget(made)
    made.resize(1182, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    hand.changed.connect(made.refresh)
    made.refresh()
    return made


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> YearPage:
    return opened(hand, qtbot)


def said(page: YearPage, step: Step) -> str:
    button = page.steps.buttons[step].said
    return f"{'■' if button.done else '□'}{button.text}"


def type_in(page: YearPage, measure: str, column: Column, text: str) -> None:
    """What a person does in the table: go there, type, Enter."""
    table = page.departments.table
    table.go_to(page.departments.model.row_of(measure), column)
    table.setFocus()
    QTest.keyClick(table, KEY.Key_F2)
    (editor,) = [e for e in table.viewport().findChildren(LineField) if e.isVisible()]
    editor.setText(text)
    QTest.keyClick(editor, KEY.Key_Return)


def cell(page: YearPage, measure: str, column: Column) -> str:
    model = page.departments.model
    return str(model.index(model.row_of(measure), column).data())


# The steps


def test_the_page_opens_at_what_is_to_be_done_first(page: YearPage) -> None:
    assert page.steps.step is Step.DEPARTMENTS
    assert said(page, Step.PLAN) == "■第1版"
    assert said(page, Step.DEPARTMENTS) == "□2施策が未定"
    assert said(page, Step.DUE) == "□未定"
    assert said(page, Step.BOOKS) == "□0／4課を作成"
    told = page.steps.buttons[Step.DEPARTMENTS].accessibleName()
    assert told == "手順2　担当課（これから）　2施策が未定"


def test_one_goes_from_step_to_step(page: YearPage) -> None:
    page.steps.open(Step.PLAN)
    for step in (Step.DEPARTMENTS, Step.DUE, Step.ASKS, Step.BOOKS):
        page.next.click()
        assert page.steps.step is step
    assert not page.next.isVisible()
    assert said(page, Step.ASKS) == "■確認済み"  # who goes on has looked at the texts
    page.steps.buttons[Step.BOOKS].setFocus()
    QTest.keyClick(page.steps.buttons[Step.BOOKS], KEY.Key_Left)
    assert page.steps.step is Step.ASKS


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_step_is_painted(page: YearPage, qapp: QApplication, zoom: float) -> None:
    look.apply(qapp, dark=zoom > 1, zoom=zoom)
    for step in Step:
        page.steps.open(step)
        assert not page.grab().isNull()


def test_the_plan_says_which_version_judges(page: YearPage, hand: Hand, tmp_path: Path) -> None:
    assert page.plan.version.text() == "第1版で評価します。"
    assert page.plan.chip.text() == "確定で固定"
    hand.desk.confirm(YEAR, tmp_path / "確定", [FINANCE])
    page.refresh()
    assert page.plan.chip.text() == "固定済み"
    assert said(page, Step.PLAN) == "■第1版に固定"


def test_the_plan_is_corrected_on_its_own_page(
    hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_has_page", lambda _name: True)
    page = opened(hand, qtbot)
    with qtbot.waitSignal(hand.page_wanted) as wanted:
        page.plan.edit.click()
    assert wanted.args == ["plan"]


# 担当課


def test_the_model_keeps_its_word(page: YearPage) -> None:
    model = page.departments.model
    QAbstractItemModelTester(model, FATAL)
    assert [row.measure for row in model.rows[:2]] == list(OPEN)
    assert row_text(model.rows[0]).endswith("担当課 未定　関係課 ―　前年 ―")
    page.departments.search.setText("窓口")
    assert [row.measure for row in model.rows] == ["行-③"]
    page.departments.search.setText("")
    model.show_only(Shown.MISSING)
    assert [row.measure for row in model.rows] == list(OPEN)


def test_a_department_is_typed_and_the_next_row_waits(page: YearPage) -> None:
    type_in(page, OPEN[0], Column.DEPARTMENT, FINANCE)
    assert cell(page, OPEN[0], Column.DEPARTMENT) == FINANCE
    assert cell(page, OPEN[0], Column.SINCE) == "令和7から"
    assert page.departments.table.currentIndex().row() == 1
    assert "行-⑬の担当課を財政課にしました" in page.departments.message.text()
    assert said(page, Step.DEPARTMENTS) == "□1施策が未定"
    type_in(page, OPEN[1], Column.DEPARTMENT, OTHERS)
    assert said(page, Step.DEPARTMENTS) == "■4課・28施策"
    page.departments.take_back()
    assert said(page, Step.DEPARTMENTS) == "□1施策が未定"
    assert not page.departments.take_back_possible


def test_undo_takes_the_last_change_back(page: YearPage) -> None:
    assert page.handlers() == {}
    type_in(page, "行-②", Column.DEPARTMENT, FINANCE)
    page.handlers()["undo"]()
    assert cell(page, "行-②", Column.DEPARTMENT) == CITIZENS


def test_names_are_completed(page: YearPage) -> None:
    table = page.departments.table
    table.go_to(0, Column.DEPARTMENT)
    table.setFocus()
    QTest.keyClick(table, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineField)
    completer = editor.completer()
    assert completer is not None
    completer.setCompletionPrefix("政")
    found = {completer.completionModel().index(n, 0).data() for n in range(2)}
    assert found == {FINANCE, "情報政策課"}
    QTest.keyClick(editor, KEY.Key_Escape)
    assert cell(page, OPEN[0], Column.DEPARTMENT) == "未定"


def test_what_is_being_typed_outlives_a_refresh(page: YearPage) -> None:
    table = page.departments.table
    table.go_to(0, Column.DEPARTMENT)
    table.setFocus()
    QTest.keyClick(table, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineField)
    editor.setText("書きかけ")
    page.refresh()
    assert editor.text() == "書きかけ"
    QTest.keyClick(editor, KEY.Key_Escape)


def test_related_departments_are_several_names(page: YearPage) -> None:
    type_in(page, "行-②", Column.RELATED, f"{FINANCE}、{OTHERS}")
    assert cell(page, "行-②", Column.RELATED) == f"{FINANCE}、{OTHERS}"
    model = page.departments.model
    nobody = model.index(model.row_of(OPEN[0]), Column.RELATED)
    assert not model.flags(nobody) & Qt.ItemFlag.ItemIsEditable


def test_a_department_of_before_is_not_emptied(page: YearPage) -> None:
    table = page.departments.table
    table.go_to(page.departments.model.row_of("行-②"), Column.DEPARTMENT)
    QTest.keyClick(table, KEY.Key_Delete)
    assert "空にはできません" in page.departments.message.text()
    type_in(page, OPEN[0], Column.DEPARTMENT, FINANCE)
    table.go_to(page.departments.model.row_of(OPEN[0]), Column.DEPARTMENT)
    QTest.keyClick(table, KEY.Key_Delete)
    assert cell(page, OPEN[0], Column.DEPARTMENT) == "未定"


def test_an_odd_name_is_refused_in_words(page: YearPage) -> None:
    type_in(page, OPEN[0], Column.DEPARTMENT, "長" * 61)
    assert "課の名前として使えません" in page.departments.message.text()
    assert not page.departments.back_button.isVisible()


def test_the_years_of_a_measure_are_told(page: YearPage) -> None:
    type_in(page, "行-②", Column.DEPARTMENT, FINANCE)
    page.departments.table.go_to(page.departments.model.row_of("行-②"))
    text = page.departments.history.text()
    assert "令和3年度～令和6年度　市民課　→　令和7年度　財政課" in text


def test_from_the_plans_first_year_on(page: YearPage, hand: Hand) -> None:
    page.departments.since.choose(1)
    type_in(page, OPEN[0], Column.DEPARTMENT, FINANCE)
    view = hand.desk.office.setting_up.look(2021)
    assert {r.measure: r.department for r in view.rows}[OPEN[0]] == FINANCE


def paste(page: YearPage, text: str, measure: str = OPEN[0], column: int = -1) -> None:
    table = page.departments.table
    table.go_to(page.departments.model.row_of(measure), column)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(table, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_range_from_a_spreadsheet(page: YearPage) -> None:
    paste(page, f"行-⑬\t{FINANCE}\n行－14\t{OTHERS}\t{FINANCE}\n")
    assert cell(page, OPEN[1], Column.RELATED) == FINANCE
    assert "2施策の担当課を書き換えました" in page.departments.message.text()
    paste(page, f"行-⑬\t{FINANCE}\n")
    assert "いまと違うところはありません" in page.departments.message.text()


def test_one_column_goes_down_from_where_one_is(page: YearPage) -> None:
    paste(page, f"{FINANCE}\n{OTHERS}\n", OPEN[0], Column.DEPARTMENT)
    assert [cell(page, code, Column.DEPARTMENT) for code in OPEN] == [FINANCE, OTHERS]
    paste(page, f"{OTHERS}\n", OPEN[0], Column.RELATED)
    assert cell(page, OPEN[0], Column.RELATED) == OTHERS
    paste(page, "何か", OPEN[0], Column.NAME)
    assert "施策番号の列が見つかりません" in page.departments.message.text()
    paste(page, " \n", OPEN[0], Column.NAME)


def test_what_is_not_clear_is_shown_first(page: YearPage) -> None:
    paste(page, f"行-⑬\tはじめて課\n行-①\t{FINANCE}\t{OTHERS}\n行-99\tx課\n")
    preview = page.departments.preview
    assert preview.isVisible()
    assert not page.departments.table.isVisible()
    QAbstractItemModelTester(preview.model, FATAL)
    assert preview.count.text() == "2施策が変わります。0施策は今のままです。"
    assert "3行目" in str(preview.model.index(0, 0).data())
    assert str(preview.model.index(1, 3).data()) == "はじめて課［はじめての課名］"
    assert cell(page, OPEN[0], Column.DEPARTMENT) == "未定"
    preview.cancel.click()
    assert not preview.isVisible()
    paste(page, f"行-⑬\tはじめて課\n行-①\t{FINANCE}\t{OTHERS}\n行-99\tx課\n")
    preview.apply.click()
    assert cell(page, OPEN[0], Column.DEPARTMENT) == "はじめて課"
    assert not preview.isVisible()


def test_a_list_file(page: YearPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "担当.csv"
    path.write_text(f"施策番号,担当課\n行-⑬,{FINANCE}\n行-②,{CITIZENS}\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    page.departments.list_button.click()
    assert page.departments.preview.title.text() == "「担当.csv」で変わるところ"
    assert not page.departments.preview.faults.isVisible()
    page.departments.preview.apply.click()
    assert cell(page, OPEN[0], Column.DEPARTMENT) == FINANCE


def test_a_file_that_is_no_list_is_said(page: YearPage, tmp_path: Path) -> None:
    path = tmp_path / "別の表.csv"
    path.write_text("年,月\n1,2\n", "utf-8")
    page.departments.read_list(path)
    assert "見出しが見つかりません" in page.departments.message.text()
    assert page.departments.table.isVisible()


def test_the_table_is_copied_with_its_headings(page: YearPage) -> None:
    table = page.departments.table
    table.setFocus()
    table.selectAll()
    QTest.keyClick(table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["施策番号", "施策名"]
    assert len(lines) == 29
    table.go_to(2, Column.NAME)
    table.copy()
    assert QGuiApplication.clipboard().text() == page.departments.model.rows[2].name


# 組織改編


def test_a_department_goes_on_under_another_name(page: YearPage) -> None:
    box = page.departments.box
    page.departments.reorganise_button.click()
    assert box.isVisible()
    box.do.click()
    assert "名前を入れてください" in box.message.text()
    box.old.show_text(CITIZENS)
    box.new.setText(COUNTER)
    QTest.keyClick(box.new, KEY.Key_Return)
    assert cell(page, "行-②", Column.DEPARTMENT) == COUNTER
    assert cell(page, "行-②", Column.LAST) == CITIZENS
    assert "市民課の2施策を市民生活課が受け継ぎました" in page.departments.message.text()
    box.old.show_text(COUNTER)
    box.new.setText(CITIZENS)
    box.do.click()
    assert "取り消してください" in box.message.text()
    (end,) = box.lines
    end.click()
    assert cell(page, "行-②", Column.DEPARTMENT) == CITIZENS
    box.close_button.click()
    assert not box.isVisible()


# 期限


def test_a_day_for_all_and_another_for_one(page: YearPage, hand: Hand) -> None:
    page.steps.open(Step.DUE)
    page.due.due.line.setText("令和8年5月29日")
    page.steps.open(Step.ASKS)  # going on writes at once
    assert said(page, Step.DUE) == "■5月29日(金)"
    model = page.due.model
    QAbstractItemModelTester(model, FATAL)
    row = next(n for n, one in enumerate(model.rows) if one.department == FINANCE)
    assert model.setData(model.index(row, PartyColumn.DUE), "R8.6.12")
    assert said(page, Step.DUE) == "■5月29日(金)　1課は別の日"
    assert model.index(row, PartyColumn.DUE).data() == "令和8年6月12日"
    assert model.setData(model.index(row, PartyColumn.DUE), "いつか")
    assert said(page, Step.DUE) == "□日付を読み取れません"
    assert hand.desk.office.setting_up.look(YEAR).due == "令和8年5月29日"


@pytest.mark.parametrize(
    ("day", "told"),
    [("R8.5.30", "休みの日"), ("R7.5.30", "今日より前"), ("R8.5.29", "")],
)
def test_a_doubtful_day_is_said(page: YearPage, day: str, told: str) -> None:
    page.due.due.line.setText(day)
    assert told in page.due.message.text()
    assert bool(told) == bool(page.due.message.text())


def test_what_is_typed_survives_a_restart(page: YearPage, hand: Hand, qtbot: QtBot) -> None:
    page.steps.open(Step.DUE)
    page.due.due.line.setText("令和8年5月")
    page.asks.template.fields[SUBJECT].show_text("")
    field = page.asks.template.fields[SUBJECT]
    assert isinstance(field, LineField)
    field.setText("お願い")
    page.hide()
    again = opened(hand, qtbot)
    assert again.due.due.text() == "令和8年5月"
    assert again.asks.template.fields[SUBJECT].text() == "お願い"


# お願い


def test_a_template_becomes_a_letter(page: YearPage, qtbot: QtBot) -> None:
    page.steps.open(Step.ASKS)
    page.asks.department.show_text(FINANCE)
    page.asks._go_to_party("")
    covering = page.asks.own.fields[COVERING]
    assert covering.text().startswith(f"{FINANCE}　ご担当者様")
    template = page.asks.template.fields[MESSAGE]
    template.page.setPlainText("［課名］へ")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.asks.own.fields[MESSAGE].text() == f"{FINANCE}へ")
    assert said(page, Step.ASKS) == "■確認済み"
    page.asks.copy_covering.click()
    assert QGuiApplication.clipboard().text() == covering.text()
    page.asks.copy_subject.click()
    assert QGuiApplication.clipboard().text().startswith("令和7年度")
    page.asks.copy_all.click()
    assert QGuiApplication.clipboard().text().count("件名：") == 4
    page.asks.defaults.click()
    assert page.asks.template.fields[MESSAGE].text().startswith("［年度］")


def test_a_letter_for_one_department_alone(page: YearPage) -> None:
    page.steps.open(Step.ASKS)
    asks = page.asks
    asks.department.show_text(FINANCE)
    asks._go_to_party("")
    subject = asks.own.fields[SUBJECT]
    assert isinstance(subject, LineField)
    subject.setText("特別のお願い")
    page.steps.open(Step.BOOKS)
    page.steps.open(Step.ASKS)
    assert asks.note.text() == "この課だけの文面です。"
    asks.department.show_text(OTHERS)
    asks._go_to_party("")
    assert subject.text().startswith("令和7年度")
    asks.department.show_text(FINANCE)
    asks._go_to_party("")
    assert subject.text() == "特別のお願い"
    asks.as_template.click()
    assert subject.text().startswith("令和7年度")
    assert not asks.as_template.isVisible()


# 依頼ブック


def test_the_workbooks_of_those_that_are_ticked(
    page: YearPage, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "依頼"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    hand.desk.office.setting_up.keep(YEAR, DUE, "R8.5.29")
    page.refresh()
    page.steps.open(Step.BOOKS)
    books = page.books
    QAbstractItemModelTester(books.model, FATAL)
    assert books.write.text().startswith("4課の")
    assert "担当課の決まっていない施策が2件" in books.warning.text()
    books.pick_none.click()
    assert not books.write.isEnabled()
    row = next(n for n, one in enumerate(books.model.rows) if one.department == FINANCE)
    books.table.go_to(row, 0)
    books.table.setFocus()
    QTest.keyClick(books.table, KEY.Key_Return)
    assert books.model.chosen == (FINANCE,)
    books.letters.click()
    assert FINANCE in QGuiApplication.clipboard().text()
    books.write.click()
    assert [path.name for path in folder.iterdir()] == ["2025_依頼_財政課.xlsx"]
    assert "1課の依頼ブックを作りました" in books.message.text()
    assert books.open_button.isVisible()
    assert said(page, Step.BOOKS) == "□1／4課を作成"
    assert "4/8に作成" in str(books.model.index(row, PartyColumn.STATE).data())
    assert books.model.chosen == ()
    books.pick_open.click()
    assert FINANCE not in books.model.chosen
    books.pick_all.click()
    assert len(books.model.chosen) == 4


def test_stopped_between_two_workbooks(page: YearPage, tmp_path: Path) -> None:
    books = page.books
    page.steps.open(Step.BOOKS)
    books.folder = tmp_path
    books.pick_all.click()
    books._work.progressed.connect(lambda done, _total: books._work.stop() if done else None)
    books.start()
    assert "作り終えた2課のブックは残っています" in books.message.text()
    assert len(list(tmp_path.glob("*.xlsx"))) == 2
    assert said(page, Step.BOOKS).startswith("□2／4")


def test_a_folder_that_cannot_be_written_to_is_said(page: YearPage, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    page.steps.open(Step.BOOKS)
    page.books.folder = tmp_path / "x"
    page.books.start()
    assert page.books.message.text()
    assert not page.books.open_button.isVisible()
    assert said(page, Step.BOOKS) == "□0／4課を作成"


def test_another_year_brings_its_own(page: YearPage, hand: Hand) -> None:
    type_in(page, OPEN[0], Column.DEPARTMENT, FINANCE)
    page.due.due.line.setText("令和8年5月29日")
    hand.look_at(2024)
    page.refresh()
    assert page.due.due.text() == ""
    assert cell(page, OPEN[0], Column.DEPARTMENT) == "未定"
    assert page.departments.message.text() == ""
    hand.look_at(YEAR)
    page.refresh()
    assert page.due.due.text() == "令和8年5月29日"


def test_everything_has_a_name(page: YearPage) -> None:
    for step in Step:
        page.steps.open(step)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                inside = widget.accessibleName() or getattr(widget, "text", str)()
                assert inside or widget.focusProxy(), widget


def test_tab_leaves_the_table(page: YearPage) -> None:
    table = page.departments.table
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Tab, Qt.KeyboardModifier.NoModifier)
    table.keyPressEvent(event)
    assert not event.isAccepted()


# The whole window


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


def shown_in(window: MainWindow, qtbot: QtBot) -> YearPage:
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.office is not None)
    assert window.frame is not None
    assert window.frame.office is not None
    window.frame.office.show_page("year")
    page = window.frame.office.page
    assert isinstance(page, YearPage)
    return page


@pytest.mark.slow
def test_a_year_is_set_up_in_the_window_over_two_days(
    windows: Windows, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    ready.copy(sample.make, tmp_path / "office")
    yesterday = Windows(qapp)
    window = yesterday.open(tmp_path / "office", inline=False)
    page = shown_in(window, qtbot)
    qtbot.waitUntil(lambda: page.departments.model.rowCount() == 28)
    for code in OPEN:
        type_in(page, code, Column.DEPARTMENT, FINANCE)
    qtbot.waitUntil(lambda: said(page, Step.DEPARTMENTS) == "■4課・28施策")
    page.next.click()
    page.due.due.line.setText("令和8年5月29日")
    window.close()  # at once: what was typed is written all the same
    qtbot.waitUntil(lambda: not window.isVisible())
    yesterday.end()

    again = shown_in(windows.open(tmp_path / "office", inline=False), qtbot)
    qtbot.waitUntil(lambda: again.due.due.text() == "令和8年5月29日")
    again.steps.open(Step.BOOKS)
    again.books.folder = tmp_path
    again.books.pick_all.click()
    again.books.start()
    told = again.books.message
    qtbot.waitUntil(lambda: "4課の依頼ブックを作りました" in told.text(), timeout=30_000)
    assert len(list(tmp_path.glob("*.xlsx"))) == 4
    qtbot.waitUntil(lambda: said(again, Step.BOOKS) == "■4課すべて作成済み")
