"""A few choices side by side, of which one is chosen or none."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QRadioButton, QSizePolicy, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.keys import describe, leaves

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Size(NamedTuple):
    """Pixels at 100 %: of the letters, beside them, of the box and its corners."""

    text: int
    pad: int
    high: int
    radius: int


_SMALL, _USUAL = _Size(14, 10, 32, 6), _Size(16, 13, 40, 8)
_BIG = _Size(26, 22, 56, 10)  # to be read from across a room


class _Segment(QRadioButton):
    """One choice, painted as a part of the whole; a radio button to a screen reader."""

    def __init__(self, whole: Segments, choice: str, place: int) -> None:
        super().__init__(choice, whole)
        self.whole = whole
        self.place = place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        self.whole.choose(self.place)

    def mark(self, chosen: bool) -> None:
        """Qt lets nobody take the choice from a radio button: it is one again right after."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.whole.handle_key(Qt.Key(event.key()), self.place):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.whole.focus_gone()

    def sizeHint(self) -> QSize:
        size = self.whole.letters
        wide = QFontMetrics(look.font(size.text, True)).horizontalAdvance(self.text())
        return QSize(max(look.px(40), wide + 2 * look.px(size.pad)), look.px(size.high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, whole = look.tokens(), self.whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground, ink = colours.field, colours.text
        edge = colours.primary if chosen else colours.field_line
        if whole.locked:
            edge = colours.line
            ground, ink = colours.well, colours.support
            if chosen:
                ground, ink = colours.selected, colours.selected_text
        elif chosen:
            ground, ink = colours.primary, colours.on_primary
        elif self.underMouse():
            ground = colours.hover
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawPath(self._shape())
        painter.setPen(QColor(ink))
        painter.setFont(look.font(whole.letters.text, chosen))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _shape(self) -> QPainterPath:
        """A box, round at the ends of the whole. Neighbours share the line between them."""
        first, last = self.place == 0, self.place == self.whole.count - 1
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not first:
            box.setLeft(box.left() - 1)
        radius = look.px(self.whole.letters.radius)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        square = QPainterPath()
        if not first:
            square.addRect(QRectF(box.left(), box.top(), radius, box.height()))
        if not last:
            square.addRect(QRectF(box.right() - radius, box.top(), radius, box.height()))
        return path.united(square)


class Segments(QWidget):
    """Choices side by side. Arrow keys move, Space chooses, Delete and Backspace choose none."""

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        choices: tuple[str, ...],
        *,
        small: bool = False,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.letters = _BIG if big else _SMALL if small else _USUAL
        self.locked = False
        self.count = len(choices)
        self._description = self._reason = ""
        self._segments = [_Segment(self, choice, n) for n, choice in enumerate(choices)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self._segments:
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark(-1)

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return next((s.text() for s in self._segments if s.isChecked()), "")

    def show_text(self, text: str) -> None:
        self._mark(next((s.place for s in self._segments if s.text() == text), -1))

    def set_locked(self, locked: bool, reason: str) -> None:
        self.locked = locked
        self._reason = reason if locked else ""
        self._describe()
        self.update()

    def set_names(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        for segment in self._segments:
            segment.setAccessibleName(f"{name} {segment.text()}".strip())
        self._description = description
        self._describe()

    def set_fault(self, fault: bool) -> None:
        """Nothing is drawn: a choice has no edge of its own. The words beside it say it."""

    def choose(self, place: int) -> None:
        """What a click does; -1 chooses none."""
        if self.locked or self._chosen() == place:
            return
        self._mark(place)
        self.edited.emit(self.text())

    def handle_key(self, key: Qt.Key, place: int) -> bool:
        """Do what a key asks for at a segment; False for keys that mean nothing here."""
        if key in _CLEAR:
            self.choose(-1)
        elif key in _STEPS:
            there = (place + _STEPS[key]) % self.count
            self._segments[there].setFocus(Qt.FocusReason.TabFocusReason)
            self.choose(there)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(place)
        else:
            return False
        return True

    def focus_gone(self) -> None:
        if QApplication.focusWidget() not in self._segments:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.locked or self._chosen() < 0:
            return
        menu = QMenu(self)
        menu.addAction(sentence("kit.clear"), lambda: self.choose(-1))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _chosen(self) -> int:
        return next((s.place for s in self._segments if s.isChecked()), -1)

    def _mark(self, place: int) -> None:
        """Tab comes to the chosen segment, or to the first where none is."""
        policy = Qt.FocusPolicy
        for segment in self._segments:
            segment.mark(segment.place == place)
        for segment in self._segments:
            here = segment.place == max(place, 0)
            segment.setFocusPolicy(policy.StrongFocus if here else policy.ClickFocus)
        if self._segments:
            here_in = any(segment.hasFocus() for segment in self._segments)
            self.setFocusProxy(self._segments[max(place, 0)])
            if here_in:
                self._segments[max(place, 0)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self) -> None:
        for widget in (self, *self._segments):
            describe(widget, self._description, self._reason)
