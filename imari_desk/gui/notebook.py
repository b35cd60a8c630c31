"""The clerk's notebook: the page that is open, what was typed into it, and whether it is saved.

A key press only notes what was typed. A moment later, or when a field is left, the background
writes it and brings the page back as it stands: judged, checked, with its comments.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import Leaf, MeasureLine, line_of
from imari_desk.gui.background import Background

T = TypeVar("T")
PAUSE = 400  # milliseconds without a key press before what was typed is written


class Notebook(QObject):
    """State of the window: year, list, open page, typed and not yet written answers.

    Signals: ``lines_changed(tuple[MeasureLine, ...])``; ``line_changed(MeasureLine)``;
    ``leaf_opened(Leaf)`` another page is open; ``leaf_changed(Leaf)`` the same page after a save,
    an import, an undo; ``saved(str)`` at that clock time; ``failed(Exception)`` not saved, and
    what was typed is kept and tried again with the next save.
    """

    lines_changed = Signal(object)
    line_changed = Signal(object)
    leaf_opened = Signal(object)
    leaf_changed = Signal(object)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        background: Background,
        fiscal_year: int,
        clock: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk  # asked on the background's thread only
        self.background = background
        self.fiscal_year = fiscal_year
        self.leaf: Leaf | None = None
        self._clock = clock
        self._typed: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not in the database yet."""
        return bool(self._typed)

    def refresh(self) -> None:
        """Bring the list, and the open page if there is one, from the database."""
        year = self.fiscal_year
        self._ask(lambda: self.desk.lines(year), self.lines_changed.emit)
        if self.leaf is not None:
            code = self.leaf.measure.code
            self._ask(lambda: self.desk.leaf(code, year), self._changed)

    def open(self, measure: str, fiscal_year: int | None = None) -> None:
        """Open a page; what was typed on the one before is written first."""
        self.flush()
        year = self.fiscal_year if fiscal_year is None else fiscal_year
        if year != self.fiscal_year:
            self.fiscal_year = year
            self._ask(lambda: self.desk.lines(year), self.lines_changed.emit)
        self._ask(lambda: self.desk.leaf(measure, year), self._opened)

    def type(self, key: str, text: str) -> None:
        """Note what was typed into an item of the open page."""
        self._typed[key] = text
        self._timer.start()

    def flush(self) -> None:
        """Write what was typed now. Called when a field, the window or the session is left."""
        self._timer.stop()
        if not self._typed or self.leaf is None:
            return
        typed, self._typed = self._typed, {}
        code, year = self.leaf.measure.code, self.leaf.fiscal_year

        def written(leaf: Leaf) -> None:
            self.saved.emit(self._clock().strftime("%H:%M"))
            self._changed(leaf)

        def kept(error: Exception) -> None:
            self._typed = {**typed, **self._typed}
            self.failed.emit(error)

        self.background.run(lambda: self.desk.type(code, year, typed), written, kept)

    def _opened(self, leaf: Leaf) -> None:
        self.leaf = leaf
        self.leaf_opened.emit(leaf)

    def _changed(self, leaf: Leaf) -> None:
        line: MeasureLine = line_of(leaf)
        self.line_changed.emit(line)
        here = self.leaf
        if here and (here.measure.code, here.fiscal_year) == (leaf.measure.code, leaf.fiscal_year):
            self.leaf = leaf
            self.leaf_changed.emit(leaf)

    def _ask(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self.background.run(job, done, self.failed.emit)
