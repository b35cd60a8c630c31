"""What changed: four figures, and below them the measures with the grade before and now."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from imari_desk.domain.summary import Trend
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.charts.chart import Chart, Mark, Stepper, write
from imari_desk.gui.office.charts.grades import GradeTile, paint_tile
from imari_desk.gui.office.charts.trends import paint_arrow, paint_trend

_HEAD, _ROW, _TILE = 66, 30, 28


class Figure(NamedTuple):
    """How many measures went one way; its target shows them all."""

    trend: Trend
    number: int
    word: str
    mark: Mark


class Change(NamedTuple):
    """One measure that went up or down."""

    trend: Trend
    code: str
    name: str
    before: GradeTile
    after: GradeTile
    mark: Mark


class Changes(Chart):
    """The figures are the first marks, then a mark a measure."""

    def __init__(self) -> None:
        self._figures: tuple[Figure, ...] = ()
        self._changes: tuple[Change, ...] = ()
        self._code = 0.0
        super().__init__()

    def show_values(self, figures: tuple[Figure, ...], changes: tuple[Change, ...]) -> None:
        """Show the figures side by side and the measures below."""
        self._figures, self._changes = figures, changes
        self.shown_anew()

    def count(self) -> int:
        return len(self._figures) + len(self._changes)

    def mark(self, number: int) -> Mark:
        figures = len(self._figures)
        return (
            self._figures[number].mark if number < figures else self._changes[number - figures].mark
        )

    def place(self, number: int) -> QRectF:
        figures = len(self._figures)
        if number < figures:
            wide = self.width() / figures
            return QRectF(number * wide, px(2), wide - px(6), px(_HEAD - 10))
        return QRectF(0, self._top(number - figures), self.width(), px(_ROW))

    def at(self, point: QPointF) -> int:
        figures = len(self._figures)
        if point.y() < px(_HEAD) and figures:
            return min(int(point.x() / (self.width() / figures)), figures - 1)
        row = int((point.y() - px(_HEAD)) // px(_ROW))
        return figures + row if 0 <= row < len(self._changes) else -1

    def beside(self, number: int, key: Qt.Key) -> int:
        figures, count = len(self._figures), self.count()
        stepper = Stepper((0, *range(figures, count + 1)), page=8)
        return stepper.beside(number, key, lambda _here, row: figures + row - 1 if row else 0)

    def height_for(self, width: int) -> int:
        return px(_HEAD) + px(_ROW) * len(self._changes) + px(2)

    def dress(self) -> None:
        face = QFontMetricsF(font(14, bold=True))
        codes = (face.horizontalAdvance(change.code) for change in self._changes)
        self._code = max(codes, default=0.0) + px(8)
        super().dress()

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        if seen.top() < px(_HEAD):
            for n, figure in enumerate(self._figures):
                self._paint_figure(painter, self.place(n), figure)
            painter.setPen(QPen(QColor(tokens().line), 1))
            painter.drawLine(QPointF(0, px(_HEAD - 4)), QPointF(self.width(), px(_HEAD - 4)))
        first = max(int((seen.top() - px(_HEAD)) // px(_ROW)), 0)
        for n in range(first, len(self._changes)):
            if self._top(n) > seen.bottom():
                break
            self._paint_change(painter, self._top(n), self._changes[n])

    def cut(self, y: float) -> float:
        return y - (y - px(_HEAD)) % px(_ROW)

    def _top(self, row: int) -> float:
        return px(_HEAD) + px(_ROW) * row

    def _paint_figure(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        colours = tokens()
        paint_trend(painter, QPointF(box.left() + px(7), box.top() + px(18)), figure.trend, px(11))
        number = QRectF(box.left() + px(19), box.top() + px(1), box.width() - px(19), px(32))
        write(painter, number, f"{figure.number:,}", size=24, bold=True, ink=colours.heading)
        word = QRectF(box.left(), box.top() + px(33), box.width(), px(20))
        write(painter, word, figure.word, ink=colours.support)

    def _paint_change(self, painter: QPainter, top: float, change: Change) -> None:
        row = QRectF(0, top, self.width(), px(_ROW))
        paint_trend(painter, QPointF(px(6), row.center().y()), change.trend, px(9))
        code = QRectF(px(18), top, self._code, px(_ROW))
        write(painter, code, change.code, bold=True, ink=tokens().heading)
        tile, gap = px(_TILE), px(20)
        after = QRectF(self.width() - tile - 1, top + px(3), tile, px(_ROW - 6))
        before = after.translated(-tile - gap, 0)
        left = code.right() + px(4)
        write(painter, QRectF(left, top, before.left() - left - px(8), px(_ROW)), change.name)
        paint_tile(painter, before, change.before)
        paint_arrow(painter, QRectF(before.right(), top, gap, px(_ROW)))
        paint_tile(painter, after, change.after)
