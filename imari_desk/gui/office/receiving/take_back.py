"""The last import, and taking it back as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal

from imari_desk.desk.office.receiving import LastBatch
from imari_desk.domain.batches import OnTop
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.office.hand import Hand

_NAMED = 3  # things in the way that are named


class TakeBack(Card):
    """Says what was taken in last and takes it back after a second press.

    ``taken_back()``: everything stands as before it.
    """

    taken_back = Signal()

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._last: LastBatch | None = None
        self._said, self._blocked = Text("", "small", wrap=True), Text("", "support", wrap=True)
        self.button = Button(sentence("office.receiving.take_back"), "small", sign="back")
        self.message = LineMessage()
        self.yes = Button(sentence("office.receiving.take_back_yes"), "small")
        self.no = Button(sentence("office.receiving.take_back_no"), "small")
        self.message.add_button(self.yes)
        self.message.add_button(self.no)
        head = Row(self._said, self.button, gap=12)
        head.setStretch(0, 1)
        self.setLayout(Column(head, self._blocked, self.message, gap=4, margins=(16, 10, 16, 10)))
        self.button.clicked.connect(self._ask)
        self.yes.clicked.connect(self._do)
        self.no.clicked.connect(self._not_now)
        self.show_last(None)

    def refresh(self) -> None:
        """Bring what was taken in last."""
        self._hand.ask(self._hand.desk.office.receiving.last, self.show_last)

    def show_last(self, last: LastBatch | None) -> None:
        """Show it; nothing where there is none."""
        self._last = last
        self.setVisible(last is not None)
        self.message.say("")
        if last is None:
            return
        files = sum(bool(one.import_id) for one in last.batch.files)
        facts = {"when": moment(last.batch.ended_at), "count": files}
        self._said.setText(sentence("office.receiving.last", **facts))
        self.button.setVisible(not last.on_top)
        self._blocked.setText(blocked(last.on_top))
        self._blocked.setVisible(bool(last.on_top))

    def _ask(self) -> None:
        self.message.say(sentence("office.receiving.take_back_ask"), "note")
        self.button.setVisible(False)
        self.yes.setFocus()

    def _not_now(self) -> None:
        self.message.say("")
        self.button.setVisible(True)
        self.button.setFocus()

    def _do(self) -> None:
        if self._last is None:
            return
        number = self._last.batch.id
        self.message.say("")

        def done(_none: None) -> None:
            self._hand.said.emit(sentence("office.receiving.was_taken_back"), "ok")
            self.taken_back.emit()
            self.refresh()

        self._hand.tell(lambda: self._hand.desk.office.receiving.take_back(number), done)


def blocked(on_top: tuple[OnTop, ...]) -> str:
    """Why it cannot be taken back: what was written since, where and by whom."""
    if not on_top:
        return ""
    said = "、".join(_where(one) for one in on_top[-_NAMED:][::-1])
    return sentence("office.receiving.blocked", count=len(on_top), said=said)


def _where(one: OnTop) -> str:
    when = moment(one.noted_at)
    if one.evaluation is None:
        return sentence("office.receiving.blocked_file", when=when, name=one.file_name)
    year = fiscal_year_name(one.evaluation.fiscal_year)
    facts = {"when": when, "measure": one.evaluation.measure, "year": year}
    return sentence("office.receiving.blocked_value", **facts)
