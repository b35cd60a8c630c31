"""Writes down what is typed on the page, a moment after the last key; nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from imari_desk.gui.office.hand import Hand
from imari_desk.gui.work import Work

_PAUSE = 400  # milliseconds


class Keeper(QObject):
    """``kept()``: everything typed is written down now."""

    kept = Signal()

    def __init__(self, hand: Hand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand = hand
        self._work = Work(hand.background, self)
        self._waiting: dict[tuple[int, str, str], str] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)

    def type(self, kind: str, text: str, department: str = "") -> None:
        """Note a text of the year looked at; it is written in a moment."""
        self._waiting[self._hand.fiscal_year, kind, department] = text
        self._timer.start()

    def flush(self) -> None:
        """Write what waits now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        setting_up = self._hand.desk.office.setting_up

        def write() -> None:
            for (year, kind, department), text in waiting.items():
                setting_up.keep(year, kind, text, department)

        self._hand.notebook.flush()
        self._work.ask(write, lambda _none: self.kept.emit(), self._hand.fail)
