"""督促文: a text ready to be pasted, by mail, for the telephone, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.reminding import (
    UNKNOWN,
    Contact,
    Manner,
    Reminder,
    reminder,
    together,
)
from imari_desk.domain.standing import Standing, working_days_after
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, DateField, Segments, Text

_DAYS = 3  # working days to answer in
_LINE, _LEAST = 22, 132  # pixels from line to line; of the text


class _Body(QTextEdit):
    """The text as it will be copied; a person may change it before."""

    def __init__(self) -> None:
        super().__init__()
        self._put = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(sentence("office.board.reminder"))
        look.follow(self._dress)

    def put(self, text: str) -> None:
        """Show this text; what a person changed in it stays until there is another."""
        if text != self._put:
            self._put = text
            self.setPlainText(text)
            self._lead()

    def _lead(self) -> None:
        shape = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight
        shape.setLineHeight(look.px(_LINE), kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)

    def _dress(self) -> None:
        self.setFont(look.font(14))
        self.setStyleSheet(f"font-size: {look.px(14)}px;")
        self.setMinimumHeight(look.px(_LEAST))
        self._lead()


class ReminderBox(QWidget):
    """``said(str)``: something is on the clipboard now."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._one: Standing | None = None
        self._late: tuple[Standing, ...] = ()
        self._year, self._today = 0, date.min
        self._contact = UNKNOWN
        self._subject = ""
        words = {m: sentence(f"office.board.manner.{m.value}") for m in Manner}
        self._manners: Mapping[str, Manner] = {word: manner for manner, word in words.items()}
        self.manner = Segments(tuple(self._manners), small=True)
        self.manner.set_names(sentence("office.board.manner"), "")
        self.manner.show_text(words[Manner.MAIL])
        self.by = DateField(lambda: self._today)
        self.by.set_names(sentence("office.board.ask_by"), "")
        self._head = Text("", "label", wrap=True)
        self.body = _Body()
        self.copy_subject = Button(sentence("office.board.copy_subject"), "small")
        self.copy_body = Button(sentence("office.board.copy_body"), "small")
        self.copy_all = Button("", "link")
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def show_standing(self, one: Standing, contact: Contact, fiscal_year: int, today: date) -> bool:
        """Make the text for a 課; whether anything is awaited of it."""
        self._one, self._contact, self._year = one, contact, fiscal_year
        if today != self._today:
            self._today = today
            self.by.show_text(date_name(self._proposed()))
        return self._write()

    def show_late(self, late: tuple[Standing, ...]) -> None:
        """Which 課 are overdue, for all their texts at once."""
        self._late = late
        self.copy_all.setText(sentence("office.board.all_late", count=len(late)))
        self.copy_all.setVisible(len(late) > 1)

    # Making

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head, day, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(Text(sentence("office.board.reminder"), "label"))
        head.addStretch(1)
        head.addWidget(self.manner)
        day.addWidget(Text(sentence("office.board.ask_by"), "small"))
        day.addStretch(1)
        day.addWidget(self.by)
        buttons.addWidget(self.copy_subject)
        buttons.addWidget(self.copy_body)
        buttons.addStretch(1)
        self._rows = (head, day, buttons)
        self._column.addLayout(head)
        self._column.addLayout(day)
        self._column.addWidget(self._head)
        self._column.addWidget(self.body, 1)
        self._column.addLayout(buttons)
        self._column.addWidget(self.copy_all)

    def _connect(self) -> None:
        self.manner.edited.connect(lambda _text: self._write())
        self.by.edited.connect(lambda _text: self._write())
        self.copy_subject.clicked.connect(self._take_subject)
        self.copy_body.clicked.connect(self._take_body)
        self.copy_all.clicked.connect(self._take_all)

    def _write(self) -> bool:
        found = self._text_for(self._one, self._contact) if self._one is not None else None
        self.setVisible(found is not None)
        if found is not None:
            self._subject = found.subject
            self._head.setText(sentence("office.board.subject", subject=found.subject))
            self.body.put(found.body)
        return found is not None

    def _text_for(self, one: Standing, contact: Contact) -> Reminder | None:
        day = read_date(self.by.text())
        by = day if isinstance(day, date) else self._proposed()
        return reminder(one, self._year, self._chosen(), self._today, by, contact)

    def _proposed(self) -> date:
        return working_days_after(self._today, _DAYS)

    def _chosen(self) -> Manner:
        return self._manners.get(self.manner.text(), Manner.MAIL)

    # Copying

    def _take_subject(self) -> None:
        QGuiApplication.clipboard().setText(self._subject)
        self.said.emit(sentence("office.board.copied_subject"))

    def _take_body(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self.said.emit(sentence("office.board.copied_body"))

    def _take_all(self) -> None:
        """Addressed to nobody by name: who that is, is known of the chosen 課 alone."""
        texts = [self._text_for(one, UNKNOWN) for one in self._late]
        QGuiApplication.clipboard().setText(together(text for text in texts if text is not None))
        self.said.emit(sentence("office.board.copied_all", count=len(self._late)))

    def _dress(self) -> None:
        self._column.setSpacing(look.px(8))
        for row in self._rows:
            row.setSpacing(look.px(8))
