"""The window as it is first painted: its bars, and the cards that are about to be filled.

Drawn by hand, and without Qt's own namespace of enumerations, which is made when it is first
named and takes a fifth of what all of Qt takes: nothing here says Qt.Something, and no pen or
brush is made of a colour, because that would ask whether the colour is one of Qt's.

Widths are in pixels at 100 %: at a higher zoom the window counts as so much narrower. The form
never gets less than it needs, so nothing is ever scrolled sideways: first the side folds, then
the list shows its codes alone, then it folds as well.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look

TOP, STATUS = 52, 32  # the heights of the bars
GAP = 8  # between cards
RAIL, RAIL_NARROW = 184, 64  # the office's pages at the left
_RAIL_FOLDS = 1000  # narrower windows have the rail's signs alone
_MARGIN = 12
_FORM = 740  # the least the form is laid out for; below it its rows wrap
_NARROW, _WIDE = 1366, 1920  # window widths the two layouts are drawn for
_LIST = (256, 280)
_CODES = 104  # the list with codes alone
_SIDE = (288, 600)


class EmptyWindow(QWidget):
    """Covers the window until it is filled. ``department``: None where no data are there yet;
    ``office``: they are the office's, whose window has a rail in place of the bar.

    ``painted()``: its first paint has reached the screen.
    """

    painted = Signal()

    def __init__(self, window: QWidget, department: str | None, *, office: bool = False) -> None:
        super().__init__(window)
        self._department = department
        self._office = office
        self._told = False
        self._take_colours()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _fill(painter, self.rect(), self._ground)
        if self._department is not None and self._office:
            self._paint_office(painter)
        elif self._department is not None:
            self._paint_desk(painter, self._department)
        painter.end()
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_desk(self, painter: QPainter, department: str) -> None:
        width, height = self.width(), self.height()
        top, foot = look.px(TOP), height - look.px(STATUS)
        _fill(painter, QRect(0, 0, width, top), self._line)
        _fill(painter, QRect(0, 0, width, top - 1), self._surface)
        _fill(painter, QRect(0, foot, width, height - foot), self._line)
        _fill(painter, QRect(0, foot + 1, width, height - foot), self._surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in arranged(QRect(0, top, width, foot - top)):
            if card is not None:
                painter.fillPath(_rounded(card, 0), self._line)
                painter.fillPath(_rounded(card, 1), self._surface)
        painter.setFont(look.font(18, bold=True))
        painter.drawText(QPointF(look.px(12), top / 2 + look.px(6)), department)

    def _paint_office(self, painter: QPainter) -> None:
        """The rail and the status line; what the page shows is not known yet."""
        width, foot = self.width(), self.height() - look.px(STATUS)
        rail = rail_width(width)
        _fill(painter, QRect(0, 0, rail, foot), self._line)
        _fill(painter, QRect(0, 0, rail - 1, foot), self._surface)
        _fill(painter, QRect(0, foot, width, look.px(STATUS)), self._line)
        _fill(painter, QRect(0, foot + 1, width, look.px(STATUS)), self._surface)

    def _take_colours(self) -> None:
        """Brushes come out of a palette, which alone takes a colour without all of Qt's."""
        colours, role = look.tokens(), QPalette.ColorRole
        palette = QPalette()
        palette.setColor(role.Window, QColor(colours.page))
        palette.setColor(role.Base, QColor(colours.surface))
        palette.setColor(role.Mid, QColor(colours.line))
        palette.setColor(role.WindowText, QColor(colours.heading))
        self.setPalette(palette)  # the painter's pen begins as its text
        self._ground, self._surface = palette.brush(role.Window), palette.brush(role.Base)
        self._line = palette.brush(role.Mid)


def _fill(painter: QPainter, box: QRect, brush: QBrush) -> None:
    painter.setBackground(brush)
    painter.eraseRect(box)


def _rounded(box: QRect, inset: int) -> QPainterPath:
    path = QPainterPath()
    radius = look.px(8) - inset
    path.addRoundedRect(QRectF(box.adjusted(inset, inset, -inset, -inset)), radius, radius)
    return path


def rail_width(width: int) -> int:
    """How wide the office's rail is in a window of that width: signs alone where it is narrow."""
    return look.px(RAIL if width >= look.px(_RAIL_FOLDS) else RAIL_NARROW)


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
