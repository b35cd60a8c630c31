"""One item on the form: its label, its input, and everything that is said about the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.items import Item, ItemKind
from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Grid
from imari_desk.gui.form.comment_box import CommentBox
from imari_desk.gui.form.conflict_box import ConflictBox
from imari_desk.gui.form.draft import Draft
from imari_desk.gui.form.faults import Faults
from imari_desk.gui.form.field_head import FieldHead
from imari_desk.gui.form.last_year import LastYearBox, LastYearLine
from imari_desk.gui.form.live import as_shown
from imari_desk.gui.kit import Editor, TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Candidate, Comment

_NARROW = 560  # below this width what stands beside goes below
_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Placement(Enum):
    """How a field's parts lie."""

    ABOVE = "above"  # the label above the input
    WIDE_LABEL = "wide label"  # the label takes the room, the input stands at its right
    WIDE_INPUT = "wide input"  # a short label, the input takes the room
    PAIR = "pair"  # the label above, last year's answer beside the input
    BARE = "bare"  # the input says itself what it is


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about an answer. Texts as a person reads them."""

    stored: str = ""
    last: str = ""
    last_name: str = ""  # 令和6
    required: bool = False
    findings: tuple[Finding, ...] = ()
    comments: tuple[Comment, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lock: str = ""  # why nothing can be changed


class Field(QWidget):
    """Binds one item to one input.

    ``remarks`` is what is said at length (faults, the office's comments, several answers); a
    section whose inputs stand in one line lays it out below them: then ``remarks_inside`` is
    False.
    """

    edited = Signal(object, str)  # this field, the text
    left = Signal(object)
    history_wanted = Signal(str)
    candidate_chosen = Signal(str, str)
    word_wanted = Signal(str)

    def __init__(
        self,
        editor: Editor,
        placement: Placement = Placement.ABOVE,
        *,
        remarks_inside: bool = True,
    ) -> None:
        super().__init__()
        self.key = ""
        self.editor = editor
        self.head = FieldHead()
        self.remarks = QWidget()
        self._placement = placement
        self._item: Item | None = None
        self._draft = Draft()
        self._standing = Standing()
        self._visited = False
        self._rewriting = False
        self._faults = Faults()
        self._comments: list[CommentBox] = []
        self._conflict: ConflictBox | None = None
        self._past = LastYearBox() if placement is Placement.PAIR else LastYearLine()
        self._past.taken.connect(self._take)
        self._said = Column(self._faults, gap=6)
        self.remarks.setLayout(self._said)
        self._grid = Grid(across=16 if placement is Placement.PAIR else 12)
        self.setLayout(self._grid)
        self._lay_out(remarks_inside=remarks_inside)
        editor.edited.connect(self._typed)
        editor.left.connect(self._leave)
        self.head.history_wanted.connect(lambda: self.history_wanted.emit(self.key))
        self.head.label.word_wanted.connect(self.word_wanted)

    # What the form asks

    @property
    def text(self) -> str:
        """The answer as it reads once it is saved."""
        return as_shown(self._item, self.editor.text()) if self._item else ""

    @property
    def unsaved(self) -> bool:
        """Whether the answer is not what was last said to be stored."""
        return self._draft.unsaved(self.text)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary's words in the label."""
        return self.head.label.terms

    @property
    def faults(self) -> tuple[str, ...]:
        """The sentences that stand below the input."""
        return self._faults.texts

    @property
    def speaks(self) -> bool:
        """Whether somebody has said something here: a fault, a comment, two answers."""
        return bool(self.faults or self._standing.comments) or self.in_conflict

    @property
    def in_conflict(self) -> bool:
        return len(self._standing.candidates) > 1

    def has_focus(self) -> bool:
        now = QApplication.focusWidget()
        widget = self.editor.widget()
        return now is not None and (now is widget or widget.isAncestorOf(now))

    def go(self) -> None:
        """Put the focus where this item is answered: the input, or the choice between answers."""
        target = self._conflict if self.in_conflict and not self._rewriting else None
        if target is not None:
            target.go()
        else:
            self.editor.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Another item, another page, the same page again

    def bind(self, item: Item, label: str, glossary: tuple[Term, ...]) -> None:
        """Stand for this item from now on; ``label`` is how it reads here."""
        self.key, self._item = item.key, item
        self.head.show_label(label, glossary)
        if isinstance(self._past, LastYearLine):
            self._past.offers = item.kind in (ItemKind.LINE, ItemKind.TEXT)

    def open(self, standing: Standing) -> None:
        """Show another page's answer."""
        self._visited = self._rewriting = False
        self.editor.show_text(standing.stored)
        self._draft.open(self.text)
        self._show(standing)

    def update_standing(self, standing: Standing) -> None:
        """The same page again. What is being typed, and what is not saved yet, stays."""
        now = self.text
        if self._draft.come(standing.stored, now):
            self.editor.show_text(standing.stored)
            self._draft.open(self.text)
        if not self.has_focus():
            self._settle()
        if len(standing.candidates) < 2:
            self._rewriting = False
        self._show(standing)

    def set_required(self, required: bool) -> None:
        """Whether the item must be answered, as it stands on the screen."""
        self.head.show_required(required)

    def set_active(self, active: bool) -> None:
        """Whether the focus is here."""
        self.head.show_history(active)

    # Inside

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.set_required(standing.required)
        self.editor.set_locked(bool(standing.lock), standing.lock)
        self._past.show_answer(self.head.text, standing)
        self._show_taken()
        self._show_comments()
        self._show_conflict()
        self._show_faults()

    def _show_taken(self) -> None:
        """Only texts are marked: the same name or choice again is nothing to look at twice."""
        last = self._standing.last
        text = self._item is not None and self._item.kind is ItemKind.TEXT
        self.head.show_taken(text and bool(last) and self.editor.text() == last)

    def _show_faults(self) -> None:
        """What is merely missing is not told before the person has been here."""
        told = tuple(
            f
            for f in self._standing.findings
            if not self.in_conflict and (self._visited or f.severity is not Severity.MISSING)
        )
        self._faults.say(told)
        grave = any(f.severity in (Severity.MISSING, Severity.CONTRADICTION) for f in told)
        set_fault = getattr(self.editor, "set_fault", None)
        if set_fault is not None:
            set_fault(grave)
        self._name(told)

    def _name(self, told: tuple[Finding, ...]) -> None:
        required = sentence("form.told_required") if self._standing.required else ""
        parts = (required, *(f.text for f in told), *(c.text for c in self._standing.comments))
        description = self._standing.lock or "　".join(filter(None, parts))
        self.editor.set_names(self.head.text, description)

    def _show_comments(self) -> None:
        comments = self._standing.comments
        while len(self._comments) < len(comments):
            box = CommentBox()
            self._comments.append(box)
            self._said.addWidget(box)
        for n, box in enumerate(self._comments):
            box.setVisible(n < len(comments))
            if n < len(comments):
                box.show_comment(comments[n])

    def _show_conflict(self) -> None:
        candidates, item = self._standing.candidates, self._item
        if self._conflict is None and self.in_conflict:
            self._conflict = ConflictBox()
            self._conflict.chosen.connect(self._choose)
            self._conflict.rewritten.connect(self._rewrite)
            self._said.insertWidget(0, self._conflict)
        if self._conflict is not None:
            self._conflict.setVisible(self.in_conflict)
            if self.in_conflict and item is not None:
                locked = bool(self._standing.lock)
                self._conflict.show_candidates(candidates, item, locked=locked)
        self.editor.widget().setVisible(not self.in_conflict or self._rewriting)
        self.head.show_conflict(len(candidates) if self.in_conflict else 0)

    def _choose(self, value: str) -> None:
        self.candidate_chosen.emit(self.key, value)

    def _rewrite(self) -> None:
        """The first answer to go on from; nothing is written before something is changed."""
        self._rewriting = True
        if self._item is not None and self._item.kind is ItemKind.TEXT:
            self.editor.show_text(self._standing.candidates[0].value)
        self.editor.widget().show()
        self.editor.widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        if self._item is not None:
            self._draft.type(as_shown(self._item, text))
        self._show_taken()
        self.edited.emit(self, text)

    def _take(self) -> None:
        self.editor.show_text(self._standing.last)
        self._typed(self._standing.last)
        self.editor.widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._visited = True
        self._settle()
        self._show_faults()
        self.left.emit(self)

    def _settle(self) -> None:
        """Nobody is typing here: a saved answer reads as it was understood."""
        now = self.text
        self._draft.rest(now)
        if not self._draft.unsaved(now) and self.editor.text() != now:
            self.editor.show_text(now)

    # Layout

    def _lay_out(self, *, remarks_inside: bool) -> None:
        widget = self.editor.widget()
        if isinstance(self.editor, TextField):
            self.editor.foot.insertWidget(0, self._faults, 1)
            if isinstance(self._past, LastYearBox):
                self._past.box.needs.connect(self.editor.keep_high)
                self.editor.page.installEventFilter(self)
        if self._placement is Placement.BARE:
            self._grid.addWidget(widget, 0, 0)
            self.head.hide()
        else:
            self._arrange(narrow=False)
        if self._placement is Placement.PAIR:
            self._grid.setColumnStretch(0, 62)
            self._grid.setColumnStretch(1, 38)
        if remarks_inside:
            self._grid.addWidget(self.remarks, 4, 0, 1, 2)

    def _arrange(self, *, narrow: bool) -> None:
        """Put head, input and last year's answer in their cells."""
        grid, head, widget = self._grid, self.head, self.editor.widget()
        beside = self._placement in (Placement.WIDE_LABEL, Placement.WIDE_INPUT) and not narrow
        if beside:
            grid.addWidget(head, 0, 0, _MIDDLE)
            grid.addWidget(widget, 0, 1, _MIDDLE)
            grid.setColumnStretch(0 if self._placement is Placement.WIDE_LABEL else 1, 1)
            grid.addWidget(self._past, 3, 0, 1, 2)
            return
        grid.addWidget(head, 0, 0)
        past = self._past
        if not isinstance(past, LastYearBox):
            grid.addWidget(widget, 1, 0, 1, 2)
            grid.addWidget(past, 3, 0, 1, 2)
        elif narrow:
            grid.addWidget(widget, 1, 0, 1, 2)
            grid.addWidget(past, 2, 0, 1, 2)
            grid.addWidget(past.box, 3, 0, 1, 2)
        else:
            grid.addWidget(widget, 1, 0)
            grid.addWidget(past, 0, 1)
            grid.addWidget(past.box, 1, 1, _TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Last year's text stands at the same height as this year's."""
        past = self._past
        if event.type() == QEvent.Type.Resize and isinstance(past, LastYearBox):
            past.box.setFixedHeight(cast(QWidget, watched).height())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < look.px(_NARROW)
        was = 0 < event.oldSize().width() < look.px(_NARROW)
        if narrow != was and self._placement not in (Placement.ABOVE, Placement.BARE):
            self._arrange(narrow=narrow)
            self._grid.invalidate()
