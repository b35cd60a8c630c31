"""Papers on their way out: to the system's printer, as PDF, into a folder; how far, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from imari_desk.desk.office.papers import PaperOrder, Shown
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, LineMessage, Progress
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.printing import Paper, print_each, print_pages, printer_for
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work


class Delivery(QWidget):
    """A line that says what became of it, and the work while it lasts. ``written(Path)``."""

    written = Signal(object)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._work = Work(hand.background, self)
        self._folder = Path()
        self.message, self.progress = LineMessage(), Progress()
        self.open_button = Button(sentence("exchange.open_folder"), "small")
        self.message.add_button(self.open_button)
        self.open_button.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.message)
        self._column.addWidget(self.progress)
        self.open_button.clicked.connect(self._open_folder)
        self.progress.cancelled.connect(self._work.stop)
        self._work.progressed.connect(self.progress.step)
        look.follow(self._dress)

    @property
    def running(self) -> bool:
        return self._work.running

    def pdf(self, fiscal_year: int, order: PaperOrder, name: str) -> None:
        """Ask where to with the system's dialog, then write the PDF."""
        papers = self._hand.desk.office.papers

        def write(path: Path, report: Report) -> None:
            papers.write(fiscal_year, order, path, report)

        self.file(name, sentence("print.pdf_kind"), ".pdf", write)

    def file(
        self, name: str, kinds: str, suffix: str, write: Callable[[Path, Report], object]
    ) -> None:
        """Ask where to with the system's dialog, then have the file written."""
        if self.running:
            return
        proposed = str(self._hand.out_folder / name)
        chosen, _ = QFileDialog.getSaveFileName(self, sentence("print.save"), proposed, kinds)
        if chosen:
            path = Path(chosen).with_suffix(suffix)
            self.start(sentence("print.saving"), lambda report: write(path, report), path)

    def start(self, what: str, job: Callable[[Report], object], path: Path) -> None:
        """Have something written under that path: say so while it lasts, and when it stands."""
        self.say("", "ok")
        self.progress.start(what)

        def done(_result: object) -> None:
            self.progress.finish()
            self._folder = path if path.is_dir() else path.parent
            self.say(sentence("print.saved", path=path), "ok")
            self.open_button.setVisible(True)
            self.written.emit(path)
            self._hand.files_used.emit((path,))

        self._hand.notebook.flush()
        self._work.start(job, done, self._failed)

    def paper(
        self, fiscal_year: int, order: PaperOrder, name: str, paper: Paper, shown: Shown | None
    ) -> None:
        """Ask with the system's dialog, then print; pages are chosen where all are known."""
        if self.running:
            return
        printer = printer_for(paper, name)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(sentence("print.dialog"))
        known = shown.pages if shown is not None and not shown.left else ()
        if known:
            dialog.setMinMax(1, len(known))
            dialog.setFromTo(1, len(known))
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        papers = self._hand.desk.office.papers

        def all_pages() -> Iterator[bytes]:
            for pages in papers.each(fiscal_year, order):
                yield from (page.svg for page in pages)

        def work(report: Report) -> int:
            if known:
                return print_pages(printer, [page.svg for page in known], report)
            total = papers.count(fiscal_year, order)
            return print_each(printer, all_pages(), total, report)

        self.say("", "ok")
        self.progress.start(sentence("print.printing"))
        self._work.start(work, self._printed, self._failed)

    def say(self, text: str, tone: look.Tone) -> None:
        """A sentence in place of the last one."""
        self.open_button.setVisible(False)
        self.message.say(text, tone)

    def _printed(self, count: int) -> None:
        self.progress.finish()
        self.say(sentence("print.printed", count=count), "ok")

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        if isinstance(error, StoppedError):
            self.say(sentence("print.stopped"), "note")
        elif isinstance(error, DeskError):
            self.say(error.text, "error")
        else:
            self._hand.broken.emit(error)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _dress(self) -> None:
        side = look.px(24)
        self._column.setContentsMargins(side, 0, side, 0)
        self._column.setSpacing(look.px(8))
