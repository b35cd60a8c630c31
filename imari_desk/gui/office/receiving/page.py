"""The page 取込: look at many workbooks, decide what wants deciding, take all in as one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from imari_desk.desk.office.applying import TakenIn
from imari_desk.desk.office.looking import LookedFile
from imari_desk.desk.office.outlook import Fate, FileOutlook, Outlook
from imari_desk.desk.office.receipts import Receipt
from imari_desk.desk.office.receiving import Waiting
from imari_desk.domain.deciding import LEAVE, TAKE, of_file
from imari_desk.domain.errors import DeskError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.gui.giving_way import giving_way
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.receiving.files import Bundle, FileRows, at_first
from imari_desk.gui.office.receiving.opening import copy_of_file, show
from imari_desk.gui.office.receiving.receipts import write_pdf
from imari_desk.gui.office.receiving.summary import copied, not_taken, summary
from imari_desk.gui.office.receiving.view import ReceivingView
from imari_desk.gui.work import Progress, StoppedError, Work


class ReceivingPage(QWidget):
    """``waiting(int)``: files looked at and not taken in."""

    waiting = Signal(int)
    _found = Signal(object)  # a file was read, said by the thread that reads

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._plan: Plan | None = None
        self._outlook: Outlook | None = None
        self._asked_before = False  # whether an earlier start left something
        self._work = Work(hand.background, self)
        # The list is painted first, then the file beside it: together they would take too long.
        self._show_soon = QTimer(self, singleShot=True, interval=0)
        self._show_soon.timeout.connect(self._show_chosen)
        self.rows = FileRows()
        self.view = ReceivingView(hand)
        self.view.files.setModel(self.rows)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.view)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.view.files)
        self._connect()
        self.view.turn(self.view.empty)
        self._show_state()

    # What the frame calls

    def refresh(self) -> None:
        """Bring what may have changed; what was left looked at by an earlier start, once."""
        self.view.last.refresh()
        self.view.done.refresh()
        if not self._asked_before:
            self._asked_before = True
            self.view.make_ready()
            self._hand.ask(self._hand.desk.office.receiving.waiting, self._take_up)
        elif self._outlook is not None and not self._work.running:
            self.look_again()

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"import": lambda: self.take_in(())}

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at files and folders beside those that are there; where none are given, ask."""
        if not paths:
            self.choose_files()
        elif self._work.running:
            self.view.message.say(sentence("office.receiving.busy"), "note")
        else:
            self._look(paths)

    # Looking

    def choose_files(self) -> None:
        """Ask for files with the system's dialog."""
        title, kinds = sentence("exchange.choose"), sentence("exchange.kinds")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        if chosen:
            self.take_in([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder with the system's dialog."""
        chosen = QFileDialog.getExistingDirectory(self, sentence("office.receiving.choose_folder"))
        if chosen:
            self.take_in([Path(chosen)])

    def look_again(self) -> None:
        """Look once more at the same files."""
        if self._outlook is not None and not self._work.running:
            now = self._outlook
            self._begin(sentence("exchange.looking"))
            receiving = self._hand.desk.office.receiving
            self._work.start(lambda _report: receiving.again(now), self._looked, self._failed)

    def _take_up(self, waiting: Waiting | None) -> None:
        if waiting is None or self._work.running:
            return
        self._look(waiting.paths)
        if waiting.broken_off:
            self.view.message.say(sentence("office.receiving.broken_off"), "note")

    def _look(self, paths: Sequence[Path]) -> None:
        before = self._outlook
        if before is None:
            self.rows.show(())
        self._begin(sentence("exchange.looking"))
        self.view.turn(self.view.body)
        self._hand.files_used.emit(tuple(paths))
        self._work.start(partial(self._read, tuple(paths), before), self._looked, self._failed)

    def _read(self, paths: tuple[Path, ...], before: Outlook | None, report: Progress) -> Outlook:
        """On the background: read file by file, telling of each at once."""
        if self._plan is None:
            self._plan = self._hand.desk.plan()
        files = [row.file for row in before.files] if before else []
        with giving_way():
            return self._hand.desk.office.receiving.look(paths, files, self._found.emit, report)

    def _first_seen(self, file: LookedFile) -> None:
        self.rows.add(at_first(file))
        if not self.view.files.currentIndex().isValid():
            self._choose(self.rows.first)

    def _looked(self, found: Outlook) -> None:
        first_time = self._outlook is None
        self.view.progress.finish()
        self._show(found)
        if not found.files:
            self.view.turn(self.view.empty)
            self.view.message.say(sentence("office.receiving.nothing_found"), "note")
        elif (first_time and found.groups) or not self.view.files.currentIndex().isValid():
            self._choose(0)

    # Deciding

    def decide(self, decisions: dict[str, str]) -> None:
        """Keep decisions; the page then shows what comes of them."""
        now = self._outlook
        if now is not None and not self._work.running:
            receiving = self._hand.desk.office.receiving
            self._hand.ask(lambda: receiving.decide(now, decisions), self._show)

    def _tick(self, row: FileOutlook, wanted: bool) -> None:
        self.decide({of_file(row.file.sha256): TAKE if wanted else LEAVE})

    def clear(self) -> None:
        """Look at nothing any longer."""
        if not self._work.running:
            self._hand.ask(self._hand.desk.office.receiving.forget, lambda _none: self._emptied())

    def _emptied(self) -> None:
        self._outlook = None
        self.rows.show(())
        self.rows.show_taken(frozenset())
        self.view.message.say("")
        self.view.turn(self.view.empty)
        self._show_state()
        self.view.last.refresh()

    # Taking in

    def apply(self) -> None:
        """Take in everything that is ticked."""
        now = self._outlook
        if now is None or self._work.running or not now.of(Fate.TAKE):
            return
        self._hand.notebook.flush()
        self._begin(sentence("office.receiving.taking"), len(now.of(Fate.TAKE)))
        self._work.start(partial(self._take, now), self._taken, self._failed)

    def _take(self, now: Outlook, report: Progress) -> tuple[TakenIn, tuple[Receipt, ...]]:
        receiving = self._hand.desk.office.receiving
        with giving_way():
            done = receiving.apply(now, report)
            return done, receiving.receipts(done.batch)

    def _taken(self, result: tuple[TakenIn, tuple[Receipt, ...]]) -> None:
        done, receipts = result
        self.view.progress.finish()
        self._outlook = None
        self.rows.show(())
        facts = {"files": len(done.records), "items": done.items}
        self.view.message.say(sentence("office.receiving.taken", **facts), "ok")
        self.view.receipts.show_receipts(receipts)
        self.view.turn(self.view.after)
        self._show_state()
        self.view.done.refresh()
        self._hand.changed.emit()
        self.view.receipts.rows.setFocus()

    def _failed(self, error: Exception) -> None:
        self.view.progress.finish()
        self._show_state()
        if isinstance(error, StoppedError):
            self.view.message.say(sentence("office.receiving.stopped"), "note")
            if self._outlook is None:
                self._emptied()
        elif isinstance(error, DeskError):
            self.view.message.say(error.text, "error")
        else:
            self._hand.broken.emit(error)

    # What is shown

    def _begin(self, what: str, total: int = 0) -> None:
        self.view.message.say("")
        self.view.progress.start(what, total)
        self._show_state(busy=True)

    def _show(self, found: Outlook) -> None:
        self._outlook = found if found.files else None
        waiting = sum(group.open > 0 for group in found.groups)
        bundle = Bundle(len(found.groups), waiting) if found.groups else None
        here = self.view.files.currentIndex()
        chosen = self.rows.at(here)
        self.rows.show(found.files, bundle)
        self._choose_again(chosen)
        self._show_chosen()
        self._show_state()

    def _choose_again(self, chosen: object) -> None:
        """The same file, or the common decisions, stays chosen when rows come and go."""
        if isinstance(chosen, FileOutlook):
            paths = [row.file.path for row in self.rows.rows]
            if chosen.file.path in paths:
                self._choose(paths.index(chosen.file.path) + self.rows.first)
        elif isinstance(chosen, Bundle) and self.rows.rowCount():
            self._choose(0)

    def _choose(self, row: int) -> None:
        index = self.rows.index(row)
        if index != self.view.files.currentIndex():
            self.view.files.setCurrentIndex(index)

    def _show_chosen(self) -> None:
        value = self.rows.at(self.view.files.currentIndex())
        if isinstance(value, Bundle) and self._outlook is not None:
            self.view.detail.show_groups(self._outlook.groups)
        elif isinstance(value, FileOutlook) and self._plan is not None:
            self.view.detail.show_file(value, self._outlook, self._plan)

    def _show_state(self, *, busy: bool = False) -> None:
        found, view = self._outlook, self.view
        busy = busy or self._work.running
        take = found.of(Fate.TAKE) if found else ()
        count = len(found.changed) if found else 0
        code = "office.receiving.apply" if count else "office.receiving.apply_files"
        view.apply_button.setText(sentence(code, count=count, files=len(take)))
        view.apply_button.setEnabled(bool(take) and not busy)
        for button in (view.add_button, view.folder_button):
            button.setEnabled(not busy)
        for button in (view.again_button, view.clear_button):
            button.setVisible(found is not None)
            button.setEnabled(not busy)
        view.copy_button.setVisible(found is not None)
        files = len(self.rows.rows)
        looked = sentence("office.receiving.looked", files=files) if files else ""
        view.head.say(looked, sentence("office.receiving.nothing_changed") if files else "")
        view.say(summary(found) if found else "", not_taken(found) if found else "")
        self.waiting.emit(found.waiting if found else 0)

    # What one can do besides

    def _lead(self, at: EvaluationId, key: str) -> None:
        self._hand.go_to(at.measure, at.fiscal_year, key)

    def _open(self, row: FileOutlook) -> None:
        self._hand.ask(partial(copy_of_file, self._hand.out_folder, row.file.path), show)

    def _copy(self) -> None:
        if self._outlook is not None:
            QGuiApplication.clipboard().setText(copied(self._outlook))
            self._hand.said.emit(sentence("office.receiving.summary_copied"), "ok")

    def _write_receipts(self) -> None:
        receipts = self.view.receipts.receipts
        path = self._hand.out_folder / sentence("office.receiving.receipt_file")
        write_pdf(receipts, path)
        self._hand.said.emit(sentence("office.receiving.receipts_written", path=path), "ok")

    def _connect(self) -> None:
        view = self.view
        self._found.connect(self._first_seen)
        self._work.progressed.connect(view.progress.step)
        view.progress.cancelled.connect(self._work.stop)
        view.add_button.clicked.connect(self.choose_files)
        view.folder_button.clicked.connect(self.choose_folder)
        view.again_button.clicked.connect(self.look_again)
        view.clear_button.clicked.connect(self.clear)
        view.apply_button.clicked.connect(self.apply)
        view.copy_button.clicked.connect(self._copy)
        view.files.selectionModel().currentChanged.connect(self._show_soon.start)
        view.files.entered_row.connect(self._into)
        self.rows.ticked.connect(self._tick)
        view.detail.opened.connect(self._open)
        view.detail.contents.decided.connect(self.decide)
        view.detail.contents.wanted.connect(self._lead)
        view.receipts.said.connect(lambda text: self._hand.said.emit(text, "ok"))
        view.receipts.pdf_wanted.connect(self._write_receipts)
        view.done.taken_back.connect(self._emptied)

    def _into(self, _index: QModelIndex) -> None:
        self.view.detail.contents.go_on()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_in(paths)
