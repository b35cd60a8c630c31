"""Paragraphs of text, with how many characters are left."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from imari_desk.domain.wording import characters
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.keys import Typing, describe, mark
from imari_desk.gui.kit.text import Text

LINE = 24  # pixels from line to line at 100 %
_MARGIN, _PADDING = 4, 3


class _Page(Typing, QTextEdit):
    """The paper one writes on: plain, led by hand, as high as its text."""

    edited = Signal()
    left = Signal()

    def __init__(self, lines: tuple[int, int]) -> None:
        super().__init__()
        self._lines = lines
        self._least = 0
        self._known = ""
        self.setAcceptDrops(False)  # a file dropped here is the window's
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.say)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.follow(self._dress)

    def put(self, text: str) -> None:
        """Put a text in without saying edited; the cursor stays where it can."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._known = text
        self.setPlainText(text)
        self._lead()
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def keep_high(self, least: int) -> None:
        """Be at least that many pixels high, whatever stands here."""
        if least != self._least:
            self._least = least
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()  # a dropped file is the window's

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def say(self) -> None:
        if self.composing:
            return
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.edited.emit()

    def _dress(self) -> None:
        self.document().setDocumentMargin(look.px(_MARGIN))
        self.document().setDefaultFont(look.font())
        self._lead()
        self._fit()

    def _lead(self) -> None:
        """The font's own lines touch; every block is led to a fixed height."""
        form = QTextBlockFormat()
        form.setLineHeight(look.px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _fit(self) -> None:
        fewest, most = (n * look.px(LINE) for n in self._lines)
        content = round(self.document().size().height()) - 2 * look.px(_MARGIN)
        around = 2 * (look.px(_MARGIN) + look.px(_PADDING) + 1)
        height = max(min(max(content, fewest), most) + around, self._least)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if content > most else policy.ScrollBarAlwaysOff
        )
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def keep_in_sight(self) -> None:
        """Scroll the form along when the text grows out of it below."""
        widget: QWidget | None = self.parentWidget()
        while widget is not None:
            if isinstance(widget, QScrollArea) and (content := widget.widget()):
                at: QRect = self.cursorRect()
                spot = self.viewport().mapTo(content, QPoint(at.left(), at.bottom()))
                widget.ensureVisible(spot.x(), spot.y(), 0, look.px(LINE))
                return
            widget = widget.parentWidget()


class TextField(QWidget):
    """Paragraphs, between ``min_lines`` and ``max_lines`` high; beyond that it scrolls.

    ``limit`` in characters as the domain counts them, 0 for none, is soft: one can go on typing
    and reads how many are too many. ``foot``: the row below, with the counter at its right end;
    put the help or the fault before it.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        limit: int = 0,
        *,
        min_lines: int = 2,
        max_lines: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._description = self._reason = ""
        self.page = _Page((min_lines, max_lines))
        self.counter = Text(role="support")
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.counter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.page)
        self._column.addLayout(self.foot)
        self._column.addStretch(1)
        self.counter.setVisible(bool(limit))
        self.setFocusProxy(self.page)
        self.page.edited.connect(self._typed)
        self.page.left.connect(self.left)
        look.follow(self._dress)
        self._count()

    def widget(self) -> QWidget:
        return self

    def keep_high(self, least: int) -> None:
        """Let the paper be at least that many pixels high: what stands beside it is."""
        self.page.keep_high(least)

    def text(self) -> str:
        return self.page.toPlainText()

    def show_text(self, text: str) -> None:
        self.page.put(text)
        self._count()

    def set_locked(self, locked: bool, reason: str) -> None:
        self.page.setReadOnly(locked)
        mark(self.page, "locked", locked)
        self._reason = reason if locked else ""
        self._count()

    def set_names(self, name: str, description: str) -> None:
        self._description = description
        self.page.setAccessibleName(name)
        self._count()

    def set_fault(self, fault: bool) -> None:
        mark(self.page, "fault", fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.page.hasFocus():
            self.page.keep_in_sight()

    def _typed(self) -> None:
        self._count()
        self.edited.emit(self.text())

    def _count(self) -> None:
        words = ""
        if self._limit:
            rest = self._limit - characters(self.text())
            code = "kit.left" if rest >= 0 else "kit.over"
            words = sentence(code, count=abs(rest))
            self.counter.set_tone("error" if rest < 0 else "")
            self.counter.setText(words)
        describe(self.page, self._description, self._reason, words)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(9))  # the focus ring ends before the counter
        self.foot.setSpacing(look.px(8))
