"""The plan's terms explained: a card beside the word, and a small window with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from imari_desk.desk.leaf import searchable
from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import Kind, Line
from imari_desk.gui.kit import Button, Card, LineField, Text
from imari_desk.gui.list_window import ListWindow

WIDTH = 360  # of a card, pixels at 100 %


class GlossaryWindow(ListWindow):
    """All terms, with a field to search words and explanations at once."""

    def __init__(self, terms: Sequence[Term], parent: QWidget | None = None) -> None:
        super().__init__(sentence("words.title"), parent)
        self.terms = tuple(terms)
        self._found: tuple[Term, ...] = ()
        self.search = LineField()
        self.search.set_names(sentence("words.search"), sentence("words.search_help"))
        self._label = Text(sentence("words.search"), "label")
        self.said.setText(sentence("words.note"))
        self.said.setVisible(True)
        self.above.addWidget(self._label)
        self.above.addWidget(self.search)
        self.rows.setAccessibleName(sentence("words.list"))
        self.search.edited.connect(self._filter)
        self.search.installEventFilter(self)
        self._filter("")

    def show_word(self, word: str = "") -> None:
        """Open the window, at a word where one is given."""
        self.search.show_text("")
        self._filter("")
        self.show()
        self.raise_()
        self.activateWindow()
        here = next((n for n, term in enumerate(self._found) if term.word == word), None)
        if here is None:
            self.search.setFocus()
            return
        self.rows.setCurrentIndex(self.lines.index(here))
        self.rows.scrollTo(self.lines.index(here))
        self.rows.setFocus()

    @property
    def found(self) -> tuple[Term, ...]:
        """The terms shown."""
        return self._found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The down arrow leads from the field to the list."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() == QEvent.Type.KeyPress and self._found:
            self.rows.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = searchable(text).split()
        self._found = tuple(t for t in self.terms if _matches(t, words))
        self.lines.show([_line(term) for term in self._found])
        nothing = sentence("words.none", text=text) if not self._found else ""
        self.message.say(nothing, "plain")
        if self._found:
            self.rows.setCurrentIndex(self.lines.index(0))


class WordCard(Card):
    """One term explained where it stands; any key or click elsewhere takes it away.

    ``all_wanted(str)``: the whole glossary, at that word.
    """

    all_wanted = Signal(str)

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.term = term
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(term.word, "subject"))
        if term.expansion:
            self._column.addWidget(Text(term.expansion, "support", wrap=True))
        self._column.addWidget(Text(term.text, "body", wrap=True))
        self.more = Button(sentence("words.all"), "link")
        self.more.clicked.connect(self._lead_on)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(sentence("words.title"))
        self.setAccessibleDescription(f"{term.word}　{term.expansion}　{term.text}")
        look.follow(self._dress)

    def show_at(self, place: QPoint) -> None:
        """Show the card below a point of the screen, moved so that all of it is seen."""
        self.ensurePolished()  # its edge counts
        self.setFixedWidth(look.px(WIDTH))
        self.resize(self.width(), self.heightForWidth(self.width()))
        screen = QGuiApplication.screenAt(place) or self.screen()
        room = screen.availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = min(max(place.y(), room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.more.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.close()
        else:
            super().keyPressEvent(event)

    def _lead_on(self) -> None:
        word = self.term.word
        self.close()
        self.all_wanted.emit(word)

    def _dress(self) -> None:
        side = look.px(16)
        self._column.setContentsMargins(side, look.px(12), side, look.px(12))
        self._column.setSpacing(look.px(4))


class Glossary(QObject):
    """Explains words in front of a window: the card at the word, or all words in theirs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._all: GlossaryWindow | None = None

    def explain(self, word: str, terms: Sequence[Term]) -> None:
        """Explain a word beside what has the focus; without one, or one unknown, show all."""
        term = next((t for t in terms if t.word == word), None)
        if term is None:
            self.show_all(terms)
            return
        card = WordCard(term, self._window)
        card.all_wanted.connect(lambda there: self.show_all(terms, there))
        near = QApplication.focusWidget() or self._window
        card.show_at(near.mapToGlobal(QPoint(0, near.height() + look.px(4))))

    def show_all(self, terms: Sequence[Term], word: str = "") -> None:
        """The window with all words."""
        if self._all is None or self._all.terms != tuple(terms):
            self._all = GlossaryWindow(terms, self._window)
        self._all.show_word(word)


def _matches(term: Term, words: Sequence[str]) -> bool:
    text = searchable(f"{term.word}\n{term.expansion}\n{term.text}")
    return all(word in text for word in words)


def _line(term: Term) -> Line:
    return Line(Kind.REMARK, term.word, term.text, term.expansion)
