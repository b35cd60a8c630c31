"""Rows as tall as they are, all of them in sight: what stands around them scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView

from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import Line
from imari_desk.gui.exchange.import_model import Index, LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate

_AT_ONCE = 6  # lines set in one go: more would hold the window up
_NEXT = 20  # milliseconds until the next


class LineBlock(Rows):
    """Lines one below the other, without scrolling. Long ones grow while one already reads.

    ``reached(int, int)``: top and height of the row the keys have come to.
    """

    reached = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.lines = LineList()
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        self._waiting: tuple[Line, ...] = ()
        self._every: tuple[Line, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_NEXT)
        self._timer.timeout.connect(self._grow)
        self._tall = 0
        self._begin_soon = QTimer(self, singleShot=True, interval=0)  # the width is another one
        self._begin_soon.timeout.connect(self._begin)
        look.follow(self._dress)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the same again change nothing."""
        if tuple(lines) != self._every:
            self._every = tuple(lines)
            self._begin()

    def _begin(self) -> None:
        self._waiting = self._every[_AT_ONCE:]
        self._tall = 0
        self.lines.show(self._every[:_AT_ONCE])
        self._fit(0)

    def _grow(self) -> None:
        there = self.lines.rowCount()
        more, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        self.lines.add(more)
        self._fit(there)

    def _fit(self, first: int) -> None:
        """Become as tall as the lines are; those before ``first`` are counted already."""
        self._tall += sum(self.sizeHintForRow(n) for n in range(first, self.lines.rowCount()))
        self.setFixedHeight(self._tall)
        self.setVisible(bool(self._every))
        if self._waiting:
            self._timer.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            place = self.visualRect(current)
            self.reached.emit(place.top(), place.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what stands around scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._begin_soon.start()

    def _dress(self) -> None:
        self._begin_soon.start()
