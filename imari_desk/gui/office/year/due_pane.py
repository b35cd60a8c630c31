"""期限: until when, for all and for single 課."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import DUE, YearView
from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Card, DateField, LineMessage, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.year.grid import Grid, Wide
from imari_desk.gui.office.year.keeper import Keeper
from imari_desk.gui.office.year.party_model import Column, PartyModel

_WIDTHS = (Wide(170, 1.0), Wide(120, 2.0, 520), Wide(190, 0.5), Wide(150, 1.0, 700))
_WEEKEND = 5  # Saturday, counted from Monday as 0


class DuePane(QWidget):
    """One day for all, and in the table another for those who have one of their own."""

    def __init__(self, hand: Hand, keeper: Keeper) -> None:
        super().__init__()
        self._hand, self._keeper = hand, keeper
        self._year = 0
        self.due = DateField(lambda: hand.clock().date())
        hint = sentence("office.year.due.hint")
        self.due.set_names(sentence("office.year.due.all"), hint)
        self._hint = Text(hint, "support", wrap=True)
        self.message = LineMessage()
        self.model = PartyModel(picks=False, parent=self)
        self.table = Grid(self.model, _WIDTHS, tuple)
        self.table.setAccessibleName(sentence("office.year.due.some"))
        self.table.setAccessibleDescription(sentence("office.year.due.some_hint"))
        self._lay_out()
        self.due.edited.connect(self._type)
        self.model.due_typed.connect(lambda name, text: self._type_one(name, text))
        self.setFocusProxy(self.due)
        look.follow(self._dress)

    def show_year(self, view: YearView) -> None:
        typing = self.due.line.hasFocus() and self._year == view.fiscal_year
        self._year = view.fiscal_year
        if not typing:
            self.due.show_text(view.due)
        self.model.show_parties(view.parties)
        if not self.table.currentIndex().isValid():
            self.table.go_to(0, Column.DUE)
        self._say(self.due.text())

    def _type(self, text: str) -> None:
        self._keeper.type(DUE, text)
        self._say(text)

    def _type_one(self, department: str, text: str) -> None:
        self._keeper.type(DUE, text, department)
        self._keeper.flush()

    def _say(self, text: str) -> None:
        """What is odd about the day, if anything."""
        day, today = read_date(text), self._hand.clock().date()
        odd = ""
        if text.strip() and not isinstance(day, date):
            odd = "" if self.due.line.hasFocus() else sentence("office.year.due.odd", text=text)
        elif isinstance(day, date) and day < today:
            odd = sentence("office.year.due.past", day=date_name(day))
        elif isinstance(day, date) and day.weekday() >= _WEEKEND:
            odd = sentence("office.year.due.weekend", day=date_name(day))
        self.message.say(odd, "note")

    def _lay_out(self) -> None:
        self._column, self._row, self._card = QVBoxLayout(self), QHBoxLayout(), Card()
        self._column.setContentsMargins(0, 0, 0, 0)
        top = Card()
        self._top = QVBoxLayout(top)
        self._top.addWidget(Text(sentence("office.year.due.all"), "label"))
        self._row.addWidget(self.due)
        self._row.addWidget(self._hint, 1)
        self._top.addLayout(self._row)
        self._top.addWidget(self.message)
        self._column.addWidget(top)
        around = QVBoxLayout(self._card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        self._column.addWidget(Text(sentence("office.year.due.some_hint"), "support", wrap=True))
        self._column.addWidget(self._card, 1)

    def _dress(self) -> None:
        pad = look.px(16)
        self._top.setContentsMargins(pad, look.px(12), pad, look.px(12))
        self._top.setSpacing(look.px(8))
        self._row.setSpacing(look.px(12))
        self._column.setSpacing(look.px(10))
        self._card.setMinimumHeight(look.px(200))
