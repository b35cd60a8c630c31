"""Pages for tests of the frame: they note what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.pages import Entry
from imari_desk.gui.settings import Place


class StandIn(QWidget):
    """A page with one input."""

    waiting = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self.hand = hand
        self.years: list[int] = []  # of every refresh
        self.taken: list[tuple[Path, ...]] = []
        self.shown: list[Place] = []
        self.printed = 0
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def refresh(self) -> None:
        self.years.append(self.hand.fiscal_year)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {}


class Printing(StandIn):
    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self.print_it}

    def print_it(self) -> None:
        self.printed += 1


class Receiving(StandIn):
    def take_in(self, paths: Sequence[Path]) -> None:
        self.taken.append(tuple(paths))


class Review(StandIn):
    def show_evaluation(self, place: Place) -> None:
        self.shown.append(place)
        self.hand.notebook.open(place.measure, place.fiscal_year)


_HERE = "tests.gui.office.stand_ins"
ENTRIES = (
    Entry("board", "grid", f"{_HERE}:Printing"),
    Entry("receiving", "in", f"{_HERE}:Receiving"),
    Entry("review", "search", f"{_HERE}:Review"),
)
