"""A grade for each measure and year: rows with names, a column a year that stays above."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.charts.chart import CENTRE, Chart, Mark, Stepper, write
from imari_desk.gui.office.charts.grades import GradeTile, paint_tile

_ROW, _HEAD, _APART, _COLUMN = 23, 26, 8, 43


class Cell(NamedTuple):
    """One measure in one year."""

    tile: GradeTile
    mark: Mark


class HeatRow(NamedTuple):
    """One measure. ``apart``: a line above it, where another 分野 begins."""

    code: str
    name: str
    cells: tuple[Cell, ...]
    apart: bool = False


class HeatMap(Chart):
    """Marks row by row; the chosen year stands in a frame."""

    def __init__(self) -> None:
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[HeatRow, ...] = ()
        self._tops: tuple[int, ...] = ()
        self._chosen = -1
        self._code = 0.0
        super().__init__()

    def show_values(
        self, columns: tuple[str, ...], rows: tuple[HeatRow, ...], chosen: int = -1
    ) -> None:
        """Show these rows; ``chosen`` is the column in the frame, -1 for none."""
        self._columns, self._rows, self._chosen = columns, rows, chosen
        self.shown_anew()

    def count(self) -> int:
        return len(self._rows) * len(self._columns)

    def mark(self, number: int) -> Mark:
        row, column = divmod(number, len(self._columns))
        return self._rows[row].cells[column].mark

    def place(self, number: int) -> QRectF:
        row, column = divmod(number, len(self._columns))
        return self._cell(row, column)

    def at(self, point: QPointF) -> int:
        left = self._left()
        column = int((point.x() - left) // px(_COLUMN)) if point.x() >= left else -1
        row = self._row_at(point.y())
        if row < 0:
            return -1
        if column < 0:  # on the name: the chosen year, or the last
            column = self._chosen if self._chosen >= 0 else len(self._columns) - 1
        return row * len(self._columns) + min(column, len(self._columns) - 1)

    def beside(self, number: int, key: Qt.Key) -> int:
        wide = len(self._columns)
        stepper = Stepper(tuple(range(0, self.count() + 1, wide)))
        return stepper.beside(number, key, lambda here, row: row * wide + here % wide)

    def height_for(self, width: int) -> int:
        return self._tops[-1] + px(3) if self._tops else px(_ROW)

    def dress(self) -> None:
        top, tops = px(2), []
        for row in self._rows:
            top += px(_APART) if row.apart else 0
            tops.append(top)
            top += px(_ROW)
        self._tops = (*tops, top) if tops else ()
        face = QFontMetricsF(font(14, bold=True))
        self._code = max((face.horizontalAdvance(r.code) for r in self._rows), default=0) + px(10)
        super().dress()

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        first = max(self._row_at(max(seen.top(), 0)), 0)
        for row in range(first, len(self._rows)):
            if self._tops[row] - px(_APART) > seen.bottom():
                break
            self._paint_row(painter, row)
        if self._chosen >= 0 and self._rows:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens().primary), px(2)))
            left = self._left() + self._chosen * px(_COLUMN)
            painter.drawRoundedRect(QRectF(left, px(1), px(_COLUMN), self._tops[-1]), px(4), px(4))

    def cut(self, y: float) -> float:
        row = self._row_at(y)
        return self._tops[row] if row >= 0 else y

    def head_height(self) -> int:
        return px(_HEAD)

    def paint_head(self, painter: QPainter, width: int) -> None:
        colours = tokens()
        for n, name in enumerate(self._columns):
            here = n == self._chosen
            box = QRectF(self._left() + n * px(_COLUMN), 0, px(_COLUMN), px(_HEAD - 2))
            ink = colours.primary if here else colours.support
            write(painter, box, name, bold=here, ink=ink, align=CENTRE)

    def row_of(self, code: str) -> int:
        """The row of a measure, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.code == code), -1)

    def _left(self) -> float:
        return self.width() - px(_COLUMN) * len(self._columns) - px(1)

    def _cell(self, row: int, column: int) -> QRectF:
        left = self._left() + column * px(_COLUMN)
        return QRectF(left, self._tops[row], px(_COLUMN), px(_ROW)).adjusted(2, 1, -2, -1)

    def _row_at(self, y: float) -> int:
        """The row at that height, -1 below the last; the line above a row belongs to it."""
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._tops[middle + 1] <= y else (low, middle)
        return low if low < len(self._rows) and y >= 0 else -1

    def _paint_row(self, painter: QPainter, row: int) -> None:
        colours, line = tokens(), self._rows[row]
        top = self._tops[row]
        if line.apart:
            painter.setPen(QPen(QColor(colours.grid), 1))
            y = top - px(_APART) / 2
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        code = QRectF(0, top, self._code, px(_ROW))
        write(painter, code, line.code, bold=True, ink=colours.heading)
        name = QRectF(self._code, top, self._left() - self._code - px(8), px(_ROW))
        if name.width() > px(24):
            write(painter, name, line.name)
        for column, cell in enumerate(line.cells):
            paint_tile(painter, self._cell(row, column), cell.tile)
