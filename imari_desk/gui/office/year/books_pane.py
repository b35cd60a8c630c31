"""依頼ブックを作る: one workbook a 課 into a folder; single ones again later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import Party, YearView
from imari_desk.desk.reports import SentBook
from imari_desk.domain.asking import together
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Progress, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.year.grid import Grid, Wide
from imari_desk.gui.office.year.party_model import PartyModel
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work

_WIDTHS = (Wide(190, 1.0), Wide(120, 1.2, 560), Wide(150, 0.4), Wide(160, 1.4))


class BooksPane(QWidget):
    """``said(str)``: something is on the clipboard."""

    said = Signal(str)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._view: YearView | None = None
        self._work = Work(hand.background, self)
        self._asked: tuple[str, ...] = ()  # what is being written
        self._done = 0  # how many of them are
        self.folder: Path | None = None
        self._folder = Text(sentence("office.year.books.no_folder"), "body")
        self.choose = Button(sentence("office.year.books.choose"))
        self.write = Button("", "primary")
        self.warning, self.message, self.progress = LineMessage(), LineMessage(), Progress()
        self.open_button = Button(sentence("office.year.books.open_folder"), "small")
        self.message.add_button(self.open_button)
        self.model = PartyModel(picks=True, parent=self)
        self.table = Grid(self.model, _WIDTHS, tuple)
        self.table.setAccessibleName(sentence("office.year.books.table"))
        self.pick_open, self.pick_all, self.pick_none = (
            Button(sentence(f"office.year.books.pick_{name}"), "small")
            for name in ("open", "all", "none")
        )
        self.letters = Button(sentence("office.year.books.letters"), "small")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        look.follow(self._dress)

    @property
    def running(self) -> bool:
        return self._work.running

    def show_year(self, view: YearView) -> None:
        there = self._view
        another = there is None or there.fiscal_year != view.fiscal_year
        self._view = view
        self.model.show_parties(view.parties)
        if another:
            self.message.say("")
            self._pick_open()
        elif not self.running:
            before = {one.department: one.open for one in there.parties} if there else {}
            chosen = set(self.model.chosen)
            kept = [one.department for one in view.parties if _ticked(one, before, chosen)]
            self.model.pick(kept)
        if not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        self._show_folder(self.folder or self._hand.settings.out_folder)
        self._warn(view)
        self._chosen()

    def _warn(self, view: YearView) -> None:
        text = ""
        if view.unassigned:
            text = sentence("office.year.books.missing", count=len(view.unassigned))
        elif view.parties and not any(one.due or one.odd_due for one in view.parties):
            text = sentence("office.year.books.no_due")
        self.warning.say(text, "note")

    def _pick_open(self) -> None:
        self.model.pick([one.department for one in self.model.rows if one.open])

    def _chosen(self) -> None:
        count = len(self.model.chosen)
        self.write.setText(sentence("office.year.books.write", count=count))
        self.write.setEnabled(bool(count) and not self.running)
        self.write.setToolTip("" if count else sentence("office.year.books.pick"))
        self.letters.setEnabled(bool(count))

    # Writing

    def _show_folder(self, folder: Path | None) -> None:
        self.folder = folder
        self._folder.setText(str(folder) if folder else sentence("office.year.books.no_folder"))

    def choose_folder(self) -> bool:
        """Ask with the system's dialog; whether one was chosen."""
        title = sentence("office.year.books.choose_title")
        start = str(self.folder or self._hand.out_folder)
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self._hand.settings.out_folder = Path(chosen)
            self._show_folder(Path(chosen))
        return bool(chosen)

    def start(self) -> None:
        """Write the workbooks of those that are ticked."""
        wanted, view = self.model.chosen, self._view
        if self.running or not wanted or view is None:
            return
        if self.folder is None and not self.choose_folder():
            return
        folder = self.folder or self._hand.out_folder
        setting_up, year = self._hand.desk.office.setting_up, view.fiscal_year
        self._asked = wanted
        self.message.say("")
        self.progress.start(sentence("office.year.books.writing"), len(wanted))

        def job(report: Report) -> tuple[SentBook, ...]:
            def count(what: str, done: int, total: int) -> None:
                self._done = done  # counted before it is stopped here
                report(what, done, total)

            return setting_up.write(year, wanted, folder, count)

        self._hand.notebook.flush()
        self._work.start(job, self._written, self._failed)
        self._chosen()

    def _written(self, books: tuple[SentBook, ...]) -> None:
        folder = books[0].path.parent
        self._end(sentence("office.year.books.written", count=len(books), folder=folder), "ok")
        self._hand.files_used.emit(tuple(book.path for book in books))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self._end(sentence("office.year.books.stopped", count=self._done), "note")
        elif isinstance(error, DeskError):
            self._end(error.text, "error")
        else:
            self.progress.finish()
            self._hand.broken.emit(error)

    def _end(self, text: str, tone: look.Tone) -> None:
        self.progress.finish()
        self.message.say(text, tone)
        self.open_button.setVisible(tone != "error")
        self._hand.changed.emit()

    def _step(self, done: int, total: int) -> None:
        name = self._asked[done] if done < len(self._asked) else ""
        self.progress.step(
            done, total, name and sentence("office.year.books.writing_of", name=name)
        )

    def _open_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _copy_letters(self) -> None:
        chosen = [one for one in self.model.rows if one.department in self.model.chosen]
        QGuiApplication.clipboard().setText(together(one.letter for one in chosen))
        self.said.emit(sentence("office.year.books.copied", count=len(chosen)))

    def _toggle(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.model.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    # Putting it together

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_folder)
        self.write.clicked.connect(self.start)
        self.model.picked.connect(self._chosen)
        self.table.entered.connect(self._toggle)
        self.pick_open.clicked.connect(self._pick_open)
        every = self.model
        self.pick_all.clicked.connect(lambda: every.pick([p.department for p in every.rows]))
        self.pick_none.clicked.connect(lambda: every.pick([]))
        self.letters.clicked.connect(self._copy_letters)
        self.open_button.clicked.connect(self._open_folder)
        self.progress.cancelled.connect(self._work.stop)
        self._work.progressed.connect(self._step)

    def _lay_out(self) -> None:
        self._column, self._row, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Text(sentence("office.year.books.folder"), "label"))
        self._row.addWidget(self._folder, 1)
        self._row.addWidget(self.choose)
        self._row.addWidget(self.write)
        self._column.addLayout(self._row)
        for part in (self.warning, self.message, self.progress):
            self._column.addWidget(part)
        self._card = Card()
        around = QVBoxLayout(self._card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        self._column.addWidget(self._card, 1)
        for button in (self.pick_open, self.pick_all, self.pick_none):
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.letters)
        self._column.addLayout(self._foot)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(10))
        self._card.setMinimumHeight(look.px(200))
        self._row.setSpacing(look.px(10))
        self._foot.setSpacing(look.px(8))


def _ticked(one: Party, before: Mapping[str, bool], chosen: Collection[str]) -> bool:
    """A 課 that was not there is ticked; one whose workbook has been made is not any longer."""
    if one.department not in before:
        return one.open
    return one.department in chosen and (one.open or not before[one.department])
