"""The clerk's notebook: the page that is open, what was typed into it, and whether it is saved.

A key press only notes what was typed. A moment later, or when a field is left, the background
writes it and brings the page back as it stands: judged, checked, with its comments.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from imari_desk.desk.leaf import Leaf, MeasureLine, line_of
from imari_desk.domain.items import Owner
from imari_desk.gui import clock as clocks
from imari_desk.gui.background import Background

if TYPE_CHECKING:
    from imari_desk.desk.desk import Desk
    from imari_desk.desk.undo import Undone

T = TypeVar("T")
Page = tuple[str, int]  # measure code and fiscal year
PAUSE = 400  # milliseconds without a key press before what was typed is written


class Notebook(QObject):
    """State of the window: year, list, open page, typed and not yet written answers.

    Signals: ``typing()`` a key was pressed; ``lines_changed(tuple[MeasureLine, ...])``, of a 課's
    desk only; ``line_changed(MeasureLine)``;
    ``leaf_opened(Leaf)`` another page is open; ``leaf_changed(Leaf)`` the same page after a save,
    an import, an undo; ``saved(str)`` at that clock time; ``failed(Exception)`` not saved, and
    what was typed is kept and tried again with the next save; ``refused(Exception)`` a page that
    was asked for cannot be shown; ``stepped(Undone)`` a change was taken back or made again, its
    page is open now (None: there was none to take). As long as saving fails the page stays open:
    what is on it and nowhere else stays in sight.
    """

    typing = Signal()
    lines_changed = Signal(object)
    line_changed = Signal(object)
    leaf_opened = Signal(object)
    leaf_changed = Signal(object)
    saved = Signal(str)
    failed = Signal(object)
    refused = Signal(object)
    stepped = Signal(object)

    def __init__(
        self,
        desk: Desk,
        background: Background,
        fiscal_year: int,
        clock: Callable[[], datetime] = clocks.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk  # asked on the background's thread only
        self.background = background
        self.fiscal_year = fiscal_year
        self.leaf: Leaf | None = None
        self._clock = clock
        self._typed: dict[Page, dict[str, str]] = {}
        self._written_by: dict[tuple[Page, str], int] = {}  # which write had an item last
        self._writes = 0
        self._flying: dict[int, tuple[Page, dict[str, str]]] = {}  # writes not answered yet
        self._failure: Exception | None = None  # of the last write
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> dict[Page, dict[str, str]]:
        """What was typed and is not known to be in the database, by page and item."""
        found: dict[Page, dict[str, str]] = {}
        for page, typed in (*self._flying.values(), *self._typed.items()):
            found.setdefault(page, {}).update(typed)
        return found

    def refresh(self) -> None:
        """Bring the list, and the open page if there is one, from the database."""
        self._bring_lines()
        if self.leaf is not None:
            page = (self.leaf.measure.code, self.leaf.fiscal_year)
            self._ask(lambda: self.desk.leaf(*page), self._changed)

    def open(self, measure: str, fiscal_year: int | None = None) -> None:
        """Open a page; what was typed on the one before is written first."""
        self.flush()
        year = self.fiscal_year if fiscal_year is None else fiscal_year
        self._ask(lambda: self.desk.leaf(measure, year), self._opened)
        if year != self.fiscal_year:
            self.fiscal_year = year
            self._bring_lines()

    def show(self, leaf: Leaf) -> None:
        """Open a page that has been brought already."""
        self._opened(leaf)

    def correct(self, leaf: Leaf) -> None:
        """Show what the database has of a page that was shown before it was open."""
        if self._shows(leaf):
            self._changed(leaf)

    def type(self, key: str, text: str) -> None:
        """Note what was typed into an item of the open page."""
        if self.leaf is not None:
            page = (self.leaf.measure.code, self.leaf.fiscal_year)
            self._typed.setdefault(page, {})[key] = text
            self._timer.start()
            self.typing.emit()

    def choose(self, key: str, value: str) -> None:
        """Let exactly that one of several answers to an item of the open page stand."""
        self._put(lambda *choice: self.desk.choose(*choice), key, value)

    def restore(self, key: str, value: str) -> None:
        """Write a value out of an item's history again."""
        self._put(lambda *choice: self.desk.restore_value(*choice), key, value)

    def undo(self) -> None:
        """Take back the newest change, on whatever page it was made."""
        self._step(lambda: self.desk.undo())

    def redo(self) -> None:
        """Make the change taken back last again."""
        self._step(lambda: self.desk.redo())

    def flush(self) -> None:
        """Write what was typed now. Called when a field, the window or the session is left."""
        self._timer.stop()
        every, self._typed = self._typed, {}
        for page, typed in every.items():
            self._write(page, typed)

    def _put(self, verb: Callable[[str, int, str, str], Leaf], key: str, value: str) -> None:
        self.flush()
        if self.leaf is not None:
            page = (self.leaf.measure.code, self.leaf.fiscal_year)
            self.background.run(lambda: verb(*page, key, value), self._written, self.refused.emit)

    def _step(self, verb: Callable[[], Undone | None]) -> None:
        self.flush()

        def taken(undone: Undone | None) -> None:
            if undone is not None and self._shows(undone.leaf):
                self._written(undone.leaf)
            elif undone is not None:
                self._opened(undone.leaf)
                self._written(undone.leaf)
            self.stepped.emit(undone)

        self._ask(verb, taken)

    def _written(self, leaf: Leaf) -> None:
        self._failure = None
        if not self.unsaved:
            self.saved.emit(self._clock().strftime("%H:%M"))
        self._changed(leaf)

    def _write(self, page: Page, typed: dict[str, str]) -> None:
        self._writes += 1
        number = self._writes
        self._flying[number] = (page, typed)
        self._written_by.update({(page, key): number for key in typed})

        def written(leaf: Leaf) -> None:
            del self._flying[number]
            self._written(leaf)

        def kept(error: Exception) -> None:
            del self._flying[number]
            # What was typed into the same item since then is newer, written or not.
            mine = {k: t for k, t in typed.items() if self._written_by[page, k] == number}
            self._typed[page] = {**mine, **self._typed.get(page, {})}
            self._failure = error
            self.failed.emit(error)

        self.background.run(lambda: self.desk.type(*page, typed), written, kept)

    def _bring_lines(self) -> None:
        year = self.fiscal_year

        def bring(lines: tuple[MeasureLine, ...]) -> None:
            if year == self.fiscal_year:  # no other year was asked for since
                self.lines_changed.emit(lines)

        self._ask(lambda: self._lines(year), bring)

    def _lines(self, fiscal_year: int) -> tuple[MeasureLine, ...]:
        """None at the office: its pages have lists of their own, and one of all takes long."""
        return () if self.desk.role is Owner.OFFICE else self.desk.lines(fiscal_year)

    def _opened(self, leaf: Leaf) -> None:
        if self._failure is not None:
            self.fiscal_year = self.leaf.fiscal_year if self.leaf else leaf.fiscal_year
            self.refused.emit(self._failure)
            return
        self.leaf = leaf
        self.leaf_opened.emit(leaf)
        if leaf.fiscal_year != self.fiscal_year:
            self.fiscal_year = leaf.fiscal_year
            self._bring_lines()

    def _changed(self, leaf: Leaf) -> None:
        line: MeasureLine = line_of(leaf)
        self.line_changed.emit(line)
        if self._shows(leaf):
            self.leaf = leaf
            self.leaf_changed.emit(leaf)

    def _shows(self, leaf: Leaf) -> bool:
        """Whether that page is the open one."""
        here = self.leaf
        return here is not None and (here.measure.code, here.fiscal_year) == (
            leaf.measure.code,
            leaf.fiscal_year,
        )

    def _ask(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self.background.run(job, done, self.refused.emit)
