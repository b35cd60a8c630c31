"""取り込み: look at workbooks first, see what each would change, then take in what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QVBoxLayout,
    QWidget,
)

from imari_desk.desk.reports import FileReport
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import FileLook, Line, look_of
from imari_desk.gui.exchange.import_model import FileList, LineList, Role
from imari_desk.gui.exchange.import_view import ImportView
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work


class ImportPage(QWidget):
    """Files on the left, what the chosen one would change on the right.

    ``closed()``; ``wanted(str measure, int year, str key)`` a field somebody wants to see;
    ``taken(object)`` paths that were taken in.
    """

    closed = Signal()
    wanted = Signal(str, int, str)
    taken = Signal(object)

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._paths: list[Path] = []
        self._work = Work(notebook.background, self)
        self.files, self.lines = FileList(), LineList()
        self.view = ImportView()
        self.view.file_view.setModel(self.files)
        self.view.line_view.setModel(self.lines)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.view)
        self.setFocusProxy(self.view.file_view)
        self.setAcceptDrops(True)
        self._connect()
        self._show_state()

    def start(self, paths: Sequence[Path]) -> None:
        """Begin anew with these files; nothing is taken in until somebody asks for it."""
        self._paths = []
        self.files.clear()
        self.view.message.say("")
        self.add(paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Look at more files beside those that are there."""
        self._paths += [p for p in paths if p not in self._paths]
        if not self._paths or self._work.running:
            self._show_state()
            return
        self.view.progress.start(sentence("exchange.looking"), len(self._paths))
        self._show_state()
        wanted = tuple(self._paths)
        self._work.start(lambda report: self._look(wanted, report), self._looked, self._failed)

    def choose_files(self) -> None:
        """Ask for files with the system's dialog."""
        title, kinds = sentence("exchange.choose"), sentence("exchange.kinds")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        if chosen:
            self.add([Path(name) for name in chosen])

    def apply(self) -> None:
        """Take in what is ticked."""
        chosen = self.files.chosen
        if not chosen or self._work.running:
            return
        refused = [one.report.path for one in self.files.looks if one.refused]
        self._notebook.flush()
        self.view.progress.start(sentence("exchange.taking"), len(chosen))
        self._show_state()

        def take(report: Report) -> tuple[FileLook, ...]:
            done = self._take(chosen, report)
            if refused:  # kept, with the reason
                self._notebook.desk.import_files(refused)
            return done

        self._work.start(take, self._applied, self._failed)

    # On the background

    def _look(self, paths: Sequence[Path], report: Report) -> tuple[FileLook, ...]:
        desk = self._notebook.desk
        found = desk.import_files(paths, dry_run=True, accept=True, progress=report)
        return self._in_words(found)

    def _take(self, chosen: Sequence[FileLook], report: Report) -> tuple[FileLook, ...]:
        """Those known well first; those known by their labels because a person ticked them."""
        desk = self._notebook.desk
        sure = [one.report.path for one in chosen if not one.guessed]
        guessed = [one.report.path for one in chosen if one.guessed]
        found = desk.import_files(sure, progress=report) if sure else ()
        if guessed:
            found += desk.import_files(guessed, accept=True, progress=report)
        return self._in_words(found)

    def _in_words(self, reports: Sequence[FileReport]) -> tuple[FileLook, ...]:
        plan = self._notebook.desk.plan()
        return tuple(look_of(report, plan) for report in reports)

    # What comes of it

    def _looked(self, looks: tuple[FileLook, ...]) -> None:
        self.view.progress.finish()
        self.files.show(looks)
        if len(looks) < len(self._paths):
            self.add([])  # files that were dropped in the meantime
            return
        chosen = self.files.chosen
        self._choose_row(self.files.looks.index(chosen[0]) if chosen else 0)
        self._show_state()

    def _applied(self, looks: tuple[FileLook, ...]) -> None:
        self.view.progress.finish()
        self.files.show_taken(looks)
        torn = next((n for n, one in enumerate(self.files.looks) if one.conflicts), None)
        self._choose_row(self.view.file_view.currentIndex().row() if torn is None else torn)
        items = frozenset().union(*(one.items for one in looks))
        conflicts = sum(one.conflicts for one in looks)
        said = sentence("exchange.taken", files=len(looks), items=len(items))
        if conflicts:
            said += sentence("exchange.taken_conflicts", count=conflicts)
        self.view.message.say(said, "warn" if conflicts else "ok")
        self._notebook.refresh()
        self.taken.emit(tuple(one.report.path for one in looks))
        self._show_state()

    def _failed(self, error: Exception) -> None:
        self.view.progress.finish()
        if isinstance(error, StoppedError):
            self._notebook.refresh()
            self.add([])  # what was taken in before says so when it is looked at again
            self.view.message.say(sentence("exchange.stopped"), "note")
            return
        if not isinstance(error, DeskError):
            raise error
        self.view.message.say(error.text, "error")
        self._show_state()

    # What is shown

    def _show_state(self) -> None:
        chosen, items = self.files.chosen, len(self.files.items)
        busy, taken = self._work.running, bool(self.files.taken)
        code = "exchange.apply" if items else "exchange.apply_files"
        self.view.apply_button.setText(sentence(code, count=items, files=len(chosen)))
        self.view.apply_button.setEnabled(bool(chosen) and not busy)
        self.view.add_button.setEnabled(not busy)
        self.view.title_note.setText(self._title_note(taken))
        self.view.summary.setText(self._summary())
        self.view.not_taken.setText(self._not_taken())
        self.view.not_taken.setVisible(bool(self.view.not_taken.text()))
        empty = not self.files.rowCount()
        self.view.empty.setVisible(empty)
        self.view.body.setVisible(not empty)
        self.view.footer.setVisible(bool(chosen) or not (empty or taken))

    def _title_note(self, taken: bool) -> str:
        count = self.files.rowCount()
        if not count:
            return ""
        return sentence("exchange.some_taken" if taken else "exchange.only_looked", files=count)

    def _summary(self) -> str:
        chosen = self.files.chosen
        if not chosen:
            return sentence("exchange.nothing_chosen") if self.files.rowCount() else ""
        items = self.files.items
        measures = len({at for at, _ in items})
        facts = {"files": len(chosen), "items": len(items), "measures": measures}
        return sentence("exchange.will" if items else "exchange.will_nothing", **facts)

    def _not_taken(self) -> str:
        """What stays as it is, so that nobody waits for it."""
        left = [one for one in self.files.looks if one not in self.files.chosen]
        refused = sum(one.refused for one in left)
        guessed = sum(one.guessed and one not in self.files.taken for one in left)
        others = sum(bool(one.held and not one.items) for one in left)
        conflicts = sum(one.conflicts for one in self.files.chosen)
        found = (
            ("exchange.both_stay", conflicts),
            ("exchange.others", others),
            ("exchange.not_ticked", guessed),
            ("exchange.not_readable", refused),
        )
        said = [sentence(code, count=count) for code, count in found if count]
        return "".join([*said, sentence("exchange.originals")]) if self.files.rowCount() else ""

    def _choose_row(self, row: int) -> None:
        self.view.file_view.setCurrentIndex(self.files.index(row))
        self._show_chosen()
        self.view.file_view.setFocus()

    def _show_chosen(self) -> None:
        index = self.view.file_view.currentIndex()
        look_at: FileLook | None = index.data(Role.VALUE) if index.isValid() else None
        if look_at is None:
            self.lines.show(())
            return
        self.lines.show(look_at.lines)
        self.view.detail_title.setText(look_at.name)
        self.view.detail_sender.setText("　｜　".join(_facts(look_at)))
        self.view.detail_level.say(*_level(look_at))
        self.view.nothing.setVisible(not look_at.lines)
        self.view.line_view.setVisible(bool(look_at.lines))

    def _lead_to(self, index: QModelIndex) -> None:
        line: Line | None = index.data(Role.VALUE) if index.isValid() else None
        if line is not None and line.target is not None:
            at, key = line.target
            self.wanted.emit(at.measure, at.fiscal_year, key)

    def copy(self) -> None:
        """Put what is said of the chosen file on the clipboard."""
        index = self.view.file_view.currentIndex()
        if index.isValid():
            found: FileLook = index.data(Role.VALUE)
            said = [found.name, *_facts(found), *(line.spoken for line in found.lines)]
            QApplication.clipboard().setText("\n".join(said))
            self.view.message.say(sentence("exchange.copied"), "ok")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _connect(self) -> None:
        self.view.add_button.clicked.connect(self.choose_files)
        self.view.close_button.clicked.connect(self.closed)
        self.view.apply_button.clicked.connect(self.apply)
        self.view.copy_button.clicked.connect(self.copy)
        self.view.progress.cancelled.connect(self._work.stop)
        self._work.progressed.connect(self.view.progress.step)
        self.files.dataChanged.connect(self._show_state)
        self.view.file_view.selectionModel().currentChanged.connect(self._show_chosen)
        self.view.file_view.entered_row.connect(lambda: self.view.line_view.setFocus())
        self.view.line_view.entered_row.connect(self._lead_to)


def _facts(found: FileLook) -> list[str]:
    """Who sent it, its number, when it was saved, as far as that is known."""
    header, saved = found.report.header, found.report.saved_at
    facts = [found.sender]
    if header is not None and header.number:
        facts.append(sentence("exchange.number", number=header.number))
    if saved:
        facts.append(sentence("exchange.saved", when=saved[:16].replace("T", " ")))
    return facts


def _level(found: FileLook) -> tuple[str, look.Tone]:
    """What to think of how well the file could be read; nothing where it was read wholly."""
    if found.refused:
        return sentence("exchange.level.none"), "plain"
    match found.report.level.value:
        case "codes":
            return sentence("exchange.level.codes"), "info"
        case "labels":
            return sentence("exchange.level.labels"), "note"
        case _:
            return "", "plain"
