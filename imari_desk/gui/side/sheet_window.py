"""The printed sheets large, in a window of their own: zoom, pages, print, PDF."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QBoxLayout, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, FocusRing, LineMessage, Progress, Segments, Text
from imari_desk.gui.kit.room import open_at
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.printing import Paper, print_pages, printer_for
from imari_desk.gui.side.sheet_pages import Sheet, SheetPages
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work

ONE, ALL = "print.one", "print.all"


class _Made(NamedTuple):
    """What is shown: the measures, their pages, and what is to be said about the typeface."""

    measures: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    notice: str


class SheetWindow(QWidget):
    """The sheet of the open measure, or those of all measures.

    ``written(Path)``: a PDF stands there.
    """

    written = Signal(object)

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._notebook = notebook
        self._work = Work(notebook.background, self)
        self._measures: tuple[str, ...] = ()
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def start(self, *, whole: bool = False) -> None:
        """Show the open measure's sheet, or with ``whole`` all measures'."""
        if not self.isVisible():
            open_at(self, 1100, 720)
        self.show()
        self.raise_()
        self.activateWindow()
        self.which.show_text(sentence(ALL if whole else ONE))
        self.load()

    def load(self) -> None:
        """Bring the sheets anew."""
        leaf = self._notebook.leaf
        if leaf is None or self._work.running:
            return
        self._notebook.flush()
        whole = self.which.text() == sentence(ALL)
        code, year, desk = leaf.measure.code, leaf.fiscal_year, self._notebook.desk
        self.setWindowTitle(sentence("print.window", year=fiscal_year_name(year)))
        self.message.say("")
        self.progress.start(sentence("print.making"))

        def make(report: Report) -> _Made:
            from imari_desk.desk.publishing import font_notice

            lines = desk.lines(year) if whole else ()
            measures = tuple(line.measure for line in lines) or (code,)
            sheets: list[Sheet] = []
            for done, measure in enumerate(measures):
                report("preview", done, len(measures))
                made = desk.preview(measure, year, {})
                for number, page in enumerate(made.pages):
                    spots = tuple(s._replace(page=0) for s in made.spots if s.page == number)
                    sheets.append(Sheet(measure, page, spots))
            return _Made(measures, tuple(sheets), font_notice())

        self._work.start(make, self._show, self._failed)

    def print_out(self) -> None:
        """Ask with the system's dialog, then print in the background."""
        if not self.pages.sheets or self._work.running:
            return
        paper = Paper.A3 if self.paper.text() == Paper.A3.value else Paper.A4
        printer = printer_for(paper, self.windowTitle())
        count = len(self.pages.sheets)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(sentence("print.dialog"))
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print what is shown on a printer."""
        pages = [sheet.svg for sheet in self.pages.sheets]
        self.progress.start(sentence("print.printing"), len(pages))
        self._work.start(
            lambda report: print_pages(printer, pages, report), self._printed, self._failed
        )

    def save_pdf(self) -> None:
        """Ask where to, then write the PDF in the background."""
        if not self._measures or self._work.running:
            return
        title, kinds = sentence("print.save"), sentence("print.pdf_kind")
        proposed = sentence("print.file", year=self._year(), measures="・".join(self._measures[:1]))
        if len(self._measures) > 1:
            proposed = sentence("print.file_all", year=self._year())
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        if not name:
            return
        path = Path(name).with_suffix(".pdf")
        desk, year, measures = self._notebook.desk, self._year(), self._measures
        self.progress.start(sentence("print.saving"), len(measures))

        def write(report: Report) -> Path:
            desk.print(year, path, measures, report)
            return path

        self._work.start(write, self._saved, self._failed)

    def _year(self) -> int:
        leaf = self._notebook.leaf
        return leaf.fiscal_year if leaf else self._notebook.fiscal_year

    def _show(self, made: _Made) -> None:
        self.progress.finish()
        self._measures = made.measures
        self.message.say(made.notice, "note")
        here = self.pages.current
        self.pages.show_sheets(made.sheets)
        self.pages.go_to(here)
        self.pages.setFocus()

    def _printed(self, count: int) -> None:
        self.progress.finish()
        self.message.say(sentence("print.printed", count=count), "ok")

    def _saved(self, path: Path) -> None:
        self.progress.finish()
        self.message.say(sentence("print.saved", path=path), "ok")
        self.written.emit(path)

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        if isinstance(error, StoppedError):
            self.message.say(sentence("print.stopped"), "note")
        elif isinstance(error, DeskError):
            self.message.say(error.text, "error")
        else:
            raise error

    def _moved(self, page: int, count: int) -> None:
        self.place.setText(sentence("print.place", page=page, count=count))
        percent = round(self.pages.zoom * 100)
        self.zoom.setText(sentence("print.zoom", percent=percent))

    def _make(self) -> None:
        self.which = Segments((sentence(ONE), sentence(ALL)), small=True)
        self.which.set_names(sentence("print.which"), "")
        self.paper = Segments(tuple(paper.value for paper in Paper), small=True)
        self.paper.set_names(sentence("print.paper"), "")
        self.paper.show_text(Paper.A4.value)
        self.smaller = Button("", "small", sign="dash")
        self.larger = Button("", "small", sign="plus")
        self.smaller.setAccessibleName(sentence("print.smaller"))
        self.larger.setAccessibleName(sentence("print.larger"))
        self.smaller.setToolTip(sentence("print.smaller"))
        self.larger.setToolTip(sentence("print.larger"))
        self.fit = Button(sentence("print.fit"), "small")
        self.place, self.zoom = Text(role="small"), Text(role="small")
        self.print_button = Button(sentence("print.print"), "primary")
        self.pdf_button = Button(sentence("print.pdf"))
        self.message, self.progress = LineMessage(), Progress()
        self.pages = SheetPages(self._notebook.background)
        self.pages.setAccessibleName(sentence("print.pages"))
        self.pages.setAccessibleDescription(sentence("print.pages_help"))

    def _lay_out(self) -> None:
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right, self._page = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for part in (self.which, self.smaller, self.zoom, self.larger, self.fit, self.place):
            self._left.addWidget(part)
        self._left.addStretch(1)
        self._right.addStretch(1)
        for part in (self.paper, self.pdf_button, self.print_button):
            self._right.addWidget(part)
        self._bar.addLayout(self._left)
        self._bar.addLayout(self._right)
        self._page.addLayout(self._bar)
        self._page.addWidget(self.message)
        self._page.addWidget(self.progress)
        self._page.addWidget(self.pages, 1)
        self.ring = FocusRing(self)

    def _connect(self) -> None:
        self.which.edited.connect(lambda _text: self.load())
        self.smaller.clicked.connect(lambda: self.pages.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.pages.step_zoom(1))
        self.fit.clicked.connect(lambda: self.pages.set_zoom(1.0))
        self.print_button.clicked.connect(self.print_out)
        self.pdf_button.clicked.connect(self.save_pdf)
        self.pages.moved.connect(self._moved)
        self.progress.cancelled.connect(self._work.stop)
        self._work.progressed.connect(self.progress.step)
        for keys, act in (
            ("Ctrl++", lambda: self.pages.step_zoom(1)),
            ("Ctrl+;", lambda: self.pages.step_zoom(1)),
            ("Ctrl+-", lambda: self.pages.step_zoom(-1)),
            ("Ctrl+0", lambda: self.pages.set_zoom(1.0)),
            ("Ctrl+P", self.print_out),
            ("Ctrl+S", self.save_pdf),
            ("Escape", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Two rows of buttons where one has no room."""
        wanted = self._left.sizeHint().width() + self._right.sizeHint().width() + look.px(40)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(beside if wanted <= self.width() else below)

    def _dress(self) -> None:
        side = look.px(12)
        for row in (self._bar, self._left, self._right, self._page):
            row.setSpacing(look.px(8))
        for button in (self.smaller, self.larger):
            button.setFixedWidth(look.px(36))
        self._page.setContentsMargins(side, side, side, side)
        self._fold()
