"""担当課: who answers for which measure this year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.setting_up import SettingUp
from imari_desk.desk.office.year_view import Proposal, Row, YearView
from imari_desk.domain.era import short_year
from imari_desk.domain.errors import DeskError
from imari_desk.domain.succession import Answering, Change, Succession, Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineField, LineMessage, Segments, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.year.grid import Grid, Wide
from imari_desk.gui.office.year.history import history_text
from imari_desk.gui.office.year.measure_model import Column, MeasureModel, Shown
from imari_desk.gui.office.year.preview import Preview
from imari_desk.gui.office.year.reorganise_box import ReorganiseBox
from imari_desk.gui.work import Work

T = TypeVar("T")
_WIDE = 1240  # pixels at 100 % from which on everything above the table stands in one row
_NARROW = 680  # below which there is no room for a label
_LEAST = 200  # pixels the table is high where the page has to be scrolled
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_WIDTHS = (
    Wide(84),
    Wide(180, 2.0),
    Wide(70, gone=1000),
    Wide(150, 1.0),
    Wide(140, 1.0, gone=560),
    Wide(140, 1.0, gone=760),
    Wide(92, gone=860),
)


class DepartmentsPane(QWidget):
    """``changed()``: who answers is another thing now; the page brings everything anew."""

    changed = Signal()

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._work = Work(hand.background, self)
        self._view: YearView | None = None
        self._last: Change | None = None
        self._history_of = ""
        self.model = MeasureModel(self)
        self.table = Grid(self.model, _WIDTHS, self._known)
        self.table.setAccessibleName(sentence("office.year.table"))
        self.table.setAccessibleDescription(sentence("office.year.table_hint"))
        self.search = LineField()
        self.search.set_names(sentence("office.year.search"), sentence("office.year.search_hint"))
        self.shown = _segments("show", [one.value for one in Shown])
        self.since = _segments("from", ["year", "plan"])
        self.since.set_names(sentence("office.year.from"), sentence("office.year.from_hint"))
        self._since_label = Text(sentence("office.year.from"), "label")
        self.list_button = Button(sentence("office.year.list"))
        self.over_button = Button(sentence("office.year.take_over"))
        self.reorganise_button = Button(sentence("office.year.reorganise"))
        self.message = LineMessage()
        self.back_button = Button(sentence("office.year.take_back"), "small")
        self.message.add_button(self.back_button)
        self.box, self.preview = ReorganiseBox(), Preview()
        self.history = Text("", "small", wrap=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        look.follow(self._dress)

    # What is shown

    def show_year(self, view: YearView) -> None:
        again = self._view is not None and self._view.plan.id == view.plan.id
        again = again and self._view is not None and self._view.fiscal_year == view.fiscal_year
        here = self._measure
        self._view = view
        if not again:
            self._forget()
            first = view.fiscal_year == view.plan.first_year
            everybody = len(view.unassigned) == len(view.rows) and not first
            self.since.show_text(sentence(f"office.year.from.{'plan' if everybody else 'year'}"))
            self.since.setVisible(not first)
            self._turn()
        self.model.show_rows(view.rows, again=again)
        self.box.show_year(view)
        can = any(r.predecessors and r.last and not r.department for r in view.rows)
        self.over_button.setVisible(can)
        row = self.model.row_of(here)
        self.table.go_to(max(row, 0), -1 if row >= 0 else Column.DEPARTMENT)
        self._history_of = ""
        self._look_up()

    @property
    def take_back_possible(self) -> bool:
        return self._last is not None

    def take_back(self) -> None:
        """The last change goes again."""
        change, year = self._last, self._setting_up
        if change is not None:
            self._last = None
            done = sentence("office.year.taken_back")
            self._do(lambda: year.take_back(change), lambda _none: self._say(done))

    @property
    def _setting_up(self) -> SettingUp:
        return self._hand.desk.office.setting_up

    @property
    def _measure(self) -> str:
        row = self.table.currentIndex().row()
        rows = self.model.rows
        return rows[row].measure if 0 <= row < len(rows) else ""

    def _known(self) -> Sequence[str]:
        editing = Column(self.table.currentIndex().column())
        known = self._view.known if self._view is not None else ()
        return known if editing is Column.DEPARTMENT else ()

    def _look_up(self) -> None:
        """Who answered over the years for the measure one is at."""
        code, view = self._measure, self._view
        if view is None or code == self._history_of:
            return
        self._history_of = code
        if not code:
            self.history.setText(sentence("office.year.history_none"))
            return
        year = self._setting_up

        def show(found: tuple[Term, ...]) -> None:
            if self._history_of == code and self._view is view:
                self.history.setText(history_text(view, code, found))

        self._hand.ask(lambda: year.history(view.fiscal_year, code), show)

    # What is typed

    def _type_department(self, code: str, text: str) -> None:
        row = self._row(code)
        if not text and self._view is not None and row.since < self._view.fiscal_year:
            facts = {"since": short_year(row.since), "department": row.department}
            self._say(sentence("office.year.still", measure=code, **facts), "note")
            return
        told = "office.year.assigned" if text else "office.year.cleared"
        facts = {"year": short_year(self._hand.fiscal_year), "department": text}
        self._assign([Answering(code, text, row.related)], sentence(told, measure=code, **facts))

    def _type_related(self, code: str, text: str) -> None:
        related = self._setting_up.related_in(text)
        wanted = [Answering(code, self._row(code).department, related)]
        self._assign(wanted, sentence("office.year.related_set", measure=code))

    def _row(self, code: str) -> Row:
        return next(row for row in self.model.rows if row.measure == code)

    def _assign(self, wanted: Sequence[Answering], told: str) -> None:
        year, fiscal_year = self._setting_up, self._hand.fiscal_year
        whole = self.since.text() == sentence("office.year.from.plan")

        def done(change: Change) -> None:
            self._last = change
            self._say(told)

        self._do(lambda: year.assign(fiscal_year, wanted, from_first=whole), done)

    def _do(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Change something; what the world says against it stands in the line."""

        def ended(result: T) -> None:
            done(result)
            self.changed.emit()

        self._ask(job, ended)

    def _ask(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._hand.notebook.flush()
        self._work.ask(job, done, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._hand.broken.emit(error)
        elif self.box.isVisibleTo(self):
            self.box.refuse(error.text)
        else:
            self._say(error.text, "error")

    def _say(self, text: str, tone: look.Tone = "ok") -> None:
        self.message.say(text, tone)
        self.back_button.setVisible(self._last is not None and tone == "ok")

    # Lists and ranges

    def _open_list(self) -> None:
        title, kinds = sentence("office.year.list_title"), sentence("office.year.list_kinds")
        start = str(self._hand.out_folder)
        chosen, _ = QFileDialog.getOpenFileName(self, title, start, kinds)
        if chosen:
            self.read_list(Path(chosen))

    def read_list(self, path: Path) -> None:
        """Show what a list file would change."""
        year, fiscal_year = self._setting_up, self._hand.fiscal_year
        title = sentence("office.year.preview.list", name=path.name)
        self._ask(lambda: year.read_list(fiscal_year, path), lambda f: self._offer(title, f))

    def _take_over(self) -> None:
        year, fiscal_year = self._setting_up, self._hand.fiscal_year
        title = sentence("office.year.preview.plan")
        self._ask(lambda: year.take_over(fiscal_year), lambda f: self._offer(title, f))

    def _paste(self, text: str) -> None:
        """A range with codes is taken by them; one column alone goes down from where one is."""
        lines = [line for line in text.splitlines() if line.strip()]
        if not lines:
            return
        column = Column(max(self.table.currentIndex().column(), 0))
        if not any("\t" in line for line in lines):
            if column not in (Column.DEPARTMENT, Column.RELATED):
                self._say(sentence("list.no_codes"), "note")
                return
            text = self._filled_down(lines, column)
        year, fiscal_year = self._setting_up, self._hand.fiscal_year
        self._ask(lambda: year.read_pasted(fiscal_year, text), self._take_pasted)

    def _filled_down(self, lines: Sequence[str], column: Column) -> str:
        first = self.table.currentIndex().row()
        rows = self.model.rows[first : first + len(lines)]
        heads = [Column.MEASURE, Column.DEPARTMENT, Column.RELATED]
        found = ["\t".join(sentence(f"office.year.column.{c.name.lower()}") for c in heads)]
        for row, text in zip(rows, lines, strict=False):
            related = text if column is Column.RELATED else "、".join(row.related)
            department = text if column is Column.DEPARTMENT else row.department
            found.append("\t".join((row.measure, department, related)))
        return "\n".join(found)

    def _take_pasted(self, found: Proposal) -> None:
        """What is clear is taken at once and can be taken back; the rest is looked at first."""
        if found.faults or any(one.first for one in found.changes):
            self._offer(sentence("office.year.preview.pasted"), found)
        elif found.changes:
            self._take(tuple(one.answering for one in found.changes))
        else:
            self._say(sentence("office.year.pasted_nothing"), "note")

    def _offer(self, title: str, found: Proposal) -> None:
        self.message.say("")
        self.preview.show_proposal(title, found)
        self._show_preview(there=True)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, wanted: Sequence[Answering]) -> None:
        self._show_preview(there=False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._assign(wanted, sentence("office.year.many_assigned", count=len(wanted)))

    def _show_preview(self, *, there: bool) -> None:
        self.preview.setVisible(there)
        for part in (self._tools, self._card, self.history):
            part.setVisible(not there)
        self.box.setVisible(False)

    def _forget(self) -> None:
        """Another year: what was said and offered of the last one goes."""
        self._last = None
        self.message.say("")
        self._show_preview(there=False)

    # 組織改編

    def _open_box(self) -> None:
        self.box.clear()
        self._tools.setVisible(False)
        self.box.setVisible(True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_box(self) -> None:
        self.box.setVisible(False)
        self._tools.setVisible(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reorganise(self, old: str, new: str) -> None:
        year, fiscal_year = self._setting_up, self._hand.fiscal_year

        def done(change: Change) -> None:
            self._last = change
            count = len({(one.plan, one.measure) for one in change.new})
            self.box.clear()
            facts = {"old": old, "new": new, "count": count}
            self._say(sentence("office.year.reorganise.done", **facts))

        self._do(lambda: year.reorganise(fiscal_year, old, new), done)

    def _end(self, one: Succession) -> None:
        year = self._setting_up

        def done(change: Change) -> None:
            self._last = change
            self._say(sentence("office.year.reorganise.ended", old=one.old, new=one.new))

        self._do(lambda: year.dissolve(one), done)

    # Putting it together

    def _connect(self) -> None:
        self.model.department_typed.connect(self._type_department)
        self.model.related_typed.connect(self._type_related)
        self.table.row_changed.connect(lambda _row: self._look_up())
        self.table.pasted.connect(self._paste)
        self.search.edited.connect(self.model.search)
        words = {sentence(f"office.year.show.{one.value}"): one for one in Shown}
        self.shown.edited.connect(lambda text: self.model.show_only(words.get(text, Shown.ALL)))
        self.list_button.clicked.connect(self._open_list)
        self.over_button.clicked.connect(self._take_over)
        self.reorganise_button.clicked.connect(self._open_box)
        self.back_button.clicked.connect(self.take_back)
        self.preview.taken.connect(self._take)
        self.preview.closed.connect(lambda: self._show_preview(there=False))
        self.box.wanted.connect(self._reorganise)
        self.box.ended.connect(self._end)
        self.box.closed.connect(self._close_box)

    def _lay_out(self) -> None:
        self._column, self._tools = QVBoxLayout(self), QWidget()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._both, find, put = QBoxLayout(_BESIDE, self._tools), QHBoxLayout(), QHBoxLayout()
        self._both.setContentsMargins(0, 0, 0, 0)
        find.addWidget(Text(sentence("office.year.search"), "label"))
        find.addWidget(self.search, 1)
        find.addWidget(self.shown)
        find.addStretch(0)
        put.addWidget(self._since_label)
        put.addWidget(self.since)
        put.addStretch(1)
        for button in (self.over_button, self.list_button, self.reorganise_button):
            put.addWidget(button)
        self._rows = (self._both, find, put)
        for row in (find, put):
            self._both.addLayout(row)
        self.over_button.setVisible(False)
        self._card = Card()
        around = QVBoxLayout(self._card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        for part in (self._tools, self.message, self.box):
            self._column.addWidget(part)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self.preview, 1)
        self._column.addWidget(self.history)
        self.box.setVisible(False)
        self.preview.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() / look.zoom() >= _WIDE
        self._both.setDirection(_BESIDE if beside else _BELOW)
        room = self.width() >= look.px(_NARROW)
        self._since_label.setVisible(room and self.since.isVisibleTo(self))

    def _dress(self) -> None:
        self._column.setSpacing(look.px(10))
        for row in self._rows:
            row.setSpacing(look.px(8))
        self._turn()
        self._card.setMinimumHeight(look.px(_LEAST))
        self.preview.setMinimumHeight(look.px(_LEAST))
        self.search.setMinimumWidth(look.px(120))
        self.search.setMaximumWidth(look.px(280))


def _segments(name: str, values: Sequence[str]) -> Segments:
    """Small segments of which one is always chosen, the first one to begin with."""
    made = Segments(tuple(sentence(f"office.year.{name}.{value}") for value in values), small=True)
    made.set_names(sentence(f"office.year.{name}"), "")
    first = sentence(f"office.year.{name}.{values[0]}")
    made.show_text(first)
    made.edited.connect(lambda text: None if text else made.show_text(first))
    return made
