"""The line at the bottom: whether it is saved, how far the page is, how large things are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.empty_window import STATUS
from imari_desk.gui.kit import Button, Rule, Text

_SIGNS: dict[look.Tone, str] = {"ok": "check", "info": "pencil", "error": "bang", "note": "bang"}


class _Sign(QWidget):
    """A drawn sign in the colour of a tone."""

    def __init__(self) -> None:
        super().__init__()
        self.tone: look.Tone = "plain"

    def sizeHint(self) -> QSize:
        return QSize(look.px(14), look.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if sign := _SIGNS.get(self.tone):
            side = look.px(14)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRectF(0, (self.height() - side) / 2, side, side)
            look.paint_sign(painter, place, sign, look.tone(self.tone)[0])
            painter.end()


class StatusLine(QFrame):
    """Says in a word and a sign how the saving stands. ``zoom_wanted()``: the zoom was clicked."""

    zoom_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kit", "bar")
        self._sign = _Sign()
        self._state = Text(role="label")
        self._hint = Text(role="support")
        self._filled = Text(role="support")
        self._zoom = Button("", "link")
        self._zoom.clicked.connect(self.zoom_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        column.addWidget(Rule())
        column.addLayout(self._row, 1)
        for widget in (self._sign, self._state, self._hint):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._filled)
        self._row.addWidget(self._zoom)
        self.say("")
        look.follow(self._dress)

    def say(self, text: str, tone: look.Tone = "plain", hint: str = "") -> None:
        """What state the saving is in, with a quieter hint behind it."""
        self._sign.tone = tone
        self._sign.setVisible(tone in _SIGNS)
        self._sign.update()
        self._state.set_tone("" if tone == "plain" else tone)
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self._state.setAccessibleName(f"{sentence('frame.status')} {text}".strip())
        self._hint.setText(hint)

    def state(self) -> str:
        """What it says."""
        return self._state.text()

    def show_filled(self, filled: int, wanted: int) -> None:
        """How much of the open page is filled in; nothing where nothing is wanted."""
        text = sentence("frame.filled", filled=filled, wanted=wanted) if wanted else ""
        self._filled.setText(text)

    def _dress(self) -> None:
        self.setFixedHeight(look.px(STATUS))
        self._row.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self._row.setSpacing(look.px(8))
        self._zoom.setText(sentence("frame.zoom", percent=round(look.zoom() * 100)))
