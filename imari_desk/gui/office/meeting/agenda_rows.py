"""What is to be decided, item by item: its words, its place, its decision."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from imari_desk.domain.meeting import AgendaItem, circled
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Chip, LineField, Rule, Text

_TONES: dict[str, look.Tone] = {"了承": "ok", "修正": "note", "継続": "warn"}


class AgendaRow(QWidget):
    """One item. ``edited(str)``; ``moved(int)`` up or down by one; ``removed()``."""

    edited = Signal(str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number, self._about = Text(role="head"), Text(role="subject")
        self.text = LineField()
        self._decision = Chip()
        self.up = Button("", "small", sign="chevron_up")
        self.down = Button("", "small", sign="chevron_down")
        self.remove = Button("", "small", sign="close")
        self._head, self._row, self._page = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._number)
        self._head.addWidget(self._about, 1)
        self._head.addWidget(self._decision)
        for button in (self.up, self.down, self.remove):
            self._head.addWidget(button)
        self._page.addLayout(self._head)
        self._page.addWidget(self.text)
        self._page.addWidget(Rule())
        self.text.edited.connect(self.edited)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        look.follow(self._dress)

    def show_item(self, number: int, item: AgendaItem, name: str, *, last: bool) -> None:
        about = f"{item.measure} {name}" if item.measure else sentence("meeting.whole")
        self._number.setText(circled(number))
        self._about.setText(about)
        self.text.show_text(item.text)
        self.text.set_names(sentence("meeting.page.what", about=about), "")
        self._decision.setVisible(item.decision is not None)
        if item.decision is not None:
            word = item.decision.value
            self._decision.show_word(word, _TONES[word], "check" if word == "了承" else "")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(not last)
        for button, code in ((self.up, "up"), (self.down, "down"), (self.remove, "remove")):
            words = sentence(f"meeting.page.{code}", about=about)
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _dress(self) -> None:
        self._page.setContentsMargins(0, look.px(6), look.px(8), 0)
        self._page.setSpacing(look.px(8))
        self._head.setSpacing(look.px(8))
        for button in (self.up, self.down, self.remove):
            button.setFixedWidth(look.px(36))


class AgendaRows(QScrollArea):
    """All items in their order. ``changed(tuple[AgendaItem, ...])``: somebody changed them."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._items: list[AgendaItem] = []
        self._names: Mapping[str, str] = {}
        self.rows: list[AgendaRow] = []
        self._inside = QWidget()
        self._inside.setProperty("kit", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.setAccessibleName(sentence("meeting.page.agenda"))

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return tuple(self._items)

    def show_items(self, items: tuple[AgendaItem, ...], names: Mapping[str, str]) -> None:
        """Show these; what is being typed into is not taken apart."""
        self._items, self._names = list(items), names
        while len(self.rows) > len(items):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(items):
            self._add_row()
        for number, (row, item) in enumerate(zip(self.rows, items, strict=True), start=1):
            name = names.get(item.measure, "")
            row.show_item(number, item, name, last=number == len(items))

    def add(self, item: AgendaItem) -> None:
        """Put an item at the end, and the cursor into it."""
        self._say([*self._items, item])
        row = self.rows[-1]
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(row)

    def _add_row(self) -> None:
        row, place = AgendaRow(), len(self.rows)
        row.edited.connect(lambda text: self._type(place, text))
        row.moved.connect(lambda by: self._move(place, by))
        row.removed.connect(lambda: self._remove(place))
        self._column.insertWidget(place, row)
        self.rows.append(row)

    def _type(self, place: int, text: str) -> None:
        self._items[place] = self._items[place]._replace(text=text)
        self.changed.emit(self.items)

    def _move(self, place: int, by: int) -> None:
        there = place + by
        if 0 <= there < len(self._items):
            items = list(self._items)
            items[place], items[there] = items[there], items[place]
            self._say(items)
            button = self.rows[there].up if by < 0 else self.rows[there].down
            (button if button.isEnabled() else self.rows[there].text).setFocus()

    def _remove(self, place: int) -> None:
        items = list(self._items)
        del items[place]
        self._say(items)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].text.setFocus()

    def _say(self, items: list[AgendaItem]) -> None:
        self.show_items(tuple(items), self._names)
        self.changed.emit(self.items)
