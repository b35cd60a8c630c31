"""Up, same, down, none: a sign and a colour each, never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from imari_desk.domain.summary import Trend
from imari_desk.gui.look import is_dark, px, tokens


def trend_ink(trend: Trend) -> str:
    """The colour in force."""
    if trend is Trend.UP:
        return "#8fbbdc" if is_dark() else "#2f6f9f"
    if trend is Trend.DOWN:
        return "#f0a878" if is_dark() else "#b3541e"
    return tokens().support


def paint_trend(painter: QPainter, centre: QPointF, trend: Trend, side: float) -> None:
    """A triangle up or down, two lines for the same, one for what cannot be compared."""
    half = side / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(trend_ink(trend)))
    x, y = centre.x(), centre.y()
    if trend is Trend.UP:
        points = [QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)]
        painter.drawPolygon(QPolygonF(points))
    elif trend is Trend.DOWN:
        points = [QPointF(x, y + half), QPointF(x + half, y - half), QPointF(x - half, y - half)]
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.setPen(QPen(QColor(trend_ink(trend)), px(2)))
        gaps = (-half / 2, half / 2) if trend is Trend.SAME else (0.0,)
        for gap in gaps:
            painter.drawLine(QPointF(x - half, y + gap), QPointF(x + half, y + gap))


def paint_arrow(painter: QPainter, box: QRectF) -> None:
    """A small angle to the right, between what was and what is."""
    painter.setPen(QPen(QColor(tokens().support), px(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, half = box.center().x(), box.center().y(), px(4)
    points = [QPointF(x - half / 2, y - half), QPointF(x + half / 2, y)]
    painter.drawPolyline(QPolygonF([*points, QPointF(x - half / 2, y + half)]))
