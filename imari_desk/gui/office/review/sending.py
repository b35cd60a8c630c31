"""返却: the 差戻し or 確定 workbooks of every 課 in one go, looked at before they are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from imari_desk.desk.office.returning import Outgoing
from imari_desk.desk.office.reviewing import Reviewing
from imari_desk.desk.reports import SentBook
from imari_desk.domain.book import Purpose
from imari_desk.domain.era import read_date
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, DateField, Progress, Segments, Text, TextField
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.review.check_list import CheckLine
from imari_desk.gui.office.review.panel import Panel
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work

_KINDS = {Purpose.RETURN: "return", Purpose.CONFIRMATION: "confirmation"}


class SendPanel(Panel):
    """``sent()``: workbooks stand in the folder."""

    sent = Signal()

    def __init__(self, hand: Hand, reviewing: Callable[[], Reviewing]) -> None:
        title, about = sentence("office.review.send_title"), sentence("office.review.send_about")
        super().__init__(title, about, (46, 54))
        self._hand, self._reviewing = hand, reviewing
        self._work = Work(hand.background, self)
        self._going: dict[str, Outgoing] = {}
        self._folder: Path = hand.out_folder
        self._make()
        self._lay_out()
        self._connect()
        self._say_folder()

    @property
    def purpose(self) -> Purpose:
        """Which of the two kinds is shown."""
        confirmed = self.kind.text() == sentence("office.review.kind.confirmation")
        return Purpose.CONFIRMATION if confirmed else Purpose.RETURN

    def show_purpose(self, purpose: Purpose) -> None:
        """Look at the workbooks of that kind."""
        self.kind.show_text(sentence(f"office.review.kind.{_KINDS[purpose]}"))
        self.due_label.setVisible(purpose is Purpose.RETURN)
        self.due.widget().setVisible(purpose is Purpose.RETURN)
        self.refresh()

    def refresh(self) -> None:
        """Bring what would go out."""
        year, purpose, due = self._hand.fiscal_year, self.purpose, self._due()
        self._hand.ask(lambda: self._reviewing().returning.outgoing(year, purpose, due), self._show)

    def send(self) -> None:
        """Write the workbooks of the ticked 課."""
        chosen = self.list.model_.checked
        if not chosen or self._work.running:
            return
        year, purpose, due = self._hand.fiscal_year, self.purpose, self._due()
        folder, message = self._folder, self.note.text().strip()
        self.act.setEnabled(False)
        self.progress.start(sentence("office.review.writing"), len(chosen))
        self._hand.notebook.flush()

        def write(report: Report) -> tuple[SentBook, ...]:
            returning = self._reviewing().returning
            return returning.send(year, purpose, chosen, folder, due, message, report)

        self._work.start(write, self._written, self._failed)

    # Inside

    def _show(self, going: tuple[Outgoing, ...]) -> None:
        self._going = {one.department: one for one in going}
        self.list.show_lines(tuple(map(_line, going)))
        if not going:
            self.covering.show_text("")
            self.about.setText(sentence(f"office.review.nothing_to_{_KINDS[self.purpose]}"))
            self.contents.setText("")
        self.sent_parts.setVisible(bool(going))
        self._explain(self._looked_at())

    def _looked_at(self) -> str:
        index = self.list.currentIndex()
        return self.list.model_.lines[index.row()].key if index.isValid() else ""

    def _explain(self, department: str) -> None:
        one = self._going.get(department)
        if one is None:
            return
        self.about.setText(f"{one.department}　{one.file_name}")
        self.contents.setText("\n".join(_told(one)))
        self.covering.show_text(one.covering)

    def _count(self) -> None:
        count = len(self.list.model_.checked)
        code = "office.review.send_count" if count else "office.review.send_none"
        self.act.setText(sentence(code, count=count))
        self.act.setEnabled(count > 0 and not self._work.running)
        self.copy_all.setEnabled(count > 0)

    def _due(self) -> str:
        day = read_date(self.due.text()) if self.due.text().strip() else None
        return day.isoformat() if isinstance(day, date) else ""

    def _written(self, books: tuple[SentBook, ...]) -> None:
        self.progress.finish()
        facts = {"count": len(books), "folder": self._folder}
        self.message.say(sentence("office.review.written", **facts), "ok")
        self.open_folder.setVisible(True)
        self._hand.files_used.emit(tuple(book.path for book in books))
        self.refresh()
        self.sent.emit()
        self.open_folder.setFocus()

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        self.refresh()
        if isinstance(error, StoppedError):
            self.message.say(sentence("office.review.stopped"), "note")
        elif isinstance(error, DeskError):
            self.message.say(error.text, "error")
        else:
            self._hand.fail(error)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.covering.text())
        self._hand.said.emit(sentence("office.review.copied"), "ok")

    def _copy_all(self) -> None:
        chosen = (self._going[name] for name in self.list.model_.checked)
        texts = (f"【{one.department}】\n{one.covering}" for one in chosen)
        QApplication.clipboard().setText("\n\n――――\n\n".join(texts))
        self._hand.said.emit(sentence("office.review.copied"), "ok")

    def _choose_folder(self) -> None:
        title = sentence("exchange.choose_folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._hand.settings.out_folder = self._folder
            self._say_folder()

    def _say_folder(self) -> None:
        self.place.setText(sentence("office.review.folder", folder=self._folder))
        self.place.setToolTip(str(self._folder))

    def _make(self) -> None:
        kinds = tuple(sentence(f"office.review.kind.{kind}") for kind in _KINDS.values())
        self.kind = Segments(kinds)
        self.kind.set_names(sentence("office.review.kind"), "")
        self.kind.show_text(kinds[0])
        self.due_label = Text(sentence("office.review.due"), "label")
        self.due = DateField()
        self.due.set_names(sentence("office.review.due"), "")
        self.note_label = Text(sentence("office.review.note"), "label")
        self.note = TextField(200, min_lines=2, max_lines=4)
        self.note.set_names(sentence("office.review.note"), sentence("office.review.note_help"))
        self.about, self.contents = Text("", "subject", wrap=True), Text("", "small", wrap=True)
        self.covering = TextField(min_lines=6, max_lines=14)
        self.covering.set_names(sentence("office.review.covering"), "")
        self.covering.set_locked(True, "")
        self.sent_parts = QWidget()
        self.copy = Button(sentence("office.review.copy"), "small")
        self.copy_all = Button(sentence("office.review.copy_all"), "small")
        self.place = Text("", "support", wrap=True)
        self.change = Button(sentence("exchange.change_folder"), "small")
        self.progress = Progress()
        self.open_folder = Button(sentence("exchange.open_folder"))
        self.open_folder.setVisible(False)
        self.act = Button(sentence("office.review.send_none"), "primary", sign="out")

    def _lay_out(self) -> None:
        self.above.addLayout(Row(self.kind, None))
        self.above.addLayout(Row(self.due_label, self.due.widget(), None, gap=12))
        self.above.addWidget(self.note_label)
        self.above.addWidget(self.note)
        label = Text(sentence("office.review.covering"), "label")
        self.side.addWidget(self.about)
        self.side.addWidget(self.contents)
        buttons = Row(self.copy, self.copy_all, None)
        self.sent_parts.setLayout(Column(label, self.covering, buttons, gap=6))
        self.side.addWidget(self.sent_parts)
        self.side.addStretch(1)
        self.foot.addWidget(self.place, 2, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.change)
        self.foot.addWidget(self.progress, 3)
        self.foot.addWidget(self.open_folder)
        self.foot.addWidget(self.act)

    def _connect(self) -> None:
        self.kind.edited.connect(lambda _text: self.show_purpose(self.purpose))
        self.due.left.connect(self.refresh)
        self.list.model_.changed.connect(self._count)
        self.list.looked_at.connect(self._explain)
        self.list.entered_row.connect(lambda _index: self.act.setFocus())
        self.copy.clicked.connect(self._copy)
        self.copy_all.clicked.connect(self._copy_all)
        self.change.clicked.connect(self._choose_folder)
        self.act.clicked.connect(self.send)
        self.progress.cancelled.connect(self._work.stop)
        self._work.progressed.connect(self.progress.step)
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        )


def _line(one: Outgoing) -> CheckLine:
    remarks = sum(line.remarks for line in one.lines) if one.purpose is Purpose.RETURN else 0
    code = "office.review.going_with" if remarks else "office.review.going"
    chip = "office.review.not_sent" if one.waits else "office.review.was_sent"
    return CheckLine(
        one.department,
        one.department,
        sentence(code, count=len(one.lines), remarks=remarks),
        checked=one.waits,
        chip=sentence(chip),
        look=("warn", "clock") if one.waits else ("ok", "check"),
    )


def _told(one: Outgoing) -> list[str]:
    told = []
    for line in one.lines:
        remarked = one.purpose is Purpose.RETURN and line.remarks
        code = "office.review.goes_with" if remarked else "office.review.goes"
        facts = {"measure": line.measure, "name": line.name, "count": line.remarks}
        told.append(sentence(code, **facts))
    return told
