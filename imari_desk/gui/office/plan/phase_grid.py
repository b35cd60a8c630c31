"""The phase bars of a measure, drawn with the mouse or by keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.domain.era import initial_year, short_year
from imari_desk.domain.plan import Phase
from imari_desk.domain.plan_bars import (
    QUARTER,
    YEAR,
    Span,
    Spans,
    drawn,
    erased,
    found_at,
    moved,
    stretched,
    told,
)
from imari_desk.domain.words import sentence
from imari_desk.gui.look import follow, font, px, tokens

ROWS = tuple(phase.value for phase in Phase)
_NAMES, _HEAD, _ROW, _BAR = 150, 32, 40, 22  # pixels at 100 %
_GRIP = 7  # pixels at each end of a bar that stretch it
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MAKES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Drag(NamedTuple):
    """What the mouse is doing: from which month, with which bar and which end, None for a new one.

    ``at_end`` None moves the whole bar.
    """

    row: int
    month: int
    spans: Spans
    place: int | None
    at_end: bool | None


class PhaseGrid(QWidget):
    """Three rows of months. ``bars_drawn(str phase, Spans)``: somebody drew there.

    By keys: arrows go from quarter to quarter, Shift with them stretches the bar there, Ctrl moves
    it, Alt with these does so by a month; Space makes a bar of a year, Delete takes it away.
    """

    bars_drawn = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._years = range(0)
        self._bars: dict[str, Spans] = {}
        self._cursor = (0, 0)  # row, and the first month of a quarter
        self._drag: _Drag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence("office.plan.bars"))
        follow(self._dress)

    def show_bars(self, years: range, bars: Mapping[str, Spans]) -> None:
        """Show those bars over those years."""
        self._years, self._bars = years, dict(bars)
        row, month = self._cursor
        self._cursor = (row, min(month, max(0, self.months - QUARTER)))
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def months(self) -> int:
        """How many months there are to draw on."""
        return len(self._years) * YEAR

    @property
    def cursor_span(self) -> Span | None:
        """The bar the cursor stands on."""
        place = self._here()
        return None if place is None else self._spans(self._cursor[0])[place]

    def told(self) -> str:
        """The bars in words."""
        parts = []
        for key in ROWS:
            spans = self._bars.get(key, ())
            periods = "、".join(told(span, self._years.start) for span in spans)
            phase = sentence(f"paper.phase.{key}")
            none = sentence("office.plan.bars_none")
            parts.append(sentence("office.plan.bars_told", phase=phase, periods=periods or none))
        return "　".join(parts)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        keys = event.modifiers()
        if not self.months:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._arrow(_ARROWS[key], keys)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._go(min(max(0, self._cursor[0] + by), len(ROWS) - 1), self._cursor[1])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._cursor[0], 0 if key == Qt.Key.Key_Home else self.months - QUARTER)
        elif key in _MAKES:
            self._make()
        elif key in _TAKES:
            self._take()
        else:
            super().keyPressEvent(event)

    def _arrow(self, by: int, keys: Qt.KeyboardModifier) -> None:
        modifier = Qt.KeyboardModifier
        step = by * (1 if keys & modifier.AltModifier else QUARTER)
        row, month = self._cursor
        spans, place = self._spans(row), self._here()
        if keys & modifier.ControlModifier and place is not None:
            new = moved(spans, place, step, self.months)
            self._cursor = (row, _quarter(month + new[place].first - spans[place].first))
            self._write(row, new)
        elif keys & modifier.ShiftModifier:
            self._stretch(by, step)
        else:
            self._go(row, min(max(0, month + by * QUARTER), self.months - QUARTER))

    def _stretch(self, by: int, step: int) -> None:
        """The end of the bar the cursor is nearer to; where there is no bar one begins."""
        row, month = self._cursor
        spans, place = self._spans(row), self._here()
        if place is None:
            self._write(row, drawn(spans, month, month + QUARTER - 1, self.months))
            return
        centre = month + 1
        middle = (spans[place].first + spans[place].last) / 2
        at_end = centre > middle or (centre == middle and by > 0)
        new = stretched(spans, place, step, self.months, at_end=at_end)
        self._cursor = (row, _quarter(new[place].last if at_end else new[place].first))
        self._write(row, new)

    def _make(self) -> None:
        """A bar over the year the cursor is in; where there is one, it goes."""
        row, month = self._cursor
        if self._here() is not None:
            self._take()
            return
        start = month - month % YEAR
        self._write(row, drawn(self._spans(row), start, start + YEAR - 1, self.months))

    def _take(self) -> None:
        place = self._here()
        if place is not None:
            self._write(self._cursor[0], erased(self._spans(self._cursor[0]), place))

    def _go(self, row: int, month: int) -> None:
        self._cursor = (row, _quarter(month))
        self._announce()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        row, month = found
        spans = self._spans(row)
        place = found_at(spans, month)
        at_end = None if place is None else self._end_at(spans[place], event.position().x())
        self._drag = _Drag(row, month, spans, place, at_end)
        self._cursor = (row, _quarter(month))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            self._show_grip(event.position())
            return
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        new = self._dragged(self._drag, self._month(event.position().x()), alone)
        self._bars[ROWS[self._drag.row]] = new
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        new = self._spans(drag.row)
        self._bars[ROWS[drag.row]] = drag.spans
        self._write(drag.row, new)

    def _dragged(self, drag: _Drag, month: int, alone: bool) -> Spans:
        """The row as it is while the mouse is at that month; by quarters unless ``alone``."""
        if drag.place is None:
            one, other = sorted((drag.month, month))
            if not alone:
                one, other = _quarter(one), _quarter(other) + QUARTER - 1
            return drawn(drag.spans, one, other, self.months)
        by = month - drag.month
        if not alone:
            by = round(by / QUARTER) * QUARTER
        if drag.at_end is None:
            return moved(drag.spans, drag.place, by, self.months)
        return stretched(drag.spans, drag.place, by, self.months, at_end=drag.at_end)

    def _show_grip(self, spot: QPointF) -> None:
        """The pointer says what a press would do."""
        found = self._at(spot)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None:
            spans = self._spans(found[0])
            place = found_at(spans, found[1])
            shape = Qt.CursorShape.CrossCursor
            if place is not None:
                end = self._end_at(spans[place], spot.x())
                hand, grip = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.SizeHorCursor
                shape = hand if end is None else grip
        self.setCursor(shape)

    # Where things are

    def _x(self, month: float) -> float:
        room = self.width() - px(_NAMES) - px(8)
        return px(_NAMES) + room * month / max(1, self.months)

    def _month(self, x: float) -> int:
        room = max(1, self.width() - px(_NAMES) - px(8))
        month = int((x - px(_NAMES)) * self.months / room)
        return min(max(0, month), self.months - 1)

    def _at(self, spot: QPointF) -> tuple[int, int] | None:
        """Row and month under a spot."""
        row = int((spot.y() - px(_HEAD)) // px(_ROW))
        inside = px(_NAMES) <= spot.x() < self.width() - px(8) and 0 <= row < len(ROWS)
        return (row, self._month(spot.x())) if inside and self.months else None

    def _end_at(self, span: Span, x: float) -> bool | None:
        """Which end of a bar can be gripped there: its last one, its first one, or none."""
        left, right = self._x(span.first), self._x(span.last + 1)
        grip = min(px(_GRIP), (right - left) / 3)
        if x >= right - grip:
            return True
        return False if x <= left + grip else None

    def _spans(self, row: int) -> Spans:
        return self._bars.get(ROWS[row], ())

    def _here(self) -> int | None:
        row, month = self._cursor
        found = (found_at(self._spans(row), month + n) for n in range(QUARTER))
        return next((place for place in found if place is not None), None)

    def _write(self, row: int, spans: Spans) -> None:
        if spans == self._spans(row):
            self.update()
            return
        self._bars[ROWS[row]] = spans
        self._describe()
        self._announce()
        self.update()
        self.bars_drawn.emit(ROWS[row], spans)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.told() if self.months else "")

    def _announce(self) -> None:
        """What the cursor stands on, said to screen readers."""
        row, month = self._cursor
        span = self.cursor_span
        period = told(span or Span(month, month + QUARTER - 1), self._years.start)
        code = "office.plan.on_bar" if span else "office.plan.on_no_bar"
        text = sentence(code, phase=sentence(f"paper.phase.{ROWS[row]}"), period=period)
        self.setToolTip(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Painting

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(_HEAD + _ROW * len(ROWS)) + px(2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NAMES + 44 * max(1, len(self._years))), self.sizeHint().height())

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for row, key in enumerate(ROWS):
            self._paint_name(painter, row, key)
            for span in self._spans(row):
                self._paint_bar(painter, row, span)
        if self.hasFocus() and self.months:
            self._paint_cursor(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = tokens()
        top, bottom = px(_HEAD), px(_HEAD + _ROW * len(ROWS))
        right = self._x(self.months)
        painter.fillRect(QRectF(0, 0, right, top), QColor(colours.well))
        painter.setFont(font(14, bold=True))
        for n, year in enumerate(self._years):
            left, end = self._x(n * YEAR), self._x((n + 1) * YEAR)
            name = short_year(year)
            if QFontMetricsF(painter.font()).horizontalAdvance(name) > end - left - px(6):
                name = initial_year(year)
            painter.setPen(QColor(colours.heading))
            painter.drawText(QRectF(left, 0, end - left, top), Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(QPen(QColor(colours.grid), 1))
            painter.drawLine(QPointF(left, 0), QPointF(left, bottom))
            painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine))
            for quarter in range(1, YEAR // QUARTER):
                x = self._x(n * YEAR + quarter * QUARTER)
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(QColor(colours.grid), 1))
        for row in range(len(ROWS) + 1):
            y = px(_HEAD + _ROW * row)
            painter.drawLine(QPointF(0, y), QPointF(right, y))
        painter.drawLine(QPointF(right, 0), QPointF(right, bottom))

    def _paint_name(self, painter: QPainter, row: int, key: str) -> None:
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().text))
        place = QRectF(px(8), px(_HEAD + _ROW * row), px(_NAMES - 12), px(_ROW))
        painter.drawText(place, _LEFT | _MIDDLE, sentence(f"paper.phase.{key}"))

    def _box(self, row: int, span: Span) -> QRectF:
        left, right = self._x(span.first), self._x(span.last + 1)
        top = px(_HEAD + _ROW * row) + (px(_ROW) - px(_BAR)) / 2
        return QRectF(left + 2, top, max(px(4), right - left - 4), px(_BAR))

    def _paint_bar(self, painter: QPainter, row: int, span: Span) -> None:
        colours = tokens()
        fills = (colours.phase_1, colours.phase_2, colours.phase_3)
        box = self._box(row, span)
        painter.setPen(QPen(QColor(colours.phase_line), 1))
        painter.setBrush(QColor(fills[row]))
        painter.drawRoundedRect(box, px(4), px(4))
        if span != self.cursor_span or row != self._cursor[0] or not self.hasFocus():
            return
        painter.setPen(QPen(QColor(colours.heading), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_cursor(self, painter: QPainter) -> None:
        row, month = self._cursor
        colours = tokens()
        left, right = self._x(month), self._x(month + QUARTER)
        box = QRectF(left, px(_HEAD + _ROW * row), right - left, px(_ROW)).adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((colours.ring_inner, 4), (colours.ring, 2)):
            painter.setPen(QPen(QColor(colour), px(width)))
            painter.drawRect(box)


def _quarter(month: int) -> int:
    """The first month of the quarter a month lies in."""
    return month - month % QUARTER
