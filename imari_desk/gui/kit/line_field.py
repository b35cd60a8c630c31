"""One line of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from imari_desk.gui.kit.keys import Typing, describe, mark


class LineField(Typing, QLineEdit):
    """One line, as long as one likes. ``clean`` rewrites each typed text, length unchanged."""

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, clean: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(parent)
        self._clean = clean
        self._known = ""
        self._description = self._reason = ""
        self.setAcceptDrops(False)  # a file dropped here is the window's
        self.textChanged.connect(self.say)

    def widget(self) -> QWidget:
        return self

    def show_text(self, text: str) -> None:
        if text != self.text():
            cursor = self.cursorPosition()
            self._known = text
            self.setText(text)
            self.setCursorPosition(min(cursor, len(text)) if self.hasFocus() else 0)

    def set_locked(self, locked: bool, reason: str) -> None:
        self.setReadOnly(locked)
        mark(self, "locked", locked)
        self._reason = reason if locked else ""
        self.describe()

    def set_names(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        self._description = description
        self.describe()

    def describe(self, reading: str = "") -> None:
        """Say the description, why it is locked, and what the text was understood as."""
        describe(self, self._description, self._reason, reading)

    def set_fault(self, fault: bool) -> None:
        """Draw the edge of a field something is wrong with; the words stand beside it."""
        mark(self, "fault", fault)

    def say(self) -> None:
        if self.composing or self.text() == self._known:
            return
        if self._clean and (cleaned := self._clean(self.text())) != self.text():
            cursor = self.cursorPosition()
            self._known = cleaned
            self.setText(cleaned)
            self.setCursorPosition(cursor)
        self._known = self.text()
        self.edited.emit(self._known)
