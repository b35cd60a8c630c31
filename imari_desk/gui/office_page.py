"""For the office, whose window is still to come: an honest word, and the commands it has now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Text

COMMANDS = ("init", "assign", "request", "import", "status", "return", "confirm", "publish")


class OfficePage(QWidget):
    """Says where the office's data lie and what can be typed. ``back()``: to the start page."""

    back = Signal()

    def __init__(self, folder: Path, *, can_go_back: bool) -> None:
        super().__init__()
        self._folder = folder
        self._said = LineMessage()
        self._card = Card()
        self._column, self._buttons = QVBoxLayout(self._card), QHBoxLayout()
        self._lay_out(can_go_back)
        look.follow(self._dress)

    def text(self) -> str:
        """The commands as they can be pasted into a command window."""
        data = f'--data "{self._folder}"'
        return "\n".join(f"{sentence(f'office.{name}')} {data}" for name in COMMANDS)

    def _lay_out(self, can_go_back: bool) -> None:
        page = QVBoxLayout(self)
        page.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)
        self._column.addWidget(Text(sentence("office.title"), "title"))
        self._column.addWidget(Text(sentence("office.text"), wrap=True))
        folder = Text(sentence("office.data", folder=self._folder), "small")
        self._column.addWidget(folder)
        self._column.addWidget(Text(sentence("office.commands"), "label"))
        for name in COMMANDS:
            self._column.addWidget(_command(name))
        copy = Button(sentence("office.copy"), "primary")
        copy.clicked.connect(self._copy)
        self._buttons.addWidget(copy)
        if can_go_back:
            back = Button(sentence("office.back"))
            back.clicked.connect(self.back)
            self._buttons.addWidget(back)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._said)
        self.setFocusProxy(copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._said.say(sentence("office.copied"), "ok")

    def _dress(self) -> None:
        self._card.setFixedWidth(look.px(820))
        pad = look.px(24)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(12))


def _command(name: str) -> QWidget:
    text = Text(f"{sentence(f'office.{name}')}　　{sentence(f'cli_{name}')}", "small")
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text
