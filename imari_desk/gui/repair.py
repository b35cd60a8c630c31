"""Damaged data: the way back to the newest backup."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imari_desk.domain.errors import DeskError
from imari_desk.domain.records import Backup
from imari_desk.domain.words import sentence
from imari_desk.gui.background import Background
from imari_desk.gui.notices import Notices

_OFFER, _DONE = "repair", "repaired"  # notices
_DAMAGED = ("database_damaged", "answer_damaged", "plan_damaged")


class Repair(QObject):
    """Offers the newest backup of a folder whose data cannot be opened.

    ``restored()``: it stands in their place; what was there is kept. ``broken(Exception)``.
    """

    restored = Signal()
    broken = Signal(object)

    def __init__(self, folder: Path, background: Background, notices: Notices) -> None:
        super().__init__(notices)
        self._folder, self._background, self._notices = folder, background, notices

    def offer(self, error: Exception) -> None:
        """Offer it where the error says that the data are damaged."""
        if isinstance(error, DeskError) and error.code in _DAMAGED:
            job = partial(_newest, self._folder)
            self._background.run(job, self._offer, self.broken.emit)

    def withdraw(self) -> None:
        """The data are open: there is nothing to put back."""
        self._notices.take_back(_OFFER)

    def _offer(self, newest: Backup | None) -> None:
        if newest is None:
            self._notices.say(_OFFER, sentence("repair.none"), "note")
            return
        text = sentence("repair.offer", day=newest.made_on)
        go = {sentence("repair.go"): partial(self._restore, Path(newest.path))}
        self._notices.say(_OFFER, text, "note", go)

    def _restore(self, backup: Path) -> None:
        self._notices.take_back(_OFFER)
        job = partial(_put_back, self._folder, backup)
        self._background.run(job, self._restored, self._failed)

    def _restored(self, kept: Path | None) -> None:
        self.restored.emit()
        text = sentence("repair.done", kept=kept)
        self._notices.say(_DONE, text, "ok", closable=True)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._notices.say(_OFFER, sentence("repair.failed", reason=error.text), "error")
        else:
            self.broken.emit(error)


def _newest(folder: Path) -> Backup | None:
    from imari_desk.desk.keeping import backups

    return next(iter(backups(folder)), None)


def _put_back(folder: Path, backup: Path) -> Path | None:
    from imari_desk.desk.desk import Desk

    return Desk.restore(folder, backup)
