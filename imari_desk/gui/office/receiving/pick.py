"""One of several answers as a card to pick: its text, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from imari_desk.gui.exchange.difference_view import laid_out
from imari_desk.gui.exchange.rows import draw_document
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.painted import LEAD, paint_lines, wrapped

_LEFT, _PAD = 44, 12


class Pick(QRadioButton):
    """``html`` is shown, ``plain`` is what a screen reader says; ``below`` stands under it."""

    def __init__(self, html: str, plain: str, below: str, *, large: bool = False) -> None:
        super().__init__(plain)
        self._html, self._below = html, below
        self._size = 22 if large else 16
        self.setAccessibleName(plain)
        self.setAccessibleDescription(below)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, _pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        text = round(laid_out(self._html, room, self._size).size().height())
        below = len(wrapped(self._below, font(14), room).lines) if self._below else 0
        return text + below * px(LEAD) + px(2 * _PAD + 2)

    def sizeHint(self) -> QSize:
        return QSize(px(220), self.heightForWidth(px(220)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, here = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.primary if here else colours.field_line
        painter.setPen(QPen(QColor(edge), 2 if here else 1))
        painter.setBrush(QColor(colours.hover if self.underMouse() and not here else colours.field))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, px(8), px(8))
        self._paint_ring(painter)
        room, y = self._room(self.width()), px(_PAD)
        document = laid_out(self._html, room, self._size)
        draw_document(painter, document, px(_LEFT), y)
        y += round(document.size().height())
        if self._below:
            painter.setFont(font(14))
            painter.setPen(QColor(colours.support))
            lines = wrapped(self._below, font(14), room).lines
            paint_lines(painter, px(_LEFT), y, lines, px(LEAD))
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        colours, side = tokens(), px(20)
        ring = QRectF(px(14), px(_PAD + 2), side, side)
        ink = QColor(colours.primary if self.isChecked() else colours.field_line)
        painter.setPen(QPen(ink, px(2)))
        painter.setBrush(QColor(colours.field))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            inner = px(5)
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))

    @staticmethod
    def _room(width: int) -> int:
        return max(width - px(_LEFT + _PAD), px(60))

    def dress(self) -> None:
        """Sizes and colours are others now."""
        self.updateGeometry()
        self.update()
