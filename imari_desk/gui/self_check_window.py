"""The self-check in a window: one text, and a way to copy all of it for support."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.kit import Button, FocusRing, Text

if TYPE_CHECKING:
    from imari_desk.desk.self_check import SelfCheck


_LABEL = 190  # pixels the labels take at 100 %


class SelfCheckWindow(QDialog):
    """Looks as soon as it is made, on a thread of its own: the desk's own has other work.

    ``inline`` looks at once, for tests.
    """

    def __init__(self, folder: Path, parent: QWidget, *, inline: bool = False) -> None:
        super().__init__(parent)
        title = sentence("self.title")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._background = Background(self, inline=inline)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.copy = Button(sentence("self.copy"), "plain")
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self._said = Text("", "support")
        self._arrange(title)
        self._ring = FocusRing(self)
        look.follow(self._dress)
        self.text.setPlainText(sentence("self.looking"))
        self._background.run(partial(_look, folder), self._show, self._failed)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._background.finish()
        super().closeEvent(event)

    def done(self, code: int) -> None:
        """Escape and the button come this way, without a close event."""
        self._background.finish()
        super().done(code)

    def _arrange(self, title: str) -> None:
        close = Button(sentence("kit.close"), "primary")
        close.clicked.connect(self.accept)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._said, 1)
        self._buttons.addWidget(self.copy)
        self._buttons.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(title, "head"))
        self._column.addWidget(self.text, 1)
        self._column.addLayout(self._buttons)

    def _show(self, found: SelfCheck) -> None:
        self.text.setPlainText(found.text())
        self._lead()
        self.copy.setEnabled(True)

    def _lead(self) -> None:
        """Lines led for reading; what a label says stands beside it, and goes on there."""
        beside = look.px(_LABEL)
        led = QTextBlockFormat()
        led.setLineHeight(look.px(26), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        led.setLeftMargin(beside)
        led.setTextIndent(-beside)
        self.text.setTabStopDistance(beside)
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(led)

    def _failed(self, error: Exception) -> None:
        """A check that breaks is itself what support wants to read."""
        self.text.setPlainText(f"{type(error).__name__}: {error}")
        self.copy.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText(sentence("self.copied"))

    def _dress(self) -> None:
        pad = look.px(20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(14))
        self._lead()
        self._buttons.setSpacing(look.px(12))
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(min(look.px(860), room.width()), min(look.px(680), room.height()))


def _look(folder: Path) -> SelfCheck:
    from imari_desk.desk import self_check

    return self_check.look(folder)
