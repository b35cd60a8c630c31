"""Choosing one, or none, by key and mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.kit import ChoiceField, FlagField, Segments

STATES = ("済", "一部", "未", "対象外")
WORKED = ("した", "しない")
Show = Callable[[QWidget], QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Puts an input into a window above a plain line, and the keyboard into it."""
    kept = []

    def show(field: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window

    return show


def parts(segments: Segments) -> list[QRadioButton]:
    return segments.findChildren(QRadioButton)


def heard(field: Segments | ChoiceField | FlagField) -> list[str]:
    said: list[str] = []
    field.edited.connect(said.append)
    return said


def key(name: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, name)


def test_arrows_choose_and_go_round(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    said = heard(segments)
    for name in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        key(name)
    assert said == ["済", "一部", "済", "対象外"]
    assert QApplication.focusWidget() is parts(segments)[3]


def test_a_choice_can_be_taken_back_by_key(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    segments.show_text("未")
    said = heard(segments)
    for name in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Backspace):
        key(name)
    assert said == ["", "済", ""]
    assert not any(part.isChecked() for part in parts(segments))


def test_a_second_click_takes_nothing_back(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    said = heard(segments)
    QTest.mouseDClick(parts(segments)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(parts(segments)[1], Qt.MouseButton.LeftButton)
    assert segments.text() == "一部"
    assert said == ["一部"]


def test_tab_stops_once_at_what_is_chosen(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    segments.show_text("未")
    stops = [p.text() for p in parts(segments) if p.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["未"]
    segments.show_text("")
    stops = [p.text() for p in parts(segments) if p.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["済"]


def test_segments_are_radio_buttons_to_a_screen_reader(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    segments.set_names("実施状況", "")
    reader = QAccessible.queryAccessibleInterface(parts(segments)[1])
    assert reader.role() == QAccessible.Role.RadioButton
    assert reader.text(QAccessible.Text.Name) == "実施状況 一部"


def test_no_width_changes_when_one_is_chosen(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    before = [part.sizeHint() for part in parts(segments)]
    segments.show_text("対象外")
    assert [part.sizeHint() for part in parts(segments)] == before
    bold = QFontMetrics(look.font(16, True)).horizontalAdvance("対象外")
    assert before[3].width() > bold


def test_an_unknown_answer_chooses_no_segment(shown: Show) -> None:
    segments = Segments(STATES)
    shown(segments)
    segments.show_text("済")
    segments.show_text("たぶん済")
    assert segments.text() == ""


def test_a_list_has_an_entry_for_no_answer(shown: Show) -> None:
    field = ChoiceField(STATES)
    shown(field)
    said = heard(field)
    for name in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete):
        key(name)
    assert said == ["済", "一部", "済", ""]


def test_an_answer_that_is_not_in_the_list_stays_and_goes_with_the_next(shown: Show) -> None:
    field = ChoiceField(STATES)
    shown(field)
    field.show_text("おおむね済んでいる")
    assert field.text() == "おおむね済んでいる"
    assert field.sizeHint().width() > ChoiceField(STATES).sizeHint().width()
    field.show_text("済")
    assert field.count() == len(STATES) + 1
    assert field.text() == "済"


def _wheel(field: QComboBox) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_scrolling_over_a_list_does_not_change_it(shown: Show) -> None:
    field = ChoiceField(STATES)
    window = shown(field)
    field.show_text("一部")
    window.findChildren(QLineEdit)[0].setFocus()
    _wheel(field)
    assert field.text() == "一部"
    field.setFocus()
    _wheel(field)
    assert field.text() == "未"


def test_opening_the_list_is_not_leaving(qtbot: QtBot, shown: Show) -> None:
    field = ChoiceField(STATES)
    shown(field)
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.showPopup()
    qtbot.waitUntil(field.view().isVisible)
    field.hidePopup()
    assert left == []


def test_a_flag_is_unanswered_until_it_is_answered(shown: Show) -> None:
    flag = FlagField("計画", WORKED)
    shown(flag)
    said = heard(flag)
    assert (flag.text(), flag.accessibleDescription()) == ("", "未記入")
    key(Qt.Key.Key_Space)
    QTest.mouseClick(flag, Qt.MouseButton.LeftButton)
    key(Qt.Key.Key_Delete)
    assert said == ["した", "しない", ""]


def test_a_flag_says_its_answer_in_words(shown: Show) -> None:
    flag = FlagField("計画", WORKED)
    shown(flag)
    pictures = []
    for answer in ("", *WORKED):
        flag.show_text(answer)
        pictures.append(flag.grab().toImage())
    assert pictures[0] != pictures[2]  # no colour, no tick: the word alone tells them apart
    flag.show_text("しない")
    assert flag.accessibleDescription() == "しない"
    reader = QAccessible.queryAccessibleInterface(flag)
    assert (reader.role(), reader.text(QAccessible.Text.Name)) == (
        QAccessible.Role.CheckBox,
        "計画",
    )


def test_an_answer_that_was_not_in_the_list_goes_without_a_word() -> None:
    field = ChoiceField(STATES, required=True)
    said = heard(field)
    field.show_text("中止")
    field.show_text("未")
    assert (said, field.text(), field.count()) == ([], "未", 4)


def test_the_list_shows_its_words_whole_below_a_narrow_field(shown: Show) -> None:
    field = ChoiceField(("A", "B"))
    shown(field)
    field.showPopup()
    words = field.itemText(0)
    assert field.view().width() > QFontMetrics(look.font()).horizontalAdvance(words)
    below = field.mapToGlobal(QPoint(0, field.height())).y()
    assert field.view().mapToGlobal(QPoint(0, 0)).y() >= below - 2  # the edges meet
    field.hidePopup()


def test_a_required_choice_cannot_be_emptied(qtbot: QtBot) -> None:
    field = ChoiceField(("令和7年度", "令和6年度"), required=True)
    qtbot.addWidget(field)
    field.show_text("令和6年度")
    assert field.count() == 2
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "令和6年度"
    field.show_text("令和3年度")  # shown, though it cannot be chosen any more
    assert field.text() == "令和3年度"
    field.show_text("令和7年度")
    assert field.count() == 2
