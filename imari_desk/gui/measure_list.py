"""The list of measures: search, filters, and the rows to open a page from."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.kit import Button, Card, LineField, Text
from imari_desk.gui.look import follow, px, sign_icon, tokens
from imari_desk.gui.measure_model import MeasureModel
from imari_desk.gui.measure_tree import MeasureTree

if TYPE_CHECKING:
    from imari_desk.desk.leaf import MeasureLine

PAUSE = 150  # milliseconds without a key press before the list is searched
NARROW = 168  # pixels at 100 % below which only codes are shown


class Filter(Enum):
    """Which measures are shown; the value is the last part of its sentence's code."""

    ALL = "all"
    GAPS = "gaps"
    RETURNED = "returned"
    UNSENT = "unsent"

    @property
    def word(self) -> str:
        return sentence(f"list.filter.{self.value}")

    def lets(self, line: MeasureLine) -> bool:
        """Whether a measure is among those it shows."""
        settled = line.state is DepartmentState.CONFIRMED
        match self:
            case Filter.ALL:
                return True
            case Filter.GAPS:
                return line.missing > 0 and not settled
            case Filter.RETURNED:
                return line.state is DepartmentState.RETURNED or line.comments > 0
            case Filter.UNSENT:
                return line.evaluated and not settled and line.state not in _SENT


_SENT = (DepartmentState.SUBMITTED,)


class SearchField(LineField):
    """A line to search with: Esc empties it, ↓ and Enter go on into what was found."""

    emptied = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.emptied.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class MeasureList(Card):
    """The measures of this desk. Given little room it shows their codes alone.

    Signals: ``chosen(str)`` the code of the measure to open.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[MeasureLine, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._filter = Filter.ALL
        self._model = MeasureModel(self)
        self.tree = MeasureTree(self._model, self)
        self.search = SearchField(self)
        self._title = Text(sentence("list.title"), "subject")
        self._count = Text("", "support")
        self._choice = Button("", "small", parent=self)
        self._menu = QMenu(self._choice)
        self._show_all = Button(sentence("list.show_all"), "link", parent=self)
        self._nothing = Text("", "small", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._head = QHBoxLayout()
        self._search_row = QWidget(self)
        self._lay_out()
        self._name()
        self._connect()
        self._refilter()
        follow(self._dress)

    def show_lines(self, lines: tuple[MeasureLine, ...]) -> None:
        """Show another list, or the same one brought up to date."""
        self._lines = lines
        self._refilter()

    def update_line(self, line: MeasureLine) -> None:
        """Bring one row up to date. It stays in sight even where the filter would now drop it."""
        self._lines = tuple(line if one.measure == line.measure else one for one in self._lines)
        if not self._model.update_line(line):
            self._refilter()

    def select(self, code: str) -> None:
        """Mark the measure whose page is open; "" for none."""
        self.tree.show_opened(code)

    def focus_search(self) -> None:
        """Go to the search field, its words marked to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_every(self) -> None:
        """No search and no filter."""
        self.search.show_text("")
        self._set_filter(Filter.ALL)

    # What Qt asks

    def minimumSizeHint(self) -> QSize:
        """A strip of codes."""
        return QSize(px(72), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW)
        self.tree.set_narrow(narrow)
        for part in (self._search_row, self._choice):
            part.setVisible(not narrow)
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._conditions:
            self.show_every()
        else:
            super().keyPressEvent(event)

    # Filtering

    @property
    def _conditions(self) -> bool:
        return bool(self.search.text().strip()) or self._filter is not Filter.ALL

    def _set_filter(self, choice: Filter) -> None:
        self._filter = choice
        self._refilter()

    def _refilter(self) -> None:
        self._timer.stop()
        words = self.search.text()
        lines = tuple(one for one in self._lines if self._filter.lets(one) and one.matches(words))
        self._model.show_lines(lines)
        self._shown = frozenset(line.measure for line in lines)
        self._show_state()

    def _show_state(self) -> None:
        """The count, the choice, and what to say where there is nothing to show."""
        shown, every = len(self._shown), len(self._lines)
        code = "list.count" if shown == every else "list.count_of"
        self._count.setText(sentence(code, count=every, all=every, shown=shown))
        self._choice.setText(self._filter.word)
        self._choice.setAccessibleName(sentence("list.filter", choice=self._filter.word))
        narrow = self.width() < px(NARROW)
        self._title.setVisible(not self._conditions and not narrow)
        self._show_all.setVisible(self._conditions and not narrow)
        self._nothing.setText(sentence("list.no_match" if every else "list.no_lines"))
        self._nothing.setVisible(not shown and not narrow)
        self.tree.setVisible(bool(shown) or narrow)

    def _enter_rows(self) -> None:
        self._refilter()
        if self._shown:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            self.tree.move_to_first()

    def _empty_search(self) -> None:
        """Esc: first the words go, then the filter, then the focus into the rows."""
        if self.search.text():
            self.search.show_text("")
            self._refilter()
        elif self._filter is not Filter.ALL:
            self._set_filter(Filter.ALL)
        else:
            self._enter_rows()

    # Making

    def _lay_out(self) -> None:
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self._choice)
        label = Text(sentence("list.search"), "label")
        label.setBuddy(self.search)
        self._search_box = QHBoxLayout(self._search_row)
        self._search_box.addWidget(label)
        self._search_box.addWidget(self.search, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self._search_row)
        self._rows.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(self._nothing)
        self._rows.addWidget(self.tree, 1)
        self._rows.addStretch(0)

    def _name(self) -> None:
        self.setAccessibleName(sentence("list.title"))
        self.tree.setAccessibleName(sentence("list.title"))
        self.search.set_names(sentence("list.search"), sentence("list.search_help"))
        self.search.setToolTip(sentence("list.search_help"))

    def _connect(self) -> None:
        group = QActionGroup(self._menu)
        for choice in Filter:
            action = QAction(choice.word, self._menu, checkable=True)
            action.setChecked(choice is self._filter)
            action.triggered.connect(lambda _on=False, c=choice: self._set_filter(c))
            group.addAction(action)
            self._menu.addAction(action)
        self._menu.aboutToShow.connect(self._count_choices)
        self._choice.clicked.connect(self._open_menu)
        self._show_all.clicked.connect(self.show_every)
        self._timer.timeout.connect(self._refilter)
        self.search.edited.connect(lambda _text: self._timer.start())
        self.search.emptied.connect(self._empty_search)
        self.search.entered.connect(self._enter_rows)
        self.tree.opened.connect(self.chosen)

    def _open_menu(self) -> None:
        below = self._choice.mapToGlobal(self._choice.rect().bottomLeft())
        self._menu.popup(below)

    def _count_choices(self) -> None:
        """Each choice says how many measures it shows."""
        for action, choice in zip(self._menu.actions(), Filter, strict=True):
            count = sum(choice.lets(line) for line in self._lines)
            action.setText(f"{choice.word}　{sentence('list.count', count=count)}")
            action.setChecked(choice is self._filter)

    def _dress(self) -> None:
        self._rows.setContentsMargins(px(10), px(8), px(4), px(8))
        self._rows.setSpacing(px(6))
        for row in (self._head, self._search_box):
            row.setContentsMargins(0, 0, px(6), 0)
            row.setSpacing(px(8))
        self._choice.setIcon(sign_icon("chevron_down", tokens().primary, 12))
        self._choice.setIconSize(QSize(px(12), px(12)))
        self._choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the word
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
