"""引継ぎ: everything as it stands, for a colleague who goes on with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.contents import Contents
from imari_desk.gui.exchange.sending_page import SendingPage
from imari_desk.gui.kit import Card, Text
from imari_desk.gui.notebook import Notebook

_ALL = 1000  # of the width, as long as the card is not as wide as it may be


class HandoverPage(SendingPage):
    """One card in the middle: what goes along, where to, done."""

    def __init__(self, notebook: Notebook, folder: Path | None = None) -> None:
        title, go = sentence("exchange.handover_title"), sentence("exchange.handover")
        super().__init__(notebook, folder, title, go, Purpose.HANDOVER)
        self.card = Card()
        self._card = QVBoxLayout(self.card)
        hint = Text(sentence("exchange.handover_hint"), "body", wrap=True)
        for part in (self.summary, hint, self.file):
            self._card.addWidget(part)
        self._card.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignRight)
        self._page.removeWidget(self.done)
        for card in (self.done, self.card):
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(card, _ALL)
            middle.addStretch(1)
            self._page.addLayout(middle)
        self._page.addStretch(1)
        self.go_button.clicked.connect(self.write)
        look.follow(self._dress)

    def start(self) -> None:
        """Look at what there is to hand over."""
        self.card.setVisible(True)
        self._begin(self._show)

    def write(self) -> None:
        """Write the workbook."""
        self._write(lambda desk, year, path: desk.hand_over(year, path), self._written)

    def _show(self, found: Contents) -> None:
        self.summary.setText(sentence("exchange.handover_what", measures=found.measures))
        self.file.propose(found.file_name)
        self.go_button.setEnabled(True)
        self.go_button.setFocus()

    def _written(self, book: SentBook) -> None:
        self.card.setVisible(False)
        self.done.show_file(book.path, sentence("exchange.handed_over", number=book.number))
        self.written.emit(book.path)

    def _dress(self) -> None:
        side = look.px(24)
        self._card.setContentsMargins(side, side, side, side)
        self._card.setSpacing(look.px(16))
        for part in (self.done, self.card):
            part.setMaximumWidth(look.px(760))
