"""The line above or before an input: label, 必須, what is special about the answer, its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.form.terms import TermText
from imari_desk.gui.kit import Button, Chip, Text


class FieldHead(QWidget):
    """The label is the one part that wraps; the button for the history floats at the right end."""

    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._short = self._wanted = False
        self.label = TermText("label")
        self._required = Text(sentence("form.required"), "required")
        self._taken = Chip(sentence("form.taken"), "note", "both")
        self._taken.setToolTip(sentence("form.taken_told"))
        self._conflict = Chip("", "note", "both")
        self._history = Button(sentence("form.history"), "link", parent=self)
        self._history.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by key it is Ctrl+H
        self._history.setToolTip(sentence("form.history_told"))
        self._history.clicked.connect(self.history_wanted)
        row = Row(self.label, self._required, self._taken, self._conflict)
        row.setStretch(0, 1)
        row.addStretch(0)
        self.setLayout(row)
        for widget in (self._required, self._taken, self._conflict, self._history):
            widget.hide()

    def stand_beside(self) -> None:
        """Be as high as one line of the input this stands before."""
        look.follow(self._dress)

    def keep_short(self) -> None:
        """Leave 必須 to whoever says it for several inputs at once."""
        self._short = True

    @property
    def text(self) -> str:
        """What the label says."""
        return self.label.accessibleName()

    @property
    def required(self) -> bool:
        """Whether the item must be answered."""
        return self._wanted

    @property
    def taken(self) -> bool:
        """Whether the answer is marked as last year's."""
        return not self._taken.isHidden()

    def show_label(self, text: str, glossary: tuple[Term, ...]) -> None:
        self.label.show_text(text, glossary)
        self._history.setAccessibleName(sentence("form.history_name", label=text))

    def show_required(self, required: bool) -> None:
        self._wanted = required
        self._required.setVisible(required and not self._short)

    def show_taken(self, taken: bool) -> None:
        self._taken.setVisible(taken)

    def show_conflict(self, count: int) -> None:
        """Say that there are that many answers; 0 for none too many."""
        if count:
            self._conflict.show_word(sentence("form.conflict_chip", count=count), "note", "both")
        self._conflict.setVisible(bool(count))

    def show_history(self, wanted: bool) -> None:
        self._history.setVisible(wanted and self._room() >= self._history.sizeHint().width())
        self._place_history()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_history()

    def _dress(self) -> None:
        self.setMinimumHeight(look.px(36))

    def _room(self) -> int:
        """What is free at the right end."""
        return self.width() - self._end()

    def _end(self) -> int:
        """Where the last word ends, with a gap."""
        shown = (self.label, self._required, self._taken, self._conflict)
        return max(w.geometry().right() for w in shown if not w.isHidden()) + look.px(12)

    def _place_history(self) -> None:
        size = self._history.sizeHint()
        top = (self.height() - size.height()) // 2
        self._history.setGeometry(self._end(), top, size.width(), size.height())
