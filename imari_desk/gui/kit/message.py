"""A line that says something where it happened, in place of a dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from imari_desk.gui import look
from imari_desk.gui.kit.button import Button
from imari_desk.gui.kit.keys import show_in_place
from imari_desk.gui.kit.text import Text

_SIGN: dict[look.Tone, str] = {
    "ok": "check",
    "error": "bang",
    "warn": "bang",
    "note": "question",
    "office": "pencil",
}


class LineMessage(QFrame):
    """A tinted line with a sign, a sentence and the buttons for what to do now.

    Without a text it is not there. What it says is announced to screen readers.
    """

    def __init__(
        self, text: str = "", tone: look.Tone = "info", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone: look.Tone = tone
        self._text = Text(wrap=True, role="small")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        look.follow(self._dress)
        self.setVisible(False)
        if text:
            self.say(text, tone)

    def say(self, text: str, tone: look.Tone = "info") -> None:
        """Show this sentence; "" takes the line away."""
        self._tone = tone
        self._text.setText(text)
        self.setAccessibleName(text)
        self._dress()
        show_in_place(self, bool(text))
        if text and self.isVisible():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        return self._text.text()

    def add_button(self, button: Button) -> None:
        """Put a button behind the sentence."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), max(look.px(40), super().minimumSizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        radius = look.px(6)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(QColor(ink))
        bar = QRectF(0, 0, look.px(4), self.height())
        painter.drawRoundedRect(bar, look.px(2), look.px(2))
        if sign := _SIGN.get(self._tone):
            side = look.px(16)
            look.paint_sign(painter, QRectF(look.px(14), look.px(12), side, side), sign, ink)
        painter.end()

    def _dress(self) -> None:
        left = look.px(38) if self._tone in _SIGN else look.px(16)
        # A led line has its extra height below: less of it here brings the words to the middle.
        self._row.setContentsMargins(left, look.px(11), look.px(10), look.px(7))
        self._row.setSpacing(look.px(8))
        self.updateGeometry()
        self.update()
