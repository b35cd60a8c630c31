"""What the page 控え is made of, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import Line
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.kit import Button, Card, LineMessage, Segments, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.receiving.take_back import TakeBack
from imari_desk.gui.office.records.lines import PARTS


class RecordsView(QWidget):
    """Head, the last import, one of three lists, and what the chosen line holds."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self.verify = Button(sentence("office.records.verify"))
        self.head = PageHead(sentence("office.records.title"), self.verify)
        self.message, self.last = LineMessage(), TakeBack(hand)
        words = tuple(sentence(f"office.records.part.{part}") for part in PARTS)
        self.parts = Segments(words, small=True)
        self.parts.set_names(sentence("office.records.list"), "")
        self.parts.show_text(words[0])
        self.rows, self.found = _rows("list"), _rows("findings")
        self.empty = Text("", "support", wrap=True)
        self.title = Text("", "head", wrap=True)
        self.facts = Text("", "support", wrap=True)
        self.said = Text("", "label", wrap=True)
        self.original = Button(sentence("office.records.original"), "small")
        self.place = Button(sentence("office.records.copy_place"), "small")
        self.note = Button(sentence("office.records.note"), "small")
        self.aside = Button(sentence("office.records.aside"), "small")
        self.reopen = Button(sentence("office.records.reopen"), "small")
        self.help = Text("", "support", wrap=True)
        self._list, self._one = Card(), Card()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        look.follow(self._dress)

    def show_empty(self, text: str) -> None:
        """Say that there is nothing in the list; "" where there is something."""
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.rows.setVisible(not text)

    def show_one(self, line: Line | None, *, came: bool, backup: bool) -> None:
        """The chosen line at the right."""
        self.title.setText(line.title if line else "")
        self.facts.setText("\n".join(filter(None, (line.text, line.note))) if line else "")
        self.said.setText("")
        self.original.setVisible(came)
        self.place.setVisible(line is not None and not came)
        self.help.setText(sentence("office.records.restore_help") if backup else "")
        self.help.setVisible(backup)

    def show_findings(self, there: bool) -> None:
        """Whether there is anything to be settled."""
        for part in (self.found, self.note, self.aside, self.reopen):
            part.setVisible(there)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(self._list), QVBoxLayout(self._one)
        self._inner = (left, right)
        left.addLayout(Row(self.parts, None))
        left.addWidget(self.empty)
        left.addWidget(self.rows, 1)
        for part in (self.title, self.facts):
            right.addWidget(part)
        right.addLayout(Row(self.original, self.place, None))
        right.addWidget(self.help)
        right.addWidget(self.said)
        right.addWidget(self.found, 1)
        right.addLayout(Row(self.note, self.aside, self.reopen, None))
        right.addStretch(0)
        self._split.addWidget(self._list)
        self._split.addWidget(self._one)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([5000, 5000])
        self._body = QVBoxLayout()
        self._body.addWidget(self.message)
        self._body.addWidget(self.last)
        self._body.addWidget(self._split, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(self._body, 1)

    def _dress(self) -> None:
        self._body.setContentsMargins(look.px(24), 0, look.px(24), look.px(16))
        self._body.setSpacing(look.px(12))
        self._split.setHandleWidth(look.px(12))
        for one in self._inner:
            one.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
            one.setSpacing(look.px(8))
        self._list.setMinimumWidth(look.px(320))
        self._one.setMinimumWidth(look.px(320))


def _rows(name: str) -> Rows:
    rows = Rows()
    rows.setItemDelegate(LineDelegate(rows))
    rows.setAccessibleName(sentence(f"office.records.{name}"))
    return rows
