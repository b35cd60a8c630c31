"""The frame of a section: a rule, its number and title, a hint, and what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Part, Row
from imari_desk.gui.kit import Rule, Text
from imari_desk.gui.kit.keys import show_in_place

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf
    from imari_desk.gui.form.field import Field
    from imari_desk.gui.form.live import Live


class SectionBox(QWidget):
    """One numbered part of the form. The number depends on which parts a page has."""

    def __init__(self, id: str, hint: str = "") -> None:
        super().__init__()
        self.id = id
        self.title = sentence(f"form.title.{id}")
        self._number = Text("", "subject")
        self._head = Text(self.title, "head")
        self._hint = Text(hint, "support", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rule = Rule()
        self.head = Row(self._number, self._head, gap=8)
        self.head.addWidget(self._hint, 1)
        self._column = Column(self._rule, self.head, gap=10, margins=(0, 0, 0, 6))
        self.setLayout(self._column)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; gives the fields by key."""
        raise NotImplementedError

    def show_live(self, live: Live) -> None:
        """Follow what is typed, where something here follows from it."""

    def add(self, *parts: Part) -> None:
        """Put something below what is there."""
        for part in parts:
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            elif part is not None:
                self._column.addLayout(part)

    def show_hint(self, hint: str) -> None:
        self._hint.setText(hint)

    def show_place(self, number: int) -> None:
        """The how-manieth part of the page this is; the first has no rule above it."""
        self._number.setText(str(number))
        show_in_place(self._rule, number > 1)
        self.setAccessibleName(f"{number} {self.title}")
