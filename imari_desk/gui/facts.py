"""計画の内容: what the plan says of a measure, its years in line with the timeline above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from imari_desk.domain.plan import Indicator, Term
from imari_desk.domain.words import sentence
from imari_desk.gui.form.terms import explained
from imari_desk.gui.kit import Rule, Text
from imari_desk.gui.look import follow, px, tokens
from imari_desk.gui.terms import linked_word, with_terms
from imari_desk.gui.timeline import NAMES, RIGHT

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SHARE = 0.42  # of the window's height, at most


class Passage(QLabel):
    """Text of the plan, led for reading; Tab and Enter reach its terms as the mouse does."""

    word_wanted = Signal(str)

    def __init__(self, text: str, glossary: tuple[Term, ...]) -> None:
        super().__init__()
        self._plain, self._glossary = text, glossary
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        self.setAccessibleName(text)
        self.linkActivated.connect(lambda link: self.word_wanted.emit(linked_word(link)))
        self.linkHovered.connect(self._explain)
        follow(self._dress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab arrives at the first term, Shift+Tab at the last."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        """Where there is no term there is nothing to stop at."""
        text = with_terms(self._plain, self._glossary, tokens().text)
        self.setText(f'<p style="line-height:140%;margin:0">{text}</p>')
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if "<a " in text else policy.NoFocus)

    def _explain(self, link: str) -> None:
        term = next((t for t in self._glossary if t.word == linked_word(link)), None)
        if term is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(QCursor.pos(), explained(term), self)


class Facts(QScrollArea):
    """The plan's passages about a measure; as high as they are, up to a share of the window.

    Signals: ``word_wanted(str)`` a term whose explanation is wanted.
    """

    word_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: QGridLayout | None = None
        self._row = 0
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(sentence("head.facts"))
        follow(self._fit)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show what the plan says of this page's measure."""
        content = QWidget()
        content.setProperty("kit", "scrolled")
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Rule())
        self._grid = QGridLayout()
        outer.addLayout(self._grid)
        self._row = 0
        measure = leaf.measure
        self._add_wide(leaf, "head.summary", measure.summary)
        self._add_wide(leaf, "head.effect", measure.effect)
        schedule = [measure.schedule.get(y, "") for y in leaf.plan.years]
        self._add_years(leaf, "head.schedule", schedule)
        asked = ["\n".join(measure.milestones.get(y, ())) for y in leaf.plan.years]
        self._add_years(leaf, "head.milestones", asked)
        indicators = "\n".join(_told(indicator) for indicator in measure.indicators)
        self._add_wide(leaf, "head.indicators", indicators)
        self._grid.setColumnMinimumWidth(0, px(NAMES))
        for column in range(len(leaf.plan.years)):
            self._grid.setColumnStretch(column + 1, 1)
        self.setWidget(content)
        self._fit()

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    # Rows

    def _add_wide(self, leaf: Leaf, label: str, text: str) -> None:
        years = len(leaf.plan.years)
        self._add_label(label)
        assert self._grid is not None
        self._grid.addWidget(
            self._passage(text or sentence("head.none"), leaf), self._row, 1, 1, years
        )
        self._row += 1

    def _add_years(self, leaf: Leaf, label: str, texts: list[str]) -> None:
        self._add_label(label)
        assert self._grid is not None
        for column, text in enumerate(texts, start=1):
            self._grid.addWidget(self._passage(text or "―", leaf), self._row, column)
        self._row += 1

    def _add_label(self, label: str) -> None:
        assert self._grid is not None
        name = Text(sentence(label), "label")
        self._grid.addWidget(name, self._row, 0, Qt.AlignmentFlag.AlignTop)

    def _passage(self, text: str, leaf: Leaf) -> Passage:
        passage = Passage(text, leaf.plan.glossary)
        passage.word_wanted.connect(self.word_wanted)
        return passage

    def _fit(self) -> None:
        """As wide as the timeline's columns, as high as the text, up to a share of the window."""
        content = self.widget()
        if content is None or self._grid is None:
            return
        self._grid.setContentsMargins(0, px(8), 0, px(4))
        self._grid.setHorizontalSpacing(px(6))
        self._grid.setVerticalSpacing(px(8))
        width = max(px(200), self.width() - px(RIGHT))
        height = content.heightForWidth(width)
        content.resize(width, height)
        self.setFixedHeight(min(height, round(self.window().height() * _SHARE)))


def _told(indicator: Indicator) -> str:
    """Name, target, and how a rate is worked out."""
    parts = f"{indicator.numerator} ÷ {indicator.denominator}" if indicator.numerator else ""
    formula = indicator.formula or parts
    told = sentence("head.formula", formula=formula) if formula else ""
    return f"{indicator.heading}　{told}".rstrip()
