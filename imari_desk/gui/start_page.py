"""The first start asks one thing: the workbook the office sent. Everything else can wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Progress, Segments, Text
from imari_desk.gui.opening import FoundFile
from imari_desk.gui.settings import DARK, LIGHT, SYSTEM, Settings
from imari_desk.gui.start_parts import DropPlace, Elided, FoundRow, Steps

T = TypeVar("T", int, str)

WIDTH = 1088  # of the column, at 100 %
_ONE_COLUMN = 900  # below this the cards stand under one another
_ZOOMS = {100: "start.zoom.normal", 125: "start.zoom.large", 150: "start.zoom.largest"}
_COLOURS = {
    SYSTEM: "start.colours.system",
    LIGHT: "start.colours.light",
    DARK: "start.colours.dark",
}


class StartPage(QScrollArea):
    """What is there before any data are.

    ``file_chosen(Path)`` a 依頼 or 引継ぎ workbook; ``rehearsal_chosen()``; ``office_chosen()``;
    ``zoom_chosen(int)`` percent; ``colours_chosen(str)`` as in the settings; ``folder_wanted()``:
    the data are to lie elsewhere.
    """

    file_chosen = Signal(object)
    rehearsal_chosen = Signal()
    office_chosen = Signal()
    zoom_chosen = Signal(int)
    colours_chosen = Signal(str)
    folder_wanted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._inside = QWidget()
        self._inside.setProperty("kit", "scrolled")
        self._margin, self._column = QHBoxLayout(self._inside), QVBoxLayout()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right = QVBoxLayout()
        self._gaps: list[QLayout] = [self._column, self._cards, self._right]
        self._padded: list[QLayout] = []
        self._message = LineMessage()
        self._progress = Progress()
        self._found = QVBoxLayout()
        self._found_head = Text(sentence("start.found"), "label")
        self._elsewhere = Text(sentence("start.not_found"), "label")
        self._choose = Button(sentence("start.choose"), "primary")
        self._drop = DropPlace(self._choose)
        self._steps = Steps()
        self._lay_out()
        self._connect()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._choose)
        look.follow(self._dress)

    @staticmethod
    def arrivals() -> tuple[Path, ...]:
        """The folders files usually arrive in."""
        where = QStandardPaths.StandardLocation
        kinds = (where.DownloadLocation, where.DesktopLocation, where.DocumentsLocation)
        names = (name for kind in kinds for name in QStandardPaths.standardLocations(kind))
        return tuple(Path(name) for name in names)

    def show_found(self, files: Sequence[FoundFile]) -> None:
        """Offer 依頼 workbooks that lie where files usually arrive, the newest first."""
        waiting = self._choose.hasFocus()
        for file in files:
            row = FoundRow(file, first=file is files[0])
            row.chosen.connect(self.file_chosen)
            self._found.addWidget(row)
            if file is files[0]:
                self.setFocusProxy(row)
        self._found_head.setVisible(bool(files))
        self._elsewhere.setVisible(bool(files))
        if files:
            self._choose.setProperty("kind", "plain")  # one filled button a screen
            self._choose.style().unpolish(self._choose)
            self._choose.style().polish(self._choose)
        if waiting:  # nobody has gone anywhere yet
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_working(self, text: str) -> None:
        """Something is being opened; nothing else can be started meanwhile."""
        self._message.say("")
        self._progress.start(text, can_cancel=False)
        self._inside.setEnabled(False)

    def show_refusal(self, text: str) -> None:
        """It could not be opened, and why."""
        self._inside.setEnabled(True)
        self._progress.finish()
        self._message.say(text, "error")
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def refusal(self) -> str:
        """Why the last file could not be opened, "" where none was refused."""
        return self._message.text()

    def choose_file(self) -> None:
        """Ask for a workbook with the system's dialog."""
        title, kinds = sentence("start.request"), sentence("start.file_kinds")
        name, _ = QFileDialog.getOpenFileName(self, title.replace("&", ""), "", kinds)
        if name:
            self.file_chosen.emit(Path(name))

    # Making

    def _connect(self) -> None:
        self._choose.clicked.connect(self.choose_file)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        self._middle.setLayout(self._column)
        self._margin.addWidget(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(sentence("start.title"), "page"))
        self._column.addWidget(Text(sentence("start.lead"), "body", wrap=True))
        self._column.addWidget(self._message)
        self._column.addWidget(self._progress)
        self._cards.addWidget(self._request_card(), 62)
        self._cards.addLayout(self._right, 38)
        for card in (self._rehearsal_card(), self._handover_card(), self._look_card()):
            self._right.addWidget(card)
        self._right.addStretch(1)
        self._column.addLayout(self._cards, 1)
        self._column.addWidget(self._steps)
        self._column.addWidget(self._foot())

    def _card(self) -> tuple[Card, QVBoxLayout]:
        card = Card()
        column = QVBoxLayout(card)
        self._gaps.append(column)
        self._padded.append(column)
        return card, column

    def _request_card(self) -> QWidget:
        card, column = self._card()
        column.addWidget(Text(sentence("start.request"), "title"))
        column.addWidget(self._found_head)
        column.addLayout(self._found)
        column.addWidget(self._elsewhere)
        column.addWidget(self._drop, 1)
        self._gaps.append(self._found)
        self._found_head.setVisible(False)
        self._elsewhere.setVisible(False)
        return card

    def _rehearsal_card(self) -> QWidget:
        card, column = self._card()
        start = Button(sentence("start.rehearse"))
        start.clicked.connect(self.rehearsal_chosen)
        row = QHBoxLayout()
        row.addWidget(start)
        row.addWidget(Text(sentence("start.rehearsal_time"), "support"))
        row.addStretch(1)
        column.addWidget(Text(sentence("start.rehearsal"), "head"))
        column.addWidget(Text(sentence("start.rehearsal_text"), wrap=True))
        column.addLayout(row)
        self._gaps.append(row)
        return card

    def _handover_card(self) -> QWidget:
        card, column = self._card()
        choose = Button(sentence("start.open_handover"))
        choose.clicked.connect(self.choose_file)
        column.addWidget(Text(sentence("start.handover"), "head"))
        column.addWidget(Text(sentence("start.handover_text"), wrap=True))
        column.addWidget(choose)
        return card

    def _look_card(self) -> QWidget:
        card, column = self._card()
        zoom = _choice(_ZOOMS, self._settings.zoom, self.zoom_chosen.emit)
        colours = _choice(_COLOURS, self._settings.colours, self.colours_chosen.emit)
        for words, choice in (("start.zoom", zoom), ("start.colours", colours)):
            row = QHBoxLayout()
            row.addWidget(Text(sentence(words), "label"))
            row.addStretch(1)
            row.addWidget(choice)
            choice.set_names(sentence(words), "")
            column.addLayout(row)
        return card

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        office = Button(sentence("start.office"), "link")
        office.clicked.connect(self.office_chosen)
        row.addWidget(Elided(sentence("start.folder", folder=self._settings.folder)), 1)
        change = Button(sentence("start.change_folder"), "link")
        change.setAccessibleName(sentence("data.choose"))
        change.clicked.connect(self.folder_wanted)
        manual = Button(sentence("start.manual"), "link")
        manual.clicked.connect(self._open_manual)
        for link in (change, manual, office):
            row.addWidget(link)
        return foot

    def _open_manual(self) -> None:
        from imari_desk.gui import manual

        manual.open_here(self)

    def _dress(self) -> None:
        gap = look.px(16)
        for layout in self._gaps:
            layout.setSpacing(look.px(10))
        for layout in self._padded:
            layout.setContentsMargins(look.px(20), gap, look.px(20), gap)
        self._column.setSpacing(look.px(12))
        self._middle.setMaximumWidth(look.px(WIDTH))
        self._cards.setSpacing(gap)
        self._right.setSpacing(gap)
        self._margin.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(12))
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < look.px(_ONE_COLUMN)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(down if narrow else across)
        self._steps.stack(down if narrow else across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _choice(words: Mapping[T, str], now: T, chosen: Callable[[T], object]) -> Segments:
    """Segments whose choices stand for values."""
    by_text = {sentence(code): value for value, code in words.items()}
    made = Segments(tuple(by_text), small=True)
    made.show_text(next((text for text, value in by_text.items() if value == now), ""))
    made.edited.connect(lambda text: text and chosen(by_text[text]))
    return made
