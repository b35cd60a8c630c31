"""Large letters for a screen in a room: words, and a text to be written while all look on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from imari_desk.gui import look
from imari_desk.gui.kit.keys import describe, is_undo, leaves, mark

TITLE, BODY, SMALL = 40, 28, 20
_LED = 1.42  # line height in letters
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


class BigLabel(QLabel):
    """Words ``size`` pixels high at 100 %; ``wrap`` breaks them over led lines."""

    def __init__(
        self,
        text: str = "",
        size: int = BODY,
        *,
        bold: bool = False,
        wrap: bool = False,
        tone: str = "",
    ) -> None:
        super().__init__()
        self._plain, self._size, self._bold = "", size, bold
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        look.follow(self._dress)

    def text(self) -> str:
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        if self.wordWrap():
            high = round(_LED * 100)
            body = text.translate(_MARKUP)
            super().setText(f'<p style="line-height:{high}%;margin:0">{body}</p>')
        else:
            super().setText(text)

    def set_size(self, size: int) -> None:
        """Letters of another size."""
        self._size = size
        self._dress()

    def _dress(self) -> None:
        self.setFont(look.font(self._size, self._bold))


class BigText(QTextEdit):
    """Paragraphs in large letters, as high as there is room. Tab leads on; an Editor of the kit."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, size: int = BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._composing = False
        self._known = ""
        self._description = self._reason = ""
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._say)
        look.follow(self._dress)

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._known = text
        self.setPlainText(text)
        self._lead()
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def set_locked(self, locked: bool, reason: str) -> None:
        self.setReadOnly(locked)
        mark(self, "locked", locked)
        self._reason = reason if locked else ""
        describe(self, self._description, self._reason)

    def set_names(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        self._description = description
        describe(self, self._description, self._reason)

    def set_fault(self, fault: bool) -> None:
        mark(self, "fault", fault)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_the_rooms(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_the_rooms(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()

    def _is_the_rooms(self, event: QEvent) -> bool:
        """Keys that are not the text's: undo belongs to the notebook, pages to the meeting."""
        pages = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        return is_undo(event) or (isinstance(event, QKeyEvent) and event.key() in pages)

    def _say(self) -> None:
        text = self.toPlainText()
        if not self._composing and text != self._known:
            self._known = text
            self.edited.emit(text)

    def _dress(self) -> None:
        self.setStyleSheet(f"font-size: {look.px(self._size)}px;")
        self.document().setDocumentMargin(look.px(6))
        self.document().setDefaultFont(look.font(self._size))
        self._lead()

    def _lead(self) -> None:
        form = QTextBlockFormat()
        high = look.px(round(self._size * _LED))
        form.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
