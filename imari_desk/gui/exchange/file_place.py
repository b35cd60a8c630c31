"""Where a workbook is written, and what there is to do once it stands there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineField, LineMessage, Text

_UNSAFE = '\\/:*?"<>|'
SUFFIX = ".xlsx"


def home() -> Path:
    """Where files go as long as nobody has said anything else: the person's documents."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(documents))
    return found if found.is_dir() else Path.home()


class FilePlace(QWidget):
    """A proposed file name one may change, and a folder chosen with the system's dialog.

    ``folder_chosen(Path)``: to be remembered. Nothing that stands there is ever written over:
    a name that is taken gets a number.
    """

    folder_chosen = Signal(object)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder if folder is not None and folder.is_dir() else home()
        self.name = LineField(clean=_without_unsafe)
        self.folder_text = Text(role="small", wrap=True, anywhere=True)
        self.note = Text(role="support", wrap=True)
        self.change = Button(sentence("exchange.change_folder"), "small")
        self._labels = (
            Text(sentence("exchange.file_name"), "label"),
            Text(sentence("exchange.folder"), "label"),
        )
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._labels[0])
        self._column.addWidget(self.name)
        self._column.addWidget(self._labels[1])
        self._row.addWidget(self.folder_text, 1)
        self._row.addWidget(self.change)
        self._column.addLayout(self._row)
        self._column.addWidget(self.note)
        self.name.set_names(sentence("exchange.file_name"), "")
        self.name.edited.connect(lambda _text: self._say())
        self.change.clicked.connect(self.choose_folder)
        look.follow(self._dress)

    def propose(self, name: str) -> None:
        """Propose a file name."""
        self.name.show_text(name)
        self._say()

    def choose_folder(self) -> None:
        """Ask for a folder with the system's dialog."""
        title = sentence("exchange.choose_folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self.folder_chosen.emit(self.folder)
            self._say()

    @property
    def path(self) -> Path:
        """Where the workbook goes: the name typed, with a number where it is taken."""
        wanted = self._wanted()
        free, number = wanted, 2
        while free.exists():
            free = wanted.with_name(f"{wanted.stem}_{number}{SUFFIX}")
            number += 1
        return free

    def _wanted(self) -> Path:
        name = self.name.text().strip().strip(".") or sentence("exchange.unnamed")
        stem = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
        return self.folder / f"{stem}{SUFFIX}"

    def _say(self) -> None:
        self.folder_text.setText(str(self.folder))
        path = self.path
        taken = path.name != self._wanted().name
        self.note.setText(sentence("exchange.name_taken", name=path.name) if taken else "")
        self.note.setVisible(taken)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(7))  # what the focus ring takes
        self._row.setSpacing(look.px(8))
        self._labels[1].setContentsMargins(0, look.px(8), 0, 0)


class WrittenNote(Card):
    """A workbook stands there now: where, and what to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self.message = LineMessage()
        self.place = Text(role="body", wrap=True, anywhere=True)
        self.open_button = Button(sentence("exchange.open_folder"), "primary")
        self.copy_button = Button(sentence("exchange.copy_place"))
        self._copied = Text(role="support")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.addWidget(self.message)
        self._column.addWidget(self.place)
        self._row.addWidget(self.open_button)
        self._row.addWidget(self.copy_button)
        self._row.addWidget(self._copied, 1)
        self._column.addLayout(self._row)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        look.follow(self._dress)
        self.setVisible(False)

    def show_file(self, path: Path, said: str) -> None:
        """Say what was written, and lead there."""
        self._path = path
        self.setVisible(True)
        self.message.say(said, "ok")
        self.place.setText(str(path))
        self._copied.setText("")
        self.open_button.setFocus()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _copy(self) -> None:
        QApplication.clipboard().setText(str(self._path))
        self._copied.setText(sentence("exchange.place_copied"))

    def _dress(self) -> None:
        side = look.px(16)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(look.px(12))
        self._row.setSpacing(look.px(12))


def _without_unsafe(text: str) -> str:
    """What no file name may hold becomes a low line; the length stays."""
    return "".join("_" if c in _UNSAFE or c < " " else c for c in text)
