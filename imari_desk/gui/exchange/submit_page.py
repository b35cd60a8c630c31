"""提出: what will be sent, what is missing in words, and where the workbook goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.contents import Contents
from imari_desk.gui.exchange.import_model import LineList, Role
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.exchange.sending_page import SendingPage
from imari_desk.gui.kit import Card, Rule, Text, TextField
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.page_area import turn

REASON_LIMIT = 200  # characters, soft
_RING = 12  # room for the focus ring inside the scrolled part


class SubmitPage(SendingPage):
    """Everything of the year in one workbook for the office; gaps never stop it.

    ``wanted(str measure, int year, str key)`` a field somebody wants to fill in.
    """

    wanted = Signal(str, int, str)

    def __init__(self, notebook: Notebook, folder: Path | None = None) -> None:
        title, go = sentence("exchange.submit_title"), sentence("exchange.submit")
        super().__init__(notebook, folder, title, go, Purpose.SUBMISSION)
        self._contents: Contents | None = None
        self._asked = False  # for the reason, once
        self.lines = LineList()
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def start(self) -> None:
        """Look at what there is to send."""
        self._asked = False
        self.side_card.setVisible(True)
        self._begin(self._show)

    def submit(self) -> None:
        """Write the workbook. Where something is missing and no reason is given, ask once."""
        found = self._contents
        if found is None or not self.go_button.isEnabled():
            return
        reason = self.reason.text().strip()
        if found.gaps and not reason and not self._asked:
            self._asked = True
            self.message.say(sentence("exchange.ask_reason"), "note")
            self.reason.setFocus()
            return
        self._write(lambda desk, year, path: desk.submit(year, path, reason), self._written)

    def _show(self, found: Contents) -> None:
        self._contents = found
        self.lines.show(found.lines)
        code = "exchange.with_gaps" if found.gaps else "exchange.no_gaps"
        code = "exchange.settled" if found.settled else code
        facts = {"measures": found.measures, "lacking": found.lacking, "gaps": found.gaps}
        self.summary.setText(sentence(code, **facts))
        self.reason_part.setVisible(bool(found.gaps))
        self.file.propose(found.file_name)
        self.go_button.setEnabled(True)
        self.rows.setCurrentIndex(self.lines.index(0))
        (self.reason if found.gaps else self.go_button).setFocus()

    def _written(self, book: SentBook) -> None:
        self.message.say("")
        self.side_card.setVisible(False)
        said = sentence("exchange.submitted", number=book.number, measures=len(book.measures))
        self.done.show_file(book.path, said)
        self._look_at(self._show_sent)
        self._notebook.refresh()
        self.written.emit(book.path)

    def _show_sent(self, found: Contents) -> None:
        self.lines.show(found.lines)
        code = "exchange.sent_with_gaps" if found.gaps else "exchange.sent"
        facts = {"measures": found.measures, "lacking": found.lacking, "gaps": found.gaps}
        self.summary.setText(sentence(code, **facts))

    def _lead_to(self, index: QModelIndex) -> None:
        line = index.data(Role.VALUE) if index.isValid() else None
        if line is not None:
            at, key = line.target
            self.wanted.emit(at.measure, at.fiscal_year, key)

    def _make(self) -> None:
        self.rows = Rows()
        self.rows.setModel(self.lines)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(sentence("exchange.contents"))
        self.rows.setAccessibleDescription(sentence("exchange.contents_help"))
        self.reason_label = Text(sentence("exchange.reason"), "label")
        self.reason_help = Text(sentence("exchange.reason_help"), "support", wrap=True)
        self.reason = TextField(REASON_LIMIT, min_lines=3, max_lines=6)
        self.reason.set_names(sentence("exchange.reason"), sentence("exchange.reason_help"))
        self.hint = Text(sentence("exchange.submit_hint"), "support", wrap=True)
        self.list_card, self.side_card, self.reason_part = Card(), Card(), QWidget()

    def _lay_out(self) -> None:
        self._list = QVBoxLayout(self.list_card)
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
        self._area = area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.addWidget(area, 1)
        self._go = QHBoxLayout()
        self._go.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignRight)
        self._side.addLayout(self._go)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.side_card)
        self.body.setChildrenCollapsible(False)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        self._page.addWidget(self.body, 1)

    def _level(self) -> None:
        """The button ends where the fields end, beside a scroll bar as well."""
        ring, bar = look.px(_RING), self._area.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self._go.setContentsMargins(ring, 0, ring + beside, 0)

    def _connect(self) -> None:
        self._area.verticalScrollBar().rangeChanged.connect(self._level)
        self.go_button.clicked.connect(self.submit)
        self.rows.entered_row.connect(self._lead_to)

    def _dress(self) -> None:
        self.body.setHandleWidth(look.px(12))
        side = look.px(16)
        self.summary.setContentsMargins(side, 0, side, look.px(8))
        self._list.setContentsMargins(1, side, 1, look.px(8))
        ring = look.px(_RING)
        self._side.setContentsMargins(side - ring, side - ring, side - ring, side)
        self._side.setSpacing(look.px(12))
        self._level()
        self._asked_for.setContentsMargins(ring, ring, ring, 0)
        self._asked_for.setSpacing(look.px(12))
        self._reason.setSpacing(look.px(7))
        self.list_card.setMinimumSize(look.px(360), look.px(280))
        self.side_card.setMinimumSize(look.px(320), look.px(320))
        turn(self.body, self.body.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._page.contentsMargins()
        turn(self.body, event.size().width() - margins.left() - margins.right())
