"""What one looks at on the right: a part of the plan, from top to bottom, its fields bound."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from imari_desk.domain.plan_draft import Path
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Text
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


class Sheet(QScrollArea):
    """A scrolling column of parts; each is shown at the place the sheet is about."""

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
        """Put the focus on a place."""
        return any(part.go_to(path) for part in reversed(self.parts))
