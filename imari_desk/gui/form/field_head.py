"""The line above or before an input: label, 必須, what is special about the answer, its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import NONE, Row
from imari_desk.gui.form.terms import TermText
from imari_desk.gui.kit import Button, Chip, Text

_CLEAR = (0, 0, 0, 3)  # with the gap below it 7 pixels: the focus ring takes 6
_LOOKS: dict[str, tuple[look.Tone, str]] = {"aside": ("plain", "dash")}


class FieldHead(QWidget):
    """The label is the one part that wraps; the button for the history floats behind the words.

    ``above`` its input it leaves room for the focus ring around that. What few fields ever show
    is made when it is first shown.
    """

    history_wanted = Signal()

    def __init__(self, *, above: bool = False) -> None:
        super().__init__()
        self._short = self._wanted = False
        self.label = TermText("label")
        self._required = Text(sentence("form.required"), "required")
        self._chips: dict[str, Chip] = {}
        self._history: Button | None = None
        self._row = Row(self.label, self._required, margins=_CLEAR if above else NONE)
        self._row.setStretch(0, 1)
        self._row.addStretch(0)
        self.setLayout(self._row)
        self._required.hide()

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
        return "taken" in self._chips and not self._chips["taken"].isHidden()

    def stand_beside(self) -> None:
        """Be as high as one line of the input this stands before."""
        look.follow(self._dress)

    def keep_short(self) -> None:
        """Leave 必須 to whoever says it for several inputs at once."""
        self._short = True

    def show_label(self, text: str, glossary: tuple[Term, ...]) -> None:
        self.label.show_text(text, glossary)

    def show_required(self, required: bool) -> None:
        self._wanted = required
        self._required.setVisible(required and not self._short)

    def show_taken(self, taken: bool) -> None:
        """Mark the answer as last year's."""
        self._show_chip("taken", sentence("form.taken") if taken else "")

    def show_conflict(self, count: int) -> None:
        """Say that there are that many answers; 0 for none too many."""
        word = sentence("form.conflict_chip", count=count) if count else ""
        self._show_chip("conflict", word)

    def show_aside(self, aside: bool) -> None:
        """Say that a 差戻し does not ask for this."""
        self._show_chip("aside", sentence("form.aside_chip") if aside else "")

    def show_history(self, wanted: bool) -> None:
        """Offer the history while the focus is here, where there is room for the button."""
        if wanted and self._history is None:
            self._history = self._made_history()
        if self._history is not None:
            self._place_history(self._history)
            room = self.width() - self._end()
            self._history.setVisible(wanted and room >= self._history.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._history is not None:
            self._place_history(self._history)

    def _dress(self) -> None:
        self.setMinimumHeight(look.px(36))

    def _show_chip(self, name: str, word: str) -> None:
        tone, sign = _LOOKS.get(name, ("note", "both"))
        if word and name not in self._chips:
            chip = self._chips[name] = Chip("", tone, sign, flat=name == "aside")
            self._row.insertWidget(self._row.count() - 1, chip)
        if name in self._chips:
            if word:
                self._chips[name].show_word(word, tone, sign)
                self._chips[name].setToolTip(sentence(f"form.told.{name}"))
            self._chips[name].setVisible(bool(word))

    def _made_history(self) -> Button:
        made = Button(sentence("form.history"), "link", parent=self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by key it is Ctrl+H
        made.setToolTip(sentence("form.told.history"))
        made.setAccessibleName(sentence("form.history_name", label=self.text))
        made.clicked.connect(self.history_wanted)
        return made

    def _end(self) -> int:
        """Where the last word ends, with a gap."""
        shown = (self.label, self._required, *self._chips.values())
        return max(w.geometry().right() for w in shown if not w.isHidden()) + look.px(12)

    def _place_history(self, button: Button) -> None:
        size = button.sizeHint()
        top = (self.height() - size.height()) // 2
        button.setGeometry(self._end(), top, size.width(), size.height())
