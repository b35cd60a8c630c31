"""The office's open desk: the rail, the page that is looked at, and what passes between pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.desk.undo import Undone
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui import clock, look
from imari_desk.gui.background import Background
from imari_desk.gui.empty_window import RAIL, rail_width
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.pages import PAGES, Entry, Page
from imari_desk.gui.office.rail import Rail
from imari_desk.gui.opening import Opened
from imari_desk.gui.settings import NOWHERE, Place, Settings

if TYPE_CHECKING:
    from imari_desk.gui.glossary import Glossary

RECEIVING, REVIEW, SEARCH, PAPER = "receiving", "review", "search", "paper"
_IDLE = 2000  # milliseconds after the start, when nothing is waited for any more
_LOW = 640  # pixels at 100 % below which the rail gives way
# What the menu shows at the office; a page answers what it has, the rest cannot be chosen there.
ACTIONS = frozenset(
    {"import", "recent", "print", "undo", "redo", "history", "search", "next_check"}
    | {"previous_measure", "next_measure", "previous_year", "next_year", "glossary"}
)


class Receiving(Protocol):
    """What the page of taking in does besides what every page does."""

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at files, to be taken in; where none are given, ask which."""


class Review(Protocol):
    """What the page of review does besides what every page does."""

    def show_evaluation(self, place: Place) -> None:
        """Show that evaluation, at that item."""


class Papers(Protocol):
    """What the page of papers does besides what every page does."""

    def choose(self, kind: str) -> None:
        """Have that paper to be printed, by the value of its PaperKind."""


class OfficePlace(QWidget):
    """Rail and pages of one desk. A page is made when it is first looked at.

    ``typing()``; ``titled(str who, str year, str due, str done)``, the last two always "";
    ``said(str, str)`` text and tone for the status line; ``files_used(paths)``;
    ``serves()``: what the actions do has changed; ``broken(Exception)``.
    """

    typing = Signal()
    titled = Signal(str, str, str, str)
    said = Signal(str, str)
    files_used = Signal(object)
    serves = Signal()
    broken = Signal(object)
    offers = ACTIONS

    def __init__(
        self,
        opened: Opened,
        background: Background,
        settings: Settings,
        menu: QMenu,
        pages: Sequence[Entry] = PAGES,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._entries = {entry.name: entry for entry in pages}
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._glossary: Glossary | None = None
        self._open = ""  # the page that is looked at
        self._goal = settings.place  # where to go to on the page of review, the first time
        self.hand = Hand(opened.desk, background, settings, opened.fiscal_year, clock.now, self)
        self._year = self.hand.fiscal_year
        self.rail = Rail(pages)
        self.rail.set_menu(menu)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.notebook = self.hand.notebook
        self._hear()
        look.follow(self._arrange)

    def start(self, _opened: Opened) -> None:
        """Show the page that was open last, else the first."""
        self._show_year(self._year)
        self.hand.ask(self.hand.desk.office.years, self.rail.show_years)
        last = self._settings.page
        QTimer.singleShot(_IDLE, self, self._reckon_ahead)
        first = last if last in self._entries else next(iter(self._entries), "")
        if first:
            self.show_page(first)
        if first == REVIEW and self._goal.measure:
            self._show_evaluation(self._goal)

    @property
    def page(self) -> QWidget | None:
        """The page that is looked at."""
        return self._pages.get(self._open)

    def show_page(self, name: str) -> None:
        """Look at a page; it brings what it shows anew where something has changed since."""
        if name not in self._entries:
            return
        self.hand.notebook.flush()
        if name not in self._pages:
            self._make(name)
        page, focus = self._pages[name], QApplication.focusWidget()
        here = focus is not None and self._stack.isAncestorOf(focus)
        self._open = name
        self._settings.page = name
        self.rail.mark(name)
        self._stack.setCurrentWidget(page)
        if name in self._stale:
            self._refresh(name)
        if here:
            page.setFocus()  # left alone it would go to whatever comes first there
        self.serves.emit()

    def enter(self) -> None:
        """Put the focus on the page."""
        if self.page is not None:
            self.page.setFocus()

    def keep_place(self) -> None:
        """Remember what is open for the next start."""
        leaf = self.notebook.leaf
        measure = leaf.measure.code if leaf is not None else ""
        self._settings.page = self._open
        self._settings.place = Place(measure, self._year)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at files, to be taken in."""
        self.show_page(RECEIVING)
        if self._open == RECEIVING:
            cast("Receiving", self.page).take_in(paths)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's actions do here, by their names; the open page goes first."""
        everywhere: dict[str, Callable[[], object]] = {
            "import": lambda: self.take_in(()),
            "undo": self.notebook.undo,
            "redo": self.notebook.redo,
            "previous_year": lambda: self._step(-1),
            "next_year": lambda: self._step(1),
            "glossary": self._explain,
            "search": lambda: self.hand.page_wanted.emit(SEARCH),
        }
        page = cast("Page | None", self.page)
        return {**everywhere, **(page.handlers() if page is not None else {})}

    def _explain(self) -> None:
        """The plan's words, in a window of their own."""
        from imari_desk.gui.glossary import Glossary

        if self._glossary is None:
            self._glossary = Glossary(self)
        glossary, desk = self._glossary, self.hand.desk
        self.hand.ask(lambda: tuple(desk.glossary().values()), glossary.show_all)

    def _reckon_ahead(self) -> None:
        """What 集計 takes its time for, before anybody asks for it."""
        from imari_desk.gui.office.whole.ahead import Ahead

        Ahead(self.hand, self).reckon(self._year, self._bring_ahead)

    def _bring_ahead(self) -> None:
        """The code of the pages one has not seen, a page at a time, off the UI thread."""
        unseen = [e for e in self._entries.values() if e.name not in self._pages]

        def go_on(_brought: object = None) -> None:
            if unseen:
                self.hand.ask(unseen.pop(0).bring, go_on)

        go_on()

    # What the hand says

    def _hear(self) -> None:
        hand, notebook = self.hand, self.notebook
        hand.said.connect(self.said)
        hand.broken.connect(self.broken)
        hand.files_used.connect(self.files_used)
        hand.changed.connect(self._changed)
        hand.year_changed.connect(self._another_year)
        hand.wanted.connect(self._show_evaluation)
        hand.page_wanted.connect(self._go_to_page)
        hand.paper_wanted.connect(self._show_paper)
        hand.waits.connect(self._show_waiting)
        notebook.typing.connect(self.typing)
        notebook.saved.connect(lambda _time: self._let_stale(but=self._open))
        notebook.refused.connect(hand.fail)
        notebook.leaf_opened.connect(self._opened)
        notebook.stepped.connect(self._stepped)
        self.rail.chosen.connect(self.show_page)
        self.rail.year_chosen.connect(hand.look_at)

    def _changed(self) -> None:
        self._let_stale()
        self._refresh(self._open)

    def _another_year(self, fiscal_year: int) -> None:
        self._show_year(fiscal_year)
        self._changed()

    def _opened(self, leaf: Leaf) -> None:
        """A page of another year can be opened by going to it."""
        if leaf.fiscal_year != self._year:
            self._show_year(leaf.fiscal_year)
            self._let_stale(but=self._open)

    def _stepped(self, undone: Undone | None) -> None:
        if undone is None:
            self.said.emit(sentence("frame.nothing_to_take_back"), "plain")
            return
        self._let_stale(but=self._open)
        self.hand.go_to(undone.leaf.measure.code, undone.leaf.fiscal_year, undone.key)
        self.said.emit(sentence("frame.taken_back", what=undone.leaf.measure.code), "ok")

    def _show_evaluation(self, place: Place) -> None:
        self.show_page(REVIEW)
        if self._open == REVIEW:
            self._goal = NOWHERE
            cast("Review", self.page).show_evaluation(place)

    def _go_to_page(self, name: str) -> None:
        self.show_page(name)
        self.enter()

    def _show_paper(self, kind: str) -> None:
        self._go_to_page(PAPER)
        if self._open == PAPER:
            cast("Papers", self.page).choose(kind)

    # Pages

    def _make(self, name: str) -> None:
        page = self._entries[name].make(self.hand)
        self._pages[name] = page
        self._stack.addWidget(page)
        waiting = getattr(page, "waiting", None)
        if waiting is not None:
            waiting.connect(lambda count, n=name: self.rail.show_waiting(n, count))
        self._stale.add(name)

    def _show_waiting(self, name: str, count: int) -> None:
        """A page that is there says itself what waits on it."""
        if name in self._entries and name not in self._pages:
            self.rail.show_waiting(name, count)

    def _let_stale(self, but: str = "") -> None:
        self._stale |= self._pages.keys() - {but}

    def _refresh(self, name: str) -> None:
        self._stale.discard(name)
        if name in self._pages:
            cast("Page", self._pages[name]).refresh()

    # Years

    def _step(self, by: int) -> None:
        """The year before or after, where there is one."""
        if self._year + by in self.rail.years:
            self.hand.look_at(self._year + by)

    def _show_year(self, fiscal_year: int) -> None:
        self._year = fiscal_year
        self.rail.show_year(fiscal_year)
        self.titled.emit(sentence("office.name"), fiscal_year_name(fiscal_year), "", "")

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = rail_width(self.width()) < look.px(RAIL)
        self.rail.fold(narrow=narrow, low=self.height() < look.px(_LOW))
