"""Saving a version: what it changes in words, and the reason it is kept with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, LineMessage, Text, TextField
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.versions import change_lines


class SavingPage(QWidget):
    """``saved(Plan)``; ``closed()``: back to the plan, nothing saved."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, hand: Hand, drafting: Drafting) -> None:
        super().__init__()
        self._hand, self._drafting = hand, drafting
        self._lines, self.rows = LineList(), Rows()
        self.rows.setModel(self._lines)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(sentence("office.plan.differences"))
        self.told = Text("", "label", wrap=True)
        self.message = LineMessage()
        self.reason = TextField(200, min_lines=2, max_lines=5)
        self.save = Button(sentence("office.plan.save_now"), "primary")
        self.back = Button(sentence("office.plan.back"))
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.closed)
        drafting.looked.connect(self.show_changes)
        self.setFocusProxy(self.reason)

    def show_changes(self) -> None:
        """Show what would be saved."""
        found, plan = self._drafting.found, self._drafting.plan
        code = "office.plan.would_change" if plan.base else "office.plan.would_begin"
        facts = {"count": len(found.changes), "version": plan.version + 1}
        self.told.setText(sentence(code, **facts))
        self._lines.show(change_lines(found.changes))
        self.rows.setVisible(bool(found.changes))
        faults = len(found.faults)
        if faults:
            self.message.say(sentence("office.plan.faulty", count=faults), "note")
        elif self.message.text():
            self.message.say("")

    def _save(self) -> None:
        reason, draft = self.reason.text(), self._drafting.draft
        if not reason.strip():
            self.reason.set_fault(True)
            self.message.say(sentence("office.plan.needs_reason"), "error")
            self.reason.setFocus()
            return
        self.reason.set_fault(False)
        if self._drafting.found.faults:
            count = len(self._drafting.found.faults)
            self.message.say(sentence("office.plan.faulty", count=count), "error")
            return
        self._drafting.keep()
        self._hand.tell(lambda: self._hand.desk.office.plans.save(draft, reason), self._saved)

    def _saved(self, plan: Plan) -> None:
        self.reason.show_text("")
        self.saved.emit(plan)

    def _lay_out(self) -> None:
        label = Text(sentence("office.plan.reason"), "label")
        self.reason.set_names(label.text(), sentence("office.plan.reason_help"))
        needed = Text(sentence("office.plan.needed"), "required")
        column = Column(gap=10, margins=(20, 8, 20, 16))
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addLayout(Row(label, needed, None, gap=8))
        column.addWidget(Text(sentence("office.plan.reason_help"), "support", wrap=True))
        column.addWidget(self.reason)
        column.addWidget(self.message)
        column.addLayout(Row(self.save, self.back, None, gap=12))
        column.addStretch(0)
        self.setLayout(column)
