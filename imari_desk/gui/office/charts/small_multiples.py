"""Many small lines side by side: what was reached year by year against what was expected."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from imari_desk.domain.summary import Trend
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.charts.chart import CENTRE, LEFT, RIGHT, Chart, Mark, Stepper, write
from imari_desk.gui.office.charts.trends import paint_trend, trend_ink

_LEAST, _GAP, _HIGH, _BETWEEN, _HEAD, _FOOT, _LEGEND = 172, 24, 152, 14, 52, 22, 28


class Point(NamedTuple):
    """One year: what was reached and what was expected, None where there is nothing."""

    amount: Fraction | None
    expected: Fraction | None


class Multiple(NamedTuple):
    """One small chart. ``value`` and ``unit`` of the year that counts; ``verdict`` in words with
    ``trend`` UP for reached, DOWN for below, NONE where nothing can be said; ``place`` is the
    point that counts."""

    title: str
    value: str
    unit: str
    verdict: str
    trend: Trend
    points: tuple[Point, ...]
    place: int
    first: str
    goal: str
    last: str
    mark: Mark


class SmallMultiples(Chart):
    """As many in a row as fit; a mark each."""

    def __init__(self, actual: str, expected: str) -> None:
        """``actual`` and ``expected`` are the legend's words."""
        self._shown: tuple[Multiple, ...] = ()
        self._legend = (actual, expected)
        super().__init__()

    def show_values(self, multiples: tuple[Multiple, ...]) -> None:
        """Show these, in that order."""
        self._shown = multiples
        self.shown_anew()

    def count(self) -> int:
        return len(self._shown)

    def mark(self, number: int) -> Mark:
        return self._shown[number].mark

    def place(self, number: int) -> QRectF:
        row, column = divmod(number, self._columns(self.width()))
        wide = self._wide()
        top = px(_LEGEND) + row * px(_HIGH + _BETWEEN)
        return QRectF(column * (wide + px(_GAP)), top, wide, px(_HIGH))

    def at(self, point: QPointF) -> int:
        columns = self._columns(self.width())
        column = int(point.x() // (self._wide() + px(_GAP)))
        row = int((point.y() - px(_LEGEND)) // px(_HIGH + _BETWEEN))
        number = row * columns + column
        inside = row >= 0 and 0 <= column < columns and number < len(self._shown)
        return number if inside and self.place(number).contains(point) else -1

    def beside(self, number: int, key: Qt.Key) -> int:
        columns, count = self._columns(self.width()), self.count()
        starts = (*range(0, count, columns), count)
        stepper = Stepper(starts, page=3)
        last = count - 1
        return stepper.beside(
            number, key, lambda here, row: min(row * columns + here % columns, last)
        )

    def height_for(self, width: int) -> int:
        rows = -(-len(self._shown) // self._columns(width))
        return px(_LEGEND) + rows * px(_HIGH + _BETWEEN)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        if seen.top() < px(_LEGEND):
            self._paint_legend(painter)
        columns = self._columns(self.width())
        first = max(int((seen.top() - px(_LEGEND)) // px(_HIGH + _BETWEEN)), 0) * columns
        for number in range(first, len(self._shown)):
            box = self.place(number)
            if box.top() > seen.bottom():
                break
            self._paint_one(painter, box, self._shown[number])

    def cut(self, y: float) -> float:
        return y - (y - px(_LEGEND)) % px(_HIGH + _BETWEEN)

    def _columns(self, width: int) -> int:
        return max(1, (width + px(_GAP)) // px(_LEAST + _GAP))

    def _wide(self) -> float:
        columns = self._columns(self.width())
        return (self.width() - px(_GAP) * (columns - 1)) / columns

    def _paint_legend(self, painter: QPainter) -> None:
        x, y = 0.0, px(10)
        for word, pen in zip(self._legend, (_actual_pen(), _expected_pen()), strict=True):
            painter.setPen(pen)
            painter.drawLine(QPointF(x + 1, y), QPointF(x + px(26), y))
            wide = QFontMetricsF(font(14)).horizontalAdvance(word) + px(4)
            write(painter, QRectF(x + px(34), 0, wide, px(20)), word)
            x += px(34) + wide + px(16)

    def _paint_one(self, painter: QPainter, box: QRectF, one: Multiple) -> None:
        colours = tokens()
        title = QRectF(box.left(), box.top(), box.width(), px(22))
        write(painter, title, one.title, bold=True, ink=colours.heading)
        self._paint_value(painter, QRectF(box.left(), box.top() + px(22), box.width(), px(26)), one)
        room = box.adjusted(0, px(_HEAD), 0, -px(_FOOT))
        self._paint_lines(painter, room, one)
        foot = QRectF(box.left(), room.bottom() + px(1), box.width(), px(_FOOT - 2))
        ends = px(36)
        write(painter, foot, one.first, ink=colours.support, align=LEFT)
        write(painter, foot, one.last, ink=colours.support, align=RIGHT)
        goal = foot.adjusted(ends, 0, -ends, 0)
        write(painter, goal, one.goal, ink=colours.support, align=CENTRE)

    def _paint_value(self, painter: QPainter, box: QRectF, one: Multiple) -> None:
        colours = tokens()
        small = QFontMetricsF(font(14, bold=True))
        told = small.horizontalAdvance(one.verdict) + px(14) if one.verdict else 0.0
        value = QFontMetricsF(font(20, bold=True)).horizontalAdvance(one.value)
        if value + told + px(8) > box.width():
            told = 0.0
        write(painter, box, one.value, size=20, bold=True, ink=colours.heading)
        unit = box.adjusted(value + px(4), px(3), -told - px(4), px(3))
        if unit.width() > px(14):
            write(painter, unit, one.unit, ink=colours.support)
        if told:
            ink = trend_ink(one.trend)
            lower = box.adjusted(0, px(2), 0, px(2))
            write(painter, lower, one.verdict, bold=True, ink=ink, align=RIGHT)
            centre = QPointF(box.right() - told + px(5), box.center().y() + px(2))
            paint_trend(painter, centre, one.trend, px(9))

    def _paint_lines(self, painter: QPainter, room: QRectF, one: Multiple) -> None:
        known = [n for p in one.points for n in (p.amount, p.expected) if n is not None]
        top = max(known, default=Fraction(0)) or Fraction(1)

        def at(n: int, amount: Fraction) -> QPointF:
            inset = px(6)
            x = room.left() + inset + (room.width() - 2 * inset) * n / max(len(one.points) - 1, 1)
            share = float(max(amount, Fraction(0)) / top)
            return QPointF(x, room.bottom() - (room.height() - px(5)) * share)

        painter.setPen(QPen(QColor(tokens().grid), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        expected = [at(n, p.expected) for n, p in enumerate(one.points) if p.expected is not None]
        actual = [at(n, p.amount) for n, p in enumerate(one.points) if p.amount is not None]
        self._shade(painter, one, at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_expected_pen())
        painter.drawPolyline(QPolygonF(expected))
        painter.setPen(_actual_pen())
        painter.drawPolyline(QPolygonF(actual))
        for n, point in enumerate(one.points):
            if point.amount is not None:
                here = n == one.place
                colour = QColor(_actual())
                painter.setPen(QPen(colour, px(1.5)))
                painter.setBrush(colour if here else QColor(tokens().surface))
                radius = px(5) if here else px(2.5)
                painter.drawEllipse(at(n, point.amount), radius, radius)

    def _shade(
        self, painter: QPainter, one: Multiple, at: Callable[[int, Fraction], QPointF]
    ) -> None:
        """The room between both lines, in the colour of the verdict."""
        both = [
            (at(n, p.amount), at(n, p.expected))
            for n, p in enumerate(one.points)
            if p.amount is not None and p.expected is not None
        ]
        if one.trend is Trend.NONE or len(both) < 2:
            return
        colour = QColor(trend_ink(one.trend))
        colour.setAlpha(24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([a for a, _ in both] + [e for _, e in reversed(both)]))


def _actual() -> str:
    return trend_ink(Trend.UP)


def _actual_pen() -> QPen:
    pen = QPen(QColor(_actual()), px(22) / 10)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _expected_pen() -> QPen:
    pen = QPen(QColor(tokens().support), px(15) / 10)
    pen.setDashPattern([4, 3])
    return pen
