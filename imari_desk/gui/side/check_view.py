"""How the rows of 確認すること look, and how they are moved through and chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imari_desk.gui.look import follow, font, paint_sign, px, tokens, tone
from imari_desk.gui.painted import LEAD, Wrapped, paint_lines, paint_ring, paint_signed, wrapped
from imari_desk.gui.side.check_model import CheckModel, CheckRole, CheckRow

Index = QModelIndex | QPersistentModelIndex
_MOST_LINES = 4
_GAP = 8  # below each row
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CheckDelegate(QStyledItemDelegate):
    """A tinted box: the kind with its sign, the section, and the sentence below them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = px(256)
        self.at = -1  # row one is at, outlined while the keys are elsewhere

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = len(self._wrapped(index.data(CheckRole.ROW)).lines)
        return QSize(self.width, px(12 + LEAD + _GAP) + lines * px(LEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CheckRow = index.data(CheckRole.ROW)
        name, sign = row.kind.look
        ink, tint = (QColor(colour) for colour in tone(name))
        box = QRectF(option.rect).adjusted(0, 0, 0, -px(_GAP))
        box.setWidth(self.width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), px(4), box.height()), px(2), px(2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box)
        elif index.row() == self.at:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, px(2)))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))
        head = QRectF(box.left() + px(12), box.top() + px(6), box.width() - px(18), px(LEAD))
        painter.setFont(font(14, bold=True))
        paint_signed(painter, head, row.kind.word, sign, ink)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._paint_section(painter, head, row.section, ink, hovered=hovered)
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().text))
        lines = self._wrapped(row).lines
        paint_lines(painter, head.left(), head.bottom(), lines, px(LEAD))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole sentence where the row has no room for it."""
        if index.isValid() and not self._wrapped(index.data(CheckRole.ROW)).cut:
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_section(
        self, painter: QPainter, head: QRectF, section: str, ink: QColor, *, hovered: bool
    ) -> None:
        face = font(14)
        face.setUnderline(hovered)
        painter.setFont(face)
        side = px(10)
        arrow = QRectF(head.right() - side, head.center().y() - side / 2, side, side)
        paint_sign(painter, arrow, "chevron_right", ink)
        room = head.width() * 0.6
        text = QFontMetricsF(face).elidedText(section, Qt.TextElideMode.ElideRight, room)
        place = head.adjusted(0, 0, -side - px(6), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, text)

    def _wrapped(self, row: CheckRow) -> Wrapped:
        return wrapped(row.text, font(14), self.width - px(20), _MOST_LINES)


class CheckView(QListView):
    """↑↓ move, Enter or a click goes there.

    Signals: ``chosen(QModelIndex)`` the row to go to.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CheckDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", False)  # the row under the keys has it
        self.clicked.connect(self.chosen)
        follow(self._fit)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._delegate.at = current.row()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rows keep clear of the scroll bar whether or not there is one."""
        self._delegate.width = self.width() - px(14)
        self.scheduleDelayedItemsLayout()
