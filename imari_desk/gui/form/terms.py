"""Labels in which the glossary's words are underlined, explained on hover and by key."""

from __future__ import annotations

import re
from html import escape
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolTip

from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.terms import linked_word, with_terms

_SIZE = {"label": 14, "subject": 16}
_LINK = re.compile('href="([^"]*)"')


class TermText(QLabel):
    """Text in which the glossary's words are underlined; hovering one explains it."""

    word_wanted = Signal(str)

    def __init__(self, role: Literal["label", "subject"] = "label", *, wrap: bool = True) -> None:
        super().__init__()
        self.terms: tuple[Term, ...] = ()
        self._shown: tuple[str, tuple[Term, ...]] = ("", ())
        self._role = role
        self._linked = ""
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.linkHovered.connect(self._explain)
        self.linkActivated.connect(lambda link: self.word_wanted.emit(linked_word(link)))
        look.follow(self._dress)

    def show_text(self, text: str, glossary: tuple[Term, ...]) -> None:
        if (text, glossary) != self._shown:
            self._shown = (text, glossary)
            self.setAccessibleName(text)
            self._dress()

    def _dress(self) -> None:
        text, glossary = self._shown
        colours = look.tokens()
        ink = colours.heading if self._role == "label" else colours.text
        linked = with_terms(text, glossary, ink) if glossary else escape(text)
        words = {linked_word(link) for link in _LINK.findall(linked)}
        self.terms = tuple(term for term in glossary if term.word in words)
        self._linked = linked if words else ""
        wide = QFontMetrics(look.font(_SIZE[self._role], True)).horizontalAdvance(text)
        self.setMaximumWidth(wide + look.px(2))  # what follows a short label stands close to it
        self._lead()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lead()

    def _lead(self) -> None:
        """The font's own lines touch: over several lines the text is led."""
        text = self._shown[0]
        body = self._linked or escape(text)
        if 0 < self.width() < self.maximumWidth() and self.wordWrap():
            body = f'<p style="line-height:130%;margin:0">{body}</p>'
        elif not self._linked:
            body = text
        plain = body == text
        self.setTextFormat(Qt.TextFormat.PlainText if plain else Qt.TextFormat.RichText)
        self.setText(body)

    def _explain(self, link: str) -> None:
        word = linked_word(link)
        term = next((t for t in self.terms if t.word == word), None)
        if term is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(QCursor.pos(), explained(term), self)


def explained(term: Term) -> str:
    """A term with its expansion and explanation, for a tooltip."""
    head = f"{term.word}（{term.expansion}）" if term.expansion else term.word
    told = sentence("form.term", head=escape(head), text=escape(term.text))
    return f'<div style="width:{look.px(360)}px">{told}</div>'
