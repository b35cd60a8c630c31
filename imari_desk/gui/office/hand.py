"""What every page of the office's window has in hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from imari_desk.desk.desk import Desk, machine_clock
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui.background import Background
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.settings import Place, Settings
from imari_desk.gui.work import Work

T = TypeVar("T")


class Hand(QObject):
    """The open desk, the year looked at, and the notebook that saves what is typed.

    ``changed()``: the database holds something else now, pages bring what they show anew;
    ``year_changed(int)``: another year is looked at; ``wanted(Place)``: an evaluation is to be
    reviewed; ``page_wanted(str)``: a page by its name;
    ``paper_wanted(str)``: a paper to be printed, the value of its PaperKind;
    ``said(str text, str tone)`` for the status line; ``files_used(tuple[Path, ...])``;
    ``waits(str, int)``: how much waits on another page, by its name, as far as one knows;
    ``broken(Exception)``: our own mistake. The desk is asked on the background only.
    """

    changed = Signal()
    year_changed = Signal(int)
    wanted = Signal(object)
    page_wanted = Signal(str)
    paper_wanted = Signal(str)
    said = Signal(str, str)
    waits = Signal(str, int)
    files_used = Signal(object)
    broken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        background: Background,
        settings: Settings,
        fiscal_year: int,
        clock: Callable[[], datetime] = machine_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.background = background
        self.settings = settings
        self.clock = clock
        self.notebook = Notebook(desk, background, fiscal_year, clock, self)
        self._work = Work(background, self)

    @property
    def fiscal_year(self) -> int:
        return self.notebook.fiscal_year

    def look_at(self, fiscal_year: int) -> None:
        """Look at another year; what is typed is written before."""
        if fiscal_year != self.fiscal_year:
            self.notebook.flush()
            self.notebook.fiscal_year = fiscal_year
            self.year_changed.emit(fiscal_year)

    def ask(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the desk something short; what is typed is written before.

        Nobody hears the answer once the window's pages are gone.
        """
        self.notebook.flush()
        self._work.ask(job, done, self.fail)

    def tell(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Have the desk do something; then every page hears that something has changed."""

        def ended(result: T) -> None:
            done(result)
            self.changed.emit()

        self.ask(job, ended)

    def fail(self, error: Exception) -> None:
        """Say what the world did; our own mistakes go to the crash dialog."""
        if isinstance(error, DeskError):
            self.said.emit(sentence("office.not_done", reason=error.text), "error")
        else:
            self.broken.emit(error)

    def go_to(self, measure: str, fiscal_year: int | None = None, key: str = "") -> None:
        """Show that evaluation on the page of review."""
        self.wanted.emit(Place(measure, fiscal_year or self.fiscal_year, key))

    @property
    def out_folder(self) -> Path:
        """Where files are written unless the person says otherwise."""
        return self.settings.out_folder or self.settings.folder
