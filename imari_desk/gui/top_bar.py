"""The bar at the top: whose data and which year, the deadline, and what leads out of the form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.actions import Actions
from imari_desk.gui.empty_window import TOP
from imari_desk.gui.kit import Button, Chip, Rule, Text

_ALL_BUTTONS = 1180  # width at 100 % from which everything has room
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
        self._menu.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the word
        self._row = QHBoxLayout()
        self._connect(actions)
        self._there = False
        self._lay_out()
        self.show_desk("", "", there=False)
        self.show_due("", date.min)
        self.show_folds(False, False)
        look.follow(self._dress)

    def show_desk(self, department: str, year: str, *, there: bool) -> None:
        """Whose data, which year in words, and whether a desk is open that the buttons act on."""
        self._there = there
        self._department.setText(department)
        self._year.setText(year)
        self._fit()

    def show_done(self, words: str) -> None:
        """Nothing is left to be done by any day, and why."""
        self._due.setVisible(True)
        self._due.show_word(words, "ok", "check")

    def show_due(self, due: str, today: date) -> None:
        """The deadline (ISO text, "" for none) and how far off it is."""
        self._due.setVisible(bool(due))
        if not due:
            return
        day = date.fromisoformat(due)
        days = (day - today).days
        left = sentence("frame.due_left", days=days)
        if days <= 0:
            left = sentence("frame.due_past", days=-days) if days else sentence("frame.due_today")
        weekday = sentence("frame.weekdays")[day.weekday()]
        facts = {"month": day.month, "day": day.day, "weekday": weekday, "left": left}
        tone: look.Tone = "error" if days < 0 else "note" if days <= _SOON else "plain"
        self._due.show_word(sentence("frame.due", **facts), tone)

    def show_folds(self, left: bool, side: bool) -> None:
        """Which panes are folded away and want a button."""
        self._list.setVisible(left)
        self._side.setVisible(side)

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
        self._row.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self._row.setSpacing(look.px(12))
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what the menu has too is left to the menu."""
        roomy = self.width() >= look.px(_ALL_BUTTONS)
        self._import.setVisible(self._there and roomy)
        self._hand_over.setVisible(self._there and roomy)
        self._submit.setVisible(self._there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
