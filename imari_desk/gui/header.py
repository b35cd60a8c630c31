"""Over the form: which measure, which year, and what the plan says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.facts import Facts
from imari_desk.gui.kit import Button, Card, Chip, Text
from imari_desk.gui.look import follow, font, px
from imari_desk.gui.timeline import RIGHT, Timeline
from imari_desk.gui.year_columns import columns_of

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_TALL = 900  # height of a window at 100 % from which 分野 and ◎ stand below the title


class Title(QLabel):
    """The measure's code and name in one line, cut with … where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def wanted(self) -> int:
        """The width that shows all of it."""
        return QFontMetrics(font(20, bold=True)).horizontalAdvance(self.text()) + px(2)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted, px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(20, bold=True))
        painter.setPen(self.palette().windowText().color())
        elide = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self.text(), elide, self.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), left, text)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.wanted > self.width() else "")


class Header(Card):
    """Title, timeline and the plan's facts; one line of them while the form is scrolled.

    Signals: ``year_chosen(int)`` a fiscal year; ``facts_toggled(bool)`` 計画の内容 was opened or
    closed; ``word_wanted(str)`` a plan term whose explanation is wanted.
    """

    year_chosen = Signal(int)
    facts_toggled = Signal(bool)
    word_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaf: Leaf | None = None
        self._folded = False
        self._title = Title()
        self._priority = Chip(sentence("list.national_priority"), "office", "star")
        self._vision = Text("", "support")
        self._facts_link = Button(sentence("head.facts"), "link", sign="chevron_down", parent=self)
        self._back = Button("", "small", sign="chevron_left", parent=self)
        self._year = Chip()
        self._on = Button("", "small", sign="chevron_right", parent=self)
        self._unfold = Button(sentence("head.five_years"), "link", sign="chevron_down", parent=self)
        self._group = Text("", "support")
        self.timeline = Timeline(self)
        self.facts = Facts(self)
        self._facts_open = False
        self._facts_stale = True  # made when they are opened: most pages are left without
        self._lay_out()
        self._name()
        self._connect()
        self._arrange()
        follow(self._dress)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show the measure and year of a page, or the same page brought up to date."""
        another = self._leaf is None or self._leaf.measure.code != leaf.measure.code
        self._leaf = leaf
        measure = leaf.measure
        self._title.setText(f"{measure.code}　{measure.name}")
        self._vision.setText(sentence("head.vision", action=measure.vision_action))
        group = leaf.plan.groups_by_id[measure.group].name
        field = leaf.plan.field_of(measure).name
        self._group.setText(sentence("list.group", field=field, group=group))
        self.timeline.show_leaf(leaf)
        column = next(c for c in columns_of(leaf) if c.fiscal_year == leaf.fiscal_year)
        self._year.show_word(f"{column.name}　{column.caption}", column.tone, column.sign)
        self._facts_stale = self._facts_stale or another
        self._arrange()

    def fold(self, folded: bool) -> None:
        """Show one line only, or everything again. What was open of the plan stays so."""
        if folded != self._folded:
            self._folded = folded
            self._arrange()

    @property
    def folded(self) -> bool:
        return self._folded

    def show_facts(self, there: bool) -> None:
        """Open or close 計画の内容; opening it unfolds the header."""
        self._facts_open = there
        if there:
            self._folded = False
        self._arrange()
        self.facts_toggled.emit(there)

    def toggle_facts(self) -> None:
        """Open 計画の内容 where it is not in sight, close it where it is."""
        self.show_facts(self._folded or not self._facts_open)

    def step(self, years: int) -> None:
        """Choose the year so many after the open one (before it, where negative), if there is."""
        if self._leaf is None:
            return
        year = self._leaf.fiscal_year + years
        if year in self._leaf.plan.years:
            self.year_chosen.emit(year)

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Making

    def _arrange(self) -> None:
        """What is shown, folded or not, in the room there is."""
        leaf, open_ = self._leaf, not self._folded
        self._show_priority(bool(leaf and leaf.measure.national_priority))
        room = self.width() - px(48) - self._title.wanted - self._priority.sizeHint().width()
        links = self._facts_link.sizeHint().width() + self._vision.sizeHint().width() + px(24)
        self._vision.setVisible(open_ and room >= links)
        self._facts_link.setVisible(open_)
        for part in (self._back, self._year, self._on, self._unfold):
            part.setVisible(self._folded)
        self._group.setVisible(open_ and self.window().height() >= px(_TALL))
        self.timeline.setVisible(open_)
        if leaf and open_ and self._facts_open and self._facts_stale:
            self.facts.show_leaf(leaf)
            self._facts_stale = False
        self.facts.setVisible(open_ and self._facts_open)
        if leaf is not None:
            first, last = leaf.plan.first_year, leaf.plan.last_year
            self._allow(self._back, leaf.fiscal_year > first, "head.first_year")
            self._allow(self._on, leaf.fiscal_year < last, "head.last_year")

    def _show_priority(self, there: bool) -> None:
        """☆ with its word, alone in the folded line."""
        word = sentence("list.national_priority")
        self._priority.show_word("" if self._folded else word, "office", "star")
        self._priority.setAccessibleName(word)
        self._priority.setToolTip(word)
        self._priority.setVisible(there)

    def _allow(self, button: Button, there: bool, why_not: str) -> None:
        """A step beyond the plan's years cannot be taken; the button says why."""
        button.setEnabled(there)
        button.setToolTip(button.accessibleName() if there else sentence(why_not))

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.addWidget(self._title)
        self._line.addWidget(self._priority)
        self._line.addStretch(1)
        for part in (self._vision, self._facts_link, self._back, self._year, self._on):
            self._line.addWidget(part)
        self._line.addWidget(self._unfold)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._line)
        self._rows.addWidget(self._group)
        self._rows.addWidget(self.timeline)
        self._rows.addWidget(self.facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _name(self) -> None:
        self._facts_link.setAccessibleDescription(sentence("head.facts_help"))
        self._unfold.setAccessibleDescription(sentence("head.five_years_help"))
        for button, code in ((self._back, "head.previous_year"), (self._on, "head.next_year")):
            button.setAccessibleName(sentence(code))

    def _connect(self) -> None:
        self.timeline.year_chosen.connect(self.year_chosen)
        self.facts.word_wanted.connect(self.word_wanted)
        self._facts_link.clicked.connect(self.toggle_facts)
        self._unfold.clicked.connect(lambda: self.fold(False))
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))

    def _dress(self) -> None:
        self._rows.setContentsMargins(px(16), px(8), px(4), px(6))
        self._rows.setSpacing(px(4))
        self._line.setContentsMargins(0, 0, px(RIGHT), 0)
        self._line.setSpacing(px(8))
        for button in (self._back, self._on):
            button.setFixedWidth(px(40))
        self._arrange()
