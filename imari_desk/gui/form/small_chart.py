"""Five years of an indicator against what was expected, small enough to stand beside its input."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.domain.era import short_year
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, unit_text
from imari_desk.gui.form.live import YearPoint
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.painted import fill

_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def axis_steps(highest: Fraction) -> tuple[int, ...] | tuple[Fraction, ...]:
    """0 and two or three round marks of which the last is not below ``highest``."""
    if highest <= 0:
        return (0, 1)
    for factor in (1, 2, 5, 10):
        step = Fraction(factor) * Fraction(10) ** floor(log10(highest / 3))
        marks = ceil(highest / step)
        if marks <= 3:
            return tuple(step * n for n in range(marks + 1))
    return (Fraction(0), highest)


class SmallChart(QWidget):
    """A line of values with a point a year, the chosen year filled; expected values dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[YearPoint, ...] = ()
        self._year = 0
        self._unit = ""
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[YearPoint], fiscal_year: int, unit: str) -> None:
        """Show a value a year; ``unit`` as the plan writes it."""
        shown = (tuple(points), fiscal_year, unit)
        if shown == (self._points, self._year, self._unit):
            return
        self._points, self._year, self._unit = shown
        goal = self._points[-1].expected if self._points else None
        level = len({p.expected for p in self._points}) == 1
        code = "form.chart_target" if level else "form.chart_expected"
        self._caption = sentence(code, target=self._with_unit(goal)) if goal is not None else ""
        self.setAccessibleName(sentence("form.chart_name"))
        self.setAccessibleDescription("、".join(self._told()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(256), px(184))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), px(184))

    def _told(self) -> list[str]:
        return [
            f"{short_year(p.fiscal_year)} {self._with_unit(p.amount)}"
            for p in self._points
            if p.amount is not None
        ] or [sentence("form.chart_empty")]

    def _with_unit(self, amount: Fraction) -> str:
        return f"{number_text(amount)}{unit_text(self._unit)}"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = [n for p in self._points for n in (p.amount, p.expected) if n is not None]
        marks = axis_steps(max(known, default=Fraction(0)))
        room = QRectF(self.rect()).adjusted(self._axis_width(marks), px(44), -px(22), -px(28))
        self._paint_axis(painter, room, marks)
        self._paint_expected(painter, room, marks[-1])
        self._paint_values(painter, room, marks[-1])
        painter.end()

    def _axis_width(self, marks: Sequence[Fraction | int]) -> float:
        return px(16) + max(px(9) * len(number_text(m)) for m in marks)

    def _place(self, room: QRectF, n: int, amount: Fraction, top: Fraction | int) -> QPointF:
        steps = max(len(self._points) - 1, 1)
        inset = px(14)
        x = room.left() + inset + (room.width() - 2 * inset) * n / steps
        return QPointF(x, room.bottom() - room.height() * float(amount / top))

    def _paint_axis(self, painter: QPainter, room: QRectF, marks: Sequence[Fraction | int]) -> None:
        colours = tokens()
        painter.setFont(font(14))
        for mark in marks:
            y = room.bottom() - room.height() * float(mark / marks[-1])
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colours.support))
            place = QRectF(0, y - px(10), room.left() - px(8), px(20))
            painter.drawText(place, _RIGHT, number_text(mark))
        for n, point in enumerate(self._points):
            here = point.fiscal_year == self._year
            painter.setFont(font(14, bold=here))
            painter.setPen(QColor(colours.heading if here else colours.support))
            x = self._place(room, n, Fraction(0), 1).x()
            label = short_year(point.fiscal_year)
            label = label[:1] + label[2:] if len(label) > 2 else label
            painter.drawText(
                QRectF(x - px(30), room.bottom() + px(6), px(60), px(20)), _CENTRE, label
            )

    def _paint_expected(self, painter: QPainter, room: QRectF, top: Fraction | int) -> None:
        line = QPolygonF(
            [
                self._place(room, n, p.expected, top)
                for n, p in enumerate(self._points)
                if p.expected is not None
            ]
        )
        if line.isEmpty():
            return
        colour = QColor(tokens().support)
        painter.setPen(QPen(colour, px(15) / 10, Qt.PenStyle.DashLine))
        painter.drawPolyline(line)
        painter.setFont(font(14))
        width = painter.fontMetrics().horizontalAdvance(self._caption)
        right, y = float(self.width() - px(4)), px(10)
        painter.drawLine(QPointF(right - width - px(34), y), QPointF(right - width - px(8), y))
        painter.setPen(colour)
        painter.drawText(QRectF(0, 0, right, px(20)), _RIGHT, self._caption)

    def _paint_values(self, painter: QPainter, room: QRectF, top: Fraction | int) -> None:
        colours = tokens()
        there = [
            (p, self._place(room, n, p.amount, top))
            for n, p in enumerate(self._points)
            if p.amount is not None
        ]
        painter.setPen(QPen(QColor(colours.primary), px(25) / 10))
        painter.drawPolyline(QPolygonF([place for _, place in there]))
        for point, place in there:
            here = point.fiscal_year == self._year
            self._paint_number(painter, room, point, place, here=here)
        for point, place in there:
            here = point.fiscal_year == self._year
            painter.setPen(QPen(QColor(colours.primary), px(2)))
            painter.setBrush(QColor(colours.primary if here else colours.surface))
            radius = px(5) if here else px(4)
            painter.drawEllipse(place, radius, radius)

    def _paint_number(
        self, painter: QPainter, room: QRectF, point: YearPoint, place: QPointF, *, here: bool
    ) -> None:
        """The number below its point where the line of expected values is above it, else above."""
        colours = tokens()
        amount = point.amount or Fraction(0)
        below = point.expected is not None and amount < point.expected
        low = place.y() + px(28) > room.bottom() + px(4)
        y = place.y() + px(7) if below and not low else place.y() - px(27)
        painter.setFont(font(14, bold=here))
        painter.setPen(QColor(colours.primary if here else colours.support))
        text, box = number_text(amount), QRectF(place.x() - px(44), y, px(88), px(20))
        ground = painter.boundingRect(box, _CENTRE, text).adjusted(-px(2), px(1), px(2), -px(1))
        fill(painter, ground, colours.surface)  # lines end before the digits
        painter.drawText(box, _CENTRE, text)
