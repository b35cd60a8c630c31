"""The entries of one of the plan's lists, one below the other: added, moved, taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from imari_desk.domain.plan_draft import Draft, Path, insert, move, remove
from imari_desk.domain.plan_places import label
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, Text, Well
from imari_desk.gui.office.plan.box import Binder, reveal
from imari_desk.gui.office.plan.drafting import Drafting

_TOOLS = (("up", "chevron_up", -1), ("down", "chevron_down", 1), ("remove", "close", 0))


class EntryRow(QFrame):
    """One entry: its boxes and its buttons. ``acted(int)``: by how many places it is to move, 0
    to go. A ``compact`` one has its buttons beside the boxes, else in a head above them."""

    acted = Signal(int)

    def __init__(self, drafting: Drafting, compact: bool) -> None:
        super().__init__()
        self.binder = Binder(drafting, self)
        self.title = Text("", "label")
        self.buttons: dict[str, Button] = {}
        tools = Row(gap=6)
        for name, sign, by in _TOOLS:
            button = Button("", "small", sign=sign)
            button.clicked.connect(partial(self.acted.emit, by))
            self.buttons[name] = button
            tools.addWidget(button)
        self.body: QBoxLayout = Row(gap=12) if compact else Column(gap=10)
        if compact:
            self.setLayout(Row(self.body, Column(tools, None), gap=12))
        else:
            well, inner = Well(), Row(self.title, None, tools)
            well.setLayout(Column(inner, self.body, gap=8, margins=(14, 10, 14, 12)))
            self.setLayout(Column(well))
        look.follow(self._dress)

    def show_place(self, what: str, number: int, count: int) -> None:
        """Which entry this is."""
        name = sentence(f"office.plan.label.{what}_n", number=number)
        self.title.setText(name)
        self.buttons["up"].setEnabled(number > 1)
        self.buttons["down"].setEnabled(number < count)
        for key, button in self.buttons.items():
            words = sentence(f"office.plan.entry.{key}", what=name)
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _dress(self) -> None:
        for button in self.buttons.values():
            button.setFixedWidth(look.px(36))


class Entries(QWidget):
    """A list of the plan at ``path`` from where the page begins.

    ``fill`` puts boxes into a new row; ``grow`` gives the draft with one entry more at the end,
    an empty one where it is not given.
    """

    def __init__(
        self,
        drafting: Drafting,
        path: Path,
        fill: Callable[[EntryRow], None],
        *,
        grow: Callable[[Draft], Draft] | None = None,
        compact: bool = False,
    ) -> None:
        super().__init__()
        self._drafting, self._path, self._fill = drafting, path, fill
        self._grow, self._compact = grow, compact
        self._what = str(path[-1])
        self._root: Path = ()
        self.rows: list[EntryRow] = []
        self._column = Column(gap=8)
        self.add_button = Button(sentence(f"office.plan.add.{self._what}"), "small", sign="plus")
        self.add_button.clicked.connect(self.add)
        self._fault = Text("", "support", wrap=True, tone="error")
        self.setAccessibleName(label(self._what))
        self.setLayout(Column(self._fault, self._column, Row(self.add_button, None), gap=8))

    @property
    def here(self) -> Path:
        """Where the list stands in the plan."""
        return (*self._root, *self._path)

    @property
    def shown(self) -> tuple[EntryRow, ...]:
        """The rows of entries that are there; others wait for more."""
        return tuple(self.rows[: self._count()])

    def show_at(self, root: Path) -> None:
        """Show the entries of the list below that place."""
        self._root = root
        count = self._count()
        while len(self.rows) < count:
            self._add_row()
        for n, row in enumerate(self.rows):
            row.setVisible(n < count)
            if n < count:
                row.show_place(self._what, n + 1, count)
                row.binder.show_at((*self.here, n))
        self.show_faults()

    def show_faults(self) -> None:
        """What is wrong with the entries, and with the list as a whole."""
        for row in self.shown:
            row.binder.show_faults()
        faults = self._drafting.found.faults
        said = "".join(fault.text for fault in faults if fault.path == self.here)
        self._fault.setText(said)
        self._fault.setVisible(bool(said))

    def go_to(self, path: Path) -> bool:
        """Put the focus where a place is, if it is in this list."""
        here = self.here
        if path[: len(here)] != here:
            return False
        rest = path[len(here) :]
        n = rest[0] if rest and isinstance(rest[0], int) else 0
        rows = self.shown
        if n >= len(rows):
            reveal(self.add_button)
            self.add_button.setFocus()
            return True
        if not rows[n].binder.go_to(path):
            reveal(rows[n])
            rows[n].binder.boxes[0].go()
        return True

    def add(self) -> None:
        """One entry more at the end, and the focus in it."""
        count, draft = self._count(), self._drafting.draft
        grown = self._grow(draft) if self._grow else insert(draft, self.here, count, {})
        self._drafting.edit(grown, (*self.here, count))
        self.go_to((*self.here, count))

    def _act(self, row: EntryRow, by: int) -> None:
        place = self.rows.index(row)
        draft = self._drafting.draft
        if by:
            there = place + by
            self._drafting.edit(move(draft, self.here, place, by), (*self.here, there))
            button = self.rows[there].buttons["up" if by < 0 else "down"]
            (button if button.isEnabled() else self.rows[there].buttons["remove"]).setFocus()
        else:
            self._drafting.edit(remove(draft, self.here, place), self.here)
            self.go_to((*self.here, max(0, min(place, self._count() - 1))))

    def _add_row(self) -> None:
        row = EntryRow(self._drafting, self._compact)
        row.acted.connect(partial(self._act, row))
        self._fill(row)
        self._column.addWidget(row)
        self.rows.append(row)

    def _count(self) -> int:
        found = self._drafting.at(self.here)
        return len(found) if isinstance(found, list) else 0
