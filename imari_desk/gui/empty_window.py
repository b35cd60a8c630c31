"""The window as it is first painted: its bars, and the cards that are about to be filled.

Drawn by hand, and without Qt's own namespace of enumerations, whose import takes a fifth of what
all of Qt takes: nothing here says Qt.Something.

Widths are in pixels at 100 %: at a higher zoom the window counts as so much narrower. The form
never gets less than it needs, so nothing is ever scrolled sideways: first the side folds, then
the list shows its codes alone, then it folds as well.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look

TOP, STATUS = 52, 32  # the heights of the bars
GAP = 8  # between cards
_MARGIN = 12
_FORM = 740  # the least the form is laid out for; below it its rows wrap
_NARROW, _WIDE = 1366, 1920  # window widths the two layouts are drawn for
_LIST = (256, 280)
_CODES = 104  # the list with codes alone
_SIDE = (288, 600)


class EmptyWindow(QWidget):
    """Covers the window until it is filled. ``department``: None where no data are there yet.

    ``painted()``: its first paint has reached the screen.
    """

    painted = Signal()

    def __init__(self, window: QWidget, department: str | None) -> None:
        super().__init__(window)
        self._department = department
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens().page))
        if self._department is not None:
            self._paint_desk(painter, self._department)
        painter.end()
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_desk(self, painter: QPainter, department: str) -> None:
        colours, width = look.tokens(), self.width()
        surface, line = QColor(colours.surface), QColor(colours.line)
        top, foot = look.px(TOP), self.height() - look.px(STATUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, width, top, surface)
        painter.fillRect(0, foot, width, self.height() - foot, surface)
        painter.fillRect(0, top - 1, width, 1, line)
        painter.fillRect(0, foot, width, 1, line)
        painter.setPen(line)
        painter.setBrush(surface)
        radius = look.px(8)
        for card in arranged(QRect(0, top, width, foot - top)):
            if card is not None:
                painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(colours.heading))
        painter.setFont(look.font(18, bold=True))
        painter.drawText(QPointF(look.px(16), top / 2 + look.px(6)), department)


def arranged(inside: QRect) -> tuple[QRect | None, QRect, QRect | None]:
    """The places of list, form and side in this room at the zoom in force; None: folded away."""
    units = inside.width() / look.zoom() - 2 * _MARGIN - _FORM
    share = min(1.0, max(0.0, (inside.width() / look.zoom() - _NARROW) / (_WIDE - _NARROW)))
    left, side = (round(a + (b - a) * share) for a, b in (_LIST, _SIDE))
    side_fits = units >= left + side + 2 * GAP
    if units < left + GAP:
        left = _CODES if units >= _CODES + GAP else 0
    margin, gap = look.px(_MARGIN), look.px(GAP)
    whole = inside.adjusted(margin, gap, -margin, -gap)
    middle = QRect(whole)
    list_place = side_place = None
    if left:
        list_place = QRect(whole.left(), whole.top(), look.px(left), whole.height())
        middle.setLeft(list_place.right() + 1 + gap)
    if side_fits:
        wide = look.px(side)
        side_place = QRect(whole.right() + 1 - wide, whole.top(), wide, whole.height())
        middle.setRight(side_place.left() - 1 - gap)
    return list_place, middle, side_place
