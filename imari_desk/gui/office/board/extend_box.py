"""More time for one 課: until when, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.standing import Standing, working_days_after
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, DateField, LineField, LineMessage, Text

_DAYS = 5  # working days proposed


class ExtendBox(QWidget):
    """A link that opens into two fields. ``extended(str 課, date, str reason)``."""

    extended = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._one: Standing | None = None
        self._today = date.min
        self.open = Button(sentence("office.board.extend"), "link")
        self.due = DateField(lambda: self._today)
        self.due.set_names(sentence("office.board.extend_to"), "")
        self.reason = LineField()
        self.reason.set_names(sentence("office.board.extend_reason"), "")
        self.extend = Button(sentence("office.board.extend_do"), "small")
        self._cancel = Button(sentence("office.board.extend_cancel"), "link")
        self._message = LineMessage()
        self._fields = QWidget()
        self._lay_out()
        self.open.clicked.connect(self._unfold)
        self._cancel.clicked.connect(self._fold)
        self.extend.clicked.connect(self._do)
        look.follow(self._dress)

    def show_standing(self, one: Standing, today: date) -> None:
        """The 課 it would be for; offered where something is still awaited."""
        if self._one is None or one.department != self._one.department:
            self._fold()
        self._one, self._today = one, today
        self.setVisible(one.asked and bool(one.missing))

    def _lay_out(self) -> None:
        self._column, self._inside = QVBoxLayout(self), QVBoxLayout(self._fields)
        self._buttons = QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._fields)
        self._inside.setContentsMargins(0, 0, 0, 0)
        for code, field in (
            ("office.board.extend_to", self.due),
            ("office.board.extend_reason", self.reason),
        ):
            self._inside.addWidget(Text(sentence(code), "label"))
            self._inside.addWidget(field)
        self._inside.addWidget(self._message)
        self._buttons.addWidget(self.extend)
        self._buttons.addWidget(self._cancel)
        self._buttons.addStretch(1)
        self._inside.addLayout(self._buttons)
        self._fields.setVisible(False)

    def _unfold(self) -> None:
        if self._one is not None:
            latest = max(self._today, self._one.due or self._today)
            self.due.show_text(date_name(working_days_after(latest, _DAYS)))
            self.reason.show_text("")
            self.open.setVisible(False)
            self._fields.setVisible(True)
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        inside = self._fields.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._message.say("")
        self._fields.setVisible(False)
        self.open.setVisible(True)
        if inside:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self) -> None:
        day = read_date(self.due.text())
        if self._one is None or not isinstance(day, date):
            self._message.say(sentence("office.board.extend_refused"), "error")
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._fold()
        self.extended.emit(self._one.department, day, self.reason.text().strip())

    def _dress(self) -> None:
        self._column.setSpacing(look.px(6))
        self._inside.setSpacing(look.px(6))
        self._buttons.setSpacing(look.px(8))
