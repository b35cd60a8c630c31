"""The card of the chosen 課: what has not arrived, whom to ask, what to write."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.reminding import UNKNOWN, Contact, day_name
from imari_desk.domain.standing import Group, Stand, Standing
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Card, Chip, Text
from imari_desk.gui.office.board.extend_box import ExtendBox
from imari_desk.gui.office.board.model import due_of, name_of
from imari_desk.gui.office.board.reminder_box import ReminderBox
from imari_desk.gui.office.board.stand_row import StandRow
from imari_desk.gui.page_area import PageArea


class SideCard(Card):
    """``wanted(str)`` a measure to go to; ``extended(str 課, date, str reason)``; ``said(str)``."""

    wanted = Signal(str)
    extended = Signal(str, object, str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(sentence("office.board.side"))
        self._one: Standing | None = None
        self.name = Text("", "head", wrap=True)
        self._chip = Chip()
        self.contact = Text("", "support", wrap=True)
        self._received = Text("", "support", wrap=True)
        self.extended_note = Text("", "small", wrap=True)
        self._list_head = Text("", "label")
        self._rows: list[StandRow] = []
        self._list = QVBoxLayout()
        self.reminder = ReminderBox()
        self._nothing = Text("", "small", wrap=True)
        self.extend = ExtendBox()
        self._inside = QWidget()
        self._lay_out()
        self.reminder.said.connect(self.said)
        self.extend.extended.connect(self.extended)
        look.follow(self._dress)

    @property
    def rows(self) -> tuple[StandRow, ...]:
        return tuple(self._rows)

    def show_standing(self, one: Standing, fiscal_year: int, today: date) -> None:
        """Show a 課; who answers there is said later."""
        self._one = one
        self.name.setText(name_of(one))
        due = due_of(one, today)
        self._chip.setVisible(due.chip)
        self._chip.show_word(due.text, due.tone, due.sign)
        self._received.setText(_received(one))
        self._say_extended(one)
        self._show_list(one, today)
        self.show_contact(UNKNOWN, fiscal_year, today)
        self.contact.setText("")  # nobody has looked yet
        self.extend.show_standing(one, today)

    def show_contact(self, contact: Contact, fiscal_year: int, today: date) -> None:
        """Who answered for the chosen 課 last."""
        if self._one is None:
            return
        self.contact.setText(_contact(contact, fiscal_year))
        awaited = self.reminder.show_standing(self._one, contact, fiscal_year, today)
        self._nothing.setVisible(not awaited)
        asked = "office.board.nothing_awaited" if self._one.asked else "office.board.not_asked"
        self._nothing.setText(sentence(asked, department=self._one.department))

    def _say_extended(self, one: Standing) -> None:
        text = ""
        if one.extended and one.due is not None and one.told is not None:
            days = {"told": day_name(one.told), "due": day_name(one.due)}
            text = sentence("office.board.extended_note", reason=one.reason, **days)
        self.extended_note.setText(text)
        self.extended_note.setVisible(bool(text))

    def _show_list(self, one: Standing, today: date) -> None:
        code, stands = _listed(one, today)
        self._list_head.setText(sentence(code, count=len(stands)))
        if [row.stand for row in self._rows] == list(stands):
            return
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [StandRow(stand) for stand in stands]
        for row in self._rows:
            row.clicked.connect(lambda _on=False, code=row.stand.measure: self.wanted.emit(code))
            self._list.addWidget(row)

    # Making

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._inside)
        self._title = QHBoxLayout()
        self._title.addWidget(self.name, 1)
        self._title.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._title)
        for text in (self.contact, self._received, self.extended_note, self._list_head):
            self._column.addWidget(text)
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self._column.addWidget(self.reminder, 1)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.extend)
        self._column.addStretch(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(PageArea(self._inside))

    def _dress(self) -> None:
        self._column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        self._column.setSpacing(look.px(6))
        self._title.setSpacing(look.px(8))


def _listed(one: Standing, today: date) -> tuple[str, tuple[Stand, ...]]:
    """The measures that matter now, and what they are called."""
    if one.missing:
        return "office.board.missing", one.missing
    if one.sent_back:
        return "office.board.waiting_back", one.sent_back
    if one.group(today) is Group.CHECKED:
        return "office.board.done", one.stands
    return "office.board.in_review", one.stands


def _received(one: Standing) -> str:
    code = "office.board.received_of"
    if one.received in (0, len(one.stands)):
        code = "office.board.received_all" if one.received else "office.board.received_none"
    return sentence(code, all=len(one.stands), received=one.received)


def _contact(contact: Contact, fiscal_year: int) -> str:
    if not contact.person:
        return sentence("office.board.contact_unknown")
    code = "office.board.contact" if contact.extension else "office.board.contact_no_extension"
    text = sentence(code, person=contact.person, extension=contact.extension)
    if contact.fiscal_year == fiscal_year:
        return text
    return sentence(
        "office.board.contact_then", contact=text, year=fiscal_year_name(contact.fiscal_year)
    )
