"""The form: one evaluation to write on, laid out by hand, every item bound to one field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from imari_desk.domain.items import ItemKind
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import Live, items_of, live
from imari_desk.gui.form.page import banner, standings_of
from imari_desk.gui.form.reopening import Reopening
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.form.sections import SECTIONS, section_of, sections_of
from imari_desk.gui.kit import LineMessage
from imari_desk.gui.kit.keys import show_in_place

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_WORDS = (ItemKind.TEXT, ItemKind.LINE, ItemKind.DATE)  # nothing is computed from these
_SEEN = "indicators"  # the last section that is seen, at least its beginning, at the top of a page
_PAGE = (20, 12, 16, 24)  # margins
_PLACES = {section.id: n for n, section in enumerate(SECTIONS)}
_PASSES = 4
_DOWN = 48  # pixels scrolled from which the page counts as scrolled
_ABOVE = 56  # pixels left above a field one goes to: its label, and a bit of what is before it


class Form(QWidget):
    """The page of one evaluation.

    Its sections are made when they are first needed: ``show_first`` makes as many as are seen,
    ``make_more`` one more, everything else all that it takes.

    ``typed(key, text)`` at once; ``field_left()``; ``section_changed(id)``, the value of the
    domain section it begins with; ``history_wanted(key)``; ``candidate_chosen(key, value)``;
    ``word_wanted(term)``; ``scrolled(bool)``, away from the top of the page or back to it.
    """

    typed = Signal(str, str)
    field_left = Signal()
    section_changed = Signal(str)
    history_wanted = Signal(str)
    candidate_chosen = Signal(str, str)
    word_wanted = Signal(str)
    scrolled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: Mapping[str, Field] = {}
        self._leaf: Leaf | None = None
        self._section = ""
        self._down = False
        self._active: Field | None = None
        self._heard: set[Field] = set()
        self._places: dict[tuple[str, int], int] = {}
        self.banner = LineMessage()
        self.reopening = Reopening(self.banner, self._opened_rest)
        self._parts: list[SectionBox] = []  # made so far, in reading order
        self._page = QWidget()
        self._page.setProperty("kit", "scrolled")
        self._column = Column(self.banner, None, gap=12, margins=_PAGE)
        self._page.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setViewport(QWidget())  # of one not made here Python looks for its kind
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        self._page.setAccessibleName(sentence("form.page_name"))
        self.setLayout(Column(self._scroll, gap=0))
        self._connect()

    # Pages

    def show_leaf(self, leaf: Leaf) -> None:
        """Another page, where it was left when it was open before, else at the top."""
        self.make_all()
        self._show(leaf)

    def show_first(self, leaf: Leaf, key: str = "") -> None:
        """The page a start begins with: only what is seen of it first is made.

        ``key``: an item one is going to go to, as far as it exists.
        """
        item = items_of(leaf).get(key)
        last = max(_PLACES[_SEEN], _PLACES[section_of(item).id] if item is not None else 0)
        while len(self._parts) <= last:
            self._make()
        self._show(leaf)

    def make_more(self) -> bool:
        """Make one more section of the page; whether there are still others."""
        if len(self._parts) < len(SECTIONS):
            part = self._make()
            if self._leaf is not None:
                self._fill((part,), self._leaf)
        return len(self._parts) < len(SECTIONS)

    def make_all(self) -> None:
        """Make every section of the page there is."""
        while self.make_more():
            pass

    def _show(self, leaf: Leaf) -> None:
        self._remember()
        self._leaf = leaf
        self.fields = {}
        self._fill(self._parts, leaf)
        self._section = ""
        self._place(self._places.get((leaf.measure.code, leaf.fiscal_year), 0))
        self._enter(self._section_at(self._scroll.verticalScrollBar().value()))

    def update_leaf(self, leaf: Leaf) -> None:
        """The same page after a save, an import, an undo: what is being typed stays."""
        self._leaf = leaf
        unsaved = self._unsaved()
        now, opened = live(leaf, unsaved), self.reopening.of(leaf)
        for key, standing in standings_of(leaf, now.required, self.fields, opened).items():
            self.fields[key].update_standing(standing)
        still = self._unsaved()
        self._show_around(leaf, now if still == unsaved else live(leaf, still))

    def go_to(self, key: str) -> None:
        """Scroll to an item and put the focus there; a key the page does not have does nothing."""
        while key not in self.fields and self.make_more():
            pass
        field = self.fields.get(key)
        if field is None:
            return
        field.show()
        self._settle_layout()
        top = field.mapTo(self._page, QPoint(0, 0)).y() - look.px(_ABOVE)
        self._place(top)
        field.go()

    def go_to_section(self, id: str) -> None:
        """Scroll to a section and put the focus into its first input."""
        part = self.section(id)
        if part.isHidden():
            return
        self._settle_layout()
        self._place(part.y() - look.px(4))
        first = next((f for f in self.fields.values() if part.isAncestorOf(f)), None)
        if first is not None:
            first.go()
        self._enter(id)

    def section(self, id: str) -> SectionBox:
        """The section of that id."""
        self.make_all()
        return self._parts[_PLACES[id]]

    @property
    def current_key(self) -> str:
        """The item the focus is in, "" where it is elsewhere."""
        return self._active.key if self._active is not None else ""

    @property
    def current_terms(self) -> tuple[str, ...]:
        """Words of the glossary in the label of the item the focus is in."""
        return tuple(t.word for t in self._active.terms) if self._active is not None else ()

    # Inside

    def _connect(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _make(self) -> SectionBox:
        """Make the section that comes next, below those that are there."""
        made = SECTIONS[len(self._parts)].make()
        self._parts.append(made)
        self._column.insertWidget(len(self._parts), made)  # above them stands the banner
        show_in_place(made, True)  # Qt would take it for hidden till the next event
        return made

    def _fill(self, parts: Sequence[SectionBox], leaf: Leaf) -> None:
        """Let sections stand for the page."""
        fields: dict[str, Field] = {}
        for part in parts:
            fields |= part.bind(leaf)
        self.fields = {**self.fields, **fields}
        self._hear(fields)
        self._number_sections(leaf)
        now, opened = live(leaf, self._unsaved()), self.reopening.of(leaf)
        for key, standing in standings_of(leaf, now.required, fields, opened).items():
            fields[key].open(standing)
        self._show_around(leaf, now)

    def _opened_rest(self) -> None:
        """All of a returned page is wanted."""
        if self._leaf is not None:
            self.update_leaf(self._leaf)

    def _hear(self, fields: Mapping[str, Field]) -> None:
        for field in fields.values():
            if field in self._heard:
                continue
            self._heard.add(field)
            field.edited.connect(self._typed)
            field.left.connect(self.field_left)
            field.history_wanted.connect(self.history_wanted)
            field.candidate_chosen.connect(self.candidate_chosen)
            field.word_wanted.connect(self.word_wanted)
            field.replied.connect(self.typed)

    def _number_sections(self, leaf: Leaf) -> None:
        here = [section.id for section in sections_of(leaf)]
        for part in self._parts:
            if part.id in here:
                part.show_place(here.index(part.id) + 1)

    def _show_around(self, leaf: Leaf, now: Live) -> None:
        """What stands around the fields: figures, proposal, the line on top."""
        self._follow(now)
        self.reopening.show_leaf(leaf)
        text, tone = banner(leaf)
        if text != self.banner.text():
            self.banner.say(text, tone)

    def _follow(self, now: Live) -> None:
        for part in self._parts:
            part.show_live(now)

    def _typed(self, field: Field, text: str) -> None:
        self.typed.emit(field.key, text)
        leaf = self._leaf
        if leaf is None or items_of(leaf)[field.key].kind in _WORDS:
            return
        now = live(leaf, self._unsaved())
        for key, one in self.fields.items():
            one.set_required(key in now.required)
        self._follow(now)

    def _unsaved(self) -> dict[str, str]:
        return {key: f.editor.text() for key, f in self.fields.items() if f.unsaved}

    # Where one is

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        widget = new
        while widget is not None and not isinstance(widget, Field) and widget is not self:
            widget = widget.parentWidget()
        field = widget if isinstance(widget, Field) and widget in self._heard else None
        if field is self._active:
            return
        if self._active is not None:
            self._active.set_active(False)
        self._active = field
        if field is not None:
            field.set_active(True)
            self._enter(self._section_of(field))

    def _section_of(self, field: Field) -> str:
        return next((p.id for p in self._parts if p.isAncestorOf(field)), self._section)

    def _scrolled(self, value: int) -> None:
        down = value > look.px(_DOWN) or (self._down and value > 0)
        if down != self._down:
            self._down = down
            self.scrolled.emit(down)
        if self._active is None or self._active.visibleRegion().isEmpty():
            self._enter(self._section_at(value + self._scroll.viewport().height() // 3))

    def _section_at(self, y: int) -> str:
        shown = [part for part in self._parts if not part.isHidden()]
        passed = [part for part in shown if part.y() <= y]
        return (passed or shown)[-1 if passed else 0].id

    def _enter(self, id: str) -> None:
        if id != self._section:
            self._section = id
            self.section_changed.emit(id)

    def _remember(self) -> None:
        if self._leaf is not None:
            key = (self._leaf.measure.code, self._leaf.fiscal_year)
            self._places[key] = self._scroll.verticalScrollBar().value()

    def _place(self, value: int) -> None:
        """Scroll there; only where that is not the top everything has to be laid out first."""
        if value > 0:
            self._settle_layout()
        self._scroll.verticalScrollBar().setValue(value)

    def _settle_layout(self) -> None:
        """Lay out now what is shown now, so that it can be scrolled to.

        A part that turns as it gets its width asks to be laid out again, hence the passes.
        """
        for _ in range(_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
