"""The pages of the office's window, in the order of the year's work."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from PySide6.QtWidgets import QWidget

from imari_desk.gui.office.hand import Hand


class Page(Protocol):
    """What each page, itself a QWidget made of a Hand, does besides.

    A page may have a signal ``waiting(int)``: how many things wait there, for the rail. Its
    ``handlers`` are what the window's menu does while the page is shown, by the names of
    gui/actions.py.
    """

    def refresh(self) -> None:
        """Bring everything shown from the desk: shown first, another year, something changed."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's actions do here, by their names."""


class Entry(NamedTuple):
    """A page by its name, its sign, and where its widget is made of."""

    name: str
    sign: str
    home: str  # module:class

    def make(self, hand: Hand) -> QWidget:
        """Make the page: only when it is first looked at."""
        return self.bring()(hand)

    def bring(self) -> Callable[[Hand], QWidget]:
        """Import what makes the page, on whichever thread."""
        module, _, name = self.home.partition(":")
        return cast("Callable[[Hand], QWidget]", getattr(import_module(module), name))


_HOME = "imari_desk.gui.office"
PAGES: tuple[Entry, ...] = (
    Entry("board", "grid", f"{_HOME}.board.page:BoardPage"),
    Entry("year", "out", f"{_HOME}.year.page:YearPage"),
    Entry("receiving", "in", f"{_HOME}.receiving.page:ReceivingPage"),
    Entry("review", "eye", f"{_HOME}.review.page:Review"),
    Entry("whole", "bars", f"{_HOME}.whole.page:WholePage"),
    Entry("search", "search", f"{_HOME}.search.page:SearchPage"),
    Entry("meeting", "bubble", f"{_HOME}.meeting.page:MeetingPage"),
    Entry("paper", "print", f"{_HOME}.papers.page:PaperPage"),
    Entry("plan", "doc", f"{_HOME}.plan.page:PlanPage"),
    Entry("records", "box", f"{_HOME}.records.page:RecordsPage"),
)
