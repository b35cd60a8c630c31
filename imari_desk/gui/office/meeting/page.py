"""The page 本部会議: when it is, what it is to decide, its paper, and the way into the room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imari_desk.desk.office.meeting import Agenda
from imari_desk.desk.office.papers import PaperKind, PaperOrder, Shown
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import DeskError
from imari_desk.domain.meeting import AgendaItem, Meeting, day_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, DateField, LineField, LineMessage, Segments, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.meeting.agenda_rows import AgendaRows
from imari_desk.gui.office.meeting.candidates import Candidates
from imari_desk.gui.office.meeting.room import Room
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.papers.delivery import Delivery
from imari_desk.gui.side.sheet_pages import Sheet, SheetPages
from imari_desk.gui.work import Work

_PAUSE = 600  # milliseconds without a key press before what was typed is kept
_SIDE = (360, 460)  # pixels at 100 % of the column at the right
_WIDE = 1300
_ADD, _PAPER = "meeting.page.tab_add", "meeting.page.tab_paper"


class _Step(NamedTuple):
    """Something that is done for many evaluations at once, and what is said of it."""

    ask: str
    done: str
    act: Callable[[], tuple[str, ...]]


class MeetingPage(QWidget):
    """``waiting(int)``: how many 確認済 evaluations could be put before the 本部 now."""

    waiting = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._work = Work(hand.background, self)
        self._agenda: Agenda | None = None
        self._meeting: Meeting | None = None
        self._unkept = False
        self._pending: _Step | None = None
        self.room: Room | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._make()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.name)
        look.follow(self._dress)

    # What every page does

    def refresh(self) -> None:
        """Bring the meeting of the year looked at; what is being typed is kept first."""
        self._keep()
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._hand.desk.office.meeting.agenda(year), self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self._print}

    # What is shown

    def _show(self, agenda: Agenda) -> None:
        if agenda.meeting.fiscal_year != self._hand.fiscal_year:
            return
        self._agenda = agenda
        meeting = agenda.meeting
        self._say_head(meeting)
        if not self._unkept:
            self._show_meeting(meeting)
        self.candidates.model.show_candidates(agenda.candidates)
        self._show_steps(agenda)
        self.waiting.emit(len(agenda.forward))
        if self.tabs.text() == sentence(_PAPER):
            self._bring_paper()

    def _say_head(self, meeting: Meeting) -> None:
        count = len(meeting.items)
        self._head.say(
            sentence("meeting.page.of_year", year=fiscal_year_name(meeting.fiscal_year)),
            day_name(meeting),
            sentence("meeting.page.items", count=count) if count else "",
        )

    def _show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.name.show_text(meeting.name)
        self.day.show_text(day_name(meeting))
        self.paper_number.show_text(meeting.paper)
        self.presenter.show_text(meeting.presenter)
        self._show_items(meeting.items)

    def _show_items(self, items: tuple[AgendaItem, ...]) -> None:
        names = self._agenda.names if self._agenda else {}
        self.rows.show_items(items, names)
        self._on_agenda(items)

    def _on_agenda(self, items: tuple[AgendaItem, ...]) -> None:
        self.candidates.model.leave_out({item.measure for item in items if item.measure})
        self._empty.setVisible(not items)
        self.rows.setVisible(bool(items))
        self.draft_button.setVisible(not items)
        self.room_button.setEnabled(bool(items))

    def _show_steps(self, agenda: Agenda) -> None:
        """What may be done now for many evaluations at once."""
        for button, code, measures in (
            (self.forward_button, "meeting.page.forward", agenda.forward),
            (self.settle_button, "meeting.page.settle", agenda.settle),
        ):
            button.setVisible(bool(measures))
            button.setText(sentence(code, count=len(measures)))

    # What is typed

    def _typed(self) -> None:
        if self._meeting is None:
            return
        self._meeting = self._meeting._replace(
            name=self.name.text(),
            held_on=self.day.text(),
            paper=self.paper_number.text(),
            presenter=self.presenter.text(),
            items=self.rows.items,
        )
        self._unkept = True
        self._timer.start()

    def _items_changed(self, items: tuple[AgendaItem, ...]) -> None:
        self._on_agenda(items)
        self._typed()

    def _keep(self) -> None:
        """Store what was typed now."""
        self._timer.stop()
        meeting = self._meeting
        if not self._unkept or meeting is None:
            return
        self._unkept = False
        self._work.ask(
            lambda: self._hand.desk.office.meeting.keep(meeting), self._kept, self._not_kept
        )

    def _kept(self, meeting: Meeting) -> None:
        self._say_head(meeting)
        time = self._hand.clock().strftime("%H:%M")
        self._hand.said.emit(sentence("meeting.room.saved", time=time), "ok")
        if self.tabs.text() == sentence(_PAPER):
            self._bring_paper()

    def _not_kept(self, error: Exception) -> None:
        self._unkept = True
        self._failed(error)

    def _draft(self) -> None:
        year = self._hand.fiscal_year
        job = self._hand.ask
        job(lambda: self._hand.desk.office.meeting.draft(year), self._take_draft)

    def _take_draft(self, items: tuple[AgendaItem, ...]) -> None:
        self._show_items(items)
        self._typed()

    def _add(self, measure: str) -> None:
        self.rows.add(AgendaItem("", measure))

    # The paper

    def _order(self) -> PaperOrder:
        return PaperOrder(PaperKind.MEETING)

    def _show_tab(self, text: str) -> None:
        if not text:  # one of them is always shown
            self.tabs.show_text(text := sentence(_ADD))
        self._side.setCurrentWidget(self.candidates if text == sentence(_ADD) else self._paper)
        if text == sentence(_PAPER):
            self._keep()
            self._bring_paper()

    def _bring_paper(self) -> None:
        year, order = self._hand.fiscal_year, self._order()
        self._paper_note.setText(sentence("meeting.page.making"))
        job = self._work.ask
        job(lambda: self._hand.desk.office.papers.show(year, order), self._show_paper, self._failed)

    def _show_paper(self, shown: Shown) -> None:
        self._paper_note.setText(sentence("meeting.page.pages", count=len(shown.pages)))
        here = self.pages.current
        self.pages.show_sheets([Sheet(page.title, page.svg) for page in shown.pages])
        self.pages.go_to(here)

    def _print(self) -> None:
        """To where papers are printed, with the meeting's paper chosen."""
        self._keep()
        self._hand.paper_wanted.emit(PaperKind.MEETING.value)

    def _write_paper(self) -> None:
        self._keep()
        year = self._hand.fiscal_year
        self.delivery.pdf(year, self._order(), sentence("office.paper.file.meeting", year=year))

    # The room, and the steps before and after it

    def open_room(self) -> None:
        """会議モード over the whole screen."""
        meeting, agenda = self._meeting, self._agenda
        if meeting is None or agenda is None or not meeting.items:
            return
        self._keep()
        if self.room is None:
            self.room = Room(self._hand)
            self.room.ended.connect(self._hand.changed)
        self.room.start(meeting, agenda.names)

    def _take_step(self, step: _Step) -> None:
        """Ask in place, then do it."""
        self._pending = step
        self._confirm.setText(sentence("meeting.page.yes"))
        self._confirm.setVisible(True)
        self.message.say(step.ask, "note")

    def _confirmed(self) -> None:
        step, self._pending = self._pending, None
        self._confirm.setVisible(False)
        if step is None:
            return

        def done(measures: tuple[str, ...]) -> None:
            self.message.say(sentence(step.done, count=len(measures)), "ok")

        self._hand.tell(step.act, done)

    def _forward(self) -> None:
        year, found = self._hand.fiscal_year, self._agenda.forward if self._agenda else ()
        ask = sentence("meeting.page.ask_forward", count=len(found))
        act = partial(_forward, self._hand, year, found)
        self._take_step(_Step(ask, "meeting.page.forwarded", act))

    def _settle(self) -> None:
        year, found = self._hand.fiscal_year, self._agenda.settle if self._agenda else ()
        ask = sentence("meeting.page.ask_settle", count=len(found))
        act = partial(_settle, self._hand, year, found)
        self._take_step(_Step(ask, "meeting.page.settled", act))

    def _failed(self, error: Exception) -> None:
        self._paper_note.setText("")
        if isinstance(error, DeskError):
            self.message.say(sentence("office.not_done", reason=error.text), "error")
        else:
            self._hand.broken.emit(error)

    # Putting it together

    def _make(self) -> None:
        self.forward_button, self.settle_button = Button(""), Button("")
        self.room_button = Button(sentence("meeting.page.room"))
        self.pdf_button = Button(sentence("meeting.page.pdf"), "primary")
        buttons = (self.forward_button, self.settle_button, self.room_button, self.pdf_button)
        self._head = PageHead(sentence("meeting.page.title"), *buttons)
        self.message, self.delivery = LineMessage(), Delivery(self._hand)
        self._confirm = Button("", "small")
        self.message.add_button(self._confirm)
        self._confirm.setVisible(False)
        self.name, self.presenter, self.paper_number = LineField(), LineField(), LineField()
        self.day = DateField(lambda: self._hand.clock().date())
        self.rows = AgendaRows()
        self._empty = Text(sentence("meeting.page.empty"), "body", wrap=True)
        self.draft_button = Button(sentence("meeting.page.draft"), sign="plus")
        self.candidates = Candidates()
        self.tabs = Segments((sentence(_ADD), sentence(_PAPER)), small=True)
        self.tabs.set_names(sentence("meeting.page.tabs"), "")
        self.tabs.show_text(sentence(_ADD))
        self.pages = SheetPages(self._hand.background)
        self.pages.setAccessibleName(sentence("meeting.page.tab_paper"))
        self._paper_note = Text(role="support")

    def _lay_out(self) -> None:
        self._facts, self._list, self._right = Card(), Card(), Card()
        self._page, self._body, self._left = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._grid = QGridLayout(self._facts)
        fields: dict[str, LineField | DateField] = {
            "name": self.name,
            "day": self.day,
            "paper": self.paper_number,
            "presenter": self.presenter,
        }
        for column, (code, field) in enumerate(fields.items()):
            label = Text(sentence(f"meeting.page.{code}"), "label")
            field.set_names(label.text(), "")
            self._grid.addWidget(label, 0, column)
            self._grid.addWidget(field, 1, column)
        for column, share in enumerate((4, 0, 2, 3)):
            self._grid.setColumnStretch(column, share)
        self._items = QVBoxLayout(self._list)
        self._items.addWidget(Text(sentence("meeting.page.agenda"), "head"))
        self._items.addWidget(self._empty)
        self._items.addWidget(self.draft_button)
        self._items.addWidget(self.rows, 1)
        self._items.addStretch(0)
        self._paper = QWidget()
        paper = QVBoxLayout(self._paper)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.addWidget(self._paper_note)
        paper.addWidget(self.pages, 1)
        self._side = QStackedWidget()
        self._side.addWidget(self.candidates)
        self._side.addWidget(self._paper)
        self._column = QVBoxLayout(self._right)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._side, 1)
        self._left.addWidget(self._facts)
        self._left.addWidget(self._list, 1)
        self._body.addLayout(self._left, 1)
        self._body.addWidget(self._right)
        self._page.addWidget(self._head)
        self._page.addWidget(self.delivery)
        self._page.addWidget(self.message)
        self._page.addLayout(self._body, 1)

    def _connect(self) -> None:
        for field in (self.name, self.day, self.paper_number, self.presenter):
            field.edited.connect(lambda _text: self._typed())
            field.left.connect(self._keep)
        self.rows.changed.connect(self._items_changed)
        self._timer.timeout.connect(self._keep)
        self.draft_button.clicked.connect(self._draft)
        self.candidates.chosen.connect(self._add)
        self.tabs.edited.connect(self._show_tab)
        self.pdf_button.clicked.connect(self._write_paper)
        self.room_button.clicked.connect(self.open_room)
        self.forward_button.clicked.connect(self._forward)
        self.settle_button.clicked.connect(self._settle)
        self._confirm.clicked.connect(self._confirmed)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.open_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, wide = _SIDE
        width = wide if self.width() >= look.px(_WIDE) else narrow
        self._right.setFixedWidth(min(look.px(width), self.width() // 2))

    def _dress(self) -> None:
        side, gap = look.px(24), look.px(16)
        self._page.setContentsMargins(0, 0, 0, side)
        self._page.setSpacing(look.px(8))
        self._body.setContentsMargins(side, 0, side, 0)
        self._body.setSpacing(gap)
        self._left.setSpacing(gap)
        for box in (self._grid, self._items, self._column):
            box.setContentsMargins(gap, look.px(12), gap, gap)
            box.setSpacing(look.px(8))


def _forward(hand: Hand, year: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    return hand.desk.office.meeting.put_forward(year, measures)


def _settle(hand: Hand, year: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    return hand.desk.office.meeting.settle(year, measures)
