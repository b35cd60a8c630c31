"""An open desk: the list, the form and the side, and what passes between them and the notebook.

Everything here is imported after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from imari_desk.desk.leaf import Leaf, MeasureLine, line_of
from imari_desk.domain import items
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import DeskError
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.background import Background
from imari_desk.gui.desk_pane import DeskPane
from imari_desk.gui.errands import Errands
from imari_desk.gui.measure_list import MeasureList
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.opening import Opened
from imari_desk.gui.panes import Panes
from imari_desk.gui.settings import NOWHERE, Place, Settings
from imari_desk.gui.side_column import SideColumn

if TYPE_CHECKING:
    from imari_desk.desk.undo import Undone


class Workplace(QWidget):
    """List, form and side of one desk; the page of an errand takes their place for a while.

    ``typing()``; ``filled(int, int)`` items filled in of items wanted; ``titled(str department,
    str year, str due, str done)``: the deadline as ISO text, or in words that nothing is left to
    do; ``said(str, str)`` text and tone for the status line; ``folded(bool list, bool side)``;
    ``broken(Exception)``.
    """

    typing = Signal()
    filled = Signal(int, int)
    titled = Signal(str, str, str, str)
    said = Signal(str, str)
    folded = Signal(bool, bool)
    broken = Signal(object)

    def __init__(self, opened: Opened, background: Background, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._department = opened.department
        self._lines: tuple[MeasureLine, ...] = ()
        self._line: MeasureLine | None = None  # brought up to date last
        self._key = ""  # of the item typed into last
        self._goal = NOWHERE  # where to go to on a page once it is there
        self.notebook = Notebook(opened.desk, background, opened.fiscal_year, parent=self)
        self.list = MeasureList()
        self.pane = DeskPane()
        self.side = SideColumn(background, opened.desk)
        self.panes = Panes(self.list, self.pane, self.side)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.make_rest)
        self._stack = QStackedWidget()
        self.errands = Errands(self.notebook, self._stack, settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._hear_notebook()
        self._hear_parts()

    def start(self, opened: Opened) -> None:
        """Show the first page, at the item that was left last where it is the same page."""
        self._goal = self._settings.place
        self._show_lines(opened.lines)
        if opened.leaf is not None:
            self.notebook.show(opened.leaf)

    def correct(self, opened: Opened) -> None:
        """The desk is open now: show what it says where a remembered page was shown till then."""
        items.forget()
        if opened.fiscal_year == self.notebook.fiscal_year:
            self._show_lines(opened.lines)
        if opened.leaf is not None:
            self.notebook.correct(opened.leaf)

    def put_in_place(self) -> None:
        """Show what was made, once this itself stands in the window: it is dressed only then."""
        self._stack.insertWidget(0, self.panes)
        self._stack.setCurrentIndex(0)

    def enter(self) -> None:
        """Put the focus where one left off, else into the first input."""
        fields = self.pane.form.fields
        if fields:
            self.pane.form.go_to(self._key or next(iter(fields)))
        else:
            self.list.setFocus()

    def make_rest(self) -> None:
        """Make what is not seen first, a piece at a time: keys typed meanwhile come in between."""
        if self.pane.form.make_more() or self.side.furnish_more():
            self._rest.start()

    def keep_place(self) -> None:
        """Remember what is open for the next start."""
        leaf = self.notebook.leaf
        if leaf is not None:
            key = self.pane.form.current_key or self._key
            self._settings.place = Place(leaf.measure.code, leaf.fiscal_year, key)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at files, to be taken in."""
        self.errands.take_in(paths)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's actions do here, by their names."""
        return {
            "import": lambda: self.take_in(()),
            "hand_over": self.errands.hand_over,
            "submit": self.errands.submit,
            "print": self.errands.print,
            "undo": self.notebook.undo,
            "redo": self.notebook.redo,
            "history": lambda: self.errands.show_history(self.pane.form.current_key or self._key),
            "search": self._search,
            "next_check": self.side.next_check,
            "previous_measure": lambda: self._step(-1),
            "next_measure": lambda: self._step(1),
            "previous_year": lambda: self.pane.header.step(-1),
            "next_year": lambda: self.pane.header.step(1),
            "list": lambda: self.panes.unfold(self.list),
            "side": lambda: self.panes.unfold(self.side),
            "facts": self.pane.header.toggle_facts,
            "flow": self.side.show_flow,
            "glossary": lambda: self.errands.explain(*self.pane.form.current_terms[:1]),
        }

    # What the notebook says

    def _hear_notebook(self) -> None:
        self.notebook.lines_changed.connect(self._show_lines)
        self.notebook.line_changed.connect(self._show_line)
        self.notebook.leaf_opened.connect(self._open)
        self.notebook.leaf_changed.connect(self._update)
        self.notebook.refused.connect(self._refused)
        self.notebook.stepped.connect(self._stepped)

    def _show_lines(self, lines: tuple[MeasureLine, ...]) -> None:
        self._lines = lines
        self.list.show_lines(lines)
        if not lines:
            year = fiscal_year_name(self.notebook.fiscal_year)
            self.said.emit(sentence("frame.no_measures", year=year), "note")

    def _show_line(self, line: MeasureLine) -> None:
        self._line = line
        self.list.update_line(line)

    def _open(self, leaf: Leaf) -> None:
        self.list.select(leaf.measure.code)
        goal, self._goal = self._goal, NOWHERE
        self._key = goal.key if goal[:2] == (leaf.measure.code, leaf.fiscal_year) else ""
        if not self.pane.form.fields:
            self._open_first(leaf)
            return
        self.pane.show_leaf(leaf, another=True)
        self._show(leaf)
        if self._key:
            self.pane.form.go_to(self._key)

    def _open_first(self, leaf: Leaf) -> None:
        """The list has come together with its page; who enters goes to the item."""
        self.pane.show_first(leaf, self._key)
        self._show(leaf, next((x for x in self._lines if x.measure == leaf.measure.code), None))

    def _update(self, leaf: Leaf) -> None:
        self.pane.show_leaf(leaf, another=False)
        self._show(leaf, self._line)  # which has come just before it

    def _show(self, leaf: Leaf, line: MeasureLine | None = None) -> None:
        """``line``: its row, where that is known."""
        self.side.show_leaf(leaf)
        line = line or line_of(leaf)
        self.filled.emit(line.filled, line.wanted)
        year = fiscal_year_name(leaf.fiscal_year)
        self.titled.emit(self._department, year, leaf.due, self._done(line))

    def _done(self, line: MeasureLine) -> str:
        """In words that everything of the year is handed in, or 確定; "" where it is not."""
        every = [line if one.measure == line.measure else one for one in self._lines]
        states = {one.state for one in every if one.evaluated}
        if states == {DepartmentState.CONFIRMED}:
            return sentence("frame.all_confirmed")
        handed_in = {DepartmentState.CONFIRMED, DepartmentState.SUBMITTED}
        return sentence("frame.all_submitted") if states and states <= handed_in else ""

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.said.emit(sentence("frame.not_done", reason=error.text), "error")
        else:
            self.broken.emit(error)
        if self.notebook.leaf is not None:
            self.list.select(self.notebook.leaf.measure.code)

    def _stepped(self, undone: Undone | None) -> None:
        if undone is None:
            self.said.emit(sentence("frame.nothing_to_take_back"), "plain")
            return
        leaf = undone.leaf
        item = items.item_of(leaf.plan, leaf.measure, leaf.fiscal_year, undone.key)
        self.pane.form.go_to(items.place_of(undone.key))
        what = f"{leaf.measure.code} {item.label if item else undone.key}"
        self.said.emit(sentence("frame.taken_back", what=what), "ok")

    # What the parts say

    def _hear_parts(self) -> None:
        form, header = self.pane.form, self.pane.header
        self.list.chosen.connect(self._choose)
        header.year_chosen.connect(self._choose_year)
        header.word_wanted.connect(self.errands.explain)
        form.typed.connect(self._typed)
        form.field_left.connect(self.notebook.flush)
        form.candidate_chosen.connect(self.notebook.choose)
        form.history_wanted.connect(self.errands.show_history)
        form.word_wanted.connect(self.errands.explain)
        form.section_changed.connect(self.side.show_section)
        self.side.wanted.connect(self._go_to)
        self.side.enlarged.connect(self.errands.print)
        self.panes.folded.connect(self.folded)
        self.errands.wanted.connect(self._go_to_page)

    def _typed(self, key: str, text: str) -> None:
        self._key = items.place_of(key)
        self.typing.emit()
        self.notebook.type(key, text)

    def _choose(self, code: str) -> None:
        self.panes.fold()
        self.notebook.open(code)

    def _choose_year(self, fiscal_year: int) -> None:
        if self.notebook.leaf is not None:
            self.notebook.open(self.notebook.leaf.measure.code, fiscal_year)

    def _go_to(self, key: str) -> None:
        self.panes.fold()
        self.pane.form.go_to(key)

    def _go_to_page(self, measure: str, fiscal_year: int, key: str) -> None:
        self._goal = Place(measure, fiscal_year, key)
        self.notebook.open(measure, fiscal_year)

    def _search(self) -> None:
        self.panes.unfold(self.list)
        self.list.focus_search()

    def _step(self, by: int) -> None:
        """The measure before or after the open one, in the order of the list."""
        leaf, codes = self.notebook.leaf, [line.measure for line in self._lines]
        if leaf is not None and leaf.measure.code in codes:
            at = codes.index(leaf.measure.code) + by
            if 0 <= at < len(codes):
                self.notebook.open(codes[at])
