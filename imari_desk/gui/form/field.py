"""One item on the form: its label, its input, and everything that is said about the answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.items import Item, ItemKind
from imari_desk.domain.plan import Term
from imari_desk.domain.words import sentence
from imari_desk.gui.form.draft import Draft
from imari_desk.gui.form.field_head import FieldHead
from imari_desk.gui.form.last_year import LastYearBox, LastYearLine
from imari_desk.gui.form.live import as_shown
from imari_desk.gui.form.placing import Placement, Placing
from imari_desk.gui.form.remarks import Remarks
from imari_desk.gui.form.standing import Standing
from imari_desk.gui.kit import Editor, TextField

_GRAVE = (Severity.MISSING, Severity.CONTRADICTION)


class Field(QWidget):
    """Binds one item to one input.

    A section whose inputs stand in one line lays their ``remarks`` out below that line: then
    ``remarks_inside`` is False.
    """

    edited = Signal(object, str)  # this field, the text
    left = Signal()
    history_wanted = Signal(str)
    candidate_chosen = Signal(str, str)
    word_wanted = Signal(str)
    replied = Signal(str, str)  # to a comment: the key of what is said, the text

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
        self.head = FieldHead(above=placement in (Placement.ABOVE, Placement.PAIR))
        self.remarks = Remarks()
        self._item: Item | None = None
        self._draft = Draft()
        self._standing = Standing()
        self._visited = False
        self._rewriting = False
        self._past = LastYearBox() if placement is Placement.PAIR else LastYearLine()
        self._placing = Placing(self, placement, editor, self.head, self._past)
        if isinstance(editor, TextField):
            editor.foot.insertWidget(0, self.remarks.faults, 100)
        if remarks_inside:
            self._placing.add_below(self.remarks)
        self._connect()

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
        return self.remarks.faults.texts

    @property
    def speaks(self) -> bool:
        """Whether somebody has said something here: a fault, a comment, two answers."""
        return bool(self.faults or self._standing.comments) or self.in_conflict

    @property
    def in_conflict(self) -> bool:
        return self._standing.in_conflict

    def has_focus(self) -> bool:
        now = QApplication.focusWidget()
        widget = self.editor.widget()
        return now is not None and (now is widget or widget.isAncestorOf(now))

    def go(self) -> None:
        """Put the focus where this item is answered: the input, or the choice between answers."""
        if self.in_conflict and not self._rewriting:
            self.remarks.go()
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
        if self._draft.come(standing.stored, self.text):
            self.editor.show_text(standing.stored)
            self._draft.open(self.text)
        if not self.has_focus():
            self._settle()
        self._rewriting = self._rewriting and standing.in_conflict
        if standing == self._standing:  # a save changes little but the answer itself
            self._show_taken()
        else:
            self._show(standing)

    def set_required(self, required: bool) -> None:
        """Whether the item must be answered, as it stands on the screen."""
        self.head.show_required(required and not self._standing.lock)

    def set_active(self, active: bool) -> None:
        """Whether the focus is here."""
        self.head.show_history(active)

    # Inside

    def _connect(self) -> None:
        self.editor.edited.connect(self._typed)
        self.editor.left.connect(self._leave)
        self.head.history_wanted.connect(lambda: self.history_wanted.emit(self.key))
        self.head.label.word_wanted.connect(self.word_wanted)
        self.remarks.chosen.connect(lambda value: self.candidate_chosen.emit(self.key, value))
        self.remarks.rewritten.connect(self._rewrite)
        self.remarks.said.connect(self.replied)
        self.remarks.left.connect(self.left)
        self._past.taken.connect(self._take)

    def _show(self, standing: Standing) -> None:
        if standing.lock != self._standing.lock:
            self.editor.set_locked(bool(standing.lock), standing.lock)
        self._standing = standing
        self.set_required(standing.required)
        self._past.show_answer(self.head.text, standing)
        self._show_taken()
        if self._item is not None:
            self.remarks.show_standing(standing, self._item)
        self._placing.show_input(not self.in_conflict or self._rewriting)
        self.head.show_conflict(len(standing.candidates) if self.in_conflict else 0)
        self.head.show_aside(standing.aside)
        self._show_faults()

    def _show_taken(self) -> None:
        """Only texts are marked: the same name or choice again is nothing to look at twice."""
        last = self._standing.last
        same = bool(last) and self.editor.text() == last
        self.head.show_taken(same and self._item is not None and self._item.kind is ItemKind.TEXT)
        self._past.show_offer(not same and not self._standing.lock)

    def _show_faults(self) -> None:
        """What is merely missing is not told before the person has been here."""
        told = tuple(f for f in self._standing.findings if self._tells(f))
        self.remarks.tell(told, self._standing)
        self.editor.set_fault(any(f.severity in _GRAVE for f in told))
        self._name(told)

    def _tells(self, finding: Finding) -> bool:
        missing = finding.severity is Severity.MISSING
        return not self.in_conflict and (self._visited or not missing)

    def _name(self, told: tuple[Finding, ...]) -> None:
        required = sentence("form.told_required") if self._standing.required else ""
        parts = (required, *(f.text for f in told), *(c.text for c in self._standing.comments))
        description = self._standing.lock or "　".join(filter(None, parts))
        self.editor.set_names(self.head.text, description)

    def _rewrite(self) -> None:
        """The first text to go on from; nothing is written before something is changed."""
        self._rewriting = True
        if self._item is not None and self._item.kind is ItemKind.TEXT:
            self.editor.show_text(self._standing.candidates[0].value)
        self._placing.show_input(True)
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
        self.left.emit()

    def _settle(self) -> None:
        """Nobody is typing here: a saved answer reads as it was understood."""
        now = self.text
        self._draft.rest(now)
        if not self._draft.unsaved(now) and self.editor.text() != now:
            self.editor.show_text(now)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(self._placing.least_width(least.width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placing.fit(event.size().width())
