"""Two or more answers to one item, side by side, with what differs marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel

from imari_desk.domain.differences import SpanKind, differences
from imari_desk.domain.items import Item, ItemKind
from imari_desk.domain.numbers import shown
from imari_desk.domain.wording import characters
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.kit import Button, Text

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Candidate

_NARROW = 560  # below this width the answers stand one below the other


class _CandidateCard(QFrame):
    """One answer, who gave it and where it stood."""

    wanted = Signal(str)

    def __init__(self, candidate: Candidate, item: Item, place: int, others: str) -> None:
        super().__init__()
        self._value, self._item, self._others = candidate.value, item, others
        person = candidate.person or sentence("form.conflict_nobody")
        where = sentence("form.conflict_typed", when=moment(candidate.noted_at))
        if candidate.source:
            facts = {"when": moment(candidate.noted_at), "source": candidate.source}
            where = sentence("form.conflict_taken", person=person, **facts)
            person = sentence("form.conflict_file")
        self._answer = QLabel()
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.RichText)
        self._answer.setProperty("role", "body")
        self._use = Button(sentence("form.conflict_use", n=place), "small")
        self._use.setAccessibleName(sentence("form.conflict_use_name", n=place, person=person))
        self._use.clicked.connect(lambda: self.wanted.emit(self._value))
        count = sentence("form.conflict_length", count=characters(candidate.value))
        length = Text(count if item.kind is ItemKind.TEXT else "", "support")
        foot = Row(self._use, None, length)
        who, told = Text(person, "subject"), Text(where, "support", wrap=True)
        self.setLayout(Column(who, told, self._answer, None, foot, margins=(14, 10, 14, 12)))
        look.follow(self._dress)

    def go(self) -> None:
        self._use.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_locked(self, locked: bool) -> None:
        self._use.setVisible(not locked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.setBrush(QColor(colours.field))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.end()

    def _dress(self) -> None:
        mine, other = shown(self._item, self._value), shown(self._item, self._others)
        empty = sentence("form.conflict_empty")
        self._answer.setText(f'<p style="line-height:150%;margin:0">{_marked(mine, other)}</p>')
        self._answer.setAccessibleName(mine or empty)


class ConflictBox(QFrame):
    """Says that there are several answers and lets one choose, or write anew."""

    chosen = Signal(str)
    rewritten = Signal()  # the person wants to write anew

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Candidate, ...] = ()
        self._cards: list[_CandidateCard] = []
        self._head = Text("", "body", wrap=True)
        self._side_by_side = Turning(_NARROW, gap=12)
        self._rewrite = Button("", "link")
        self._rewrite.clicked.connect(self.rewritten)
        kept = Text(sentence("form.conflict_kept"), "support")
        foot = Row(self._rewrite, None, kept)
        content = Column(self._head, self._side_by_side, foot, margins=(16, 12, 16, 8))
        self.setLayout(content)

    def show_candidates(
        self, candidates: tuple[Candidate, ...], item: Item, *, locked: bool
    ) -> None:
        """Show these answers, the first as number 1."""
        if candidates != self._shown:
            self._shown = candidates
            self._build(item)
        for card in self._cards:
            card.set_locked(locked)
        self._rewrite.setVisible(not locked)

    def go(self) -> None:
        """Put the focus on the first choice."""
        self._cards[0].go()

    def _build(self, item: Item) -> None:
        for card in self._cards:
            self._side_by_side.remove(card)
            card.hide()
            card.deleteLater()
        count = len(self._shown)
        self._head.setText(sentence("form.conflict_head", count=count))
        self._cards = []
        for n, candidate in enumerate(self._shown):
            other = self._shown[1 if n == 0 else 0].value
            card = _CandidateCard(candidate, item, n + 1, other)
            card.wanted.connect(self.chosen)
            self._cards.append(card)
            self._side_by_side.add(card, 1)
            card.show()
        self._rewrite.setText(sentence("form.conflict_rewrite", n=count + 1))
        self.setAccessibleName(self._head.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone("note")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(tint))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.end()


def _marked(mine: str, other: str) -> str:
    """The text as HTML with what the other does not have marked."""
    colour = look.tokens().mark
    style = f"background-color:{colour};text-decoration:underline"
    parts = []
    for kind, text in differences(mine, other):
        piece = escape(text).replace("\n", "<br>")
        if kind is SpanKind.SAME:
            parts.append(piece)
        elif kind is SpanKind.GONE:
            parts.append(f'<span style="{style}">{piece}</span>')
    return "".join(parts) or escape(sentence("form.conflict_empty"))
