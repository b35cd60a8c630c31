"""Everything about one file, or what can be decided for several, in one column that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from imari_desk.desk.office.looking import Cell
from imari_desk.desk.office.outlook import Conflict, Fate, FileOutlook, Group, Outlook
from imari_desk.domain.plan import Plan
from imari_desk.domain.together import Joined, Place
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_model import Role
from imari_desk.gui.kit import Button, LineMessage, Text
from imari_desk.gui.office.receiving.block import LineBlock
from imari_desk.gui.office.receiving.cards import CellCard, ConflictCard, GroupCard
from imari_desk.gui.office.receiving.lines import changed_lines, same_lines
from imari_desk.gui.office.receiving.tabs import TabText

Card = ConflictCard | CellCard
ALL, CHANGES, TORN, CELLS, SAME = "all", "changes", "torn", "cells", "same"
TABS = (ALL, CHANGES, TORN, CELLS, SAME)
_QUICK = 6  # cards made in one go: more would hold the window up


class Contents(QScrollArea):
    """``decided(dict)``; ``wanted(EvaluationId, str)``: somebody wants to see that item."""

    decided = Signal(object)
    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row: FileOutlook | None = None
        self._groups: tuple[Group, ...] = ()
        self._cards: dict[str, Card] = {}
        self._waiting: list[Callable[[], None]] = []  # cards still to be made
        self._later = QTimer(self, singleShot=True, interval=5)
        self._later.timeout.connect(self._make_more)
        self._inside = QWidget()
        self._inside.setProperty("kit", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self.message = LineMessage()
        self.copy_button = Button(sentence("office.receiving.copy_reply"), "small")
        self.message.add_button(self.copy_button)
        self._places = {name: QVBoxLayout() for name in (TORN, "asked", CELLS, "groups")}
        self._heads = {
            name: Text(sentence(f"office.receiving.head.{name}"), "label")
            for name in (CELLS, "asked")
        }
        self.changes, self.same = LineBlock(), LineBlock()
        self.changes.setAccessibleName(sentence("exchange.changes"))
        self.changes.setAccessibleDescription(sentence("office.receiving.changes_help"))
        self.same.setAccessibleName(sentence("office.receiving.tab.same"))
        self.nothing = Text(sentence("exchange.nothing_new"), "support", wrap=True)
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    # What is shown

    def show_file(self, row: FileOutlook, found: Outlook | None, plan: Plan, tab: str) -> None:
        """One file; of the same file again only what has changed is shown anew."""
        another = self._row is None or self._row.file.path != row.file.path
        self._row = row
        if another or self._groups:
            self._clear()
            self.verticalScrollBar().setValue(0)
        joined: Mapping[Place, Joined] = found.joined if found else {}
        mine = conflicts_of(row, found)
        self._say(row)
        self._show_cards(row, mine, plan, found)
        self.changes.show_lines(changed_lines(row, joined, plan))
        self.same.show_lines(same_lines(row, plan) if tab == SAME else ())
        self.turn(tab)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """What can be decided for several files at once."""
        if tuple(groups) == self._groups:
            return
        value = self.verticalScrollBar().value() if self._groups else 0
        self._clear()
        self._row, self._groups = None, tuple(groups)
        self.message.say("")
        for group in groups:
            card = GroupCard(group)
            card.decided.connect(self.decided)
            self._places["groups"].addWidget(card)
        self.turn(ALL)
        QTimer.singleShot(0, lambda: self.verticalScrollBar().setValue(value))

    def turn(self, tab: str) -> None:
        """Show a part of it."""
        torn = [c for c in self._cards.values() if isinstance(c, ConflictCard)]
        cells = [c for c in self._cards.values() if isinstance(c, CellCard)]
        for one in torn:
            one.setVisible(tab in (ALL, TORN))
        for cell in cells:
            cell.setVisible(tab in (ALL, CELLS))
        row = self._row
        for name, there in ((CELLS, row and row.file.margin), ("asked", row and row.file.asked)):
            self._heads[name].setVisible(bool(there) and tab in (ALL, CELLS))
        lines = row is not None and bool(self.changes.lines.rowCount())
        self.changes.setVisible(lines and tab in (ALL, CHANGES))
        self.same.setVisible(row is not None and tab == SAME)
        nothing = row is not None and not lines and not row.file.refused
        self.nothing.setVisible(nothing and tab in (ALL, CHANGES))

    def go_on(self) -> None:
        """Put the focus on what waits for a decision first, else on the lines."""
        for card in self._cards.values():
            if card.isVisible():
                card.go()
                return
        self.changes.setFocus()

    # Putting it together

    def _say(self, row: FileOutlook) -> None:
        text, tone = told(row)
        self.message.say(text, tone)
        self.copy_button.setVisible(row.file.refused)

    def _show_cards(
        self, row: FileOutlook, torn: Sequence[Conflict], plan: Plan, found: Outlook | None
    ) -> None:
        decisions = found.decisions if found else {}
        wanted: dict[str, Callable[[], Card]] = {}
        homes: dict[str, str] = {}
        for one in torn:
            wanted[one.subject] = partial(ConflictCard, one, plan)
            homes[one.subject] = TORN
        cells: list[tuple[str, Cell]] = [(CELLS, c) for c in row.file.margin]
        cells += [("asked", c) for c in row.file.asked]
        for home, cell in cells if not row.file.refused else ():
            wanted[cell.subject] = partial(CellCard, cell, row.file, margin=home == CELLS)
            homes[cell.subject] = home
        for subject in [s for s in self._cards if s not in wanted]:
            self._drop(subject)
        self._waiting = []
        for subject, make in wanted.items():
            choice = decisions.get(subject, "")
            if subject in self._cards:
                self._cards[subject].show_choice(choice)
            else:
                self._waiting.append(self._maker(subject, make, homes[subject], choice))
        self._make_more()

    def _maker(
        self, subject: str, make: Callable[[], Card], home: str, choice: str
    ) -> Callable[[], None]:
        def made() -> None:
            card = make()
            card.show_choice(choice)
            card.decided.connect(self.decided)
            self._cards[subject] = card
            self._places[home].addWidget(card)

        return made

    def _make_more(self) -> None:
        now, self._waiting = self._waiting[:_QUICK], self._waiting[_QUICK:]
        for make in now:
            make()
        if self._waiting:
            self._later.start()

    def _drop(self, subject: str) -> None:
        card = self._cards.pop(subject)
        card.hide()
        card.setParent(None)
        card.deleteLater()

    def _clear(self) -> None:
        self._waiting, self._groups = [], ()
        for subject in list(self._cards):
            self._drop(subject)
        groups = self._places["groups"]
        while (item := groups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.changes.show_lines(())
        self.same.show_lines(())

    def _lay_out(self) -> None:
        self._column.addWidget(self.message)
        self._column.addLayout(self._places["groups"])
        self._column.addLayout(self._places[TORN])
        for name in ("asked", CELLS):
            self._column.addWidget(self._heads[name])
            self._column.addLayout(self._places[name])
        for part in (self.nothing, self.changes, self.same):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy_reply)
        for block in (self.changes, self.same):
            block.reached.connect(self._bring)
            block.entered_row.connect(self._lead)

    def copy_reply(self) -> None:
        """Put the sentence for the 課 on the clipboard."""
        if self._row is not None and self._row.file.reply:
            QGuiApplication.clipboard().setText(self._row.file.reply)
            self.copy_button.setText(sentence("office.receiving.copied"))

    def _bring(self, top: int, height: int) -> None:
        block = self.sender()
        if isinstance(block, QWidget):
            y = block.y() + top
            self.ensureVisible(0, y + height, 0, look.px(24))
            self.ensureVisible(0, y, 0, look.px(24))

    def _lead(self, index: QModelIndex) -> None:
        block = self.sender()
        if isinstance(block, LineBlock):
            line = index.data(Role.VALUE) if index.isValid() else None
            if line is not None and line.target is not None:
                self.wanted.emit(*line.target)

    def _dress(self) -> None:
        self._column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(16))
        self._column.setSpacing(look.px(8))
        for place in self._places.values():
            place.setSpacing(look.px(8))


def conflicts_of(row: FileOutlook, found: Outlook | None) -> tuple[Conflict, ...]:
    """The items of a file in which several answers would stand."""
    if found is None or row.fate is not Fate.TAKE:
        return ()
    places = {part.place for part in row.file.parts}
    return tuple(c for c in found.conflicts if (c.evaluation, c.key) in places)


def tabs_of(row: FileOutlook, found: Outlook | None) -> tuple[TabText, ...]:
    """The tabs of a file; those with nothing in them are left out."""
    counts = {
        CHANGES: len(row.file.report.changes),
        TORN: len(conflicts_of(row, found)),
        CELLS: len(row.file.margin) + len(row.file.asked),
        SAME: len(row.file.same),
    }
    if row.file.refused:
        counts = {}
    tabs = [TabText(ALL, sentence("office.receiving.tab.all"), None)]
    for name, count in counts.items():
        if count or name == CHANGES:
            tabs.append(TabText(name, sentence(f"office.receiving.tab.{name}"), count))
    return tuple(tabs)


def told(row: FileOutlook) -> tuple[str, look.Tone]:
    """What one has to know of a file before its lines."""
    file = row.file
    if file.refused:
        return file.reply, "plain"
    if row.fate is Fate.TWIN:
        return sentence("office.receiving.told.twin", name=row.twin), "plain"
    if row.fate is Fate.SEEN and file.seen is not None:
        when = file.seen.imported_at[:16].replace("T", " ")
        return sentence("office.receiving.told.seen", when=when), "plain"
    for kind in file.wants:
        return sentence(f"office.receiving.told.{kind.value}"), "note"
    if file.report.level.value == "codes":
        return sentence("exchange.level.codes"), "info"
    if file.stale:
        return sentence("office.receiving.told.stale"), "plain"
    if row.mates:
        return sentence("office.receiving.told.mates", names="、".join(row.mates)), "plain"
    return "", "plain"
