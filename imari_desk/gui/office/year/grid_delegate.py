"""How the cells of the year's tables look, and what one types in them with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imari_desk.gui import look
from imari_desk.gui.kit import LineField
from imari_desk.gui.look import Tone
from imari_desk.gui.painted import CHIP, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
ROW = 36  # pixels of a row at 100 %
_PAD = 10
_BOX = 18
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CellRole(IntEnum):
    """What a cell is besides its words: its Cell."""

    CELL = Qt.ItemDataRole.UserRole


class Cell(NamedTuple):
    """How a cell's words are shown. ``chip``: on a tint; ``quiet``: less than the rest."""

    tone: Tone | None = None
    sign: str = ""
    chip: bool = False
    bold: bool = False
    quiet: bool = False


PLAIN = Cell()


class GridHead(QHeaderView):
    """The names of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.px(34))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(look.tokens().plain_tint))
        painter.setFont(look.font(14, bold=True))
        painter.setPen(QColor(look.tokens().heading))
        word = self.model().headerData(section, Qt.Orientation.Horizontal)
        place = QRectF(rect).adjusted(look.px(_PAD), 0, 0, 0)
        painter.drawText(place, _LEFT, str(word or ""))
        painter.restore()


class GridDelegate(QStyledItemDelegate):
    """``typed()``: Enter was pressed in a cell. ``names`` complete what is typed."""

    typed = Signal()

    def __init__(self, names: Callable[[], Sequence[str]], parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._names, self._view = names, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.px(40), look.px(ROW))

    # Typing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = LineField(parent)
        model = index.model()
        head = model.headerData(index.column(), Qt.Orientation.Horizontal)
        field.set_names(str(head), str(model.index(index.row(), 0).data() or ""))
        high = look.px(ROW) - 2
        field.setStyleSheet(f"min-height: {high}px; max-height: {high}px; border-radius: 0;")
        words = list(self._names())
        if words:
            completer = QCompleter(QStringListModel(words, field), field)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
            # Enter in the list of names comes here straight, past the event filter.
            field.returnPressed.connect(lambda: self._finish(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineField) and not editor.property("filled"):
            editor.setProperty("filled", True)  # what is typed stays when the table is refreshed
            editor.show_text(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, LineField):
            self._view.model().setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in enter
            and isinstance(editor, LineField)
        ):
            self._finish(editor)
            return True
        return super().eventFilter(editor, event)

    def _finish(self, field: LineField) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        self.typed.emit()

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, colours = QRectF(option.rect), look.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self._view.currentIndex().row() == index.row()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or here:
            painter.fillRect(
                rect, QColor(colours.selected if chosen and not here else colours.hover)
            )
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.line)
        )
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        inner = rect.adjusted(look.px(_PAD), 0, -look.px(4), -1)
        if check is not None:
            _paint_box(painter, inner, ticked=check == Qt.CheckState.Checked)
            inner.setLeft(inner.left() + look.px(_BOX + 8))
        self._paint_words(painter, inner, index)
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.ring), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1.5, -2))
        elif editable and here:
            painter.setPen(QPen(QColor(colours.field_line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, index: Index) -> None:
        text = str(index.data() or "")
        cell = index.data(CellRole.CELL)
        cell = cell if isinstance(cell, Cell) else PLAIN
        if cell.chip and text:
            wide = min(chip_width(text), place.width())
            high = look.px(CHIP)
            chip = QRectF(place.left(), place.center().y() - high / 2, wide, high)
            paint_chip(painter, chip, text, (cell.tone or "plain", cell.sign))
            return
        colours = look.tokens()
        ink = QColor(look.tone(cell.tone)[0] if cell.tone else colours.text)
        if cell.quiet:
            ink = QColor(colours.support)
        if cell.sign:
            side = look.px(14)
            spot = QRectF(place.left(), place.center().y() - side / 2, side, side)
            look.paint_sign(painter, spot, cell.sign, ink)
            place.setLeft(place.left() + side + look.px(6))
        face = look.font(14, bold=cell.bold)
        painter.setFont(face)
        painter.setPen(ink)
        elided = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, elided)


def _paint_box(painter: QPainter, place: QRectF, *, ticked: bool) -> None:
    colours, side = look.tokens(), look.px(_BOX)
    box = QRectF(place.left(), place.center().y() - side / 2, side, side)
    painter.setPen(QPen(QColor(colours.primary if ticked else colours.field_line), 1.2))
    painter.setBrush(QColor(colours.primary if ticked else colours.field))
    painter.drawRoundedRect(box, look.px(4), look.px(4))
    if ticked:
        inner = box.adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3))
        look.paint_sign(painter, inner, "check", colours.on_primary)
