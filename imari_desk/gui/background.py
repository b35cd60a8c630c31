"""Work off the UI thread: one thread owns the desk, so the database is asked by one alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
Work = Callable[[], Any]


class Background(QObject):
    """Runs jobs one after another on a thread of its own and answers on the UI thread.

    ``inline`` runs them at once on the caller's thread: tests then need no waiting.
    """

    _finished = Signal(object)  # a call to make on the UI thread

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self._inline = inline
        self._jobs: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._finished.connect(lambda call: call())

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the job; then ``done`` with its result, or ``failed`` with what it raised."""

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # handed on, whatever it is
                reason = error
                self._answer(lambda: failed(reason))
            else:
                self._answer(lambda: done(result))

        if self._inline:
            work()
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="desk", daemon=True)
            self._thread.start()
        self._jobs.put(work)

    def finish(self) -> None:
        """Do what was asked so far, then stop. Answers still on their way are delivered."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _answer(self, call: Callable[[], None]) -> None:
        if self._inline:
            call()
        else:
            self._finished.emit(call)

    def _loop(self) -> None:
        while (work := self._jobs.get()) is not None:
            work()
