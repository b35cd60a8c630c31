"""A remark of the office, at the item it is about, and what the 課 says to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from imari_desk.domain import items
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Grid, Row
from imari_desk.gui.form.draft import Draft
from imari_desk.gui.kit import Button, Chip, Text, TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Comment

_NARROW = 600  # below this width the buttons stand below the text
_LIMIT = 200  # characters of a reply


def moment(noted_at: str) -> str:
    """「5月28日 10:05」 of an ISO moment; what cannot be read as one stays as it is."""
    try:
        at = datetime.fromisoformat(noted_at)
    except ValueError:
        return noted_at
    return sentence("form.moment", month=at.month, day=at.day, time=f"{at:%H:%M}")


class Reply(QWidget):
    """Where the reply is typed; it is saved as every answer is.

    ``edited(str)``; ``left()``. A save that comes back late never touches what is being typed.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = Draft()
        self._field = TextField(_LIMIT)
        self._field.foot.insertWidget(0, Text(sentence("form.reply_when"), "support", wrap=True), 1)
        head = Text(sentence("form.reply_head"), "label")
        self.setLayout(Column(head, self._field, gap=8, margins=(0, 4, 0, 0)))
        self._field.edited.connect(self._typed)
        self._field.left.connect(self.left)

    @property
    def text(self) -> str:
        return self._field.text()

    def open(self, comment: Comment) -> None:
        """The reply to another comment."""
        self._field.show_text(comment.reply)
        self._draft.open(comment.reply)
        self._field.set_names(sentence("form.reply_head"), comment.text)

    def update_reply(self, stored: str) -> None:
        """The same again; what is not saved yet stays."""
        if self._draft.come(stored, self.text):
            self._field.show_text(stored)
            self._draft.open(stored)

    def set_locked(self, locked: bool) -> None:
        self._field.set_locked(locked, sentence("form.locked") if locked else "")

    def go(self) -> None:
        """Put the focus where the reply is typed."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self._draft.type(text)
        self.edited.emit(text)


class CommentBox(QFrame):
    """Purple, with a bar and a sign; says whether it still waits for something.

    ``said(str key, str text)``: a reply being typed, or that the comment is dealt with;
    ``left()``: that is to be saved now.
    """

    said = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._comment: Comment | None = None
        self._narrow = False
        self._state = Chip()
        self._when = Text("", "support")
        self._text = Text("", "body", wrap=True)
        self.answer = Button(sentence("form.reply"), "small")
        self.settle = Button("", "small")
        self._buttons = QWidget()
        self._buttons.setLayout(Row(self.answer, self.settle))
        self._reply: Reply | None = None
        sender = Text(sentence("form.comment_from"), "label")
        self._head = Row(sender, self._when, self._state, None)
        self._grid = Grid(across=12, margins=(40, 8, 12, 10))
        self._grid.addLayout(self._head, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.setLayout(self._grid)
        self.answer.clicked.connect(self._write)
        self.settle.clicked.connect(self._turn)
        self._arrange()

    def show_comment(self, comment: Comment, *, locked: bool = False) -> None:
        """Show this comment, or the one shown as it stands now."""
        same = self._comment is not None and self._comment.key == comment.key
        self._comment = comment
        self._when.setText(moment(comment.noted_at))
        self._text.setText(comment.text)
        self._show_state(comment)
        self._show_reply(comment, same=same, locked=locked)
        self._buttons.setVisible(comment.waiting and not locked)
        self.answer.setVisible(self._reply is None or self._reply.isHidden())
        told = sentence("form.comment_about", text=comment.text)
        self.setAccessibleName(told)
        for button in (self.answer, self.settle):
            button.setAccessibleDescription(told)

    def _show_state(self, comment: Comment) -> None:
        if comment.settled:
            self._state.show_word(sentence("form.comment_settled"), "ok", "check")
        elif comment.waiting:
            self._state.show_word(sentence("form.comment_open"), "warn", "back")
        else:
            self._state.show_word(sentence("form.comment_closed"), "plain", "check")
        self.settle.setText(sentence("form.unsettle" if comment.settled else "form.settle"))
        self.settle.setToolTip("" if comment.settled else sentence("form.settle_told"))

    def _show_reply(self, comment: Comment, *, same: bool, locked: bool) -> None:
        if self._reply is None and not comment.reply:
            return
        reply = self._made_reply()
        if same:
            reply.update_reply(comment.reply)
        else:
            reply.open(comment)
            reply.setVisible(bool(comment.reply))
        if comment.reply:
            reply.show()
        reply.set_locked(locked or not comment.waiting)

    def _made_reply(self) -> Reply:
        if self._reply is None:
            self._reply = Reply()
            self._reply.edited.connect(self._say)
            self._reply.left.connect(self.left)
            self._grid.addWidget(self._reply, 3, 0, 1, 2)
            if self._comment is not None:
                self._reply.open(self._comment)
        return self._reply

    def _write(self) -> None:
        reply = self._made_reply()
        reply.show()
        reply.go()
        self.answer.hide()

    def _say(self, text: str) -> None:
        if self._comment is not None:
            self.said.emit(items.reply_key(self._comment.key), text)

    def _turn(self) -> None:
        if self._comment is not None:
            text = "" if self._comment.settled else items.DEALT_WITH[0]
            self.said.emit(items.settled_key(self._comment.key), text)
            self.left.emit()

    def _arrange(self) -> None:
        if self._narrow:
            self._grid.addWidget(self._text, 1, 0, 1, 2)
            self._grid.addWidget(self._buttons, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._buttons, 0, 1, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(self._text, 1, 0, 1, 2)

    def minimumSizeHint(self) -> QSize:
        """The buttons can go below the text."""
        parts = (self._head.minimumSize().width(), self._buttons.minimumSizeHint().width())
        return QSize(max(parts) + look.px(52), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < look.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

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
