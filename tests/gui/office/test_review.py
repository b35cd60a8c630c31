"""点検 played through real widgets over a real office: queue, table, remarks, steps, panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.review_queue import QueueGroup
from imari_desk.domain.book import Purpose
from imari_desk.domain.items import Owner
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.kit import FocusRing
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.review.cells import RowWidget
from imari_desk.gui.office.review.confirming import ConfirmPanel
from imari_desk.gui.office.review.hearing import HearingPanel
from imari_desk.gui.office.review.page import Review
from imari_desk.gui.office.review.sending import SendPanel
from imari_desk.gui.settings import Place, Settings
from tests import ready
from tests.desk.office import board_sample
from tests.desk.office.review_sample import handed_in
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR
from tests.gui.test_accessible import nameless
from tests.gui.test_zoom import cut, outside


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(handed_in, tmp_path)
    with Desk.open(tmp_path / "office") as desk:
        assert desk.role is Owner.OFFICE
        settings = Settings(tmp_path / "office")
        settings.out_folder = tmp_path
        yield Hand(desk, Background(inline=True), settings, YEAR)


def shown(hand: Hand, qtbot: QtBot) -> Review:
    """The page in a window, hearing of changes as it does at its place."""
    made, window = Review(hand), QStackedWidget()
    window.addWidget(made)
    FocusRing(window)
    qtbot.addWidget(window)
    window.resize(1400, 820)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    def refresh() -> None:
        if window.isVisible():
            made.refresh()

    hand.changed.connect(refresh)  # which keeps the window for as long as the hand is there
    made.refresh()
    qtbot.waitUntil(lambda: all(x.marks is not None for x in made.queue.model.shown))
    return made


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> Review:
    return shown(hand, qtbot)


def row(page: Review, key: str) -> RowWidget:
    return next(one for one in page.evaluation.table.rows if key in one.row.keys)


def state(hand: Hand, measure: str = MINE) -> OfficeState:
    return office_state(hand.desk.leaf(measure, YEAR).evaluation)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


# The queue


def test_the_queue_opens_what_waits_and_says_how_much(page: Review) -> None:
    assert page.queue.model.shown[0].measure == MINE
    assert page.evaluation.page is not None
    assert page.evaluation.page.leaf.measure.code == MINE
    spoken = page.queue.model.place_of(MINE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "目印" in spoken
    assert DEPARTMENT in spoken
    QAbstractItemModelTester(page.queue.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh()


def test_how_many_wait_is_told_to_the_rail(hand: Hand, page: Review, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.waiting) as told:
        page.refresh()
    assert told.args == [1]
    page.evaluation.bar.check.click()
    with qtbot.waitSignal(page.waiting) as told:
        page.refresh()
    assert told.args == [0]
    assert state(hand) is OfficeState.CHECKED


def test_the_queue_is_filtered_by_marks_department_field_and_words(page: Review) -> None:
    every = len(page.queue.model.shown)
    QTest.mouseClick(page.queue.which.findChildren(QWidget)[1], Qt.MouseButton.LeftButton)
    assert [line.measure for line in page.queue.model.shown] == [MINE]
    page.queue.which.choose(0)
    page.queue.focus_search()
    page.queue.words.insert("窓口")
    assert THEIRS in {line.measure for line in page.queue.model.shown}
    assert MINE not in {line.measure for line in page.queue.model.shown}
    page.queue.words.clear()
    assert len(page.queue.model.shown) == every
    page.queue.words.insert("どこにもない言葉")
    assert page.queue.model.shown == ()


def test_one_goes_from_evaluation_to_evaluation(page: Review, hand: Hand) -> None:
    order = [line.measure for line in page.queue.model.shown]
    page.queue.rows.setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.evaluation.page is not None
    assert page.evaluation.page.leaf.measure.code == order[1]
    page.handlers()["previous_measure"]()
    assert page.evaluation.page.leaf.measure.code == order[0]
    said: list[str] = []
    hand.said.connect(lambda text, _tone: said.append(text))
    page.back.click()
    assert said != []


@pytest.mark.slow
def test_the_board_of_a_whole_year_stands_in_the_queues_order(tmp_path: Path, qtbot: QtBot) -> None:
    ready.copy(board_sample.make, tmp_path)
    with Desk.open(tmp_path, clock=board_sample.clock) as desk:
        hand = Hand(desk, Background(inline=True), Settings(tmp_path), board_sample.YEAR)
        page = shown(hand, qtbot)
        groups = [line.group for line in page.queue.model.shown]
        assert groups == sorted(groups, key=list(QueueGroup).index)
        assert set(groups) == set(QueueGroup)
        page.grab()


# Reading and remarking


def test_marks_stand_at_their_values_and_are_gone_through_by_key(page: Review) -> None:
    rate = row(page, "indicator.1.numerator")
    assert [mark.word for mark in rate.row.marks] == ["前年から140％増"]
    assert "140％増え" in rate.accessibleDescription()
    assert page.handlers()["next_check"]()
    first = page.evaluation.table.current_key
    assert page.handlers()["next_check"]()
    assert page.evaluation.table.current_key != first


def test_a_remark_is_written_taken_back_and_undone_by_keyboard(page: Review, hand: Hand) -> None:
    page.show_evaluation(Place(MINE, YEAR, "activities"))
    assert focused() is row(page, "activities")
    press(Qt.Key.Key_Return)
    keys("xyz")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [c.text for c in row(page, "activities").row.comments] == ["xyz"]
    assert state(hand) is OfficeState.REVIEWING
    assert "コメント1件" in page.evaluation.bar.back.text()
    (comment,) = row(page, "activities").row.comments
    page.evaluation.table.withdrawn.emit(comment.key)
    assert row(page, "activities").row.comments == ()
    hand.notebook.undo()
    assert [c.text for c in row(page, "activities").row.comments] == ["xyz"]


def test_a_remark_left_is_none_and_one_half_written_holds_up_the_step(
    page: Review, hand: Hand
) -> None:
    page.show_evaluation(Place(MINE, YEAR, "results"))
    press(Qt.Key.Key_Return)
    keys("abc")
    page.evaluation.bar.check.click()
    assert state(hand) is OfficeState.RECEIVED, "the remark would be lost"
    row(page, "results").begin_remark()
    page.evaluation.table.go_to("results")
    composer = row(page, "results")._composer
    assert composer is not None
    composer.field.setFocus()
    press(Qt.Key.Key_Escape)
    assert focused() is row(page, "results")
    assert row(page, "results").row.comments == ()
    page.evaluation.bar.check.click()
    assert state(hand) is OfficeState.CHECKED


def test_rows_are_walked_with_the_arrows_and_copied(page: Review) -> None:
    page.evaluation.table.enter()
    first = page.evaluation.table.current_key
    press(Qt.Key.Key_Down)
    assert page.evaluation.table.current_key != first
    page.evaluation.table.go_to("results")
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "来庁が減った。"


@pytest.mark.slow
def test_the_whole_review_needs_no_mouse(page: Review, hand: Hand) -> None:
    page.setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(focused(), RowWidget), "Enter goes on into the evaluation"
    for _ in range(40):
        if focused() is page.evaluation.bar.view.page:
            break
        press(Qt.Key.Key_Tab)
    assert focused() is page.evaluation.bar.view.page
    keys("abc")
    while focused() is not page.evaluation.bar.check:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    leaf = hand.desk.leaf(MINE, YEAR)
    assert leaf.evaluation.value("office_view") == "abc"
    assert office_state(leaf.evaluation) is OfficeState.CHECKED


# Grades, view, steps


def test_the_second_grade_is_chosen_and_taken_back(page: Review, hand: Hand) -> None:
    def second() -> str:
        return hand.desk.leaf(MINE, YEAR).evaluation.value("second_grade")

    page.evaluation.cards.second_chosen.emit("B")
    assert second() == "B"
    page.handlers()["undo"]()
    assert second() == ""
    page.handlers()["redo"]()
    assert second() == "B"


def test_what_is_confirmed_is_opened_again_with_a_reason_only(page: Review, hand: Hand) -> None:
    page.evaluation.head.staged.emit(OfficeState.CONFIRMED)
    bar = page.evaluation.bar
    assert bar.view.page.isReadOnly()
    assert not bar.correct.isHidden()
    bar.correct.click()
    said: list[str] = []
    hand.said.connect(lambda text, _tone: said.append(text))
    press(Qt.Key.Key_Return)
    assert state(hand) is OfficeState.CONFIRMED
    assert "理由" in said[0]
    keys("count")
    press(Qt.Key.Key_Return)
    assert state(hand) is OfficeState.REVIEWING
    assert "count" in page.evaluation.head.correction.text()
    assert not bar.view.page.isReadOnly()


def test_the_history_of_the_row_one_stands_on_opens(page: Review, qtbot: QtBot) -> None:
    page.evaluation.table.go_to("activities")
    before = set(QApplication.topLevelWidgets())
    page.handlers()["history"]()
    (window,) = set(QApplication.topLevelWidgets()) - before
    assert "取組実績" in window.windowTitle()
    qtbot.addWidget(window)


# Many at once


@pytest.mark.slow
def test_a_hearing_is_kept_listed_copied_and_printed(
    page: Review, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.evaluation.head.hearing.click()
    keys("abc")
    page.evaluation.head.keep()
    assert hand.desk.office.reviewing.hearings(YEAR)[0][1] == "abc"
    page.to_hearing.click()
    panel = page.panels.panel
    assert isinstance(panel, HearingPanel)
    panel.copy.click()
    assert f"{MINE}\t" in QGuiApplication.clipboard().text()
    assert "abc" in panel.html()
    asked: list[str] = []

    def refuse(_dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append("printer")
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    panel.print.click()
    assert asked == ["printer"]
    assert "abc" in panel.document().toPlainText()
    panel.questions.setFocus()
    keys("d")
    panel.copy.setFocus()
    assert hand.desk.office.reviewing.hearings(YEAR)[0][1].replace("d", "") == "abc"
    panel.look.click()
    assert page.evaluation.isVisible()
    page.evaluation.head.hearing.click()
    page.panels.show_hearings()
    assert panel.list.model_.rowCount() == 0


@pytest.mark.slow
def test_what_goes_back_is_looked_at_and_written(page: Review, hand: Hand, tmp_path: Path) -> None:
    page.evaluation.bar.back.click()
    assert state(hand) is OfficeState.RETURNED
    page.panels.show_sending()
    panel = page.panels.panel
    assert isinstance(panel, SendPanel)
    panel.due.show_text("令和8年6月12日")
    panel.refresh()
    assert panel.list.model_.checked == (DEPARTMENT,)
    assert "令和8年6月12日" in panel.covering.text()
    panel.copy_all.click()
    assert DEPARTMENT in QGuiApplication.clipboard().text()
    panel.act.click()
    assert list(tmp_path.glob("*差戻し*.xlsx")) != []
    assert panel.list.model_.lines[0].chip == "返しました"
    assert panel.list.model_.checked == ()
    assert "1つのブック" in panel.message.text()
    panel.show_purpose(Purpose.CONFIRMATION)
    assert panel.list.model_.rowCount() == 0
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert page.evaluation.isVisible()


def test_many_are_confirmed_and_the_others_say_why_not(page: Review, hand: Hand) -> None:
    page.evaluation.head.staged.emit(OfficeState.CHECKED)
    page.to_confirm.click()
    panel = page.panels.panel
    assert isinstance(panel, ConfirmPanel)
    model = panel.list.model_
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.checked == (MINE,)
    late = next(line for line in model.lines if line.key == THEIRS)
    assert not late.can
    assert "提出" in late.note
    panel.none.click()
    assert not panel.act.isEnabled()
    panel.list.setCurrentIndex(model.index([x.key for x in model.lines].index(MINE)))
    panel.list.setFocus()
    press(Qt.Key.Key_Space)
    assert model.checked == (MINE,)
    panel.act.click()
    assert state(hand) is OfficeState.CONFIRMED
    panel.books.click()
    sending = page.panels.panel
    assert isinstance(sending, SendPanel)
    assert sending.list.model_.checked == (DEPARTMENT,)


# Room


@pytest.mark.slow
def test_on_a_narrow_page_the_queue_and_the_panels_wait_behind_buttons(page: Review) -> None:
    page.window().resize(800, 640)
    QApplication.processEvents()
    assert page.queue.isHidden()
    assert page.to_send.isHidden()
    assert not page.many.isHidden()
    page.unfold.click()
    assert not page.queue.isHidden()
    page.window().resize(1400, 420)
    QApplication.processEvents()
    page.grab()
    page.window().resize(1400, 820)
    QApplication.processEvents()
    assert page.many.isHidden()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("zoom", "size"), [(1.0, (1182, 640)), (1.5, (1090, 620)), (2.0, (1160, 600))]
)
def test_nothing_is_cut_or_nameless_at_any_zoom(
    hand: Hand, qtbot: QtBot, qapp: QApplication, zoom: float, size: tuple[int, int]
) -> None:
    look.apply(qapp, dark=False, zoom=zoom)
    page = shown(hand, qtbot)
    page.window().resize(*size)
    hand.desk.office.reviewing.comment(MINE, YEAR, "activities", "今年度のことをお書きください。")
    hand.desk.office.reviewing.hear(MINE, YEAR, "増えた手続きの内訳")
    page.refresh()
    acts: tuple[Callable[[], None], ...] = (
        lambda: page.show_evaluation(Place(MINE, YEAR)),
        page.panels.show_sending,
        page.panels.show_confirming,
        page.panels.show_hearings,
    )
    for act in acts:
        act()
        for _ in range(6):
            QApplication.processEvents()
        assert cut(page) == []
        assert outside(page) == []
        assert nameless(page) == []
    assert page.window().width() <= size[0]


def test_no_grade_is_no_step_of_the_scale(page: Review, hand: Hand) -> None:
    hand.desk.enter(MINE, YEAR, {"indicator.1.numerator": "約48件"})
    page.show_evaluation(Place(MINE, YEAR))
    told = [one.accessibleName() for one in page.evaluation.cards.findChildren(QWidget)]
    assert any("提案と異なります" in name for name in told)
    assert not any("段階上" in name for name in told)
