"""A remark of the office, at the item it is about."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Chip, Text

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Comment


def moment(noted_at: str) -> str:
    """「5月28日 10:05」 of an ISO moment; what cannot be read as one stays as it is."""
    try:
        at = datetime.fromisoformat(noted_at)
    except ValueError:
        return noted_at
    return sentence("form.moment", month=at.month, day=at.day, time=f"{at:%H:%M}")


class CommentBox(QFrame):
    """Purple, with a bar and a sign; says whether it still waits for something."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Text(sentence("form.comment_from"), "label")
        self._when = Text("", "support")
        self._open = Chip()
        self._text = Text("", "body", wrap=True)
        head = Row(self._head, self._when, None, self._open)
        self.setLayout(Column(head, self._text, gap=4, margins=(40, 8, 12, 10)))

    def show_comment(self, comment: Comment) -> None:
        self._when.setText(moment(comment.noted_at))
        self._text.setText(comment.text)
        if comment.open:
            self._open.show_word(sentence("form.comment_open"), "warn", "back")
        else:
            self._open.show_word(sentence("form.comment_closed"), "plain", "check")
        self.setAccessibleName(f"{sentence('form.comment_from')} {comment.text}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone("office")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(QRectF(0, 0, look.px(4), self.height()), look.px(2), look.px(2))
        side = look.px(16)
        look.paint_sign(painter, QRectF(look.px(14), look.px(12), side, side), "pencil", ink)
        painter.end()
