"""これまでの流れ: what happened lately at this desk, in a line each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.flow import FlowEntry
from imari_desk.desk.leaf import Leaf
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.exchange.import_lines import Kind, Line
from imari_desk.gui.kit import Button, Card, Text
from imari_desk.gui.list_window import ListWindow
from imari_desk.gui.work import Work

SHOWN = 4  # in the panel
KEPT = 200  # in the window
PAUSE = 1000  # milliseconds; nobody waits for it


class FlowPanel(Card):
    """The newest few; the window shows the rest."""

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._desk = Work(background, self), desk
        self._entries: tuple[FlowEntry, ...] = ()
        self._asked = False
        self._window: ListWindow | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self.all_button = Button(sentence("flow.all"), "link")
        self.all_button.clicked.connect(self.show_all)
        self.texts = tuple(Text(role="small", wrap=True) for _ in range(SHOWN))
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(Text(sentence("flow.title"), "subject"), 1)
        self._head.addWidget(self.all_button)
        self._column.addLayout(self._head)
        for text in self.texts:
            self._column.addWidget(text)
        self._column.addStretch(1)
        look.follow(self._dress)
        self._show(())

    def show_leaf(self, _leaf: Leaf) -> None:
        """Something may have happened: ask again, when there is time."""
        self._asked = True
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def show_all(self) -> None:
        """Open the window with everything."""
        if self._window is None:
            self._window = ListWindow(sentence("flow.title"), self.window())
        self._window.show()
        self._window.raise_()
        self._work.ask(lambda: self._desk.flow(KEPT), self._show_all, self._failed)

    def _ask(self) -> None:
        if self._asked and self.isVisible():
            self._asked = False
            self._work.ask(lambda: self._desk.flow(SHOWN), self._show, self._failed)

    def _show(self, entries: tuple[FlowEntry, ...]) -> None:
        self._entries = entries
        for n, text in enumerate(self.texts):
            said = spoken(entries[n]) if n < len(entries) else ""
            text.setText(said or (sentence("flow.nothing") if not (n or entries) else ""))
            text.setVisible(bool(text.text()))
        self.all_button.setVisible(bool(entries))

    def _show_all(self, entries: tuple[FlowEntry, ...]) -> None:
        if self._window is not None:
            self._window.lines.show([_line(entry) for entry in entries])
            self._window.rows.setFocus()

    def _failed(self, error: Exception) -> None:
        raise error

    def _dress(self) -> None:
        self._column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(10))
        self._column.setSpacing(look.px(2))


def moment(when: str) -> str:
    """「5月20日 14:32」 of ISO text; as it is where it is none."""
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return when
    return sentence("flow.when", month=found.month, day=found.day, clock=found.strftime("%H:%M"))


def spoken(entry: FlowEntry) -> str:
    """One entry in a line."""
    return f"{moment(entry.when)}　{entry.text}"


def _line(entry: FlowEntry) -> Line:
    who = sentence("flow.by", person=entry.person) if entry.person else ""
    return Line(Kind.REMARK, moment(entry.when), entry.text, who)
