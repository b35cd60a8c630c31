"""The parts of the form as tabs: what is left to do in each, in words, and a jump to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.form.sections import remaining, sections_of
from imari_desk.gui.look import Tone, follow, font, px, tokens, tone
from imari_desk.gui.painted import fill, paint_signed, signed_width

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_HEIGHT = 40
_TWO_LINES = 50  # with the word below the title
_LINE = 20
_PAD = 10
_OPTIONAL = "means"
_GAP = 6


@dataclass(frozen=True, slots=True)
class SectionState:
    """A part of the form and what is left to do in it. ``optional``: nothing in it is asked for."""

    key: str
    title: str
    missing: int = 0
    conflicts: int = 0
    comments: int = 0
    optional: bool = False


def section_states(leaf: Leaf) -> tuple[SectionState, ...]:
    """The parts of a page's form as they stand."""
    left = remaining(leaf)
    return tuple(
        SectionState(
            section.id,
            sentence(f"form.tab.{section.id}"),
            left[section.id].missing,
            left[section.id].conflicts,
            left[section.id].comments,
            optional=section.id == _OPTIONAL and not left[section.id].answered,
        )
        for section in sections_of(leaf)
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a tab says beside its title."""

    word: str
    sign: str
    tone: Tone


def _mark(state: SectionState) -> _Mark:
    """The most pressing thing; done where nothing is left."""
    every: tuple[tuple[str, int, str, Tone], ...] = (
        ("head.tab.comments", state.comments, "back", "warn"),
        ("head.tab.conflicts", state.conflicts, "both", "note"),
        ("head.tab.missing", state.missing, "bang", "error"),
    )
    for code, count, sign, ink in every:
        if count:
            return _Mark(sentence(code, count=count), sign, ink)
    return _Mark("", "circle" if state.optional else "check", "ok")


def _told(state: SectionState) -> str:
    """Everything that is left, as a screen reader says it."""
    counts = {
        "head.tab.comments": state.comments,
        "head.tab.conflicts": state.conflicts,
        "head.tab.missing": state.missing,
    }
    left = [sentence(code, count=count) for code, count in counts.items() if count]
    return "、".join(left) or _quiet_word(state)


def _quiet_word(state: SectionState) -> str:
    return sentence("head.tab.optional" if state.optional else "head.tab.done")


class SectionTab(QRadioButton):
    """One tab. Done: a tick and the title. Else: the title, a sign and 「残り1」.

    ``two_lines``: the sign and the word stand below the title.
    """

    def __init__(self, state: SectionState, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.two_lines = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(state)

    def show_state(self, state: SectionState) -> None:
        self.state = state
        self._title = f"{self.number} {state.title}"
        told = _told(state)
        self.setText(f"{self._title}、{told}")
        self.setToolTip(f"{self._title}　{told}")
        self.setAccessibleDescription(sentence("head.tab.help", number=self.number))
        self.update()

    def wanted(self, *, two_lines: bool) -> float:
        """The width that shows all of it."""
        face, mark = font(14, bold=True), _mark(self.state)
        title = QFontMetricsF(face).horizontalAdvance(self._title)
        word = signed_width(mark.word, face)
        if two_lines:
            return 2 * px(8) + max(title, word)
        return 2 * px(_PAD) + title + px(_GAP) + word

    def hitButton(self, pos: QPoint) -> bool:
        """The whole tab, not the words alone."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, mark, chosen = tokens(), _mark(self.state), self.isChecked()
        if self.underMouse() and not chosen:
            fill(painter, self.rect(), colours.hover)
        painter.setFont(font(14, bold=chosen or bool(mark.word)))
        quiet = colours.primary if chosen else colours.support
        ink = QColor(tone(mark.tone)[0] if mark.word else quiet)
        title = QColor(colours.primary) if chosen else ink
        if self.two_lines:
            self._paint_two_lines(painter, mark, title, ink)
        else:
            self._paint_line(painter, mark, title, ink)
        if chosen:
            bar = QRectF(0, self.height() - px(3), self.width(), px(3))
            fill(painter, bar, colours.primary)
        painter.end()

    def _paint_line(self, painter: QPainter, mark: _Mark, title: QColor, ink: QColor) -> None:
        """✓ before the title, or 「残り1」 behind it."""
        if not mark.word:
            width = signed_width(self._title, painter.font())
            place = QRectF((self.width() - width) / 2, 0, width, self.height())
            paint_signed(painter, place, self._title, mark.sign, ink)
            return
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._title)
        behind = signed_width(mark.word, painter.font())
        left = (self.width() - width - px(_GAP) - behind) / 2
        painter.setPen(title)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, width + px(2), self.height()), middle, self._title)
        place = QRectF(left + width + px(_GAP), 0, behind, self.height())
        paint_signed(painter, place, mark.word, mark.sign, ink)

    def _paint_two_lines(self, painter: QPainter, mark: _Mark, title: QColor, ink: QColor) -> None:
        metrics = QFontMetricsF(painter.font())
        room = self.width() - px(4)
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(title)
        top = QRectF(0, px(4), self.width(), px(_LINE))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, shown)
        word = mark.word or _quiet_word(self.state)
        if signed_width(word, painter.font()) > self.width():
            word = ""
        width = signed_width(word, painter.font()) - (0 if word else px(3))
        place = QRectF((self.width() - width) / 2, px(4 + _LINE), width, px(_LINE))
        paint_signed(painter, place, word, mark.sign, ink)


class SectionTabs(QWidget):
    """A tab for each part of the form; the one being read is marked. Ctrl+1…9 jumps.

    In little room what is left stands below the titles.

    Signals: ``chosen(str)`` the key of the part to go to.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[SectionTab] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self.setAccessibleName(sentence("head.tabs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda n=number: self._jump(n))
        follow(self._dress)

    @property
    def tabs(self) -> tuple[SectionTab, ...]:
        return tuple(self._tabs)

    @property
    def current(self) -> str:
        """Key of the marked part, "" for none."""
        return next((t.state.key for t in self._tabs if t.isChecked()), "")

    def show_sections(self, sections: tuple[SectionState, ...]) -> None:
        """Show these parts; the same parts again keep focus and mark."""
        if sections == tuple(tab.state for tab in self._tabs):
            return
        if [s.key for s in sections] == [t.state.key for t in self._tabs]:
            for tab, state in zip(self._tabs, sections, strict=True):
                tab.show_state(state)
        else:
            self._make_tabs(sections)
        self._place()

    def set_current(self, key: str) -> None:
        """Mark the part the form has scrolled to."""
        for tab in self._tabs:
            if tab.state.key == key:
                tab.setChecked(True)

    # What Qt asks

    def minimumSizeHint(self) -> QSize:
        return QSize(px(44) * max(1, len(self._tabs)), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # Making

    def _make_tabs(self, sections: tuple[SectionState, ...]) -> None:
        for old in self._tabs:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._tabs = [SectionTab(s, n, self) for n, s in enumerate(sections, start=1)]
        for tab in self._tabs:
            self._group.addButton(tab)
            tab.show()
        if self._tabs:
            self._tabs[0].setChecked(True)

    def _place(self) -> None:
        """In one line where there is room; else with the words below; else titles are cut."""
        two_lines = sum(tab.wanted(two_lines=False) for tab in self._tabs) > self.width()
        widths = [tab.wanted(two_lines=two_lines) for tab in self._tabs]
        room = self.width() / max(1.0, sum(widths))
        share = min(1.0, room) if not two_lines else room
        height = px(_TWO_LINES if two_lines else _HEIGHT)
        self.setFixedHeight(height)
        left = 0.0
        for tab, width in zip(self._tabs, widths, strict=True):
            right = left + width * share
            tab.two_lines = two_lines
            tab.setGeometry(round(left), 0, round(right) - round(left), height)
            left = right

    def _clicked(self, tab: QRadioButton) -> None:
        if isinstance(tab, SectionTab):
            self.chosen.emit(tab.state.key)

    def _jump(self, number: int) -> None:
        if number <= len(self._tabs):
            self._tabs[number - 1].click()

    def _dress(self) -> None:
        self._place()
