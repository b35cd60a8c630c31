"""Garbage is collected on the UI thread, between events, and nowhere else.

Python's collector runs in whichever thread happens to allocate. On the desk's thread, or in the
middle of a paint event, it could take a widget apart that Qt is just drawing.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds
_WORTH_IT = 700  # objects made since the last time: the interpreter's own measure
_WHOLE_AFTER = 10  # rounds of the young; a round over everything takes longest


class Collector(QObject):
    """Takes the collector's work over for as long as the program runs.

    What stands when it begins is left out for good: it stays as long as the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look through what was made lately, now and then through all of it."""
        if gc.get_count()[0] < _WORTH_IT:
            return
        self._rounds += 1
        gc.collect(1 if self._rounds % _WHOLE_AFTER else 2)
