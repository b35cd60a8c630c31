"""The page 提出状況."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.board import BoardView
from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.reminding import Contact, day_name
from imari_desk.domain.standing import Share, Standing
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage
from imari_desk.gui.office.board.bars import ShareBars
from imari_desk.gui.office.board.empty_board import EmptyBoard
from imari_desk.gui.office.board.model import BoardModel
from imari_desk.gui.office.board.side import SideCard
from imari_desk.gui.office.board.table import BoardTable
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.page_area import PageArea
from imari_desk.gui.work import Work

# Pixels at 100 %
_SIDE = (348, 384)
_NARROW = 940  # below which the card stands under the board
_LOW = 760  # below which the card goes up to the top
_TABLE_LEAST, _SIDE_LEAST = 320, 460  # heights where the page is scrolled
_NO_LIMIT = 16777215  # Qt's own
_PAUSE = 120  # milliseconds a 課 is looked at before the desk is asked who answers there


class BoardPage(QWidget):
    """``waiting(int)``: how many 課 are overdue."""

    waiting = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._view: BoardView | None = None
        self._chosen = ""
        self._print = Button(sentence("office.board.print"))
        self._take_in = Button(sentence("office.board.take_in"), "primary")
        self._head = PageHead(sentence("office.board.title"), self._print, self._take_in)
        self.message = LineMessage()
        self.empty = EmptyBoard()
        self._set_up = Button(sentence("office.board.set_up"), "small")
        self.message.add_button(self._set_up)
        self.bars = ShareBars()
        self._bars_card, self._table_card = Card(), Card()
        self.model = BoardModel(self)
        self.table = BoardTable(self.model)
        self.side = SideCard()
        self._work = Work(hand.background, self)
        self._ask_who = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        look.follow(self._dress)

    def refresh(self) -> None:
        """Bring the board; the chosen 課 stays chosen."""
        year, today = self._hand.fiscal_year, self._hand.clock().date()
        self._hand.ask(lambda: self._hand.desk.office.board.look(year, today), self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self._print_list}

    @property
    def chosen(self) -> Standing | None:
        """The 課 whose card is shown."""
        return self.model.standing(self.table.currentIndex().row())

    # What the desk says

    def _show(self, view: BoardView) -> None:
        if view.fiscal_year != self._hand.fiscal_year:
            return  # another year was asked for since
        self._view = view
        there = bool(view.standings)
        self._head.say(
            sentence("office.board.of_year", year=fiscal_year_name(view.fiscal_year)),
            sentence("office.board.due", day=_full(view.due)) if view.due else "",
            sentence("office.board.today", day=day_name(view.today)),
        )
        for card in (self._bars_card, self._table_card, self.side):
            card.setVisible(there)
        for button in (self._print, self._take_in):
            button.setVisible(there)
        self._show_empty(not there)
        self._say_who_is_missing(view)
        self.bars.show_fields(view.fields)
        late = tuple(one for one in view.standings if one.late(view.today))
        self.side.reminder.show_late(late)
        self.waiting.emit(len(late))
        if view.fields:
            self._hand.waits.emit("review", view.fields[0].counts[Share.IN_HAND])
        chosen = self._chosen
        self.model.show_board(view)
        if not self.table.choose(chosen):
            self.table.choose_first()

    def _show_empty(self, empty: bool) -> None:
        """Nobody answers for anything yet; the focus is where one goes on."""
        if empty != self.empty.isHidden():
            return
        focus = QApplication.focusWidget()
        here = focus is not None and self.isAncestorOf(focus)
        self.empty.setVisible(empty)
        self.setFocusProxy(self.empty.set_up if empty else self.table)
        if here:
            self.setFocus()

    def _say_who_is_missing(self, view: BoardView) -> None:
        """What comes first: who answers for what."""
        if view.standings and view.unassigned:
            named = "、".join(view.unassigned[:_NAMED])
            if len(view.unassigned) > _NAMED:
                named = sentence("office.board.and_more", measures=named)
            facts = {"count": len(view.unassigned), "measures": named}
            self.message.say(sentence("office.board.unassigned", **facts), "note")
        else:
            self.message.say("")

    # The chosen 課

    def _choose(self, department: str) -> None:
        self._chosen = department
        one = self.chosen
        if one is not None and self._view is not None:
            self.side.show_standing(one, self._view.fiscal_year, self._view.today)
            self._ask_who.start()

    def _look_up(self) -> None:
        one, view = self.chosen, self._view
        if one is None or view is None:
            return
        year, department = view.fiscal_year, one.department

        def show(contact: Contact) -> None:
            if self.chosen is not None and self.chosen.department == department:
                self.side.show_contact(contact, year, view.today)

        self._hand.ask(lambda: self._hand.desk.office.board.contact(year, department), show)

    def _go_to_first(self) -> None:
        """Enter: into the card, to the first measure that matters."""
        if self.side.rows:
            self.side.rows[0].setFocus()

    def _extend(self, department: str, due: date, reason: str) -> None:
        year = self._hand.fiscal_year
        told = sentence("office.board.extended", department=department, day=day_name(due))
        self._hand.tell(
            lambda: self._hand.desk.office.board.extend(year, department, due, reason),
            lambda _none: self._hand.said.emit(told, "ok"),
        )

    def _print_list(self) -> None:
        view = self._view
        if view is not None and view.standings:
            from imari_desk.gui.office.board.printed import print_board

            print_board(self._hand, self._work, self)

    # Making

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.entered.connect(self._go_to_first)
        self.side.wanted.connect(lambda code: self._hand.go_to(code))
        self.side.extended.connect(self._extend)
        self.side.said.connect(lambda text: self._hand.said.emit(text, "ok"))
        self._ask_who.timeout.connect(self._look_up)
        self._print.clicked.connect(self._print_list)
        for button in (self._set_up, self.empty.set_up):
            button.clicked.connect(lambda: self._hand.page_wanted.emit("year"))
        self._take_in.clicked.connect(lambda: self._hand.page_wanted.emit("receiving"))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        inside = QWidget()
        self._body, self._grid = QVBoxLayout(inside), QGridLayout()
        self._column.addWidget(self._head)
        self._column.addWidget(PageArea(inside), 1)
        self._inside_bars = QVBoxLayout(self._bars_card)
        self._inside_bars.addWidget(self.bars)
        around = QVBoxLayout(self._table_card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        self._body.addWidget(self.message)
        self._body.addWidget(self.empty)
        self.empty.hide()
        self._body.addLayout(self._grid, 1)
        self._grid.setColumnStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The card beside the board; up to the top where it is low, below where it is narrow."""
        wide, high = self.width() / look.zoom(), self.height() / look.zoom()
        under, low = wide < _NARROW, high < _LOW
        places = {
            self._bars_card: (0, 0, 1, 1 if under or low else 2),
            self._table_card: (1, 0, 1, 1),
            self.side: (2, 0, 1, 1) if under else (0, 1, 2, 1) if low else (1, 1, 1, 1),
        }
        for card, place in places.items():
            self._grid.removeWidget(card)
            self._grid.addWidget(card, *place)
        self._grid.setRowStretch(1, 1)
        self._table_card.setMinimumHeight(look.px(_TABLE_LEAST if under else 160))
        self.side.setMinimumHeight(look.px(_SIDE_LEAST if under else 160))
        share = min(1.0, max(0.0, (wide - 1182) / (1416 - 1182)))
        side = look.px(_SIDE[0] + (_SIDE[1] - _SIDE[0]) * share)
        self.side.setMinimumWidth(0 if under else side)
        self.side.setMaximumWidth(_NO_LIMIT if under else side)

    def _dress(self) -> None:
        self._body.setContentsMargins(look.px(24), 0, look.px(24), look.px(16))
        self._body.setSpacing(look.px(12))
        self._grid.setSpacing(look.px(12))
        pad = look.px(16)
        self._inside_bars.setContentsMargins(pad, look.px(10), pad, look.px(6))
        self._arrange()


_NAMED = 5  # measures named in one sentence


def _full(day: date) -> str:
    """「令和8年5月29日(金)」."""
    weekday = sentence("frame.weekdays")[day.weekday()]
    return sentence("office.board.full_day", day=date_name(day), weekday=weekday)
