"""検索: one field, and what was found while one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imari_desk.desk.office.finding import PARTS, Found, Question
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.kit import Card, ChoiceField, LineField, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.search.before import Before
from imari_desk.gui.office.search.delegate import FoundDelegate
from imari_desk.gui.office.search.rows import FoundModel, Passage, Role, rows_of
from imari_desk.gui.work import Work

PAUSE = 150  # milliseconds without a key press before what was typed is looked for


class SearchPage(QWidget):
    """Words, where to look, and the items they stand in. The newest question alone is answered."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._work = Work(hand.background, self)
        self._years: dict[str, int] = {}
        self._asking: Question | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.ask_now)
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def refresh(self) -> None:
        """Bring the choices, and look again: something may have been written."""
        desk = self._hand.desk
        self._hand.ask(
            lambda: (desk.office.years(), desk.office.whole.departments()), self._choices
        )

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"search": self.begin}

    def begin(self) -> None:
        """Put the keys into the field, what stands there selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def ask_now(self) -> None:
        """Look for what stands in the field, after what is being looked for now."""
        self._timer.stop()
        if self._asking is None:
            self._ask(self._question())

    # Asking

    def _question(self) -> Question:
        parts = {sentence(f"office.search.part.{part}"): part for part in PARTS}
        department = self.department.text()
        return Question(
            self.field.text(),
            self._years.get(self.year.text(), 0),
            "" if department == sentence("office.search.any_department") else department,
            parts.get(self.part.text(), ""),
        )

    def _ask(self, question: Question) -> None:
        self._asking = question
        desk = self._hand.desk
        self._hand.notebook.flush()
        self._work.ask(lambda: desk.office.whole.search(question), self._found, self._failed)

    def _found(self, found: Found) -> None:
        self._asking = None
        newest = self._question()
        if newest != found.question:
            self._ask(newest)  # what was typed since
        else:
            self._show(found)

    def _failed(self, error: Exception) -> None:
        self._asking = None
        self._hand.fail(error)

    def _show(self, found: Found) -> None:
        self.rows.scrollToTop()
        self._model.show_rows(rows_of(found))
        facts = {"count": f"{found.total:,}", "shown": len(found.hits)}
        if not found.question.words.strip():
            self._said.setText(sentence("office.search.hint"))
        elif not found.total:
            self._said.setText(sentence("office.search.none"))
        else:
            more = found.total > len(found.hits)
            code = "office.search.count_first" if more else "office.search.count"
            self._said.setText(sentence(code, **facts))
        self._stack.setCurrentIndex(1 if found.hits else 0)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, Passage):
            hit = row.hit
            self._remember()
            here = self._hand.fiscal_year
            other = here if here in hit.years else hit.years[-1]
            self._hand.go_to(hit.measure, hit.fiscal_year or other, hit.key)

    def _remember(self) -> None:
        """Words that led somewhere are offered again."""
        self._hand.settings.remember_words(self.field.text())
        self.before.show_recent(self._hand.settings.words)

    def _again(self, words: str) -> None:
        self.field.setText(words)
        self.begin()
        self.ask_now()

    # Where to look

    def _choices(self, found: tuple[tuple[int, ...], tuple[str, ...]]) -> None:
        years, departments = found
        self._years = {fiscal_year_name(year): year for year in years}
        self.year.offer((sentence("office.search.any_year"), *self._years))
        self.department.offer((sentence("office.search.any_department"), *departments))
        self.before.show_recent(self._hand.settings.words)
        if self.field.text().strip():
            self.ask_now()

    # How it is made

    def _make(self) -> None:
        self.field = LineField()
        self.field.set_names(sentence("office.search.field"), sentence("office.search.hint"))
        self.field.setClearButtonEnabled(True)
        any_year = sentence("office.search.any_year")
        any_department = sentence("office.search.any_department")
        parts = (sentence(f"office.search.part.{part}") for part in PARTS)
        self.year = ChoiceField((any_year,), required=True)
        self.department = ChoiceField((any_department,), required=True)
        self.part = ChoiceField((sentence("office.search.any_part"), *parts), required=True)
        for field, code in (
            (self.year, "year"),
            (self.department, "department"),
            (self.part, "part"),
        ):
            field.set_names(sentence(f"office.search.{code}"), "")
        self._said = Text(sentence("office.search.hint"), "support", wrap=True)
        self._model = FoundModel(self)
        self.rows = Rows()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(FoundDelegate(self.rows))
        self.rows.setAccessibleName(sentence("office.search.results"))
        self.before = Before()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        self._head = PageHead(sentence("office.page.search"))
        self._card, self._stack = Card(), QStackedWidget()
        self._stack.addWidget(self.before)
        self._stack.addWidget(self.rows)
        self._top, self._filters, self._inside = (
            QVBoxLayout(),
            QHBoxLayout(),
            QVBoxLayout(self._card),
        )
        for field in (self.year, self.department, self.part):
            self._filters.addWidget(field)
        self._filters.addStretch(1)
        self._top.addWidget(Text(sentence("office.search.field"), "label"))
        self._top.addWidget(self.field)
        self._top.addLayout(self._filters)
        self._top.addWidget(self._said)
        self._inside.addWidget(self._stack)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._head)
        self._page.addLayout(self._top)
        self._below = QVBoxLayout()
        self._below.addWidget(self._card)
        self._page.addLayout(self._below, 1)

    def _connect(self) -> None:
        self.field.edited.connect(lambda _text: self._timer.start())
        self.field.returnPressed.connect(self._into_rows)
        for choice in (self.year, self.department, self.part):
            choice.edited.connect(lambda _text: self.ask_now())
        self.rows.entered_row.connect(self._open)
        self.before.chosen.connect(self._again)

    def _into_rows(self) -> None:
        """Enter in the field looks at once, and goes on into what was found."""
        self.ask_now()
        first = self._model.first_passage()
        if first.isValid():
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self.rows.setCurrentIndex(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._into_rows()
        elif event.key() == Qt.Key.Key_Escape and self.rows.hasFocus():
            self.begin()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.begin()

    def _dress(self) -> None:
        side = look.px(24)
        self._page.setContentsMargins(0, 0, 0, side)
        self._page.setSpacing(look.px(12))
        self._top.setContentsMargins(side, 0, side, 0)
        self._top.setSpacing(look.px(8))
        self._filters.setSpacing(look.px(12))
        self._below.setContentsMargins(side, 0, side, 0)
        self._inside.setContentsMargins(1, look.px(4), 1, look.px(8))
