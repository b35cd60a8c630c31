"""引継ぎ: everything as it stands, for a colleague who goes on with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.contents import Contents, contents
from imari_desk.gui.exchange.file_place import FilePlace, WrittenNote
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.work import Work


class HandoverPage(QWidget):
    """One card: what goes along, where to, done.

    ``closed()``; ``written(Path)``; ``folder_chosen(Path)`` to be remembered.
    """

    closed = Signal()
    written = Signal(object)
    folder_chosen = Signal(object)

    def __init__(
        self, notebook: Notebook, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._work = Work(notebook.background, self)
        self.title = Text(sentence("exchange.handover_title"), "page")
        self.close_button = Button(sentence("exchange.close"))
        self.message, self.done, self.card = LineMessage(), WrittenNote(), Card()
        self.summary = Text(role="subject", wrap=True)
        self.hint = Text(sentence("exchange.handover_hint"), "body", wrap=True)
        self.file = FilePlace(folder)
        self.write_button = Button(sentence("exchange.handover"), "primary")
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.write_button.clicked.connect(self.write)
        self.file.folder_chosen.connect(self.folder_chosen)
        look.follow(self._dress)

    def start(self) -> None:
        """Look at what there is to hand over."""
        self.message.say("")
        self.done.setVisible(False)
        self.card.setVisible(True)
        self.write_button.setEnabled(False)
        self._notebook.flush()
        desk, year = self._notebook.desk, self._notebook.fiscal_year
        job = self._work.ask
        job(lambda: contents(desk, year, Purpose.HANDOVER), self._show, self._failed)

    def write(self) -> None:
        """Write the workbook."""
        self.write_button.setEnabled(False)
        self._notebook.flush()
        desk, year, path = self._notebook.desk, self._notebook.fiscal_year, self.file.path
        job = self._work.ask
        job(lambda: desk.hand_over(year, path), self._written, self._failed)

    def _show(self, found: Contents) -> None:
        self.summary.setText(sentence("exchange.handover_what", measures=found.measures))
        self.file.propose(found.file_name)
        self.write_button.setEnabled(True)
        self.write_button.setFocus()

    def _written(self, book: SentBook) -> None:
        self.card.setVisible(False)
        self.done.show_file(book.path, sentence("exchange.handed_over", number=book.number))
        self.written.emit(book.path)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.message.say(error.text, "error")
        self.write_button.setEnabled(bool(self.file.name.text()))

    def _lay_out(self) -> None:
        self._head, self._card = QHBoxLayout(), QVBoxLayout(self.card)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button)
        self._card.addWidget(self.summary)
        self._card.addWidget(self.hint)
        self._card.addWidget(self.file)
        self._card.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignRight)
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._head)
        for part in (self.message, self.done, self.card):
            self._page.addWidget(part)
        self._page.addStretch(1)

    def _dress(self) -> None:
        self._page.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._page.setSpacing(look.px(12))
        side = look.px(24)
        self._card.setContentsMargins(side, side, side, side)
        self._card.setSpacing(look.px(16))
        for part in (self.done, self.card):
            part.setMaximumWidth(look.px(760))
