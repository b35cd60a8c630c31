"""What stands where results will be, before one types: what can be found, and recent words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Text

_LINES = (1, 2, 3, 4)
_LONG = 12  # characters of recent words that are shown


class Before(QWidget):
    """``chosen(str)``: look for these words again."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._recent = Text(sentence("office.search.recent"), "label")
        self.buttons: list[Button] = []
        self._column.addWidget(self._recent)
        self._column.addLayout(self._row)
        self._column.addWidget(Text(sentence("office.search.what"), "label"))
        for line in _LINES:
            self._column.addWidget(Text(sentence(f"office.search.what.{line}"), wrap=True))
        self._column.addStretch(1)
        self.show_recent(())
        look.follow(self._dress)

    def show_recent(self, words: Sequence[str]) -> None:
        """Offer these, the newest first."""
        while self._row.count():
            self._row.takeAt(0)
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(one) for one in words]
        for button in self.buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._recent.setVisible(bool(words))

    def _button(self, words: str) -> Button:
        short = words if len(words) <= _LONG else f"{words[:_LONG]}…"
        button = Button(short.replace("&", "&&"), "small")
        button.setAccessibleName(sentence("office.search.again", words=words))
        button.setToolTip(words)
        button.clicked.connect(lambda: self.chosen.emit(words))
        return button

    def _dress(self) -> None:
        side = look.px(24)
        self._column.setContentsMargins(side, look.px(16), side, side)
        self._column.setSpacing(look.px(10))
        self._row.setContentsMargins(0, 0, 0, look.px(12))
        self._row.setSpacing(look.px(8))
