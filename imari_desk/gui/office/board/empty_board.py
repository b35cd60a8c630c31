"""What stands in place of the board as long as nobody answers for anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, Text


class EmptyBoard(Card):
    """Says what comes first, and has the way there."""

    def __init__(self) -> None:
        super().__init__()
        self.set_up = Button(sentence("office.board.set_up"), "primary")
        self.text = Text(
            sentence("office.board.nobody", page=sentence("office.page.year")), wrap=True
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(sentence("office.board.first"), "head"))
        self._column.addWidget(self.text)
        self._column.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignLeft)
        look.follow(self._dress)

    def _dress(self) -> None:
        pad = look.px(24)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(12))
