"""Text that is read, and chips: a word on a tint, with a sign where there is one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imari_desk.gui import look

Role = Literal[
    "page",
    "title",
    "head",
    "subject",
    "label",
    "required",
    "body",
    "small",
    "support",
    "figure",
]

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
_BREAK = "\u200b"  # no width: a line may end here


class Text(QLabel):
    """Text in one of the house's sizes. ``wrap`` breaks it over lines, led for reading.

    ``anywhere``: between any two signs, as the path of a file has to be.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        *,
        wrap: bool = False,
        anywhere: bool = False,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain = ""
        self._anywhere = anywhere
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """What stands here, without any formatting."""
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        if self.wordWrap():
            body = (_BREAK.join(text) if self._anywhere else text).translate(_MARKUP)
            super().setText(f'<p style="line-height:150%;margin:0">{body}</p>')
        else:
            super().setText(text)

    def set_tone(self, tone: str) -> None:
        """Another colour: "" for the role's own, or a tone."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class Chip(QLabel):
    """A word on a tint, 24 high; never by colour alone: the word or the sign says it.

    A ``flat`` one has neither tint nor line and is as high as a label.
    """

    def __init__(
        self,
        text: str = "",
        tone: look.Tone = "plain",
        sign: str = "",
        parent: QWidget | None = None,
        *,
        flat: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone, self._sign, self._flat = tone, sign, flat
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(text, tone, sign)

    def show_word(self, text: str, tone: look.Tone, sign: str = "") -> None:
        """Show another word."""
        self._tone, self._sign = tone, sign
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font(14, True)).horizontalAdvance(self.text())
        sign = look.px(18) if self._sign else 0
        side = 0 if self._flat else look.px(10)
        return QSize(wide + sign + 2 * side, look.px(14 if self._flat else 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._flat:
            edge = QColor(ink)
            edge.setAlphaF(0.28)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(QColor(tint))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            inner = box.adjusted(look.px(10), 0, -look.px(10), 0)
        if self._sign:
            side = look.px(13)
            place = QRectF(inner.left() - look.px(1), box.center().y() - side / 2, side, side)
            look.paint_sign(painter, place, self._sign, ink)
            inner.setLeft(inner.left() + look.px(18))
        painter.setFont(look.font(14, True))
        painter.setPen(QColor(ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
