"""Where a page is put up, waited for and photographed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QDeadlineTimer, QSize, QThreadPool, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.gui import clock
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.settings import DARK, LIGHT, Settings
from tests.gui.pictures.rooms import noon
from tests.gui.windows import Windows

Room = Callable[[Path, Path], None]  # the demo's folder, an empty folder to fill with a desk
Kind = TypeVar("Kind", bound=QWidget)


class Size(NamedTuple):
    """Pixels inside title and task bar, zoom in percent, colours."""

    room: QSize
    zoom: int
    colours: str


SIZES = {
    "1366": Size(QSize(1366, 688), 100, LIGHT),
    "1920": Size(QSize(1920, 1010), 100, LIGHT),
    "150": Size(QSize(1920, 1010), 150, LIGHT),
    "dark": Size(QSize(1366, 688), 100, DARK),
}
_SHORT = 2000  # milliseconds: what waits longer waits for a person
_PATIENCE = 60_000  # milliseconds a page may take to come to rest


class Stage:
    """Opens windows over copies of the rooms, which are made once each.

    ``folder``: beside the desk that is open, for a page to put files into; ``demo``: the round
    that was played.
    """

    def __init__(self, demo: Path, scratch: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.demo = demo
        self.folder = scratch / "評価"
        self._app, self._scratch = app, scratch
        self._rooms: dict[Room, Path] = {}
        self._windows = Windows(app)
        self._size = next(iter(SIZES.values()))

    def draw(self, page: Page, size: str, file: Path) -> None:
        """One page at one size into a file."""
        if not self.picture(page, SIZES[size]).save(str(file)):
            raise OSError(f"{file} could not be written")

    def picture(self, page: Page, size: Size) -> QPixmap:
        """One page at one size."""
        self._size = size
        self._windows = Windows(self._app)
        clock.run_by(noon)
        try:
            widget = page(self)
            self.rest()
            return widget.grab()
        finally:
            self._windows.end()
            shutil.rmtree(self.folder, ignore_errors=True)

    def window(self, room: Room) -> MainWindow:
        """The program on a copy of the room, in the size to be drawn, come to rest."""
        desk = self.desk(room)
        settings = Settings(desk)
        settings.zoom, settings.colours = self._size.zoom, self._size.colours
        settings.out_folder = self.folder
        settings.save()
        room_for = self._size.room
        window = self._windows.open(desk, size=(room_for.width(), room_for.height()))
        self.rest()
        return window

    def desk(self, room: Room) -> Path:
        """A copy of the room; what lies beside the desk in it comes along."""
        if room not in self._rooms:
            made = self._scratch / f"room {len(self._rooms)}"
            made.mkdir()
            room(self.demo, made)
            self._rooms[room] = made
        shutil.copytree(self._rooms[room], self.folder)
        return self.folder / "desk"

    def front(self, kind: type[Kind]) -> Kind:
        """The window of that kind that opened last."""
        found = [w for w in self._app.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return found[-1]

    def rest(self) -> None:
        """Until nothing is under way: no timer runs out, no drawing is made."""
        patience = QDeadlineTimer(_PATIENCE)
        quiet = 0
        while quiet < 3:
            self._app.processEvents()
            waiting = self._waiting()
            quiet = 0 if waiting or QThreadPool.globalInstance().activeThreadCount() else quiet + 1
            if patience.hasExpired():
                raise TimeoutError(f"never at rest: {waiting}")

    def _waiting(self) -> list[str]:
        return [
            f"{type(timer.parent()).__name__}: {timer.interval()} ms"
            for window in self._app.topLevelWidgets()
            for timer in window.findChildren(QTimer)
            if timer.isActive() and timer.isSingleShot() and timer.interval() < _SHORT
        ]


Page = Callable[[Stage], QWidget]
