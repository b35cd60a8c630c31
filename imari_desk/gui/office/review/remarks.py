"""Remarks of the office beside an answer: those that stand, and the one being written."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from imari_desk.desk.leaf import Comment
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.kit import Button, Chip, Text, TextField

_LIMIT = 200  # characters a remark should keep to


class RemarkCard(QFrame):
    """One remark, what the 課 says to it, and a way to take it back.

    ``withdrawn(str)``: its key.
    """

    withdrawn = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._when = Text("", "support", wrap=True)
        self._text = Text("", "small", wrap=True)
        self._reply = Text("", "small", wrap=True)
        self._state = Chip()
        self._take = Button(sentence("office.review.withdraw"), "link")
        self._take.clicked.connect(lambda: self.withdrawn.emit(self._key))
        foot = Row(self._state, None, self._take, gap=4)
        self.setLayout(
            Column(self._when, self._text, self._reply, foot, gap=2, margins=(14, 6, 8, 6))
        )

    def show_comment(self, comment: Comment, *, open_: bool) -> None:
        """Show it; ``open_``: it can still be taken back."""
        self._key = comment.key
        when = moment(comment.noted_at)
        self._when.setText(sentence("office.review.remark_of", when=when))
        self._text.setText(comment.text)
        replied = sentence("office.review.replied", text=comment.reply) if comment.reply else ""
        self._reply.setText(replied)
        self._reply.setVisible(bool(replied))
        self._state.setVisible(comment.settled)
        if comment.settled:
            self._state.show_word(sentence("form.comment_settled"), "ok", "check")
        self._take.setVisible(open_)
        about = sentence("office.review.remark_told", text=comment.text)
        self._take.setAccessibleDescription(about)
        self.setAccessibleName(f"{about}　{replied}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone("office")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(QRectF(0, 0, look.px(4), self.height()), look.px(2), look.px(2))
        painter.end()


class Composer(QFrame):
    """A remark being written. Ctrl+Enter puts it down, Escape leaves it.

    ``written(str)``; ``left()`` without one.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField(_LIMIT, min_lines=2, max_lines=8)
        self.put = Button(sentence("office.review.put"), "small")
        self.stop = Button(sentence("office.review.stop"), "small")
        self._head = Text(sentence("office.review.new_remark"), "label")
        self.put.setToolTip(sentence("office.review.remark_keys"))
        self.setLayout(
            Column(
                self._head,
                self.field,
                Row(None, self.stop, self.put),
                gap=9,
                margins=(14, 8, 10, 10),
            )
        )
        self.put.clicked.connect(self._put)
        self.stop.clicked.connect(self._stop)

    def begin(self, label: str) -> None:
        """Start a remark at that item."""
        self.field.show_text("")
        self.field.set_names(sentence("office.review.remark_at", label=label), "")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        """What is written and not put down yet."""
        return self.field.text().strip() if not self.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._put()
        elif event.key() == Qt.Key.Key_Escape:
            self._stop()
        else:
            super().keyPressEvent(event)

    def _put(self) -> None:
        if self.text:
            self.written.emit(self.text)
            self.hide()

    def _stop(self) -> None:
        self.hide()
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.setBrush(QColor(colours.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        painter.fillRect(
            QRectF(0, look.px(4), look.px(4), self.height() - look.px(8)), QColor(colours.primary)
        )
        painter.end()
