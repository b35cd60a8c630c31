"""What holds for every input alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui.kit import Editor
from imari_desk.gui.kit.keys import context_menu
from tests.gui.kit.inputs import INPUTS, commit, compose, focused_part

WRITTEN = ("line", "text", "number", "date")


class Page:
    """An input above a plain line, in a window with the keyboard."""

    def __init__(self, qtbot: QtBot, kind: str) -> None:
        make, self.one, self.other = INPUTS[kind]
        self.editor: Editor = make()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.editor.widget())
        self.next = QLineEdit()
        column.addWidget(self.next)
        self.edited: list[str] = []
        self.left: list[bool] = []
        self.editor.edited.connect(self.edited.append)
        self.editor.left.connect(lambda: self.left.append(True))
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.part = focused_part(self.editor)
        self.editor.widget().setFocus()
        qtbot.waitUntil(self.part.hasFocus)


@pytest.mark.parametrize("kind", INPUTS)
def test_what_is_shown_can_be_read_back_and_says_nothing(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    for text in (page.one, page.other, ""):
        page.editor.show_text(text)
        assert page.editor.text() == text
    assert page.edited == []


@pytest.mark.parametrize("kind", INPUTS)
def test_left_is_said_once_when_the_focus_goes(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.editor.show_text(page.one)
    QTest.keyClick(page.part, Qt.Key.Key_Tab)
    assert page.next.hasFocus()
    assert page.left == [True]
    assert page.editor.text() == page.one


@pytest.mark.parametrize("kind", INPUTS)
def test_tab_leaves_backwards_too(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.next.setFocus()
    QTest.keyClick(page.next, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused_part(page.editor).hasFocus()


@pytest.mark.parametrize("kind", INPUTS)
def test_locked_it_can_be_reached_but_not_changed(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.editor.show_text(page.one)
    page.editor.set_names("自己評価", "年度末の状態")
    page.editor.set_locked(True, "確定しています")
    for key in (Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        QTest.keyClick(page.part, key)
    QTest.mouseClick(page.part, Qt.MouseButton.LeftButton)
    assert page.editor.text() == page.one
    assert page.edited == []
    assert page.part.hasFocus()
    assert "確定しています" in page.part.accessibleDescription()


@pytest.mark.parametrize("kind", INPUTS)
def test_unlocked_it_is_described_as_before(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.editor.set_names("自己評価", "年度末の状態")
    before = page.part.accessibleDescription()
    page.editor.set_locked(True, "確定しています")
    page.editor.set_locked(False, "")
    assert page.part.accessibleDescription() == before
    assert "年度末の状態" in before
    assert page.part.accessibleName().startswith("自己評価")


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_composition_is_not_an_answer_until_it_is_committed(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    compose(page.part, "さん")
    compose(page.part, "三")
    assert page.edited == []
    commit(page.part, "３")
    assert page.edited == [page.editor.text()]
    assert page.editor.text() in ("３", "3")


@pytest.mark.parametrize("kind", WRITTEN)
def test_composing_over_a_selection_waits_as_well(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.editor.show_text(page.one)
    QTest.keyClick(page.part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    compose(page.part, "さん")
    assert page.edited == []
    compose(page.part, "")  # the person gives it up: what was selected is gone
    assert page.edited == [""]


@pytest.mark.parametrize("kind", WRITTEN)
def test_undo_is_the_windows(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    asked: list[str] = []
    for standard in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        shortcut = QShortcut(QKeySequence(standard), page.window)
        shortcut.activated.connect(lambda name=standard.name: asked.append(name))
    QTest.keyClicks(page.part, "12")
    typed = page.editor.text()
    QTest.keySequence(page.part, QKeySequence(QKeySequence.StandardKey.Undo))
    QTest.keySequence(page.part, QKeySequence(QKeySequence.StandardKey.Redo))
    assert page.editor.text() == typed
    assert asked == ["Undo", "Redo"]


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_menu_of_a_text_has_no_undo_of_its_own(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    assert isinstance(page.part, QLineEdit | QTextEdit)
    menu = context_menu(page.part)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words
    assert [w for w in words if "ndo" in w or "edo" in w] == []
    menu.deleteLater()


@pytest.mark.parametrize("kind", ["line", "number", "date", "choice"])
def test_enter_neither_changes_nor_moves_on(qtbot: QtBot, kind: str) -> None:
    page = Page(qtbot, kind)
    page.editor.show_text(page.one)
    QTest.keyClick(page.part, Qt.Key.Key_Return)
    assert page.editor.text() == page.one
    assert page.part.hasFocus()
