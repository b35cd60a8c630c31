"""The grade and the line of an indicator, painted large enough for the back row."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.domain.summary import Trend
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text
from imari_desk.gui import look
from imari_desk.gui.office.meeting.big import SMALL
from imari_desk.gui.office.meeting.facing import Facing, Figure

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_BOX = 96  # pixels, of the grade


class GradeStrip(QWidget):
    """This year's grade in a box; beside it what it was, which way it went, and the years."""

    def __init__(self) -> None:
        super().__init__()
        self._facing: Facing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facing(self, facing: Facing) -> None:
        self._facing = facing
        self.setAccessibleName(sentence("meeting.room.grade", grade=self._letter(facing)))
        self.setAccessibleDescription("、".join([self._change(facing), *self._years(facing)]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(420), look.px(_BOX + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(320), look.px(_BOX + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        facing, colours = self._facing, look.tokens()
        if facing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_BOX)
        box = QRectF(2, 2, side, side)
        painter.setPen(QPen(QColor(colours.heading), look.px(4)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        letter = self._letter(facing)
        painter.setFont(look.font(64 if len(letter) == 1 else 24, True))
        painter.setPen(QColor(colours.heading))
        painter.drawText(box, _MIDDLE, letter)
        left = box.right() + look.px(20)
        room = QRectF(left, 0, self.width() - left, side / 2 + 2)
        self._paint_change(painter, room, facing)
        self._paint_years(painter, room.translated(0, side / 2), facing)
        painter.end()

    def _paint_change(self, painter: QPainter, room: QRectF, facing: Facing) -> None:
        """Which way it went, by sign and word."""
        colours = look.tokens()
        ink = {Trend.UP: colours.ok, Trend.DOWN: colours.warn}.get(facing.trend, colours.text)
        painter.setFont(look.font(28, True))
        painter.setPen(QColor(ink))
        painter.drawText(room, _LEFT, self._change(facing))

    def _paint_years(self, painter: QPainter, room: QRectF, facing: Facing) -> None:
        colours, x = look.tokens(), room.left()
        for place, (year, letter) in enumerate(facing.grades):
            now = place == len(facing.grades) - 1
            painter.setFont(look.font(SMALL))
            label = QFontMetrics(painter.font()).horizontalAdvance(year) + look.px(8)
            painter.setPen(QColor(colours.support))
            painter.drawText(QRectF(x, room.top(), label, room.height()), _LEFT, year)
            painter.setFont(look.font(26, now))
            shown = letter or "　"
            wide = QFontMetrics(painter.font()).horizontalAdvance(shown)
            painter.setPen(QColor(colours.heading))
            painter.drawText(QRectF(x + label, room.top(), wide + 2, room.height()), _LEFT, shown)
            x += label + wide + look.px(18)

    @staticmethod
    def _letter(facing: Facing) -> str:
        return facing.grade or sentence("meeting.paper.no_grade")

    @staticmethod
    def _change(facing: Facing) -> str:
        if facing.trend is Trend.NONE:
            return sentence("meeting.room.no_change")
        facts = {"before": facing.last_grade}
        return sentence(f"meeting.room.{facing.trend.value}", **facts)

    @staticmethod
    def _years(facing: Facing) -> list[str]:
        return [f"{year} {letter}" for year, letter in facing.grades if letter]


class BigChart(QWidget):
    """The years of an indicator: what was reached as a line, what was expected dashed."""

    def __init__(self) -> None:
        super().__init__()
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure | None) -> None:
        """Without any number there is nothing to see."""
        there = figure is not None and any(p.amount is not None for p in figure.points)
        self._figure = figure if there else None
        self.setVisible(there)
        if figure is not None:
            told = (f"{p.label} {number_text(p.amount)}" for p in figure.points if p.amount)
            self.setAccessibleName(figure.name)
            self.setAccessibleDescription("、".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(420), look.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(280), look.px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        figure, colours = self._figure, look.tokens()
        if figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(look.px(36), look.px(30), -look.px(36), -look.px(32))
        numbers = [n for p in figure.points for n in (p.amount, p.expected) if n is not None]
        top = max([*numbers, Fraction(1, 1000)])
        painter.setPen(QPen(QColor(colours.grid), look.px(2)))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        places = [self._x(room, n, len(figure.points)) for n in range(len(figure.points))]

        def line(values: list[Fraction | None]) -> list[QPointF]:
            return [
                QPointF(x, room.bottom() - room.height() * float(v / top))
                for x, v in zip(places, values, strict=True)
                if v is not None
            ]

        pen = QPen(QColor(colours.support), look.px(3), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(line([p.expected for p in figure.points])))
        reached = line([p.amount for p in figure.points])
        painter.setPen(QPen(QColor(colours.primary), look.px(5)))
        painter.drawPolyline(QPolygonF(reached))
        painter.setBrush(QColor(colours.primary))
        for spot in reached:
            painter.drawEllipse(spot, look.px(4), look.px(4))
        self._paint_words(painter, room, figure, places, reached)
        painter.end()

    def _paint_words(
        self,
        painter: QPainter,
        room: QRectF,
        figure: Figure,
        places: list[float],
        reached: list[QPointF],
    ) -> None:
        colours = look.tokens()
        painter.setFont(look.font(SMALL))
        painter.setPen(QColor(colours.support))
        wide, high = look.px(90), look.px(28)
        for x, point in zip(places, figure.points, strict=True):
            below = QRectF(x - wide / 2, room.bottom() + look.px(4), wide, high)
            painter.drawText(below, _MIDDLE, point.label)
        amounts = [p.amount for p in figure.points if p.amount is not None]
        painter.setFont(look.font(SMALL, True))
        painter.setPen(QColor(colours.heading))
        for spot, amount in zip(reached, amounts, strict=True):
            box = QRectF(spot.x() - wide / 2, spot.y() - high - look.px(4), wide, high)
            text = number_text(amount)
            ground = painter.boundingRect(box, _MIDDLE, text)
            painter.fillRect(ground, QColor(colours.page))  # lines end before the digits
            painter.drawText(box, _MIDDLE, text)

    @staticmethod
    def _x(room: QRectF, place: int, count: int) -> float:
        if count < 2:
            return room.center().x()
        return room.left() + room.width() * place / (count - 1)
