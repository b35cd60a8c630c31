"""Pictures a test takes on the way, where a display shows its window."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

PLACE = "IMARI_DESK_ALBUM"  # the folder they go to; without it none is taken


class Album:
    """Numbers its pictures in the order they are taken."""

    def __init__(self) -> None:
        place = os.environ.get(PLACE)
        self._folder = Path(place) if place else None
        self._taken = 0

    def keep(self, window: QWidget, name: str) -> None:
        """What the screen shows of the window at this moment."""
        if self._folder is None:
            return
        assert QGuiApplication.platformName() == "xcb"
        QApplication.processEvents()
        self._taken += 1
        shot = window.screen().grabWindow(window.winId())
        assert shot.save(str(self._folder / f"{self._taken:02} {name}.png"))
