"""Hears of second starts while the window is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from imari_desk.gui import second_start
from imari_desk.gui.background import Background

POLL = 2000  # milliseconds; the system tells of changes at once, but not on every drive
_SOON = 30


class Listener(QObject):
    """Watches one data folder. ``called(tuple[Path, ...])``: a second start, with these files."""

    called = Signal(object)

    def __init__(self, folder: Path, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._background = folder, background
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.look)
        self._poll.start()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._there = False
        self.look()

    def look(self) -> None:
        """Answer what has come; first say that there is a window, as soon as there is a folder."""
        if self._there:
            job = partial(second_start.answer, self._folder)
            self._background.run(job, self._answered, self._deaf)
        else:
            announce = partial(second_start.announce, self._folder)
            self._background.run(announce, self._announced, self._deaf)

    def end(self) -> None:
        """The window closes."""
        self._poll.stop()
        self._soon.stop()
        second_start.withdraw(self._folder)

    def _announced(self, there: bool) -> None:
        self._there = there
        if there:
            self._watcher.addPath(str(self._folder))

    def _answered(self, calls: tuple[tuple[Path, ...], ...]) -> None:
        for files in calls:
            self.called.emit(files)

    def _deaf(self, error: Exception) -> None:
        raise error
