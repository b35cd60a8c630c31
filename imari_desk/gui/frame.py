"""What fills the window: bars above and below, between them the start page or an open desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from imari_desk.domain.errors import DeskError
from imari_desk.domain.practice import is_practice
from imari_desk.domain.words import sentence
from imari_desk.gui import clock, helping, opening
from imari_desk.gui.actions import Actions
from imari_desk.gui.background import Background
from imari_desk.gui.data_folder import DataFolder
from imari_desk.gui.look_choice import LookChoice
from imari_desk.gui.notices import Notices
from imari_desk.gui.opening import Opened
from imari_desk.gui.repair import Repair
from imari_desk.gui.saving import Saving
from imari_desk.gui.settings import Settings
from imari_desk.gui.status_line import StatusLine
from imari_desk.gui.top_bar import TopBar
from imari_desk.places import DATABASE

if TYPE_CHECKING:
    from imari_desk.gui.office.begin_page import BeginPage
    from imari_desk.gui.office.place import OfficePlace
    from imari_desk.gui.start_page import StartPage
    from imari_desk.gui.workplace import Workplace

_HELD, _REHEARSING, _CLOSED = "held", "rehearsing", "closed"  # notices


class Frame(QWidget):
    """Everything in the window; ``files`` are taken in once its desk is open.

    ``filling()``: a page is about to be shown; ``usable()``: there is something to work on;
    ``broken(Exception)``: our own mistake, for the crash dialog; ``look_chosen()``: zoom or
    colours in the settings are others now; ``titled(str)``: the window's title; ``leaving()``:
    all is saved, the window may close.
    """

    filling = Signal()
    usable = Signal()
    broken = Signal(object)
    look_chosen = Signal()
    titled = Signal(str)
    leaving = Signal()

    def __init__(
        self, window: QWidget, settings: Settings, files: Sequence[Path], background: Background
    ) -> None:
        super().__init__()
        self.settings = settings
        self._files = tuple(files)
        self._background = background
        self._start: StartPage | BeginPage | None = None
        self._workplace: Workplace | None = None
        self._remembered: Opened | None = None  # shown, its desk still to be opened
        self._office: OfficePlace | None = None
        self._then: Callable[[], object] | None = None  # once everything is saved
        self.menu = Actions(window)
        self.look = LookChoice(settings, self.menu)
        self.top = TopBar(self.menu)
        self.notices = Notices()
        self._body = QStackedWidget()
        self.status = StatusLine()
        self.saving = Saving(self.status, self.notices)
        self._data = DataFolder(settings.folder, self.notices)
        self._repair = Repair(settings.folder, background, self.notices)
        self._lay_out()
        self._connect(window)

    @property
    def workplace(self) -> Workplace | None:
        """The open desk of a 課; None on the start page and at the office."""
        return self._workplace

    @property
    def office(self) -> OfficePlace | None:
        """The office's open desk."""
        return self._office

    @property
    def _place(self) -> Workplace | OfficePlace | None:
        """The open desk, whosever it is."""
        return self._workplace or self._office

    # Starting

    def begin(self) -> None:
        """Open what is there, or start with the file given, or show the start page."""
        if (self.settings.folder / DATABASE).is_file():
            place = self.settings.place
            shown = opening.remembered(self.settings.folder, place)
            if shown is not None:
                self._opened(shown)
                self._remembered = shown
                return
            self._open(partial(opening.open_folder, self.settings.folder, place))
            return
        self.show_start()
        if self._files:
            self._start_with(self._files[0])
        self.usable.emit()

    def show_start(self) -> None:
        """The start page: nothing is open."""
        from imari_desk.gui.start_page import StartPage

        page = StartPage(self.settings)
        page.file_chosen.connect(self._start_with)
        page.folder_wanted.connect(self._data.choose)
        page.rehearsal_chosen.connect(self._rehearse)
        page.office_chosen.connect(self._show_beginning)
        page.zoom_chosen.connect(self.look.zoom_to)
        page.colours_chosen.connect(self.look.colour)
        self._start = page
        self.top.setVisible(False)
        self.status.setVisible(False)
        self.titled.emit(sentence("frame.title_start"))
        self._show(page)
        self._data.say_if_gone()
        look = partial(opening.find_requests, page.arrivals())
        self._background.run(look, partial(self._show_found, page), self.broken.emit)

    def _show_found(self, page: StartPage, files: tuple[opening.FoundFile, ...]) -> None:
        if self._start is page:
            page.show_found(files)

    def _show_beginning(self) -> None:
        """The office's first start."""
        from imari_desk.gui.office.begin_page import BeginPage

        page = self._start = BeginPage(self.settings.folder)
        page.back.connect(self.show_start)
        page.begun.connect(self._begin_office)
        page.rehearsal_chosen.connect(self._rehearse_office)
        self._show(page)
        page.setFocus()

    def _rehearse_office(self) -> None:
        if self._start is not None:
            self._start.show_working(sentence("start.preparing"))
        self._open(partial(opening.open_office_rehearsal, self.settings.folder))

    def _begin_office(self) -> None:
        if self._start is not None:
            self._start.show_working(sentence("start.preparing"))
        self._open(partial(opening.start_office, self.settings.folder))

    def _start_with(self, workbook: Path) -> None:
        """The first start: make the database a workbook is for, and open it."""
        self._files = ()
        self.settings.remember(workbook)
        if self._start is not None:
            self._start.show_working(sentence("start.working", name=workbook.name))
        self._open(partial(opening.start_with, self.settings.folder, workbook))

    def _rehearse(self) -> None:
        if self._start is not None:
            self._start.show_working(sentence("start.preparing"))
        self._open(partial(opening.open_rehearsal, self.settings.folder))

    def _open(self, job: Callable[[], Opened]) -> None:
        self._background.run(job, self._opened, self._not_opened)

    def _confirmed(self, opened: Opened) -> None:
        """The desk of the remembered page is open."""
        if self._workplace is None or self._workplace.notebook.desk is not opened.desk:
            return  # closed meanwhile
        if opened.held is not None:
            self._say_how_opened(opened)
            self.saving.say_read_only()
        self._workplace.correct(opened)

    def _opened(self, opened: Opened) -> None:
        if opened.is_office:
            self._open_office(opened)
            return
        from imari_desk.gui.workplace import Workplace

        self._start = None
        place = Workplace(opened, self._background, self.settings)
        self._workplace = place
        self.saving.follow(place.notebook, read_only=opened.held is not None)
        self._follow(place)
        self._say_how_opened(opened)
        place.start(opened)
        self._show(place)
        place.put_in_place()
        self.top.setVisible(True)
        self.status.setVisible(True)
        self.usable.emit()
        if self._files:
            place.take_in(self._files)
            self._files = ()

    def _open_office(self, opened: Opened) -> None:
        from imari_desk.gui.office.place import OfficePlace

        self._start = None
        place = OfficePlace(opened, self._background, self.settings, self.menu.menu)
        self._office = place
        self.saving.follow(place.notebook, read_only=opened.held is not None)
        place.broken.connect(self.broken)
        place.typing.connect(self.saving.typing)
        place.titled.connect(self._show_title)
        place.said.connect(self.status.say)
        place.files_used.connect(self._remember)
        place.serves.connect(lambda: self.menu.serve(place.handlers()))
        self.top.setVisible(False)
        self.status.setVisible(True)
        self.status.show_filled(0, 0)
        self.menu.show_only(place.offers)
        self._say_how_opened(opened)
        place.start(opened)
        self._show(place)
        self.usable.emit()
        if self._files:
            place.take_in(self._files)
            self._files = ()

    def _say_how_opened(self, opened: Opened) -> None:
        self.notices.take_back(_CLOSED)
        self._repair.withdraw()
        self._data.say_where()
        if opened.held is not None:
            text = sentence("frame.held", **opened.held.facts)
            again = {sentence("frame.open_again"): self._open_again}
            self.notices.say(_HELD, text, "note", again)
        if is_practice(opened.department):
            end = {sentence("frame.end_rehearsal"): self._end_rehearsal}
            text = sentence("frame.rehearsing")
            if opened.is_office:
                files = opening.practice_files(self.settings.folder)
                text = sentence("office.rehearsing", folder=files)
            self.notices.say(_REHEARSING, text, "office", end)

    def _not_opened(self, error: Exception) -> None:
        """Say why. A page that was shown meanwhile goes, unless something was typed on it."""
        before = self._workplace
        if before is not None and not before.notebook.unsaved:
            self.close_desk()
        if not isinstance(error, DeskError):
            self.broken.emit(error)
        reason = error.text if isinstance(error, DeskError) else str(error)
        if self._start is not None:
            self._start.show_refusal(sentence("start.refused", reason=reason))
        else:
            text = sentence("frame.not_opened", reason=reason)
            again = {sentence("frame.open_again"): self._open_again}
            self.notices.say(_CLOSED, text, "error", again)
            self._repair.offer(error)
        if before is None:
            self.usable.emit()

    # The open desk

    def _follow(self, place: Workplace) -> None:
        place.broken.connect(self.broken)
        place.typing.connect(self.saving.typing)
        place.filled.connect(self.status.show_filled)
        place.titled.connect(self._show_title)
        place.said.connect(self.status.say)
        place.folded.connect(self.top.show_folds)
        place.errands.files_used.connect(self._remember)
        place.errands.under_way.connect(self.top.show_errand)
        self.top.show_folds(*place.panes.folds)
        handlers = place.handlers()
        self.menu.show_only({*handlers, "recent"})
        self.menu.serve(handlers)

    def enter(self) -> None:
        """Put the focus where work begins."""
        if self._place is not None:
            self._place.enter()
        elif self._start is not None:
            self._start.setFocus()

    def make_rest(self) -> None:
        """Once what is seen has been painted: open the desk, and make what is not seen first."""
        shown, self._remembered = self._remembered, None
        if shown is not None:
            job = partial(opening.open_remembered, shown)
            self._background.run(job, self._confirmed, self._not_opened)
        if self._workplace is not None:
            self._workplace.make_rest()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files: on the start page the first one starts everything."""
        if self._place is not None:
            self._place.take_in(paths)
        elif self._start is not None and paths:
            self._start_with(paths[0])

    def save_now(self) -> None:
        """Write what is typed, waiting for it: the session ends, or the program is broken."""
        self.saving.save_now()

    def _show_title(self, department: str, year: str, due: str, done: str) -> None:
        self.settings.title = (department, year)
        self.top.show_desk(department, sentence("frame.year", year=year), there=True)
        if done:
            self.top.show_done(done)
        else:
            self.top.show_due(due, clock.today())
        self.titled.emit(sentence("frame.title", department=department, year=year))

    def _remember(self, paths: Sequence[Path]) -> None:
        self.settings.remember(*paths)
        self.menu.show_recent(self.settings.recent)

    def _open_again(self) -> None:
        self._leave_then(self._reopen)

    def _end_rehearsal(self) -> None:
        self._leave_then(self._reopen)

    def _reopen(self) -> None:
        """Back to what the data folder holds."""
        self.close_desk()
        self.notices.take_back(_HELD)
        self.notices.take_back(_REHEARSING)
        self.begin()

    # Putting it together, and leaving

    def _show(self, page: QWidget) -> None:
        """Put a page between the bars; the one before is gone for good."""
        self.filling.emit()
        before = self._body.currentWidget()
        self._body.addWidget(page)
        self._body.setCurrentWidget(page)
        if before is not None:
            self._body.removeWidget(before)
            before.deleteLater()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, self.notices, self._body, self.status):
            column.addWidget(widget, 1 if widget is self._body else 0)
        self.top.setVisible(False)

    def _connect(self, window: QWidget) -> None:
        self.saving.may_leave.connect(self._left)
        self.saving.broken.connect(self.broken)
        self._repair.restored.connect(self._reopen)
        self._repair.broken.connect(self.broken)
        self._data.settled.connect(lambda folder: self._leave_then(partial(self._go_to, folder)))
        self.look.changed.connect(self.look_chosen)
        self.status.zoom_wanted.connect(self.look.as_usual)
        self.menu.recent_chosen.connect(lambda path: self.take_in([path]))
        self.menu.on(
            leave=window.close,
            data=self._data.choose,
            **helping.handlers(self.menu, self.settings.folder, self),
        )
        self.menu.show_recent(self.settings.recent)

    def leave(self) -> None:
        """Save everything, then say ``leaving``; where that fails, say so and stay."""
        self._leave_then(self.leaving.emit)

    def _go_to(self, folder: Path) -> None:
        """Leave for the data of another folder."""
        if self._data.start(folder):
            self.leaving.emit()

    def close_desk(self) -> None:
        """Let go of the data, remembering what was open."""
        clerk, place = self._workplace, self._place
        self._workplace = self._office = None
        if place is not None:
            place.keep_place()
            self.saving.rest()
            self.menu.show_only(())
            self._show(QWidget())  # its timers end with it: they must not ask a closed desk
            desk, leaf = place.notebook.desk, place.notebook.leaf
            close = desk.close
            if leaf is not None and clerk is not None:
                close = partial(opening.let_go, desk, leaf)
            self._background.run(close, lambda _none: None, self.broken.emit)

    def _leave_then(self, act: Callable[[], object]) -> None:
        self._then = act
        self.saving.leave()

    def _left(self) -> None:
        act, self._then = self._then, None
        if act is not None:
            act()
