"""会議モード: the agenda item by item on a screen in the room, and in the end what was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.errors import DeskError
from imari_desk.domain.meeting import Decision, Meeting, circled, heading
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, FocusRing, LineMessage
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.meeting.big import BODY, SMALL, TITLE, BigLabel, BigText
from imari_desk.gui.office.meeting.room_measure import RoomItem
from imari_desk.gui.work import Work

_LONG = 34  # letters of a title beyond which it is set smaller, so that two lines hold it


class Room(QWidget):
    """A window over the whole screen; Esc and F11 leave it. ``ended()``: it was left."""

    ended = Signal()

    def __init__(self, hand: Hand, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._hand = hand
        self._work = Work(hand.background, self)
        self._meeting: Meeting | None = None
        self._names: dict[str, str] = {}
        self._lines: tuple[str, ...] = ()
        self._at = 0
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    @property
    def place(self) -> int:
        """The item shown, from 0; behind the last one what was decided."""
        return self._at

    def start(self, meeting: Meeting, names: dict[str, str], *, whole_screen: bool = True) -> None:
        """Show the first item that is not decided yet."""
        self._meeting, self._names = meeting, names
        self.setWindowTitle(sentence("meeting.room.window", name=meeting.name))
        self.meeting_label.setText(heading(meeting))
        if whole_screen:
            self.showFullScreen()
        open_items = (n for n, item in enumerate(meeting.items) if item.decision is None)
        year = meeting.fiscal_year
        self._work.ask(lambda: self._hand.desk.office.meeting.told(year), self._tell, self._failed)
        self.go_to(next(open_items, 0))

    def go_to(self, place: int) -> None:
        """Show the item at that place; what was typed is written first."""
        meeting = self._meeting
        if meeting is None:
            return
        self._hand.notebook.flush()
        self._at = min(max(place, 0), len(meeting.items))
        self.back_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at < len(meeting.items))
        self.message.say("")
        if self._at == len(meeting.items):
            self._show_end(meeting)
            return
        item = meeting.items[self._at]
        self._say_place(sentence("meeting.room.place", at=self._at + 1, of=len(meeting.items)))
        self._stack.setCurrentWidget(self.item)
        if item.measure:
            self._say_title(self._named(item.measure))
            self._hand.notebook.open(item.measure, meeting.fiscal_year)
        else:
            self._say_title(sentence("meeting.whole"))
            self.item.show_whole(item, self._lines)
        self.item.noted.decision.setFocus(Qt.FocusReason.OtherFocusReason)

    def forward(self) -> None:
        self.go_to(self._at + 1)

    def backward(self) -> None:
        self.go_to(self._at - 1)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._hand.notebook.flush()
        super().closeEvent(event)
        self.ended.emit()

    # What is shown

    def _named(self, code: str) -> str:
        facts = {"code": code, "name": self._names.get(code, "")}
        return sentence("meeting.room.title", **facts)

    def _say_title(self, text: str) -> None:
        whole = f"{circled(self._at + 1)} {text}"
        self.title.set_size(TITLE if len(whole) <= _LONG else 32)
        self.title.setText(whole)

    def _say_place(self, text: str) -> None:
        self.place_label.setText(text)

    def _show_leaf(self, leaf: Leaf) -> None:
        meeting = self._meeting
        if meeting is None or self._at >= len(meeting.items) or not self.isVisible():
            return
        item = meeting.items[self._at]
        if (leaf.measure.code, leaf.fiscal_year) == (item.measure, meeting.fiscal_year):
            self.item.show_measure(item, leaf)

    def _leaf_saved(self, leaf: Leaf) -> None:
        """The page as it was saved; what is typed on meanwhile stays as it is."""
        if not self._hand.notebook.unsaved:
            self._show_leaf(leaf)

    def _show_end(self, meeting: Meeting) -> None:
        self._say_place("")
        self.title.set_size(TITLE)
        self.title.setText(sentence("meeting.room.end"))
        self._stack.setCurrentWidget(self.end)
        year = meeting.fiscal_year
        job = self._work.ask
        job(lambda: self._hand.desk.office.meeting.minutes(year), self._show_minutes, self._failed)

    def _show_minutes(self, text: str) -> None:
        self.minutes.show_text(text)
        self.copy_button.setEnabled(True)
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        meeting = self._meeting
        if meeting and self._at < len(meeting.items) and not meeting.items[self._at].measure:
            self.item.show_whole(meeting.items[self._at], lines)

    # What is written down

    def _decide(self, decision: Decision | None) -> None:
        meeting = self._meeting
        if meeting is None or self._at >= len(meeting.items):
            return
        place, year = self._at, meeting.fiscal_year

        def kept(now: Meeting) -> None:
            self._meeting = now
            self._saved(self._hand.clock().strftime("%H:%M"))

        self._work.ask(
            lambda: self._hand.desk.office.meeting.decide(year, place, decision),
            kept,
            self._failed,
        )
        items = list(meeting.items)
        items[place] = items[place]._replace(decision=decision)
        self._meeting = meeting._replace(items=tuple(items))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.minutes.text())
        self.message.say(sentence("meeting.room.copied"), "ok")

    def _saved(self, time: str) -> None:
        self.saved.setText(sentence("meeting.room.saved", time=time))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.message.say(sentence("office.not_done", reason=error.text), "error")
        else:
            self._hand.broken.emit(error)

    # Putting it together

    def _make(self) -> None:
        self.meeting_label = BigLabel("", SMALL, tone="")
        self.place_label = BigLabel("", BODY, bold=True)
        self.title = BigLabel("", TITLE, bold=True, wrap=True)
        self.message = LineMessage()
        self.item = RoomItem()
        self.end = QWidget()
        self.minutes = BigText(24)
        self.minutes.setReadOnly(True)
        self.minutes.set_names(sentence("meeting.room.end"), "")
        self.copy_button = Button(sentence("meeting.room.copy"), "primary")
        self.copy_button.setEnabled(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.item)
        self._stack.addWidget(self.end)
        self.back_button = Button(sentence("meeting.room.back"))
        self.next_button = Button(sentence("meeting.room.next_item"))
        self.leave_button = Button(sentence("meeting.room.leave"), "small")
        self.saved = BigLabel("", SMALL)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)

    def _lay_out(self) -> None:
        self._page, self._top, self._bottom = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.meeting_label, 1)
        self._top.addWidget(self.place_label)
        self._top.addWidget(self.leave_button)
        self._bottom.addWidget(self.back_button)
        self._bottom.addWidget(self.saved, 1, Qt.AlignmentFlag.AlignCenter)
        self._bottom.addWidget(self.next_button)
        column = QVBoxLayout(self.end)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.minutes, 1)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignRight)
        self._page.addLayout(self._top)
        self._page.addWidget(self.title)
        self._page.addWidget(self.message)
        self._page.addWidget(self._stack, 1)
        self._page.addLayout(self._bottom)
        self.ring = FocusRing(self)

    def _connect(self) -> None:
        notebook = self._hand.notebook
        notebook.leaf_opened.connect(self._show_leaf)
        notebook.leaf_changed.connect(self._leaf_saved)
        notebook.saved.connect(self._saved)
        notebook.failed.connect(self._failed)
        notebook.refused.connect(self._failed)
        self.item.noted.typed.connect(notebook.type)
        self.item.noted.left.connect(notebook.flush)
        self.item.noted.decided.connect(self._decide)
        self.back_button.clicked.connect(self.backward)
        self.next_button.clicked.connect(self.forward)
        self.leave_button.clicked.connect(self.close)
        self.copy_button.clicked.connect(self._copy)
        for keys, act in (
            ("PgDown", self.forward),
            ("PgUp", self.backward),
            ("F11", self.close),
            ("Escape", self.close),
            ("Ctrl+Z", notebook.undo),
            ("Ctrl+Y", notebook.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _dress(self) -> None:
        side = look.px(28)
        self._page.setContentsMargins(side, look.px(14), side, look.px(14))
        self._page.setSpacing(look.px(10))
        for row in (self._top, self._bottom):
            row.setSpacing(look.px(16))
        for button in (self.back_button, self.next_button):
            button.setFont(look.font(SMALL, True))
            button.setMinimumWidth(look.px(150))
