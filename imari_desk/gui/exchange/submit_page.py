"""提出: what will be sent, what is missing in words, and where the workbook goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.contents import Contents, contents
from imari_desk.gui.exchange.file_place import FilePlace, WrittenNote
from imari_desk.gui.exchange.import_model import LineList, Role
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.kit import Button, Card, LineMessage, Rule, Text, TextField
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.work import Work

REASON_LIMIT = 200  # characters, soft


class SubmitPage(QWidget):
    """Everything of the year in one workbook for the office; gaps never stop it.

    ``closed()``; ``wanted(str measure, int year, str key)`` a field somebody wants to fill in;
    ``written(Path)``; ``folder_chosen(Path)`` to be remembered.
    """

    closed = Signal()
    wanted = Signal(str, int, str)
    written = Signal(object)
    folder_chosen = Signal(object)

    def __init__(
        self, notebook: Notebook, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._work = Work(notebook.background, self)
        self._contents: Contents | None = None
        self._asked = False  # for the reason, once
        self.lines = LineList()
        self._make(folder)
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def start(self) -> None:
        """Look at what there is to send."""
        self._asked = False
        self.message.say("")
        self.done.setVisible(False)
        self.side_card.setVisible(True)
        self.send_button.setEnabled(False)
        self._notebook.flush()
        desk, year = self._notebook.desk, self._notebook.fiscal_year
        job = self._work.ask
        job(lambda: contents(desk, year, Purpose.SUBMISSION), self._show, self._failed)

    def submit(self) -> None:
        """Write the workbook. Where something is missing and no reason is given, ask once."""
        found = self._contents
        if found is None or not self.send_button.isEnabled():
            return
        reason = self.reason.text().strip()
        if found.gaps and not reason and not self._asked:
            self._asked = True
            self.message.say(sentence("exchange.ask_reason"), "note")
            self.reason.setFocus()
            return
        self.send_button.setEnabled(False)
        self._notebook.flush()
        desk, year, path = self._notebook.desk, self._notebook.fiscal_year, self.file.path
        job = self._work.ask
        job(lambda: desk.submit(year, path, reason), self._written, self._failed)

    def _show(self, found: Contents) -> None:
        self._contents = found
        self.lines.show(found.lines)
        code = "exchange.with_gaps" if found.gaps else "exchange.no_gaps"
        code = "exchange.settled" if found.settled else code
        facts = {"measures": found.measures, "lacking": found.lacking, "gaps": found.gaps}
        self.summary.setText(sentence(code, **facts))
        self.reason_part.setVisible(bool(found.gaps))
        self.file.propose(found.file_name)
        self.send_button.setEnabled(True)
        self.rows.setCurrentIndex(self.lines.index(0))
        (self.reason if found.gaps else self.send_button).setFocus()

    def _written(self, book: SentBook) -> None:
        self.message.say("")
        self.side_card.setVisible(False)
        said = sentence("exchange.submitted", number=book.number, measures=len(book.measures))
        self.done.show_file(book.path, said)
        desk, year = self._notebook.desk, self._notebook.fiscal_year
        job = self._work.ask
        job(lambda: contents(desk, year, Purpose.SUBMISSION), self._show_sent, self._failed)
        self._notebook.refresh()
        self.written.emit(book.path)

    def _show_sent(self, found: Contents) -> None:
        self.lines.show(found.lines)
        code = "exchange.sent_with_gaps" if found.gaps else "exchange.sent"
        facts = {"measures": found.measures, "lacking": found.lacking, "gaps": found.gaps}
        self.summary.setText(sentence(code, **facts))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.message.say(error.text, "error")
        self.send_button.setEnabled(self._contents is not None)

    def _lead_to(self, index: QModelIndex) -> None:
        line = index.data(Role.VALUE) if index.isValid() else None
        if line is not None:
            at, key = line.target
            self.wanted.emit(at.measure, at.fiscal_year, key)

    def _make(self, folder: Path | None) -> None:
        self.title = Text(sentence("exchange.submit_title"), "page")
        self.close_button = Button(sentence("exchange.close"))
        self.message, self.done = LineMessage(), WrittenNote()
        self.summary = Text(role="subject", wrap=True)
        self.rows = Rows()
        self.rows.setModel(self.lines)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(sentence("exchange.contents"))
        self.rows.setAccessibleDescription(sentence("exchange.contents_help"))
        self.reason_label = Text(sentence("exchange.reason"), "label")
        self.reason_help = Text(sentence("exchange.reason_help"), "support", wrap=True)
        self.reason = TextField(REASON_LIMIT, min_lines=3, max_lines=6)
        self.reason.set_names(sentence("exchange.reason"), sentence("exchange.reason_help"))
        self.file = FilePlace(folder)
        self.send_button = Button(sentence("exchange.submit"), "primary")
        self.hint = Text(sentence("exchange.submit_hint"), "support", wrap=True)
        self.list_card, self.side_card, self.reason_part = Card(), Card(), QWidget()

    def _lay_out(self) -> None:
        self._head, self._list = QHBoxLayout(), QVBoxLayout(self.list_card)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button)
        self._list.addWidget(self.summary)
        self._list.addWidget(self.rows, 1)
        self._reason = QVBoxLayout(self.reason_part)
        self._reason.setContentsMargins(0, 0, 0, 0)
        self._reason.addWidget(self.reason_label)
        self._reason.addWidget(self.reason_help)
        self._reason.addWidget(self.reason)
        self._reason.addWidget(Rule())
        inside = QWidget()
        inside.setProperty("kit", "scrolled")
        self._side, self._asked_for = QVBoxLayout(self.side_card), QVBoxLayout(inside)
        self._asked_for.addWidget(self.reason_part)
        self._asked_for.addWidget(self.file)
        self._asked_for.addWidget(self.hint)
        self._asked_for.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.addWidget(area, 1)
        self._side.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignRight)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.side_card)
        self.body.setChildrenCollapsible(False)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._head)
        self._page.addWidget(self.message)
        self._page.addWidget(self.done)
        self._page.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.send_button.clicked.connect(self.submit)
        self.file.folder_chosen.connect(self.folder_chosen)
        self.rows.entered_row.connect(self._lead_to)

    def _dress(self) -> None:
        self._page.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._page.setSpacing(look.px(12))
        self.body.setHandleWidth(look.px(12))
        side = look.px(16)
        self.summary.setContentsMargins(side, 0, side, look.px(8))
        self._list.setContentsMargins(1, side, 1, look.px(8))
        self._side.setContentsMargins(look.px(4), look.px(8), side, side)
        self._side.setSpacing(look.px(12))
        ring = look.px(12)  # room for the focus ring inside the scrolled part
        self._asked_for.setContentsMargins(ring, ring, ring, 0)
        self._asked_for.setSpacing(look.px(12))
        self._reason.setSpacing(look.px(6))
        self.list_card.setMinimumWidth(look.px(360))
        self.side_card.setMinimumWidth(look.px(320))
