"""Whose evaluation it is, how it stands, and whether there will be a hearing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from imari_desk.desk.office.reviewing import ReviewPage
from imari_desk.domain.states import OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, Chip, LineField, Text
from imari_desk.gui.office.review.marks import STATES

_OFFERED = (OfficeState.REVIEWING, OfficeState.CHECKED, OfficeState.HQ, OfficeState.CONFIRMED)
PAUSE = 600  # milliseconds after the last key until the questions are kept


class Head(QWidget):
    """``heard(object)``: the questions of the hearing, None for no hearing;
    ``staged(OfficeState)``: another step than those the bar below offers.
    """

    heard = Signal(object)
    staged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = Text("", "title", wrap=True)
        self.priority = Chip(sentence("office.review.priority"), "plain", "star")
        self.about = Text("", "support", wrap=True)
        self.state = Chip()
        self.hearing = Button(sentence("office.review.hear"), "small", sign="bubble")
        self.step = Button(sentence("office.review.other_step"), "small", sign="chevron_down")
        self._menu = QMenu(self.step)
        self.correction = Text("", "small", wrap=True, tone="office")
        self.questions = LineField()
        self.questions.set_names(
            sentence("office.review.questions"), sentence("office.review.questions_help")
        )
        self._asked = QWidget()
        label = Text(sentence("office.review.questions"), "label")
        row = Row(label, gap=10)
        row.addWidget(self.questions, 1)
        self._asked.setLayout(row)
        top = Row(gap=10)
        top.addWidget(self.name, 1)
        for part in (self.priority, self.state, self.hearing, self.step):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(Column(top, self.about, self.correction, self._asked, gap=2))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        self.hearing.clicked.connect(self._turn)
        self.step.clicked.connect(self._offer)
        self.questions.edited.connect(lambda _text: self._timer.start())
        self.questions.left.connect(self.keep)

    def show_page(self, page: ReviewPage, *, another: bool) -> None:
        """Show whose page it is."""
        leaf = page.leaf
        self.name.setText(f"{leaf.measure.code}　{leaf.measure.name}")
        self.priority.setVisible(leaf.measure.national_priority)
        self.about.setText("　|　".join(filter(None, _about(page))))
        tone, sign = STATES[page.state]
        self.state.show_word(page.state.value, tone, sign)
        told = sentence("office.review.correction", reason=page.correction)
        self.correction.setText(told if page.correction else "")
        self.correction.setVisible(bool(page.correction))
        self._fill([state for state in _OFFERED if state in page.may and state is not page.state])
        on = page.questions is not None
        self.hearing.setText(sentence("office.review.unhear" if on else "office.review.hear"))
        self._asked.setVisible(on)
        if another or not self.questions.hasFocus():
            self._timer.stop()
            self.questions.show_text(page.questions or "")

    def keep(self) -> None:
        """Keep the questions as they are typed."""
        if self._timer.isActive():
            self._timer.stop()
            self.heard.emit(self.questions.text())

    def _fill(self, steps: list[OfficeState]) -> None:
        self.step.setVisible(bool(steps))
        self._menu.clear()
        for state in steps:
            action = self._menu.addAction(sentence("office.review.set_to", state=state.value))
            action.triggered.connect(lambda _on=False, s=state: self.staged.emit(s))

    def _offer(self) -> None:
        self._menu.popup(self.step.mapToGlobal(self.step.rect().bottomLeft()))

    def _turn(self) -> None:
        self._timer.stop()
        on = self._asked.isHidden()
        self.heard.emit("" if on else None)
        if on:
            self._asked.show()
            self.questions.setFocus()


def _about(page: ReviewPage) -> tuple[str, ...]:
    leaf = page.leaf
    held = leaf.evaluation
    author = held.value("author")
    extension = held.value("extension")
    by = sentence("office.review.by", person=author) if author else ""
    phone = sentence("office.review.phone", number=extension) if extension else ""
    times = sentence("office.review.submission", count=page.submission) if page.submission else ""
    return leaf.department, f"{by}　{phone}".strip(), times
