"""Reckoning ahead: a few measures at a time, so that nothing else waits behind all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from imari_desk.gui.office.hand import Hand
from imari_desk.gui.work import Work

_AT_ONCE = 40  # measures: some fifty milliseconds


class Ahead(QObject):
    """Has the desk reckon every measure of a year's plan, slice by slice, on the background.

    Whoever asks anew is answered alone: what was asked before is not answered any more.
    """

    def __init__(self, hand: Hand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand = hand
        self._work = Work(hand.background, self)
        self._asked = 0

    def reckon(
        self,
        fiscal_year: int,
        done: Callable[[], None],
        left: Callable[[int], None] = lambda _count: None,
    ) -> None:
        """Call ``done`` when every measure is reckoned; until then ``left`` with how many are."""
        self._asked += 1
        self._next(self._asked, fiscal_year, done, left)

    def _next(
        self, number: int, year: int, done: Callable[[], None], left: Callable[[int], None]
    ) -> None:
        desk = self._hand.desk

        def reckoned(count: int) -> None:
            if number != self._asked:
                return
            if count:
                left(count)
                self._next(number, year, done, left)
            else:
                done()

        def prepare() -> int:
            return desk.office.whole.prepare(year, _AT_ONCE)

        self._work.ask(prepare, reckoned, self._hand.fail)
