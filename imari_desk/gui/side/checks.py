"""確認すること: what is missing, odd or asked about on the open page, each a jump to its place."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.kit import Card, Text
from imari_desk.gui.look import follow, px
from imari_desk.gui.side.check_model import CheckKind, CheckModel, CheckRow, rows_of
from imari_desk.gui.side.check_view import CheckView


class ChecksPanel(Card):
    """The list of what to look at, most pressing first.

    Signals: ``wanted(str)`` the key of the item to go to.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CheckModel(self)
        self._page: tuple[str, int] | None = None
        self._visited: tuple[int, CheckRow] | None = None  # the row last gone to, and its place
        self.view = CheckView(self._model, self)
        self._title = Text(sentence("checks.title"), "subject")
        self._count = Text("", "subject")
        self._keys = Text(sentence("checks.next"), "support")
        self._kinds = Text("", "support")
        self._nothing = Text("", "small", wrap=True)
        self._lay_out()
        self.view.chosen.connect(self._go)
        self.setAccessibleName(sentence("checks.title"))
        self.view.setAccessibleName(sentence("checks.title"))
        self.view.setAccessibleDescription(sentence("checks.help"))
        self._show_state(settled=False)
        follow(self._dress)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show what this page asks for; the same page again keeps the row one is at."""
        page = (leaf.measure.code, leaf.fiscal_year)
        if page != self._page:
            self._page, self._visited = page, None
        at = self.view.currentIndex().row()
        here = self.rows[at] if 0 <= at < len(self.rows) else None
        self._model.show_rows(rows_of(leaf))
        if here in self.rows:
            self.view.setCurrentIndex(self._model.index(self.rows.index(here), 0))
        self._show_state(settled=leaf.state is DepartmentState.CONFIRMED)

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """What is listed, from top to bottom."""
        return self._model.rows

    def next(self) -> None:
        """Go to the row after the one last gone to, round to the first.

        Where that one has been settled since, the one that took its place is next.
        """
        if not self.rows:
            return
        place = 0
        if self._visited is not None:
            place, row = self._visited
            place = self.rows.index(row) + 1 if row in self.rows else place
        self._go(self._model.index(place % len(self.rows), 0))

    def _go(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        self._visited = (index.row(), row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self.wanted.emit(row.key)

    def _show_state(self, *, settled: bool) -> None:
        """How many, of which kinds; or that there is nothing."""
        count = len(self.rows)
        self._count.setText(sentence("checks.count", count=count))
        kinds = Counter(row.kind for row in self.rows)
        words = [
            sentence("checks.kind_count", kind=kind.word, count=kinds[kind])
            for kind in CheckKind
            if kinds[kind]
        ]
        self._kinds.setText("　".join(words))
        self._kinds.setVisible(len(words) > 1)
        self._nothing.setText(sentence("checks.settled" if settled else "checks.none"))
        self._nothing.setVisible(not count)
        for part in (self._count, self._keys, self.view):
            part.setVisible(bool(count))

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self._keys)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self._kinds)
        self._rows.addWidget(self._nothing)
        self._rows.addWidget(self.view, 1)
        self._rows.addStretch(0)

    def _dress(self) -> None:
        self._rows.setContentsMargins(px(12), px(10), px(2), px(8))
        self._rows.setSpacing(px(6))
        self._head.setContentsMargins(0, 0, px(10), 0)
        self._head.setSpacing(px(8))
