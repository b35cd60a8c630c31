"""Somebody of the office at the real window: sees what is visible, presses, types and drops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.office.place import OfficePlace
from tests.gui.kit.inputs import commit

_PATIENCE = 30_000  # milliseconds: the other core may be busy
_LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Officer:
    """Acts through what is visible; waits for what comes of it, never for a time."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def office(self) -> OfficePlace:
        assert self.window.frame is not None
        assert self.window.frame.office is not None
        return self.window.frame.office

    def wait(self, fact: Callable[[], object]) -> None:
        """Until it is so."""
        self._qtbot.waitUntil(lambda: bool(fact()), timeout=_PATIENCE)

    def ask(self, job: Callable[[Desk], T]) -> T:
        """What the desk holds, asked where it lives; everything asked before has been done."""
        found: list[T] = []
        hand = self.office.hand
        hand.ask(lambda: job(hand.desk), found.append)
        self.wait(lambda: found)
        return found[0]

    # Seeing

    def buttons(self, words: str, inside: QWidget | None = None) -> list[QAbstractButton]:
        """The buttons that begin with these words, or are named so, and can be pressed now."""
        found = (inside or self.window).findChildren(QAbstractButton)
        named = (b for b in found if words in (b.text()[: len(words)], b.accessibleName()))
        return [button for button in named if button.isVisible() and button.isEnabled()]

    def page(self, name: str, kind: type[W]) -> W:
        """Go to a page of the rail by its button."""
        entry = self.office.rail.entries[name]
        QTest.mouseClick(entry, _LEFT)
        self.wait(lambda: isinstance(self.office.page, kind))
        page = self.office.page
        assert isinstance(page, kind)
        self.settle()
        return page

    def settle(self) -> None:
        """What was asked of the desk has come, and what that asked for in turn."""
        for _ in range(3):
            self.ask(lambda _desk: None)
            QApplication.processEvents()

    # Doing

    def sit_down(self) -> None:
        """Come to the window: it has the focus."""
        self.window.activateWindow()
        self.wait(lambda: self.window.isActiveWindow() and QApplication.focusWidget() is not None)

    def press(self, words: str, inside: QWidget | None = None) -> None:
        """Click the one button with these words, once it is there and enabled."""
        self.wait(lambda: len(self.buttons(words, inside)) == 1)
        (button,) = self.buttons(words, inside)
        self.click(button)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """The left button of the mouse, in the middle unless told otherwise."""
        assert widget.isVisible()
        QTest.mouseClick(widget, _LEFT, NO_KEY, at or widget.rect().center())

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """A row of a list, scrolled to as a person would."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Japanese through the input method, where the focus is or into what is clicked first."""
        if into is not None:
            self.click(into)
        commit(self.focus, text)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus is nowhere"
        return widget

    def drop(self, paths: Sequence[Path]) -> None:
        """Files and folders, onto the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = self.window.rect().center()
        act = Qt.DropAction.CopyAction
        entering = QDragEnterEvent(middle, act, data, _LEFT, NO_KEY)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(middle), act, data, _LEFT, NO_KEY))
