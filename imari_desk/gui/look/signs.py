"""Signs, drawn: a font's glyph for them would be another shape on every machine."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from imari_desk.gui.look.current import px

Points = tuple[tuple[float, float], ...]

_STROKE = 2.0  # of a sign 16 wide


def _strokes(*lines: Points) -> QPainterPath:
    """Lines through points, in a square of 16."""
    path = QPainterPath()
    for first, *rest in lines:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _dot(path: QPainterPath, x: float, y: float) -> QPainterPath:
    path.moveTo(x, y)
    path.lineTo(x, y + 0.01)
    return path


def _question() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(5, 5.5)
    path.cubicTo(5, 2.2, 11, 2.2, 11, 5.5)
    path.cubicTo(11, 7.6, 8, 7.6, 8, 10)
    return _dot(path, 8, 13)


def _back() -> QPainterPath:
    path = _strokes(((6.5, 2.5), (3, 6), (6.5, 9.5)), ((3, 6), (9.5, 6)))
    path.cubicTo(14.2, 6, 14.2, 13, 9.5, 13)
    path.lineTo(6, 13)
    return path


def _star() -> QPainterPath:
    path = QPainterPath()
    for n in range(10):
        radius = 7.0 if n % 2 == 0 else 3.0
        angle = -pi / 2 + n * pi / 5
        point = QPointF(8 + radius * cos(angle), 8.6 + radius * sin(angle))
        path.moveTo(point) if n == 0 else path.lineTo(point)
    path.closeSubpath()
    return path


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(2.5, 2.5, 11, 11))
    return path


def _clock() -> QPainterPath:
    path = _circle()
    path.addPath(_strokes(((8, 4.8), (8, 8.2), (10.4, 9.6))))
    return path


def _calendar() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2, 3.5, 12, 10.5), 1.5, 1.5)
    path.addPath(_strokes(((2, 7), (14, 7)), ((5, 1.5), (5, 4.5)), ((11, 1.5), (11, 4.5))))
    return path


def _pencil() -> QPainterPath:
    path = _strokes(((3, 13), (3.6, 10), (10.6, 3), (13, 5.4), (6, 12.4), (3, 13)))
    path.addPath(_strokes(((9, 4.6), (11.4, 7))))
    return path


def _grid() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2, 2.5, 12, 11), 1.5, 1.5)
    path.addPath(_strokes(((2, 6.2), (14, 6.2)), ((6.5, 6.2), (6.5, 13.5))))
    return path


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(2.5, 2.5, 8, 8))
    path.addPath(_strokes(((9.6, 9.6), (13.5, 13.5))))
    return path


def _eye() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(1.5, 8)
    path.cubicTo(4.5, 3, 11.5, 3, 14.5, 8)
    path.cubicTo(11.5, 13, 4.5, 13, 1.5, 8)
    path.addEllipse(QRectF(6, 6, 4, 4))
    return path


def _print() -> QPainterPath:
    path = _strokes(
        ((4.5, 6), (4.5, 2), (11.5, 2), (11.5, 6)),
        ((4.5, 11.5), (2, 11.5), (2, 6), (14, 6), (14, 11.5), (11.5, 11.5)),
    )
    path.addRect(QRectF(4.5, 9.5, 7, 4.5))
    return path


def _doc() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 2, 10, 12), 1.2, 1.2)
    for y, right in ((5.5, 10.5), (8, 10.5), (10.5, 8.5)):
        path.addPath(_strokes(((5.5, y), (right, y))))
    return path


def _box() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(1.8, 2.5, 12.4, 3.5))
    path.addPath(_strokes(((3, 6), (3, 13.5), (13, 13.5), (13, 6)), ((6.2, 9), (9.8, 9))))
    return path


def _bubble() -> QPainterPath:
    return _strokes(
        ((2, 2.8), (14, 2.8), (14, 11), (8, 11), (4.8, 14), (4.8, 11), (2, 11), (2, 2.8)),
        ((5, 6), (11, 6)),
        ((5, 8.4), (9, 8.4)),
    )


_TRAY: Points = ((2, 10), (2, 13.5), (14, 13.5), (14, 10))
_DRAWN: dict[str, Callable[[], QPainterPath]] = {
    "check": lambda: _strokes(((3, 8.5), (6.5, 12), (13, 4.5))),
    "bang": lambda: _dot(_strokes(((8, 2.5), (8, 9.5))), 8, 13),
    "question": _question,
    "back": _back,
    "both": lambda: _strokes(
        ((2, 5), (13, 5)),
        ((10, 2), (13, 5), (10, 8)),
        ((14, 11), (3, 11)),
        ((6, 8), (3, 11), (6, 14)),
    ),
    "pencil": _pencil,
    "dash": lambda: _strokes(((3.5, 8), (12.5, 8))),
    "star": _star,
    "circle": _circle,
    "chevron_left": lambda: _strokes(((10, 3), (5, 8), (10, 13))),
    "chevron_right": lambda: _strokes(((6, 3), (11, 8), (6, 13))),
    "chevron_down": lambda: _strokes(((3, 6), (8, 11), (13, 6))),
    "chevron_up": lambda: _strokes(((3, 10), (8, 5), (13, 10))),
    "plus": lambda: _strokes(((8, 3), (8, 13)), ((3, 8), (13, 8))),
    "close": lambda: _strokes(((4, 4), (12, 12)), ((12, 4), (4, 12))),
    "clock": _clock,
    "calendar": _calendar,
    "grid": _grid,
    "search": _search,
    "eye": _eye,
    "out": lambda: _strokes(_TRAY, ((8, 10), (8, 2.5)), ((4.8, 5.5), (8, 2.2), (11.2, 5.5))),
    "in": lambda: _strokes(_TRAY, ((8, 2), (8, 9.6)), ((4.8, 6.6), (8, 9.8), (11.2, 6.6))),
    "bars": lambda: _strokes(
        ((3.5, 13.5), (3.5, 8)), ((8, 13.5), (8, 3)), ((12.5, 13.5), (12.5, 6))
    ),
    "menu": lambda: _strokes(((2.5, 4), (13.5, 4)), ((2.5, 8), (13.5, 8)), ((2.5, 12), (13.5, 12))),
    "print": _print,
    "doc": _doc,
    "box": _box,
    "bubble": _bubble,
    "copy": lambda: _strokes(
        ((6, 5.5), (13.5, 5.5), (13.5, 14), (6, 14), (6, 5.5)),
        ((3.6, 10.5), (2.5, 10.5), (2.5, 2), (10, 2), (10, 3)),
    ),
    "same": lambda: _strokes(((3, 6), (13, 6)), ((3, 10), (13, 10))),
    "up": lambda: _strokes(((8, 13), (8, 3)), ((4, 7), (8, 3), (12, 7))),
    "down": lambda: _strokes(((8, 3), (8, 13)), ((4, 9), (8, 13), (12, 9))),
}
_THIN = {"star", "clock", "calendar", "pencil", "circle", "grid", "search", "eye", "out", "in"}
_THIN |= {"print", "doc", "box", "bubble", "copy"}
SIGNS = frozenset(_DRAWN)
_paths: dict[str, QPainterPath] = {}


def paint_sign(painter: QPainter, rect: QRectF, name: str, color: str | QColor) -> None:
    """Draw a sign as large as fits the middle of the rectangle. Raises KeyError for no sign."""
    path = _paths.get(name)
    if path is None:
        path = _paths[name] = _DRAWN[name]()
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    pen = QPen(QColor(color), 1.5 if name in _THIN else _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def sign_icon(name: str, color: str | QColor, size: int = 16) -> QIcon:
    """A sign as an icon, ``size`` at 100 %, sharp up to four device pixels a pixel."""
    icon = QIcon()
    for ratio in (1, 2, 3, 4):
        picture = QPixmap(QSize(px(size), px(size)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_sign(painter, QRectF(0, 0, px(size), px(size)), name, color)
        painter.end()
        icon.addPixmap(picture)
    return icon
