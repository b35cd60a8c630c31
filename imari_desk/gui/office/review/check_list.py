"""A list to tick: what each row is, what is said to it, and why one cannot be ticked."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from imari_desk.gui import look
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.look import Tone, font, px, tokens
from imari_desk.gui.painted import CHIP, chip_width, paint_chip, paint_ring

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole + 1
_ROW, _LEFT, _BOX = 62, 14, 20


class CheckLine(NamedTuple):
    """One row. ``can`` says whether it may be ticked; ``note`` says why not where it may not."""

    key: str
    title: str
    note: str
    checked: bool
    can: bool = True
    chip: str = ""
    look: tuple[Tone, str] = ("plain", "dash")


class CheckModel(QAbstractListModel):
    """The rows, each with a box. ``changed()``: something was ticked or not."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CheckLine, ...] = ()

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Show other rows; those that were there keep their ticks where they still can."""
        before = {line.key: line for line in self._lines}
        kept = tuple(
            line._replace(checked=before[line.key].checked and line.can)
            if line.key in before and before[line.key].chip == line.chip
            else line
            for line in lines
        )
        self.beginResetModel()
        self._lines = kept
        self.endResetModel()
        self.changed.emit()

    @property
    def checked(self) -> tuple[str, ...]:
        """Keys of the ticked rows."""
        return tuple(line.key for line in self._lines if line.checked)

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        return self._lines

    def check_all(self, on: bool) -> None:
        """Tick every row that can be, or none."""
        self._lines = tuple(line._replace(checked=on and line.can) for line in self._lines)
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
        self.changed.emit()

    def turn(self, index: Index) -> None:
        """Tick a row or take its tick away."""
        line: CheckLine | None = index.data(LINE) if index.isValid() else None
        if line is not None and line.can:
            on = Qt.CheckState.Unchecked if line.checked else Qt.CheckState.Checked
            self.setData(index, on.value, Qt.ItemDataRole.CheckStateRole)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return flags | flag.ItemIsUserCheckable if self._lines[index.row()].can else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title if role == Qt.ItemDataRole.DisplayRole else line.note
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join(filter(None, (line.title, line.chip, line.note)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = index.row()
        if not self._lines[row].can:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        changed = self._lines[row]._replace(checked=on)
        self._lines = (*self._lines[:row], changed, *self._lines[row + 1 :])
        here = self.index(row)
        self.dataChanged.emit(here, here)
        self.changed.emit()
        return True


class _Delegate(QStyledItemDelegate):
    """A box, the title, the note below it, a chip at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(160), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CheckLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option)
        self._paint_box(painter, rect, line)
        inner = rect.adjusted(px(_LEFT + _BOX + 12), px(8), -px(12), -px(8))
        if line.chip:
            wide = chip_width(line.chip)
            box = QRectF(inner.right() - wide, inner.top(), wide, px(CHIP))
            paint_chip(painter, box, line.chip, line.look)
        else:
            wide = 0.0
        painter.setFont(font(16))
        painter.setPen(QColor(tokens().heading if line.can else tokens().support))
        top = QRectF(inner.left(), inner.top(), inner.width() - wide - px(8), px(22))
        _draw(painter, top, line.title)
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().support))
        _draw(
            painter, QRectF(inner.left(), inner.bottom() - px(20), inner.width(), px(20)), line.note
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        colours, state = tokens(), QStyle.StateFlag
        chosen = bool(option.state & state.State_Selected)
        if chosen or option.state & state.State_MouseOver:
            painter.fillRect(rect, QColor(colours.selected if chosen else colours.hover))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, QColor(colours.line))
        if option.state & state.State_HasFocus:
            paint_ring(painter, rect.adjusted(0.5, 0.5, -0.5, -1.5))

    def _paint_box(self, painter: QPainter, rect: QRectF, line: CheckLine) -> None:
        colours, side = tokens(), px(_BOX)
        box = QRectF(rect.left() + px(_LEFT), rect.center().y() - side / 2, side, side)
        ground = colours.primary if line.checked else colours.field if line.can else colours.well
        edge = colours.primary if line.checked else colours.field_line if line.can else colours.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, px(4), px(4))
        if line.checked:
            inner = box.adjusted(px(3), px(3), -px(3), -px(3))
            look.paint_sign(painter, inner, "check", colours.on_primary)


class CheckList(Rows):
    """Space ticks, a click on the box does too. ``looked_at(str)``: the row one stands on."""

    looked_at = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.model_ = CheckModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setProperty("ring", False)
        self.selectionModel().currentChanged.connect(self._look)

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Show these rows, standing on the same one where it is still there."""
        here = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        self.model_.show_lines(lines)
        keys = [line.key for line in self.model_.lines]
        row = keys.index(here.key) if here is not None and here.key in keys else 0
        self.setCurrentIndex(self.model_.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.model_.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < px(_LEFT + _BOX + 10):
            self.model_.turn(index)

    def _look(self, now: QModelIndex, _before: QModelIndex) -> None:
        line: CheckLine | None = now.data(LINE) if now.isValid() else None
        if line is not None:
            self.looked_at.emit(line.key)


def _draw(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
