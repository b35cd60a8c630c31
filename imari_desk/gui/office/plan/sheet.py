"""What one looks at on the right: a part of the plan, from top to bottom, its fields bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from imari_desk.domain.plan_draft import Path
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Rule, Text
from imari_desk.gui.office.plan.box import Binder
from imari_desk.gui.office.plan.drafting import Drafting


class Part(Protocol):
    """What a sheet is made of: boxes that stand alone, lists of entries, bars."""

    def show_at(self, root: Path) -> None:
        """Show what stands below that place."""

    def show_faults(self) -> None:
        """Show what is wrong there."""

    def go_to(self, path: Path) -> bool:
        """Put the focus on a place; False where it is not in this part."""


_SETTLED = 300  # milliseconds until what was made just now is laid out
_AROUND = 80  # pixels at 100 % left above and below what one goes to
Piece = tuple[str, Callable[[], QWidget]]  # a heading, and what makes the part below it


class Sheet(QScrollArea):
    """A scrolling column of parts; each is shown at the place the sheet is about.

    What stands further down is made a piece at a time once the first ones are there: an input is
    dear to make, and the window must not stand still for sixty of them.
    """

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self.drafting = drafting
        self.root: Path = ()
        self.binder = Binder(drafting, self)
        self.parts: list[Part] = [self.binder]
        self.column = Column(gap=14, margins=(20, 4, 20, 20))
        inside = QWidget()
        inside.setProperty("kit", "scrolled")
        inside.setLayout(self.column)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pieces: list[Piece] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._make_next)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self.verticalScrollBar().rangeChanged.connect(lambda *_range: self._keep_in_sight())

    def make_later(self, *pieces: Piece) -> None:
        """Make these, one after the other, each below a heading."""
        self._pieces = list(pieces)
        self._timer.start()

    def make_all(self) -> None:
        """Make what is left now."""
        while self._pieces:
            self._make_next()

    def _make_next(self) -> None:
        if not self._pieces:
            return
        (title, make), *self._pieces = self._pieces
        before = list(self.parts)
        part = make()
        self.column.addWidget(Rule())
        self.head(title)
        self.column.addWidget(part)
        if self._pieces:
            self._timer.start()
        else:
            self.column.addStretch(1)
        for new in [one for one in self.parts if one not in before] or [self.binder]:
            new.show_at(self.root)

    def head(self, text: str) -> Text:
        """A heading before what follows."""
        title = Text(text, "head")
        self.column.addWidget(title)
        return title

    def show_at(self, root: Path) -> None:
        """Show what stands there. What was in sight stays in sight: one looks at the same part
        of one measure after the other."""
        self.root = root
        for part in self.parts:
            part.show_at(root)

    def show_again(self) -> None:
        """The draft is another now."""
        self.show_at(self.root)

    def show_faults(self) -> None:
        """What is wrong is another now."""
        for part in self.parts:
            part.show_faults()

    def enter(self) -> None:
        """Put the focus on the first field."""
        if self.binder.boxes:
            self.binder.boxes[0].go()

    def go_to(self, path: Path) -> bool:
        """Put the focus on a place; what was made just now is kept in sight while it is laid
        out."""
        self.make_all()
        self._settling.start()
        return any(part.go_to(path) for part in reversed(self.parts))

    def _keep_in_sight(self) -> None:
        focused = self.focusWidget()
        if self._settling.isActive() and focused is not None:
            self.ensureWidgetVisible(focused, 0, look.px(_AROUND))
