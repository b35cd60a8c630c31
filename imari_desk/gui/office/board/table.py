"""The board itself: one row a 課, gone through with the arrow keys, Enter for what is missing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.office.board.delegate import (
    HEAD,
    PAD,
    ROW,
    BoardDelegate,
    due_width,
    name_width,
)
from imari_desk.gui.office.board.model import TRACK, BoardModel, Column, Index, Role

_LEAST = {Column.DEPARTMENT: 124, Column.MEASURES: 46, Column.DUE: 122, Column.MISSING: 74}
_STEP = (46, 74)  # of the track: least and most
_HIDDEN = {Column.MISSING: 660, Column.MEASURES: 600}  # where there is less room than that
_MOST = {Column.DEPARTMENT: 260, Column.DUE: 170}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -2, Qt.Key.Key_End: 2}


class _Head(QHeaderView):
    """The names of the columns, those of the track in the middle over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.px(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        place = QRectF(rect)
        painter.save()
        painter.fillRect(place, QColor(look.tokens().plain_tint))
        painter.setFont(look.font(14, bold=True))
        painter.setPen(QColor(look.tokens().heading))
        word = sentence(f"office.board.column.{Column(section).name.lower()}")
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if section in TRACK or section == Column.MEASURES:
            align = Qt.AlignmentFlag.AlignCenter
        left = look.px(PAD if section == Column.DEPARTMENT else 6)
        painter.drawText(place.adjusted(0 if section in TRACK else left, 0, 0, 0), align, word)
        painter.restore()


class BoardTable(QTableView):
    """``chosen(str)`` the 課 one is at; ``entered()`` by Enter or a double click."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self._model = model
        self._painter = BoardDelegate(self)
        self._needed = {Column.DEPARTMENT: 0, Column.DUE: 0}  # pixels, for the longest words
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(_Head(self))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(sentence("office.board.table"))
        self.setProperty("ring", False)  # the row under the keys has it
        model.modelReset.connect(self._arrange)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        look.follow(self._arrange)

    def choose(self, department: str) -> bool:
        """Go to a 課; whether it is there."""
        return self._go(self._model.row_of(department))

    def choose_first(self) -> None:
        """Go to the first 課, the most pressing."""
        self._go(next(iter(self._rows()), -1))

    # What Qt asks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        one = self._model.standing(current.row())
        if one is not None and current.row() != previous.row():
            self.chosen.emit(one.department)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(here=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(here=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths()

    def _show_focus(self, *, here: bool) -> None:
        self._painter.focused = here
        self.viewport().update()

    # Going from 課 to 課

    def _rows(self) -> list[int]:
        """The rows of 課, without the heads of groups."""
        count = range(self._model.rowCount())
        return [row for row in count if self._model.standing(row) is not None]

    def _step(self, by: int) -> None:
        rows, here = self._rows(), self.currentIndex().row()
        if not rows:
            return
        at = rows.index(here) if here in rows else 0
        to = {-2: 0, 2: len(rows) - 1}.get(by, min(max(at + by, 0), len(rows) - 1))
        self._go(rows[to])
        if to == 0:
            self.scrollToTop()  # its group's head comes into sight with it

    def _go(self, row: int) -> bool:
        if row < 0:
            return False
        index = self._model.index(row, Column.DEPARTMENT)
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, select.ClearAndSelect | select.Rows)
        self.scrollTo(index)
        return True

    # Room

    def _arrange(self) -> None:
        self.clearSpans()
        heads = set(self._model.heads())
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, look.px(HEAD if row in heads else ROW))
        for row in heads:
            self.setSpan(row, 0, 1, len(Column))
        rows = [self._model.index(row, Column.DEPARTMENT) for row in self._rows()]
        self._needed = {
            Column.DEPARTMENT: max((name_width(str(at.data())) for at in rows), default=0),
            Column.DUE: max((due_width(at.data(Role.DUE)) for at in rows), default=0),
        }
        self._widths()

    def _widths(self) -> None:
        """Names and deadlines whole where there is room beside the shortest track; then the track
        in steps of one width, and what is left to the codes."""
        room = self.viewport().width() / look.zoom()
        hidden = {column for column, least in _HIDDEN.items() if room < least}
        for column in _HIDDEN:
            self.setColumnHidden(column, column in hidden)
        widths = {column: float(least) for column, least in _LEAST.items() if column not in hidden}
        left = max(0.0, room - sum(widths.values()) - _STEP[0] * len(TRACK))
        for column, needed in self._needed.items():
            more = min(needed / look.zoom(), _MOST[column]) - widths[column]
            more = min(max(0.0, more), left)
            widths[column] += more
            left -= more
        widths.pop(Column.MISSING, None)
        widths |= dict.fromkeys(map(Column, TRACK), min(_STEP[0] + left / len(TRACK), _STEP[1]))
        for column, width in widths.items():
            self.setColumnWidth(column, look.px(width))
        used = sum(self.columnWidth(column) for column in widths)
        last = Column.SETTLED if Column.MISSING in hidden else Column.MISSING
        used -= self.columnWidth(last) if last in widths else 0
        self.setColumnWidth(last, max(look.px(40), self.viewport().width() - used))
