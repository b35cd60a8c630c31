"""A table one types in as in a spreadsheet: arrows, F2 or typing, Ctrl+C, Ctrl+V, Delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from imari_desk.gui import look
from imari_desk.gui.office.year.grid_delegate import ROW, GridDelegate, GridHead, Index

_HEAD = 36


class Wide(NamedTuple):
    """How wide a column is, at 100 %: at least, and its part of what is left. It goes away where
    the table is narrower than ``gone``."""

    least: int
    part: float = 0.0
    gone: int = 0


class Grid(QTableView):
    """``row_changed(int)`` the row one is at; ``pasted(str)`` what the clipboard had, for the
    current cell; ``entered(int)`` by Enter where nothing can be typed."""

    row_changed = Signal(int)
    pasted = Signal(str)
    entered = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, widths: Sequence[Wide], names: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self._wide = tuple(widths)
        self._delegate = GridDelegate(names, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(GridHead(self))
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("ring", False)  # the cell under the keys has it
        self._delegate.typed.connect(self._go_down)
        look.follow(self._dress)

    def go_to(self, row: int, column: int = -1) -> None:
        """Put the keys on a cell, the column as it is unless said."""
        if not 0 <= row < self.model().rowCount():
            return
        at = column if column >= 0 else max(self.currentIndex().column(), 0)
        index = self.model().index(row, at)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    # What Qt asks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        typeable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if typeable and self.state() is not QAbstractItemView.State.EditingState:
                self.edit(index)
            else:
                self.entered.emit(index.row())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if typeable:
                self.model().setData(index, "")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or event.text() == "\x1a":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The selected cells as a spreadsheet takes them in; of many with their headings."""
        cells = sorted({(i.row(), i.column()) for i in self.selectedIndexes()})
        if not cells:
            return
        model, display = self.model(), Qt.ItemDataRole.EditRole
        rows = sorted({row for row, _ in cells})
        columns = sorted({c for _, c in cells if not self.isColumnHidden(c)})
        lines = [[str(model.index(row, c).data(display) or "") for c in columns] for row in rows]
        if len(rows) > 1 and len(columns) > 1:
            across = Qt.Orientation.Horizontal
            lines.insert(0, [str(model.headerData(c, across) or "") for c in columns])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        rows = min(self.model().rowCount(), 8)
        return QSize(look.px(400), look.px(_HEAD + rows * ROW + 2))

    def _go_down(self) -> None:
        """What was typed stands: on to the next row, as in a spreadsheet."""
        self.go_to(self.currentIndex().row() + 1)

    def _arrange(self) -> None:
        room = self.viewport().width() / look.zoom()
        shown = [n for n, one in enumerate(self._wide) if room >= one.gone]
        left = max(0.0, room - sum(self._wide[n].least for n in shown))
        parts = sum(self._wide[n].part for n in shown) or 1.0
        for n, one in enumerate(self._wide):
            self.setColumnHidden(n, n not in shown)
            self.setColumnWidth(n, look.px(one.least + left * one.part / parts))

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self._arrange()
