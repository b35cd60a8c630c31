"""One evaluation as the office reviews it: head, grades, table, bar."""

from __future__ import annotations

from PySide6.QtCore import Signal

from imari_desk.desk.office.reviewing import ReviewPage
from imari_desk.domain.era import short_year
from imari_desk.domain.states import SETTLED, OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Card, Text
from imari_desk.gui.office.review.bar import Bar
from imari_desk.gui.office.review.cards import Cards
from imari_desk.gui.office.review.head import Head
from imari_desk.gui.office.review.table import Table


class EvaluationView(Card):
    """Shows a ReviewPage; what is done in it is said by the parts' signals.

    ``typed(str key, str text)`` of an item of the office.
    """

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.page: ReviewPage | None = None
        self.head, self.cards, self.table, self.bar = Head(), Cards(), Table(), Bar()
        self.empty = Text(sentence("office.review.none_open"), "support", wrap=True)
        upper = Column(self.head, self.cards, gap=10, margins=(20, 14, 20, 10))
        middle = Column(gap=0, margins=(20, 0, 8, 0))
        middle.addWidget(self.table, 1)
        body = Column(self.empty, upper, gap=0)
        body.addLayout(middle, 1)
        body.addWidget(self.bar)
        self.setLayout(body)
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
            sentence("office.review.column.last_year", year=short_year(year - 1)),
            sentence("office.review.column.this_year", year=short_year(year)),
            sentence("office.review.column.remarks"),
        )
        self.table.show_rows(page.rows, heads, open_=open_ and handed_in, another=another)
        self.bar.show_page(page, another=another, open_=open_)

    def _show_parts(self, *, there: bool) -> None:
        for part in (self.head, self.cards, self.table, self.bar):
            part.setVisible(there)
        self.empty.setVisible(not there)
