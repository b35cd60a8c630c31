"""組織改編: the name of a 課 changes, or another takes it over."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import YearView
from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.succession import Succession
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, ChoiceField, LineField, LineMessage, Text


class ReorganiseBox(Card):
    """``wanted(str old, str new)``; ``ended(Succession)``; ``closed()``."""

    wanted = Signal(str, str)
    ended = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        self._text = Text("", "small", wrap=True)
        self.old = ChoiceField(())
        self.old.set_names(sentence("office.year.reorganise.old"), "")
        self.new = LineField()
        self.new.set_names(sentence("office.year.reorganise.new"), "")
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.new.setCompleter(completer)
        self.do = Button(sentence("office.year.reorganise.do"), "primary")
        self.close_button = Button(sentence("office.year.reorganise.close"))
        self.message = LineMessage()
        self._list = QVBoxLayout()
        self.lines: list[Button] = []
        self._parts: list[QWidget] = []
        self._lay_out()
        self.do.clicked.connect(self._do)
        self.new.returnPressed.connect(self._do)
        self.close_button.clicked.connect(self.closed)
        self.setFocusProxy(self.old)
        look.follow(self._dress)

    def show_year(self, view: YearView) -> None:
        self._text.setText(
            sentence("office.year.reorganise.text", year=fiscal_year_name(view.fiscal_year))
        )
        there = dict.fromkeys(row.department for row in view.rows if row.department)
        self.old.offer(tuple(there))
        self._names.setStringList(list(view.known))
        self._show_list(view.successions)

    def clear(self) -> None:
        """It was done: ready for another."""
        self.message.say("")
        self.old.show_text("")
        self.new.show_text("")

    def refuse(self, text: str) -> None:
        """Say why it cannot be done."""
        self.message.say(text, "error")

    def _show_list(self, every: tuple[Succession, ...]) -> None:
        for part in self._parts:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.lines, self._parts = [], []
        for one in every:
            line, row = QWidget(), QHBoxLayout()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            facts = {"year": short_year(one.fiscal_year), "old": one.old, "new": one.new}
            row.addWidget(Text(sentence("office.year.reorganise.line", **facts), "small"))
            end = Button(sentence("office.year.reorganise.end"), "link")
            end.setAccessibleName(sentence("office.year.reorganise.end_name", **facts))
            end.clicked.connect(lambda _on=False, s=one: self.ended.emit(s))
            row.addWidget(end)
            row.addStretch(1)
            self.lines.append(end)
            self._parts.append(line)
            self._list.addWidget(line)
        if not every:
            nothing = Text(sentence("office.year.reorganise.none"), "support")
            self._parts.append(nothing)
            self._list.addWidget(nothing)

    def _do(self) -> None:
        old, new = self.old.text(), self.new.text().strip()
        if not old or not new:
            self.refuse(sentence("office.year.reorganise.missing"))
            (self.new if old else self.old).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wanted.emit(old, new)

    def _lay_out(self) -> None:
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.addWidget(Text(sentence("office.year.reorganise.head"), "subject"))
        self._column.addWidget(self._text)
        for code, field in (("old", self.old), ("new", self.new)):
            self._row.addWidget(Text(sentence(f"office.year.reorganise.{code}"), "label"))
            self._row.addWidget(field, 10 * (code == "new"))
        self._row.addWidget(self.do)
        self._row.addWidget(self.close_button)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.message)
        self._column.addLayout(self._list)

    def _dress(self) -> None:
        pad = look.px(16)
        self._column.setContentsMargins(pad, look.px(12), pad, look.px(12))
        self._column.setSpacing(look.px(8))
        self._row.setSpacing(look.px(8))
        self.new.setMaximumWidth(look.px(320))
        self._list.setSpacing(look.px(2))
