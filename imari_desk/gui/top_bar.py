"""The bar at the top: whose data and which year, the deadline, and what leads out of the form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.actions import Actions
from imari_desk.gui.empty_window import TOP
from imari_desk.gui.kit import Button, Chip, Rule, Text

_SPACE = 12  # pixels between
_SOON = 14  # days


class TopBar(QFrame):
    """Buttons for what the menu has too. The ones for folded panes appear when they are needed."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("kit", "bar")
        self._department = Text("", "head")
        self._year = Text("", "body")
        self._due = Chip("", "note")
        self._list = Button(sentence("frame.list"), "plain")
        self._side = Button(sentence("frame.side"), "plain")
        self._import = Button(sentence("frame.import"), "plain")
        self._hand_over = Button(sentence("frame.hand_over"), "plain")
        self._submit = Button(sentence("frame.submit"), "primary")
        self._menu = Button(sentence("frame.menu"), "plain")
        self._menu.setMenu(actions.menu)
        self._menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in its field
        self._menu.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the word
        self._row = QHBoxLayout()
        self._connect(actions)
        self._there = False
        self._errand = False
        self._folds = (False, False)
        self._due_words = ("", "")  # whole and short
        self._due_look: tuple[look.Tone, str] = ("plain", "")
        self._lay_out()
        look.follow(self._dress)

    def show_desk(self, department: str, year: str, *, there: bool) -> None:
        """Whose data, which year in words, and whether a desk is open that the buttons act on."""
        self._there = there
        self._department.setText(department)
        self._year.setText(year)
        self._fit()

    def show_done(self, words: str) -> None:
        """Nothing is left to be done by any day, and why."""
        self._due_words, self._due_look = (words, words), ("ok", "check")
        self._fit()

    def show_due(self, due: str, today: date) -> None:
        """The deadline (ISO text, "" for none) and how far off it is."""
        self._due_words = ("", "")
        if due:
            day = date.fromisoformat(due)
            days = (day - today).days
            left = _left(days)
            weekday = sentence("frame.weekdays")[day.weekday()]
            facts = {"month": day.month, "day": day.day, "weekday": weekday, "left": left}
            self._due_words = (
                sentence("frame.due", **facts),
                sentence("frame.due_short", left=left),
            )
            self._due_look = ("error" if days < 0 else "note" if days <= _SOON else "plain", "")
        self._fit()

    def show_folds(self, left: bool, side: bool) -> None:
        """Which panes are folded away and want a button."""
        self._folds = (left, side)
        self._fit()

    def show_errand(self, there: bool) -> None:
        """Whether the page of an errand is open: it has the filled button then, and the way out."""
        self._errand = there
        self._fit()

    def _connect(self, actions: Actions) -> None:
        for button, name in (
            (self._list, "list"),
            (self._side, "side"),
            (self._import, "import"),
            (self._hand_over, "hand_over"),
            (self._submit, "submit"),
        ):
            button.clicked.connect(actions.action(name).trigger)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = self._row
        column.addLayout(row, 1)
        column.addWidget(Rule())
        for widget in (self._list, self._department, self._year, self._due):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._side, self._import, self._hand_over, self._submit, self._menu):
            row.addWidget(widget)

    def _dress(self) -> None:
        self._menu.setIcon(look.sign_icon("chevron_down", look.tokens().primary, 12))
        self.setFixedHeight(look.px(TOP))
        self._row.setContentsMargins(look.px(_SPACE), 0, look.px(_SPACE), 0)
        self._row.setSpacing(look.px(_SPACE))
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what the menu or the title has too goes first."""
        here = self._there and not self._errand
        asked = {
            self._list: here and self._folds[0],
            self._side: here and self._folds[1],
            self._import: here,
            self._hand_over: here,
            self._submit: here,
            self._department: True,
            self._year: True,
            self._due: bool(self._due_words[0]),
            self._menu: True,
        }
        self._due.show_word(self._due_words[0], *self._due_look)
        for step in ((), (self._import, self._hand_over), (None,), (self._year,), (self._due,)):
            for gone in step:
                if gone is None:
                    self._due.show_word(self._due_words[1], *self._due_look)
                else:
                    asked[gone] = False
            if self._wanted(widget for widget, wanted in asked.items() if wanted) <= self.width():
                break
        for widget, wanted in asked.items():
            widget.setVisible(wanted)

    def _wanted(self, widgets: Iterable[QWidget]) -> int:
        """The width these take side by side."""
        every = [widget.sizeHint().width() for widget in widgets]
        return sum(every) + len(every) * look.px(_SPACE) + look.px(_SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _left(days: int) -> str:
    """How far off a day is."""
    if days > 0:
        return sentence("frame.due_left", days=days)
    return sentence("frame.due_past", days=-days) if days else sentence("frame.due_today")
