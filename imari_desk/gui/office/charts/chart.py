"""What every chart does alike: marks under mouse and keys, each with words and a place it leads to.

A chart paints only what is seen: it may be far taller than the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from imari_desk.gui import look
from imari_desk.gui.painted import paint_ring

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter
_LARGEST = 16_000  # pixels: what programs that take a picture in still open
_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class Mark(NamedTuple):
    """One thing in a chart: what it says in words, and what it leads to (None: nowhere)."""

    spoken: str
    target: object = None


class Chart(QWidget):
    """A painted chart. ``chosen(object)``: the target of a mark that was pressed or clicked;
    ``moved(QRect)``: the mark under the keys lies there.

    A chart says where its marks lie and how they are painted; they are numbered from 0.
    """

    chosen = Signal(object)
    moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = 0
        self._under = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self.dress)

    # What each chart says of itself

    def count(self) -> int:
        """How many marks there are."""
        raise NotImplementedError

    def mark(self, number: int) -> Mark:
        raise NotImplementedError

    def place(self, number: int) -> QRectF:
        """Where a mark lies."""
        raise NotImplementedError

    def at(self, point: QPointF) -> int:
        """The mark at a point, -1 for none."""
        raise NotImplementedError

    def beside(self, number: int, key: Qt.Key) -> int:
        """The mark a key of _KEYS leads to; the same where there is none."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """How tall the chart is at that width, in pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint the part that is seen."""
        raise NotImplementedError

    def head_height(self) -> int:
        """The height of what stays above while the chart is scrolled; 0 for nothing."""
        return 0

    def paint_head(self, painter: QPainter, width: int) -> None:
        """Paint that."""

    # What they have in common

    def shown_anew(self) -> None:
        """Other values are shown."""
        self.current = min(self.current, max(self.count() - 1, 0))
        self._under = -1
        self.dress()
        self._tell()

    def dress(self) -> None:
        self.setFixedHeight(self.height_for(self.width()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(320), self.height_for(look.px(320)))

    def go_to(self, number: int) -> None:
        """Put the keys on a mark."""
        if 0 <= number < self.count():
            self.current = number
            self._tell()
            self.moved.emit(self._around(number))
            self.update()

    def picture(self, title: str, width: int) -> QImage:
        """The whole chart as people paste it into a report: light, twice as fine, titled."""
        with self.on_paper(width) as high:
            return self._drawn(title, width, high)

    @contextmanager
    def on_paper(self, width: int) -> Iterator[int]:
        """As wide as asked, light and at 100 %, for as long as it takes; gives its height."""
        dark, zoom, kept = look.is_dark(), look.zoom(), self.size()
        look.choose(dark=False, zoom=1.0)
        try:
            self._set_width(width)
            yield self.height()
        finally:
            look.choose(dark=dark, zoom=zoom)
            self._set_width(kept.width())

    def cut(self, y: float) -> float:
        """The last place down to ``y`` where a page may end."""
        return y

    def _set_width(self, width: int) -> None:
        """Lay out anew at a width."""
        self.resize(width, self.height())
        self.dress()

    def _drawn(self, title: str, width: int, high: int) -> QImage:
        edge, top = 24, 56
        head = self.head_height()
        whole = QSize(width + 2 * edge, high + head + top + edge)
        scale = min(2.0, _LARGEST / whole.height())
        image = QImage(whole * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(18, bold=True))
        painter.setPen(QColor(look.tokens().heading))
        painter.drawText(QRectF(edge, 16, width, 28), LEFT, title)
        painter.translate(edge, top)
        self.paint_head(painter, width)
        painter.translate(0, head)
        self.paint(painter, QRectF(0, 0, width, high))
        painter.end()
        return image

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(event.rect()))
        if self.hasFocus() and self.count():
            paint_ring(painter, QRectF(self._around(self.current)))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.count():
            super().keyPressEvent(event)
        elif key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.go_to(self.beside(self.current, key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if found >= 0 and found == self.current and event.button() == Qt.MouseButton.LeftButton:
            self._choose(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if found != self._under:
            self._under = found
            leads = found >= 0 and self.mark(found).target is not None
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.at(QPointF(event.pos()))
            words = self.mark(found).spoken if found >= 0 else ""
            where = self._around(found) if found >= 0 else QRect()
            QToolTip.showText(event.globalPos(), words, self, where)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        if self.count() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.moved.emit(self._around(self.current))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, number: int) -> None:
        target = self.mark(number).target
        if target is not None:
            self.chosen.emit(target)

    def _around(self, number: int) -> QRect:
        gap = look.px(5)
        return self.place(number).toAlignedRect().adjusted(-gap, -gap, gap, gap)

    def _tell(self) -> None:
        """Let a screen reader say the mark under the keys."""
        self.setAccessibleDescription(self.mark(self.current).spoken if self.count() else "")


class Stepper(NamedTuple):
    """Marks in a grid of rows of different lengths: where a key leads."""

    starts: tuple[int, ...]  # the number of each row's first mark, and of all marks at the end
    page: int = 10  # rows

    def beside(self, number: int, key: Qt.Key, column: Callable[[int, int], int]) -> int:
        """``column`` gives the mark of a row that lies below or above another mark."""
        row = self.row_of(number)
        last = self.starts[-1] - 1
        steps = {
            Qt.Key.Key_Left: max(number - 1, 0),
            Qt.Key.Key_Right: min(number + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in steps:
            return steps[key]
        far = self.page if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) else 1
        up = key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
        there = min(max(row - far if up else row + far, 0), len(self.starts) - 2)
        return number if there == row else column(number, there)

    def row_of(self, number: int) -> int:
        low, high = 0, len(self.starts) - 1
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= number else (low, middle)
        return low


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    bold: bool = False,
    size: int = 14,
    ink: str = "",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, cut with an ellipsis where it does not fit."""
    painter.setFont(look.font(size, bold=bold))
    painter.setPen(QColor(ink or look.tokens().text))
    metrics = painter.fontMetrics()
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, align, fitted)
