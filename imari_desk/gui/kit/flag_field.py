"""Yes, no, or not answered yet."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.keys import describe, leaves

_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FlagField(QCheckBox):
    """A box to tick, with the word for what stands behind it: した, しない, or none yet.

    ``choices``: the words for yes and no. Delete takes the answer away.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, label: str, choices: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._choices = choices
        self._answer = ""
        self._locked = False
        self._description = self._reason = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_names(label, "")

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return self._answer

    def show_text(self, text: str) -> None:
        self._answer = text
        self.setChecked(text == self._choices[0])
        self._describe()
        self.update()

    def set_locked(self, locked: bool, reason: str) -> None:
        self._locked = locked
        self._reason = reason if locked else ""
        self._describe()
        self.update()

    def set_names(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        self._description = description
        self._describe()

    def set_fault(self, fault: bool) -> None:
        """Nothing is drawn; the words beside it say it."""

    def nextCheckState(self) -> None:
        yes, no = self._choices
        self._answered(no if self._answer == yes else yes)

    def hitButton(self, _pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEAR:
            self._answered("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font(16))
        words = max(metrics.horizontalAdvance(self._words(c)) for c in ("", *self._choices))
        return QSize(look.px(22 + 8 + 2) + words, look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(22)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        ticked = self.isChecked()
        ground = (
            colours.primary if ticked else colours.hover if self.underMouse() else colours.field
        )
        edge = colours.primary if ticked else colours.field_line
        if self._locked:
            ground, edge = (colours.support if ticked else colours.well), colours.grid
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if ticked:
            inner = box.marginsRemoved(QMarginsF(*[look.px(3)] * 4))
            look.paint_sign(painter, inner, "check", colours.on_primary)
        painter.setPen(QColor(colours.text))
        painter.setFont(look.font(16))
        rest = QRectF(self.rect()).adjusted(side + look.px(8), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rest, align, self._words(self._answer))
        painter.end()

    def _words(self, answer: str) -> str:
        return (
            sentence("kit.flag", label=self.text_label(), word=answer)
            if answer
            else self.text_label()
        )

    def text_label(self) -> str:
        """What it asks."""
        return super().text()

    def _answered(self, answer: str) -> None:
        if not self._locked and answer != self._answer:
            self.show_text(answer)
            self.edited.emit(answer)

    def _describe(self) -> None:
        standing = self._answer or sentence("kit.unanswered")
        describe(self, standing, self._description, self._reason)
