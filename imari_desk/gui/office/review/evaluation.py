"""One evaluation as the office reviews it: head, grades, table, bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.desk.office.reviewing import ReviewPage
from imari_desk.domain.era import short_year
from imari_desk.domain.predecessors import names_of
from imari_desk.domain.states import SETTLED, OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Card, Text
from imari_desk.gui.office.review.bar import Bar
from imari_desk.gui.office.review.cards import Cards
from imari_desk.gui.office.review.head import Head
from imari_desk.gui.office.review.table import Table

_LOW = 480  # pixels at 100 % below which everything scrolls


class EvaluationView(Card):
    """Shows a ReviewPage; what is done in it is said by the parts' signals.

    ``typed(str key, str text)`` of an item of the office.
    """

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.page: ReviewPage | None = None
        self._low = False
        self.head, self.cards, self.table, self.bar = Head(), Cards(), Table(), Bar()
        self.empty = Text(sentence("office.review.none_open"), "support", wrap=True)
        upper = Column(self.head, self.cards, gap=10, margins=(20, 14, 20, 10))
        middle = Column(gap=0, margins=(20, 0, 8, 0))
        middle.addWidget(self.table, 1)
        inside = QWidget()
        inside.setProperty("kit", "scrolled")
        self._inner = Column(upper, gap=0)
        self._inner.addLayout(middle, 1)
        inside.setLayout(self._inner)
        self._area = QScrollArea()  # on a low screen head and grades scroll away
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._outer = Column(self.empty, gap=0)
        self._outer.addWidget(self._area, 1)
        self._outer.addWidget(self.bar)
        self.setLayout(self._outer)
        self.empty.setContentsMargins(20, 20, 20, 20)
        self._show_parts(there=False)
        self.cards.second_chosen.connect(lambda letter: self.typed.emit("second_grade", letter))
        self.bar.view_typed.connect(lambda text: self.typed.emit("office_view", text))

    def show_page(self, page: ReviewPage, *, another: bool) -> None:
        """Show a page, or the same as it stands now."""
        self.page = page
        self._show_parts(there=True)
        open_ = page.state not in SETTLED and not page.leaf.read_only
        handed_in = page.state is not OfficeState.NOT_SUBMITTED
        why = "" if open_ else sentence("office.review.settled")
        self.head.show_page(page, another=another)
        self.cards.show_page(page, open_=open_, why=why)
        year = page.leaf.fiscal_year
        heads = (
            "",
            sentence("office.review.column.planned"),
            _last_year(page.leaf),
            sentence("office.review.column.this_year", year=short_year(year)),
            sentence("office.review.column.remarks"),
        )
        self.table.show_rows(page.rows, heads, open_=open_ and handed_in, another=another)
        self.bar.show_page(page, another=another, open_=open_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the bar scrolls away too: the table must be readable."""
        super().resizeEvent(event)
        low = event.size().height() < look.px(_LOW)
        if low != self._low:
            self._low = low
            here, there = (self._outer, self._inner) if low else (self._inner, self._outer)
            here.removeWidget(self.bar)
            there.addWidget(self.bar)

    def _show_parts(self, *, there: bool) -> None:
        for part in (self._area, self.bar):
            part.setVisible(there)
        self.empty.setVisible(not there)


def _last_year(leaf: Leaf) -> str:
    """The head over last year's answers; of the plan before with the codes they are of."""
    year = short_year(leaf.fiscal_year - 1)
    if not leaf.before:
        return sentence("office.review.column.last_year", year=year)
    return sentence("office.review.column.before", year=year, codes=names_of(leaf.before))
