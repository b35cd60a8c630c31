"""What the pages that write a workbook have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.contents import Contents, contents
from imari_desk.gui.exchange.file_place import FilePlace, WrittenNote
from imari_desk.gui.kit import Button, LineMessage, Text
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.work import Work


class SendingPage(QWidget):
    """Title and way back, a message, what was written; below it the page's own part.

    ``closed()``; ``written(Path)``; ``folder_chosen(Path)`` to be remembered.
    """

    closed = Signal()
    written = Signal(object)
    folder_chosen = Signal(object)

    def __init__(
        self, notebook: Notebook, folder: Path | None, title: str, go: str, purpose: Purpose
    ) -> None:
        """``go``: what stands on the button that writes."""
        super().__init__()
        self._notebook, self._purpose = notebook, purpose
        self._work = Work(notebook.background, self)
        self.title, self.close_button = Text(title, "page"), Button(sentence("exchange.close"))
        self.message, self.done = LineMessage(), WrittenNote()
        self.summary = Text(role="subject", wrap=True)
        self.file, self.go_button = FilePlace(folder), Button(go, "primary")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self._page = QVBoxLayout(self)
        self._page.addLayout(head)
        self._page.addWidget(self.message)
        self._page.addWidget(self.done)
        self.close_button.clicked.connect(self.closed)
        self.file.folder_chosen.connect(self.folder_chosen)
        look.follow(self._dress_page)

    def _look_at(self, show: Callable[[Contents], None]) -> None:
        """Ask what there is to write."""
        desk, year, purpose = self._notebook.desk, self._notebook.fiscal_year, self._purpose
        self._work.ask(lambda: contents(desk, year, purpose), show, self._failed)

    def _begin(self, show: Callable[[Contents], None]) -> None:
        """Start anew: nothing is written yet."""
        self.message.say("")
        self.done.setVisible(False)
        self.go_button.setEnabled(False)
        self._notebook.flush()
        self._look_at(show)

    def _write(
        self, verb: Callable[[Desk, int, Path], SentBook], done: Callable[[SentBook], None]
    ) -> None:
        """Write the workbook with a verb of the desk."""
        self.go_button.setEnabled(False)
        self._notebook.flush()
        desk, year, path = self._notebook.desk, self._notebook.fiscal_year, self.file.path
        self._work.ask(lambda: verb(desk, year, path), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.message.say(error.text, "error")
        self.go_button.setEnabled(bool(self.file.name.text()))

    def _dress_page(self) -> None:
        self._page.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._page.setSpacing(look.px(12))
