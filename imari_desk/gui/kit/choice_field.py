"""One of many choices, in a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.keys import describe, leaves, mark

_LEFT, _RIGHT = 12, 32  # pixels before the words, and for the arrow behind them


class ChoiceField(QComboBox):
    """A list that opens, with an entry for no answer. An answer not in the list is shown too.

    ``required``: there is no entry for no answer.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, choices: tuple[str, ...], parent: QWidget | None = None, *, required: bool = False
    ) -> None:
        super().__init__(parent)
        self._locked = False
        self._choices = choices
        self._known = ""
        self._description = self._reason = ""
        if not required:
            self.addItem(sentence("kit.empty"), "")
        self._least = len(choices) + self.count()
        for choice in choices:
            self.addItem(choice, choice)
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores item heights
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.currentIndexChanged.connect(self._say)

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return str(self.currentData() or "")

    def show_text(self, text: str) -> None:
        self._known = text
        self.blockSignals(True)  # nobody chose what stands there for a moment
        while self.count() > self._least:
            self.removeItem(self.count() - 1)
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))
        self.blockSignals(False)
        self.updateGeometry()

    def offer(self, choices: tuple[str, ...]) -> None:
        """Other choices; the one chosen stays where it is among them, else the first is."""
        chosen, required = self.text(), self.findData("") < 0
        self.blockSignals(True)
        self.clear()
        self._choices = choices
        if not required:
            self.addItem(sentence("kit.empty"), "")
        self._least = len(choices) + self.count()
        for choice in choices:
            self.addItem(choice, choice)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self._known = self.text()
        self.blockSignals(False)
        self.updateGeometry()

    def set_locked(self, locked: bool, reason: str) -> None:
        self._locked = locked
        mark(self, "locked", locked)
        self._reason = reason if locked else ""
        describe(self, self._description, self._reason)

    def set_names(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        self._description = description
        describe(self, self._description, self._reason)

    def set_fault(self, fault: bool) -> None:
        mark(self, "fault", fault)

    def showPopup(self) -> None:
        if not self._locked:
            wide = self.view().sizeHintForColumn(0) + look.px(24)
            self.view().setMinimumWidth(wide)  # its words are whole where the field is narrow
            super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and not self._locked:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._locked:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.findData("") >= 0:
                self.setCurrentIndex(self.findData(""))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font())
        wide = max(metrics.horizontalAdvance(c) for c in (self.text(), *self._choices))
        return QSize(wide + look.px(_LEFT + 8 + _RIGHT), look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = ""  # written below, where there is room for the sign

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = look.tokens()
        painter.setFont(look.font())
        painter.setPen(QColor(colours.text))
        room = self.rect().adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        side = look.px(14)
        place = QRectF(self.width() - look.px(12) - side, (self.height() - side) / 2, side, side)
        if not self._locked:
            look.paint_sign(painter, place, "chevron_down", colours.text)
        painter.end()

    def _say(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.edited.emit(self._known)
