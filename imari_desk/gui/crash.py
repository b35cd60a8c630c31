"""When the program itself is wrong: what is typed is saved first, then written down, then said.

Faults of the world never come here; they are lines of text in the window.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal

from imari_desk import __version__

Report = Callable[[str, Path | None], None]


class Crash(QObject):
    """Catches what nobody caught, on every thread.

    ``save`` writes what is typed and not yet saved; ``tell(text, log)`` shows the dialog, with
    None where no log could be written. A fault that comes while one is being told only goes into
    the log: a dialog that breeds dialogs helps nobody.
    """

    _caught = Signal(object)  # an exception, handed to the UI thread

    def __init__(self, log: Path, save: Callable[[], None], tell: Report) -> None:
        super().__init__()
        self._log = log
        self._save = save
        self._tell = tell
        self._telling = False
        self._caught.connect(self._handle)

    def install(self) -> None:
        """Become the one that uncaught exceptions go to."""
        sys.excepthook = self._from_here
        threading.excepthook = self._from_thread

    def report(self, error: BaseException) -> None:
        """Tell of an exception that was caught but is no fault of the world. Any thread."""
        self._caught.emit(error)

    def _from_here(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)

    def _from_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    def _handle(self, error: BaseException) -> None:
        text = "".join(traceback.format_exception(error))
        log = self._write(text)
        if self._telling:
            return
        self._telling = True
        try:
            self._save()
        except Exception:
            self._write(traceback.format_exc())
        # Not from inside the event that failed: it may hold what the dialog needs.
        QTimer.singleShot(0, lambda: self._show(text, log))

    def _show(self, text: str, log: Path | None) -> None:
        try:
            self._tell(text, log)
        finally:
            self._telling = False

    def _write(self, text: str) -> Path | None:
        import platform
        from datetime import datetime

        head = f"{datetime.now().isoformat()} {__version__} Python {platform.python_version()}"
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{head} {platform.platform()}\n{text}\n")
        except OSError:
            return None
        return self._log
