"""A field of the plan: its label, its input, and below it what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.plan_draft import Path
from imari_desk.domain.plan_typed import Typing, text_of, value_of
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.form.faults import Faults
from imari_desk.gui.kit import ChoiceField, Editor, FlagField, Text
from imari_desk.gui.office.plan.drafting import Drafting

Words = tuple[tuple[str, object], ...]  # what is chosen from, and the value each stands for


class Box(QWidget):
    """``path`` is the value's own, from where its page begins. ``edited(Path, value)``; ``left()``.

    ``needed`` marks it 必須; ``words`` belong to a choice or a flag. Without a label its editor
    is named by ``name``.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(
        self,
        path: Path,
        editor: Editor,
        name: str,
        typing: Typing = Typing.TEXT,
        *,
        help: str = "",
        words: Words = (),
        labelled: bool = True,
        needed: bool = False,
    ) -> None:
        super().__init__()
        self.path, self.editor, self.name = path, editor, name
        self._typing, self._words, self._help = typing, words, help
        self._faults = Faults()
        self._label = Text(name, "label")
        head = Row(self._label, gap=8)
        if needed:
            head.addWidget(Text(sentence("office.plan.needed"), "required"))
        head.addStretch(1)
        column = Column(gap=6)  # the focus ring ends before label and fault
        if labelled:
            column.addLayout(head)
        if help:
            column.addWidget(Text(help, "support", wrap=True))
        column.addWidget(editor.widget(), 0, _placed(editor))
        column.addWidget(self._faults)
        column.addStretch(1)
        self.setLayout(column)
        editor.set_names(name, help)
        editor.edited.connect(self._say)
        editor.left.connect(self.left)

    def show_value(self, value: object) -> None:
        """Put a value in; what is being typed stays as it is as long as it means the same."""
        if self.value() != (value or self._empty()):
            self.editor.show_text(self._text(value))

    def show_fault(self, texts: Sequence[str]) -> None:
        """Say below the field what is wrong."""
        findings = tuple(Finding("", "", text, Severity.MISSING) for text in texts)
        self._faults.say(findings)
        self.editor.set_fault(bool(texts))
        self.editor.set_names(self.name, "　".join((*texts, self._help)).strip())

    @property
    def faults(self) -> tuple[str, ...]:
        """What is said to be wrong here."""
        return self._faults.texts

    def value(self) -> object:
        """What stands in the field, as the plan writes it."""
        text = self.editor.text()
        if self._words:
            return next((value for word, value in self._words if word == text), text)
        return value_of(self._typing, text)

    def offer(self, words: Words) -> None:
        """Other words to choose from."""
        if words != self._words and isinstance(self.editor, ChoiceField):
            chosen = self.value()
            self._words = words
            self.editor.offer(tuple(word for word, _ in words))
            self.editor.show_text(self._text(chosen))

    def rename(self, label: str, name: str) -> None:
        """Another label, and another name for screen readers."""
        self._label.setText(label)
        self.name = name
        self.editor.set_names(name, self._help)

    def keep_narrow(self, width: int) -> None:
        """Be that wide, in pixels at 100 %."""
        self._width = width
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setFixedWidth(look.px(self._width))

    def go(self) -> None:
        """Put the focus here."""
        self.editor.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _empty(self) -> object:
        return value_of(self._typing, "") if not self._words else ""

    def _text(self, value: object) -> str:
        if self._words:
            found = next((word for word, meant in self._words if meant == (value or "")), None)
            return found if found is not None else str(value or "")
        return text_of(self._typing, value)

    def _say(self, _text: str) -> None:
        self.edited.emit(self.path, self.value())


def _placed(editor: Editor) -> Qt.AlignmentFlag:
    """Choices and flags are as wide as their words; the rest fills the width."""
    narrow = isinstance(editor.widget(), ChoiceField | FlagField)
    return Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)


class Binder(QObject):
    """The boxes of a page, each at its place below the page's own. ``shown()`` after each time."""

    shown = Signal()

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self.root: Path = ()
        self.boxes: list[Box] = []

    def add(self, box: Box) -> Box:
        """Bind a box."""
        self.boxes.append(box)
        box.edited.connect(lambda path, value: self.drafting.put((*self.root, *path), value))
        box.left.connect(self.drafting.rest)
        return box

    def drop(self, box: Box) -> None:
        """Forget a box that goes."""
        self.boxes.remove(box)

    def show_at(self, root: Path) -> None:
        """Show what stands below that place, and what is wrong with it."""
        self.root = root
        for box in self.boxes:
            box.show_value(self.drafting.at((*root, *box.path)))
        self.show_faults()
        self.shown.emit()

    def show_faults(self) -> None:
        """What is wrong, at the box it is about: the one its place begins with."""
        said: dict[Box, list[str]] = {box: [] for box in self.boxes}
        for fault in self.drafting.found.faults:
            box = self.box_of(fault.path)
            if box is not None:
                said[box].append(fault.text)
        for box, texts in said.items():
            box.show_fault(texts)

    def box_of(self, path: Path) -> Box | None:
        """The box a place belongs to: the one that says most of it."""
        at = [
            b for b in self.boxes if path[: len(self.root) + len(b.path)] == (*self.root, *b.path)
        ]
        return max(at, key=lambda box: len(box.path), default=None)

    def go_to(self, path: Path) -> bool:
        """Put the focus on the box of a place, scrolled into sight."""
        box = self.box_of(path)
        if box is None:
            return False
        reveal(box)
        box.go()
        return True


def reveal(widget: QWidget) -> None:
    """Scroll what a widget stands in until it can be seen."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(widget)
