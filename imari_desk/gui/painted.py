"""Pieces the painted rows and columns are made of: wrapped text, chips, a sign before a word."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from imari_desk.domain.states import DepartmentState
from imari_desk.gui.look import Tone, font, paint_sign, px, tokens, tone

LEAD = 20  # line height of 14-pixel text
CHIP = 24  # height of a chip

STATE_CHIPS: dict[DepartmentState, tuple[Tone, str]] = {
    DepartmentState.UNTOUCHED: ("plain", "circle"),
    DepartmentState.TYPING: ("info", "pencil"),
    DepartmentState.IN_HOUSE: ("note", "clock"),
    DepartmentState.SUBMITTED: ("ok", "check"),
    DepartmentState.RETURNED: ("warn", "back"),
    DepartmentState.CONFIRMED: ("ok", "check"),
}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text in lines; ``cut`` where not all of it is in them."""

    lines: tuple[str, ...]
    cut: bool


_MANY = 2000  # texts whose lines are remembered: a list asks for them again and again
_known: dict[tuple[str, str, float, int], Wrapped] = {}


def wrapped(text: str, face: QFont, width: float, most: int = 0) -> Wrapped:
    """The lines a text takes in that width; of more than ``most`` the last ends in …."""
    key = (text, face.key(), width, most)
    if key not in _known:
        if len(_known) >= _MANY:
            _known.clear()
        _known[key] = _wrapped(text, face, width, most)
    return _known[key]


def _wrapped(text: str, face: QFont, width: float, most: int) -> Wrapped:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, face)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start = line.textStart()
        if most and len(lines) == most - 1 and start + line.textLength() < len(text):
            layout.endLayout()
            rest = QFontMetricsF(face).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            return Wrapped((*lines, rest), cut=True)
        lines.append(text[start : start + line.textLength()])
    layout.endLayout()
    return Wrapped(tuple(lines), cut=False)


def fill(painter: QPainter, box: QRectF | QRect, colour: str) -> None:
    """Fill a box. QPainter.fillRect would first make all the enumerations of Qt's gradients."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(box)
    painter.restore()


def paint_lines(
    painter: QPainter, left: float, top: float, lines: tuple[str, ...], lead: float
) -> None:
    """Draw lines of text in the painter's font and pen, ``lead`` from one to the next."""
    metrics = QFontMetricsF(painter.font())
    first = top + (lead - metrics.height()) / 2 + metrics.ascent()
    for n, line in enumerate(lines):
        painter.drawText(QPointF(left, first + n * lead), line)


def signed_width(text: str, face: QFont) -> float:
    """How wide a sign with a word is."""
    return px(14) + px(3) + QFontMetricsF(face).horizontalAdvance(text)


def paint_signed(painter: QPainter, rect: QRectF, text: str, sign: str, color: QColor) -> None:
    """A sign and a word after it, in the painter's font."""
    side = px(14)
    mark = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    paint_sign(painter, mark, sign, color)
    painter.setPen(color)
    place = QRectF(rect).adjusted(side + px(3), 0, px(2), 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def chip_width(text: str) -> float:
    """How wide a chip with a sign and that word is."""
    return signed_width(text, font(14, bold=True)) + 2 * px(8)


def paint_chip(painter: QPainter, rect: QRectF, text: str, look: tuple[Tone, str]) -> None:
    """A chip: tint, a line around, a sign and a word. ``look`` is its tone and sign."""
    ink, tint = (QColor(c) for c in tone(look[0]))
    edge = QColor(ink)
    edge.setAlphaF(0.35)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(tint)
    radius = rect.height() / 2
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(font(14, bold=True))
    paint_signed(painter, rect.adjusted(px(8), 0, -px(8), 0), text, look[1], ink)


def paint_ring(painter: QPainter, box: QRectF) -> None:
    """The mark of the row under the keys, inside its box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, inside in ((tokens().ring, 3, 1), (tokens().ring_inner, 2, 3)):
        painter.setPen(QPen(QColor(colour), px(width)))
        edge = px(inside) + 0.5
        radius = px(8) - edge / 2
        painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), radius, radius)
