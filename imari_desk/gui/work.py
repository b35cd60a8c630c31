"""Work on the background for a page that may be closed before it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from imari_desk.gui.background import Background

T = TypeVar("T")
Progress = Callable[[str, int, int], None]


class StoppedError(Exception):
    """The person asked to stop; what was finished before stays."""


class Work(QObject):
    """A page's work. Nobody hears of its end once the page, its parent, is gone.

    ``progressed(int, int)``: done, of how many. Long work is handed a progress function and is
    stopped there, between two steps, never in the middle of one.
    """

    progressed = Signal(int, int)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = threading.Event()
        self.running = False

    def start(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run the job; ``failed`` gets StoppedError where the person stopped it."""
        self._stop.clear()
        self.running = True

        def ended(result: T) -> None:
            self.running = False
            done(result)

        def broken(error: Exception) -> None:
            self.running = False
            failed(error)

        self.ask(lambda: job(self._progress), ended, broken)

    def ask(
        self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run something short that nobody stops."""

        def ended(result: T) -> None:
            if isValid(self):
                done(result)

        def broken(error: Exception) -> None:
            if isValid(self):
                failed(error)

        self._background.run(job, ended, broken)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()

    def _progress(self, _what: str, done: int, total: int) -> None:
        if self._stop.is_set() and done < total:
            raise StoppedError
        self.progressed.emit(done, total)
