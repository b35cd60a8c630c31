"""Shares of a whole as bars one below the other, last year's as a thin strip under each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.charts.chart import RIGHT, Chart, Mark, Stepper, write
from imari_desk.gui.office.charts.grades import GradeTile, paint_box, paint_tile

_BAR, _STRIP, _GAP, _LEAST = 28, 6, 9, 24


class Share(NamedTuple):
    """One part of a bar; ``text`` is what stands in it where there is room, ``mark`` in words."""

    tile: GradeTile
    number: int
    text: str
    mark: Mark


class Bar(NamedTuple):
    """One bar. ``before`` are last year's counts by tile; ``apart``: a line below it."""

    label: str
    total: int
    shares: tuple[Share, ...]
    before: tuple[tuple[GradeTile, int], ...] = ()
    strong: bool = False
    apart: bool = False


class LegendEntry(NamedTuple):
    """A tile and what it means."""

    tile: GradeTile
    word: str


class StackedBars(Chart):
    """Bars of the same length, each a whole; a mark for each part that is not empty."""

    def __init__(self) -> None:
        self._bars: tuple[Bar, ...] = ()
        self._legend: tuple[LegendEntry, ...] = ()
        self._stepper = Stepper((0,))
        self._below = False
        super().__init__()

    def show_values(self, bars: tuple[Bar, ...], legend: tuple[LegendEntry, ...] = ()) -> None:
        """Show these bars; of their shares those that are empty are left out."""
        self._bars = tuple(b._replace(shares=tuple(s for s in b.shares if s.number)) for b in bars)
        self._legend = legend
        starts = [0]
        for bar in self._bars:
            starts.append(starts[-1] + len(bar.shares))
        self._stepper = Stepper(tuple(starts))
        self.shown_anew()

    def count(self) -> int:
        return self._stepper.starts[-1]

    def mark(self, number: int) -> Mark:
        row = self._stepper.row_of(number)
        return self._bars[row].shares[number - self._stepper.starts[row]].mark

    def place(self, number: int) -> QRectF:
        row = self._row(number)
        return self._boxes(row)[number - self._stepper.starts[row]]

    def at(self, point: QPointF) -> int:
        for row in range(len(self._bars)):
            for n, box in enumerate(self._boxes(row)):
                if box.contains(point):
                    return self._stepper.starts[row] + n
        return -1

    def beside(self, number: int, key: Qt.Key) -> int:
        middle = self.place(number).center().x()

        def nearest(_number: int, row: int) -> int:
            boxes = self._boxes(row)
            if not boxes:
                return number
            place = min(range(len(boxes)), key=lambda n: abs(boxes[n].center().x() - middle))
            return self._stepper.starts[row] + place

        return self._stepper.beside(number, key, nearest)

    def height_for(self, width: int) -> int:
        rules = sum(px(9) for bar in self._bars if bar.apart)
        return self._pitch() * len(self._bars) + rules + self._legend_height(width)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        for row, bar in enumerate(self._bars):
            top = self._top(row)
            if top < seen.bottom() and top + self._pitch() + px(9) > seen.top():
                self._paint_bar(painter, row, bar)
        self._paint_legend(painter)

    def cut(self, y: float) -> float:
        return max((self._top(n) for n in range(len(self._bars)) if self._top(n) <= y), default=y)

    # Where things lie

    def _row(self, number: int) -> int:
        return self._stepper.row_of(number)

    def _labels(self) -> float:
        """The width of the labels and totals left of the bars; long labels stand above them."""
        face = QFontMetricsF(font(16))
        widest = max((face.horizontalAdvance(bar.label) for bar in self._bars), default=0.0)
        self._below = widest > px(96)
        return px(8) if self._below else widest + px(58)

    def _pitch(self) -> int:
        self._labels()
        return px(_BAR + _STRIP + _GAP + 3) + (px(24) if self._below else 0)

    def _top(self, row: int) -> float:
        rules = sum(px(9) for bar in self._bars[:row] if bar.apart)
        return self._pitch() * row + rules

    def _line(self, row: int) -> QRectF:
        """The box of a whole bar."""
        left = 0.0 if self._below else self._labels()
        top = self._top(row) + (px(24) if self._below else 0) + px(2)
        return QRectF(left, top, max(self.width() - left - 1, 1.0), px(_BAR))

    def _boxes(self, row: int) -> list[QRectF]:
        """The parts of a bar; none is narrower than what is written in it."""
        line, shares = self._line(row), self._bars[row].shares
        total = sum(s.number for s in shares)
        if not total:
            return []
        least = self._least(shares, line.width())
        small = {n for n, s in enumerate(shares) if s.number * line.width() / total < least[n]}
        free = line.width() - sum(least[n] for n in small)
        large = sum(s.number for n, s in enumerate(shares) if n not in small) or 1
        boxes, left = [], line.left()
        for n, share in enumerate(shares):
            width = least[n] if n in small else free * share.number / large
            boxes.append(QRectF(left + 1, line.top(), width - 2, line.height()))
            left += width
        return boxes

    def _least(self, shares: tuple[Share, ...], room: float) -> list[float]:
        """How wide each part has to be for its letter and number; even where that is too much."""
        face = QFontMetricsF(font(14, bold=True))
        texts = (share.text.replace(" ", "") for share in shares)
        wanted = [max(face.horizontalAdvance(text) + px(8), px(_LEAST)) for text in texts]
        return wanted if sum(wanted) <= room else [room / len(shares)] * len(shares)

    # Painting

    def _paint_bar(self, painter: QPainter, row: int, bar: Bar) -> None:
        line = self._line(row)
        self._paint_label(painter, line, bar)
        for box, share in zip(self._boxes(row), bar.shares, strict=True):
            paint_tile(painter, box, share.tile, self._fitting(share, box.width()))
        self._paint_before(painter, line, bar)
        if bar.apart:
            painter.setPen(QPen(QColor(tokens().line), 1))
            y = self._top(row) + self._pitch() + px(2)
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_label(self, painter: QPainter, line: QRectF, bar: Bar) -> None:
        colours = tokens()
        total = f"{bar.total:,}"
        if self._below:
            above = QRectF(0, line.top() - px(24), self.width(), px(22))
            room = QFontMetricsF(font(14)).horizontalAdvance(total) + px(12)
            write(
                painter,
                above.adjusted(0, 0, -room, 0),
                bar.label,
                bold=bar.strong,
                ink=colours.heading,
            )
            write(painter, above, total, ink=colours.support, align=RIGHT)
            return
        place = QRectF(0, line.top(), line.left() - px(10), line.height())
        write(painter, place, bar.label, size=16, bold=bar.strong, ink=colours.heading)
        write(painter, place, total, ink=colours.support, align=RIGHT)

    def _fitting(self, share: Share, width: float) -> str:
        """The whole text, without its blank, or the letter alone."""
        face = QFontMetricsF(font(14, bold=True))
        tries = (share.text, share.text.replace(" ", ""), share.tile.word)
        return next((t for t in tries if face.horizontalAdvance(t) <= width - px(2)), "")

    def _paint_before(self, painter: QPainter, line: QRectF, bar: Bar) -> None:
        total = sum(count for _, count in bar.before)
        left = line.left()
        for tile, count in bar.before:
            if count:
                width = line.width() * count / total
                strip = QRectF(left + 1, line.bottom() + px(5), max(width - 2, 1.0), px(_STRIP))
                paint_box(painter, strip, tile, px(2))
                left += width

    # The legend

    def _legend_height(self, width: int) -> int:
        rows = {y for _, _, y in self._legend_places(width)}
        return px(28) * len(rows) + px(4) if rows else 0

    def _legend_places(self, width: int) -> list[tuple[LegendEntry, float, float]]:
        places, x, y = [], 0.0, 0.0
        face = QFontMetricsF(font(14))
        for entry in self._legend:
            wide = px(26) + face.horizontalAdvance(entry.word) + px(10)
            if x and x + wide > width:
                x, y = 0.0, y + px(28)
            places.append((entry, x, y))
            x += wide
        return places

    def _paint_legend(self, painter: QPainter) -> None:
        top = self.height_for(self.width()) - self._legend_height(self.width()) + px(4)
        for entry, x, y in self._legend_places(self.width()):
            box = QRectF(x, top + y, px(20), px(20))
            paint_tile(painter, box, entry.tile)
            room = QFontMetricsF(font(14)).horizontalAdvance(entry.word) + 2
            write(painter, QRectF(x + px(26), top + y, room, px(20)), entry.word)
