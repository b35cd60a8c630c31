"""Whether what is typed is saved: said in the status line, and in a notice where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui.notices import Notices
from imari_desk.gui.status_line import StatusLine

if TYPE_CHECKING:
    from imari_desk.gui.notebook import Notebook

_UNSAVED = "unsaved"  # the notice's name
AGAIN = 5000  # milliseconds until a save that failed is tried again


class Saving(QObject):
    """Follows one notebook. A save that failed is tried again by itself.

    ``may_leave()``: everything is saved, or was given up. ``broken(Exception)``: the save failed
    through a mistake of the program's own.
    """

    may_leave = Signal()
    broken = Signal(object)

    def __init__(self, status: StatusLine, notices: Notices) -> None:
        super().__init__(notices)
        self._status = status
        self._notices = notices
        self._notebook: Notebook | None = None
        self._leaving = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.save)

    def follow(self, notebook: Notebook, *, read_only: bool = False) -> None:
        """From now on say how the saving of this notebook goes."""
        self._notebook = notebook
        self._leaving = False
        notebook.saved.connect(self._saved)
        notebook.failed.connect(self._failed)
        self._status.say("", hint=sentence("frame.autosave"))
        if read_only:
            self.say_read_only()

    def rest(self) -> None:
        """The notebook is being closed: there is nothing to follow any more."""
        self._again.stop()
        self._notebook = None

    def say_read_only(self) -> None:
        """The desk is open to be read: nothing will be saved."""
        self._status.say(sentence("frame.read_only_state"), "note")

    def typing(self) -> None:
        """A key was pressed; nothing is said over a failure, which still stands."""
        self._leaving = False
        if _UNSAVED not in self._notices.texts():
            self._status.say(sentence("frame.typing"), "info")

    def save(self) -> None:
        """Write what is typed."""
        if self._notebook is not None:
            self._notebook.flush()

    def save_now(self) -> None:
        """Write what is typed and wait for it: the session ends, or the program is broken."""
        if self._notebook is not None:
            self._notebook.flush()
            self._notebook.background.finish()

    def leave(self) -> None:
        """Save, then say ``may_leave``; where that fails, a notice says what can be done."""
        notebook = self._notebook
        if notebook is None:
            self.may_leave.emit()
            return
        self._leaving = True
        notebook.flush()
        notebook.background.run(lambda: None, lambda _nothing: self._left(), self.broken.emit)

    def copy_unsaved(self) -> None:
        """Put what is not saved on the clipboard, as text a person can use."""
        QGuiApplication.clipboard().setText(self.unsaved_text())
        self._status.say(sentence("frame.copied"), "info")

    def unsaved_text(self) -> str:
        """Everything typed that is not in the database, with the names of the items."""
        from imari_desk.domain.items import items_for

        leaf = self._notebook.leaf if self._notebook is not None else None
        if self._notebook is None or leaf is None:
            return ""
        every = items_for(leaf.plan, leaf.measure, leaf.fiscal_year)
        labels = {item.key: item.label for item in every}
        parts = []
        for (measure, _), typed in self._notebook.unsaved.items():
            parts += [f"{measure} {labels.get(key, key)}\n{text}" for key, text in typed.items()]
        return "\n\n".join(parts)

    def _left(self) -> None:
        if self._leaving and self._notebook is not None and not self._notebook.unsaved:
            self.may_leave.emit()

    def _give_up(self) -> None:
        self.rest()
        self.may_leave.emit()

    def _saved(self, time: str) -> None:
        self._again.stop()
        self._notices.take_back(_UNSAVED)
        hint = sentence("frame.autosave")
        self._status.say(sentence("frame.saved", time=time), "ok", hint)

    def _failed(self, error: Exception) -> None:
        self._status.say(sentence("frame.unsaved"), "error")
        if isinstance(error, DeskError):
            self._again.start()
        else:
            self.broken.emit(error)
        answers = {
            sentence("frame.try_again"): self.save,
            sentence("frame.copy_unsaved"): self.copy_unsaved,
        }
        code = "frame.not_saved"
        if self._leaving:
            code = "frame.not_closed"
            answers[sentence("frame.close_anyway")] = self._give_up
        reason = error.text if isinstance(error, DeskError) else ""
        text = sentence(code, reason=reason)
        if self._notices.texts().get(_UNSAVED) != text:
            self._notices.say(_UNSAVED, text, "error", answers)
