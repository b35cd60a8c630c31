"""The sheet of the glossary: the words at the left, one of them to be written at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan_draft import Path, at, insert, move, remove
from imari_desk.domain.plan_entry import brief
from imari_desk.domain.plan_places import label
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line
from imari_desk.gui.exchange.import_model import LineList, Role
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, LineField, Text, TextField
from imari_desk.gui.office.plan.box import Binder, Box
from imari_desk.gui.office.plan.drafting import Drafting

_TERMS: Path = ("glossary",)


class TermsSheet(QWidget):
    """用語集."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self.drafting = drafting
        self.binder = Binder(drafting, self)
        self.words, self.rows = LineList(), Rows()
        self.rows.setModel(self.words)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(sentence("office.plan.terms"))
        self.add_button = Button(sentence("office.plan.add.glossary"), "small", sign="plus")
        self.up = Button(sentence("office.plan.up"), "small")
        self.down = Button(sentence("office.plan.down"), "small")
        self.remove_button = Button(sentence("office.plan.take_out"), "small")
        self._lay_out()
        self.rows.selectionModel().currentChanged.connect(lambda *_rows: self._show_one())
        self.rows.entered_row.connect(lambda _index: self.binder.boxes[0].go())
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.setFocusProxy(self.rows)

    @property
    def place(self) -> int:
        """Which term is chosen; -1 for none."""
        return self.rows.currentIndex().row()

    def show_at(self, _root: Path) -> None:
        """Show every word; the chosen one stays chosen."""
        self._show_words(max(0, self.place))

    def show_again(self) -> None:
        """The draft is another now."""
        self.show_at(())

    def show_faults(self) -> None:
        """What is wrong with the chosen term; the list marks the others."""
        self._show_words(max(0, self.place))
        self.binder.show_faults()

    def go_to(self, path: Path) -> bool:
        """Choose the term of a place, and put the focus on its field."""
        if path[:1] != _TERMS:
            return False
        if len(path) > 1:
            self.rows.setCurrentIndex(self.words.index(int(path[1])))
        if not self.binder.go_to(path):
            self.binder.boxes[0].go()
        return True

    def add(self) -> None:
        """One term more behind the chosen one, and the focus in it."""
        place = self.place + 1
        self.drafting.edit(insert(self.drafting.draft, _TERMS, place, {}), (*_TERMS, place))
        self.go_to((*_TERMS, place, "word"))

    def _remove(self) -> None:
        if self.place >= 0:
            self.drafting.edit(remove(self.drafting.draft, _TERMS, self.place), _TERMS)
            self.rows.setFocus()

    def _move(self, by: int) -> None:
        place, there = self.place, self.place + by
        if place >= 0 and 0 <= there < self.words.rowCount():
            self.drafting.edit(move(self.drafting.draft, _TERMS, place, by), (*_TERMS, there))
            self.rows.setCurrentIndex(self.words.index(there))

    def _show_words(self, wanted: int) -> None:
        terms = at(self.drafting.draft, _TERMS) or []
        faulty = {
            f.path[1] for f in self.drafting.found.faults if f.path[:1] == _TERMS and f.path[1:]
        }
        lines = [_line(one, n in faulty) for n, one in enumerate(terms)]
        if lines != [self.words.index(n).data(Role.VALUE) for n in range(self.words.rowCount())]:
            self.words.show(lines)
            if lines:
                self.rows.setCurrentIndex(self.words.index(min(wanted, len(lines) - 1)))
        self._show_one()

    def _show_one(self) -> None:
        place = self.place
        self._fields.setVisible(place >= 0)
        for button in (self.remove_button, self.up, self.down):
            button.setEnabled(place >= 0)
        if place >= 0:
            self.binder.show_at((*_TERMS, place))

    def _lay_out(self) -> None:
        add = self.binder.add
        self._fields = QWidget()
        word = add(Box(("word",), LineField(), label("word"), needed=True))
        full = add(Box(("expansion",), LineField(), label("expansion")))
        text = TextField(min_lines=5, max_lines=16)
        told = add(Box(("text",), text, label("text"), needed=True))
        note = Text(sentence("office.plan.terms_help"), "support", wrap=True)
        self._fields.setLayout(Column(word, full, told, note, None, gap=12))
        self._left = QWidget()
        tools = Row(self.add_button, self.up, self.down, self.remove_button, None, gap=6)
        left = Column(gap=8)
        left.addWidget(self.rows, 1)
        left.addLayout(tools)
        self._left.setLayout(left)
        row = Row(gap=20, margins=(20, 4, 20, 16))
        row.addWidget(self._left, 2)
        row.addWidget(self._fields, 3)
        self.setLayout(row)
        look.follow(self._dress)

    def _dress(self) -> None:
        self._left.setMinimumWidth(look.px(240))


def _line(term: dict[str, str], faulty: bool) -> Line:
    word = term.get("word") or sentence("office.plan.no_word")
    chip: ChipText = (sentence("office.plan.chip.faulty"), "error", "bang")
    told = term.get("expansion") or term.get("text", "")
    return Line(Kind.REMARK, word, brief(told) or "―", chip=chip if faulty else None)
