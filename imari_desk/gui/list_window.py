"""A small window with a list of tall rows: for the history, the flow and the glossary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.kit import Button, Card, FocusRing, LineMessage, Text
from imari_desk.gui.kit.room import open_at


class ListWindow(QWidget):
    """Title and sentence over the rows, buttons below them. Escape closes it.

    ``above`` and ``buttons`` are layouts for what a window has beside that.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.lines = LineList()
        self.title, self.said = Text(title, "head", wrap=True), Text(role="support", wrap=True)
        self.message, self.card, self.rows = LineMessage(), Card(), Rows()
        self.rows.setModel(self.lines)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(title)
        self.close_button = Button(sentence("exchange.close"))
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self._inside = QVBoxLayout(self.card)
        self._inside.addWidget(self.rows)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.title)
        self._page.addWidget(self.said)
        self.above = QVBoxLayout()
        self._page.addLayout(self.above)
        self._page.addWidget(self.message)
        self._page.addWidget(self.card, 1)
        self._page.addLayout(self.buttons)
        self._ring = FocusRing(self)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.close)
        open_at(self, 760, 560)
        look.follow(self._dress)

    def _dress(self) -> None:
        side = look.px(16)
        self._page.setContentsMargins(side, side, side, side)
        self._page.setSpacing(look.px(8))
        self._inside.setContentsMargins(1, look.px(8), 1, look.px(8))
        self.buttons.setSpacing(look.px(8))
        self.above.setSpacing(look.px(8))  # the ring around the field must not touch its label
        self.said.setVisible(bool(self.said.text()))
