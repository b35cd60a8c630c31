"""A day, typed in any of the usual ways or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.words import sentence
from imari_desk.gui import clock, look
from imari_desk.gui.kit.calendar import Calendar
from imari_desk.gui.kit.line_field import LineField
from imari_desk.gui.kit.reading import Reading


class _Opener(QAbstractButton):
    """The drawn calendar at the right end of the line; by key it is Alt+Down."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(sentence("kit.calendar_open"))
        self.setAccessibleName(sentence("kit.calendar"))

    def sizeHint(self) -> QSize:
        return QSize(look.px(36), look.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = look.px(18)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        look.paint_sign(painter, box, "calendar", look.tokens().text)
        painter.end()


class _DateLine(LineField):
    """The line; Alt+Down and F4 ask for the calendar."""

    calendar_wanted = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "date")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.calendar_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class DateField(QWidget):
    """A day as 令和8年5月20日; R8.5.20, 2026/5/20 and the like are converted when one leaves."""

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, today: Callable[[], date] = clock.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._locked = False
        self.line = _DateLine()
        self._opener = _Opener(self.line)
        self._reading = Reading(self.line, self._meaning, self._news)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        self.line.edited.connect(self.edited)
        self.line.left.connect(self.left)
        self.line.calendar_wanted.connect(self.open_calendar)
        self.line.resized.connect(self._place_opener)
        self._opener.clicked.connect(self.open_calendar)
        look.follow(self._dress)

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        self.line.show_text(text)

    def set_locked(self, locked: bool, reason: str) -> None:
        self._locked = locked
        self._opener.setVisible(not locked)
        self.line.set_locked(locked, reason)

    def set_names(self, name: str, description: str) -> None:
        parts = (description, sentence("kit.calendar_open"))
        self.line.set_names(name, "　".join(filter(None, parts)))

    def set_fault(self, fault: bool) -> None:
        self.line.set_fault(fault)

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the day typed or at today."""
        if self._locked:
            return
        day, today = read_date(self.text()), self._today()
        calendar = Calendar(day if isinstance(day, date) else today, today, self)
        calendar.picked.connect(self._picked)
        calendar.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + look.px(4))))

    def _picked(self, day: date) -> None:
        self.line.setText(date_name(day))

    def _news(self, text: str, meaning: str) -> str:
        """A day picked in the calendar needs no explaining."""
        return meaning if self.line.hasFocus() and meaning != text else ""

    def _meaning(self, text: str) -> str:
        """The day it certainly is, "" where nobody can say."""
        day = read_date(text)
        return date_name(day) if isinstance(day, date) else ""

    def _place_opener(self) -> None:
        size = self._opener.sizeHint()
        self._opener.resize(size)
        top = (self.line.height() - size.height()) // 2
        self._opener.move(self.line.width() - size.width() - look.px(3), top)

    def _dress(self) -> None:
        self.line.setFixedWidth(look.px(208))
        self._place_opener()
