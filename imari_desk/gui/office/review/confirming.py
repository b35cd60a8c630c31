"""確定 of many at once: those that are ready are ticked, the others say what they wait for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from imari_desk.desk.office.reviewing import Ready, Reviewing, Staged
from imari_desk.domain.states import OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui.kit import Button, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.review.check_list import CheckLine
from imari_desk.gui.office.review.marks import STATES
from imari_desk.gui.office.review.panel import Panel


class ConfirmPanel(Panel):
    """``returning_wanted()``: go on to the workbooks; ``wanted(str)``: look at that measure."""

    returning_wanted = Signal()
    wanted = Signal(str)

    def __init__(self, hand: Hand, reviewing: Callable[[], Reviewing]) -> None:
        super().__init__(
            sentence("office.review.confirm_title"), sentence("office.review.confirm_about")
        )
        self._hand, self._reviewing = hand, reviewing
        self._ready: dict[str, Ready] = {}
        self.name = Text("", "subject", wrap=True)
        self.why = Text("", "body", wrap=True)
        self.look = Button(sentence("office.review.look_at"), "small", sign="eye")
        self.act = Button(sentence("office.review.confirm_none"), "primary", sign="check")
        self.books = Button(sentence("office.review.confirm_books"), sign="out")
        for part in (self.name, self.why, self.look):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.books)
        self.foot.addWidget(self.act)
        self.list.model_.changed.connect(self._count)
        self.list.looked_at.connect(self._explain)
        self.list.entered_row.connect(lambda _index: self.act.setFocus())
        self.look.clicked.connect(self._look_at)
        self.act.clicked.connect(self.confirm)
        self.books.clicked.connect(self.returning_wanted)

    def refresh(self) -> None:
        """Bring how each evaluation of the year stands."""
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._reviewing().ready(year), self._show)

    def confirm(self) -> None:
        """確定 of the ticked ones."""
        chosen, year = self.list.model_.checked, self._hand.fiscal_year
        if chosen:
            self._hand.tell(
                lambda: self._reviewing().stage(chosen, year, OfficeState.CONFIRMED), self._done
            )

    def _done(self, staged: Staged) -> None:
        self.message.say(sentence("office.review.confirmed", count=len(staged.done)), "ok")
        self.refresh()
        self.books.setFocus()

    def _show(self, found: tuple[Ready, ...]) -> None:
        self._ready = {one.line.measure: one for one in found}
        self.list.show_lines(tuple(map(_line, found)))
        if not found:
            self.name.setText(sentence("office.review.confirm_empty"))
            self.why.setText("")

    def _count(self) -> None:
        count = len(self.list.model_.checked)
        code = "office.review.confirm_count" if count else "office.review.confirm_none"
        self.act.setText(sentence(code, count=count))
        self.act.setEnabled(count > 0)

    def _explain(self, measure: str) -> None:
        one = self._ready.get(measure)
        if one is not None:
            self.name.setText(f"{one.line.measure}　{one.line.name}")
            self.why.setText(one.why or sentence("office.review.confirm_fine"))

    def _look_at(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.wanted.emit(self.list.model_.lines[index.row()].key)


def _line(one: Ready) -> CheckLine:
    line = one.line
    return CheckLine(
        line.measure,
        f"{line.measure}　{line.name}",
        "　".join(filter(None, (line.department, one.why))),
        checked=one.ready,
        can=one.possible,
        chip=line.state.value,
        look=STATES[line.state],
    )
