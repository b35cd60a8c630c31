"""The office's first start: its data are made when that is asked for, and not before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Progress, Text

_STEPS = (1, 2, 3, 4)


class BeginPage(QWidget):
    """Says what the office's data are and what comes first.

    ``begun()``: make them; ``rehearsal_chosen()``: sample data; ``back()``: to the start page.
    """

    begun = Signal()
    rehearsal_chosen = Signal()
    back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._card = Card()
        self._column, self._buttons = QVBoxLayout(self._card), QHBoxLayout()
        self._message, self._progress = LineMessage(), Progress()
        self._begin = Button(sentence("office.begin"), "primary")
        self._begin.clicked.connect(self.begun)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._page.addStretch(1)
        self._lay_out(folder)
        self.setFocusProxy(self._begin)
        look.follow(self._dress)

    def show_working(self, text: str) -> None:
        """The data are being made; nothing else can be started meanwhile."""
        self._message.say("")
        self._progress.start(text, can_cancel=False)
        self._card.setEnabled(False)

    def show_refusal(self, text: str) -> None:
        """They could not be made, and why."""
        self._card.setEnabled(True)
        self._progress.finish()
        self._message.say(text, "error")
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def refusal(self) -> str:
        """Why the data could not be made, "" where nothing was refused."""
        return self._message.text()

    def _lay_out(self, folder: Path) -> None:
        self._column.addWidget(Text(sentence("office.begin_title"), "title"))
        self._column.addSpacing(look.px(4))
        self._column.addWidget(Text(sentence("office.begin_text"), wrap=True))
        for step in _STEPS:
            self._column.addWidget(Text(sentence(f"office.begin_step.{step}"), wrap=True))
        self._column.addWidget(Text(sentence("office.begin_folder", folder=folder), "small"))
        self._column.addWidget(self._message)
        self._column.addWidget(self._progress)
        self._column.addSpacing(look.px(10))
        practise, back = Button(sentence("office.practise")), Button(sentence("office.back"))
        practise.clicked.connect(self.rehearsal_chosen)
        back.clicked.connect(self.back)
        for button in (self._begin, practise, back):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)

    def _dress(self) -> None:
        self._page.setContentsMargins(look.px(12), look.px(56), look.px(12), look.px(12))
        self._card.setFixedWidth(look.px(760))
        pad = look.px(24)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(12))
