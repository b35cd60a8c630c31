"""A month to pick a day from."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imari_desk.domain.era import date_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look

_DAYS = "日月火水木金土"
_CELL, _HEAD, _PAD = 36, 40, 8
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Calendar(QWidget):
    """A popup of one month. Arrows move by days and weeks, PageUp and PageDown by months."""

    picked = Signal(object)  # datetime.date

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.day, self._today = day, today
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(self.sizeHint())
        self.move_to(day)

    def popup(self, corner: QPoint) -> None:
        """Open with its upper left corner here, on the screen whole."""
        room = self.screen().availableGeometry()
        x = min(corner.x(), room.right() - self.width())
        y = min(corner.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def move_to(self, day: date) -> None:
        """Stand on another day."""
        self.day = day
        name = sentence("kit.calendar_day", day=date_name(day), weekday=_DAYS[_column(day)])
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        wide = 7 * look.px(_CELL) + 2 * look.px(_PAD)
        return QSize(wide, look.px(_HEAD) + look.px(28) + 6 * look.px(_CELL) + 2 * look.px(_PAD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.move_to(_shifted(self.day, _STEPS[key]))
        elif key in _MONTHS:
            self.move_to(_other_month(self.day, _MONTHS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        for step, place in ((-1, self._arrow(-1)), (1, self._arrow(1))):
            if place.contains(spot):
                self.move_to(_other_month(self.day, step))
                return
        for day, place in self.days():
            if place.contains(spot):
                self._pick(day)
                return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._paint_head(painter, colours)
        for day, place in self.days():
            self._paint_day(painter, colours, day, place)
        painter.end()

    def _paint_head(self, painter: QPainter, colours: look.Tokens) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        for step, sign in ((-1, "chevron_left"), (1, "chevron_right")):
            around = (self._arrow(step).width() - look.px(14)) / 2
            inner = self._arrow(step).adjusted(around, around, -around, -around)
            look.paint_sign(painter, inner, sign, colours.primary)
        painter.setPen(QColor(colours.heading))
        painter.setFont(look.font(16, True))
        name = date_name(self.day)
        head = QRect(0, look.px(_PAD), self.width(), look.px(_HEAD))
        painter.drawText(head, middle, name[: name.index("月") + 1])
        painter.setFont(look.font(14))
        painter.setPen(QColor(colours.support))
        for n, word in enumerate(_DAYS):
            place = QRect(
                look.px(_PAD) + n * look.px(_CELL),
                look.px(_PAD + _HEAD),
                look.px(_CELL),
                look.px(28),
            )
            painter.drawText(place, middle, word)

    def _paint_day(self, painter: QPainter, colours: look.Tokens, day: date, place: QRectF) -> None:
        here = day == self.day
        edge, radius = look.px(2), look.px(6)
        painter.setPen(QPen(QColor(colours.primary), 1))
        painter.setBrush(QColor(colours.primary) if here else Qt.BrushStyle.NoBrush)
        if here or day == self._today:
            box = place.adjusted(edge + 0.5, edge + 0.5, -edge - 0.5, -edge - 0.5)
            painter.drawRoundedRect(box, radius, radius)
        ink = colours.text if day.month == self.day.month else colours.support
        painter.setPen(QColor(colours.on_primary if here else ink))
        painter.setFont(look.font(16 if day.month == self.day.month else 14, here))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def days(self) -> list[tuple[date, QRectF]]:
        """The 42 days shown and where each is drawn."""
        first = self.day.replace(day=1)
        lead = _column(first)
        side = look.px(_CELL)
        left, top = look.px(_PAD), look.px(_PAD + _HEAD + 28)
        return [
            (
                _shifted(first, n - lead),
                QRectF(left + n % 7 * side, top + n // 7 * side, side, side),
            )
            for n in range(42)
        ]

    def _arrow(self, step: int) -> QRectF:
        side = look.px(_HEAD)
        left = look.px(_PAD) if step < 0 else self.width() - look.px(_PAD) - side
        return QRectF(left, look.px(_PAD), side, side)

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)


def _column(day: date) -> int:
    """0 for Sunday, with which weeks begin on the wall."""
    return (day.weekday() + 1) % 7


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _other_month(day: date, step: int) -> date:
    """The same day of another month, or its last."""
    month = day.year * 12 + day.month - 1 + step
    year, month = divmod(month, 12)
    if not date.min.year <= year <= date.max.year - 1:
        return day
    first = date(year, month + 1, 1)
    last = _shifted(date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1), -1)
    return first.replace(day=min(day.day, last.day))
