"""Another folder for the data: chosen in the window, remembered for the starts to come."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.notices import Notices
from imari_desk.places import DATABASE, chosen_data, on_network, remember_data, usual_data

_MOVING, _GONE, _NETWORK = "moving", "gone", "network"  # notices


class DataFolder(QWidget):
    """Asks for the folder, says what comes of it, and starts the program there.

    ``settled(Path)``: the person wants that folder; what is open is to be saved and closed, then
    ``start`` is to be called. Everything hangs on the folder (the log, the settings, the lock),
    so the other one is opened by a fresh start.
    """

    settled = Signal(object)

    def __init__(self, folder: Path, notices: Notices) -> None:
        super().__init__(notices)
        self.hide()
        self._folder, self._notices = folder, notices

    def choose(self) -> None:
        """Ask which folder, and say what opening it means."""
        from PySide6.QtWidgets import QFileDialog

        title = sentence("data.choose")
        name = QFileDialog.getExistingDirectory(self.window(), title, str(self._folder))
        if name and Path(name) != self._folder:
            self._offer(Path(name))

    def say_if_gone(self) -> None:
        """The folder chosen once is not there: nobody may think the data were lost."""
        if self._folder.is_dir() or chosen_data() != self._folder:
            return
        text = sentence("data.gone", folder=self._folder)
        usual = {sentence("data.usual"): partial(self.settled.emit, usual_data())}
        again = {sentence("frame.open_again"): partial(self.settled.emit, self._folder)}
        self._notices.say(_GONE, text, "warn", {**again, **usual})

    def say_where(self) -> None:
        """Say it where the data lie on a network drive, and what that means."""
        if on_network(self._folder):
            text = sentence("data.network", folder=self._folder)
            elsewhere = {sentence("data.move"): self.choose}
            self._notices.say(_NETWORK, text, "note", elsewhere, closable=True)

    def start(self, folder: Path) -> bool:
        """Remember the folder and start the program there; False where neither could be done."""
        try:
            remember_data(folder)
        except OSError as error:
            reason = sentence("data.not_remembered", reason=error.strerror or error)
            self._notices.say(_MOVING, reason, "error", closable=True)
            return False
        from PySide6.QtCore import QProcess

        words = ["-m", "imari_desk", "--data", str(folder)]
        return bool(QProcess.startDetached(sys.executable, words))

    def _offer(self, folder: Path) -> None:
        code = "data.open" if (folder / DATABASE).is_file() else "data.begin"
        text = sentence(code, folder=folder, here=self._folder)
        answers = {
            sentence("data.go"): partial(self.settled.emit, folder),
            sentence("data.stay"): partial(self._notices.take_back, _MOVING),
        }
        self._notices.say(_MOVING, text, "info", answers)
