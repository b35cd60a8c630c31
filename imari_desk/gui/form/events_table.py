"""The events of a year, a row each: what a 1回ごと indicator is typed into."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.domain.numbers import read_events, read_number
from imari_desk.domain.plan import Scale
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import percent_text
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, NumberField, Text

_SEPARATOR = "・"


class EventRow(QWidget):
    """One event: its number, what it came to against the target, and a button to take it away."""

    unwanted = Signal(object)
    done = Signal(object)  # Enter: on to the next

    def __init__(self, unit: str) -> None:
        super().__init__()
        self.number = NumberField(unit)
        self._place = Text("", "body")
        self._ratio = Text("", "label")
        self._remove = Button("", "link", sign="close")
        self.setLayout(Row(self._place, self.number, self._ratio, self._remove, None, gap=12))
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by key it is Ctrl+Delete
        self._remove.clicked.connect(lambda: self.unwanted.emit(self))
        self.number.line.returnPressed.connect(lambda: self.done.emit(self))
        look.follow(self._dress)

    def show_place(self, n: int, label: str, description: str) -> None:
        """Say the how-manieth event this is."""
        name = sentence("form.event", n=n)
        self._place.setText(name)
        self.number.set_names(f"{label} {name}", description)
        self._remove.setAccessibleName(sentence("form.event_remove", n=n))
        self._remove.setToolTip(sentence("form.event_remove_told", n=n))

    def show_ratio(self, text: str) -> None:
        self._ratio.setText(text)

    def set_locked(self, locked: bool, reason: str) -> None:
        self.number.set_locked(locked, reason)
        self._remove.setVisible(not locked)

    def go(self) -> None:
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        self._place.setFixedWidth(look.px(52))
        self._ratio.setMinimumWidth(look.px(112))


class EventsTable(QWidget):
    """An Editor whose text is the numbers of the events joined by ・, as a register holds them.

    Enter goes to the next event and after the last one adds one; Insert adds, Ctrl+Delete removes.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, unit: str) -> None:
        super().__init__()
        self._unit = unit
        self._names = ("", "")
        self._locked = (False, "")
        self.rows: list[EventRow] = []
        self._list = Column(gap=6)
        self._add = Button(sentence("form.event_add"), "small", sign="plus")
        self._add.setToolTip(sentence("form.event_add_told"))
        self._add.clicked.connect(self.add)
        self.setLayout(Column(self._list, Row(self._add, None), gap=8))
        self._set_rows([""])
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Insert"), self, self.add, context=inside)
        QShortcut(QKeySequence("Ctrl+Delete"), self, self._remove_here, context=inside)

    # Editor

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return _SEPARATOR.join(t for row in self.rows if (t := row.number.text().strip()))

    def show_text(self, text: str) -> None:
        if text != self.text() or not text:
            self._set_rows(self._parts(text) or [""])

    def set_locked(self, locked: bool, reason: str) -> None:
        self._locked = (locked, reason)
        self._add.setVisible(not locked)
        for row in self.rows:
            row.set_locked(locked, reason)

    def set_names(self, name: str, description: str) -> None:
        self._names = (name, description)
        self.setAccessibleName(name)
        for n, row in enumerate(self.rows, start=1):
            row.show_place(n, name, description)

    def set_fault(self, fault: bool) -> None:
        for row in self.rows:
            row.number.set_fault(fault and not row.number.text().strip())

    # What the events came to

    def show_ratios(self, target: Decimal | None, scale: Scale) -> None:
        """Each event against the target, and which is the lowest of several."""
        numbers = [_number(row.number.text(), self._unit) for row in self.rows]
        known = [n for n in numbers if n is not None]
        least = min(known) if len(known) > 1 else None
        for row, number in zip(self.rows, numbers, strict=True):
            lowest = number is not None and number == least
            row.show_ratio(_ratio(number, target, scale, lowest=lowest))

    # Rows

    def add(self) -> None:
        """One event more, and the focus in it."""
        if not self._locked[0]:
            self._append().go()

    def _parts(self, text: str) -> list[str]:
        """The text of each event. One that cannot be told apart with certainty stays whole."""
        read = read_events(text, self._unit) if text else ()
        parts = text.split(_SEPARATOR)
        return parts if isinstance(read, Unclear) or len(read) == len(parts) else [text]

    def _set_rows(self, texts: list[str]) -> None:
        while len(self.rows) < len(texts):
            self._append()
        while len(self.rows) > len(texts):
            self._drop(self.rows[-1])
        for row, text in zip(self.rows, texts, strict=True):
            row.number.show_text(text)
        self.setFocusProxy(self.rows[0].number)

    def _append(self) -> EventRow:
        row = EventRow(self._unit)
        row.number.edited.connect(self._say)
        row.number.left.connect(self._maybe_left)
        row.unwanted.connect(self._remove)
        row.done.connect(self._next)
        row.set_locked(*self._locked)
        self._list.addWidget(row)
        row.show()  # a layout shows it later, too late for the focus to go there
        if self.rows and row.window() is self.rows[-1].window():
            QWidget.setTabOrder(self.rows[-1].number.line, row.number.line)
        self.rows.append(row)
        row.show_place(len(self.rows), *self._names)
        return row

    def _drop(self, row: EventRow) -> None:
        self.rows.remove(row)
        self.setFocusProxy(self.rows[0].number)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.set_names(*self._names)

    def _next(self, row: EventRow) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self.rows[place].go()
        elif row.number.text().strip():
            self.add()

    def _remove_here(self) -> None:
        now = QApplication.focusWidget()
        here = next((r for r in self.rows if now is not None and r.isAncestorOf(now)), None)
        if here is not None and not self._locked[0]:
            self._remove(here)

    def _remove(self, row: EventRow) -> None:
        if len(self.rows) == 1:
            row.number.show_text("")
            row.go()
        else:
            place = self.rows.index(row)
            self.rows[place + 1 if place + 1 < len(self.rows) else place - 1].go()
            self._drop(row)
        self._say()

    def _say(self) -> None:
        self.edited.emit(self.text())

    def _maybe_left(self) -> None:
        """Going from one event to the next is not leaving."""
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self.left.emit()


def _number(text: str, unit: str) -> Decimal | None:
    read = read_number(text, unit)
    return None if isinstance(read, Unclear) or read < 0 else read


def _ratio(number: Decimal | None, target: Decimal | None, scale: Scale, *, lowest: bool) -> str:
    if number is None or not target:
        return ""
    code = "form.event_lowest" if lowest else "form.event_ratio"
    return sentence(code, ratio=percent_text(scale, Fraction(number) / Fraction(target) * 100))
