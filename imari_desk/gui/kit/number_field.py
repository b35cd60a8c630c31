"""A number with its unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imari_desk.domain.items import Item, ItemKind, Section
from imari_desk.domain.numbers import canonical
from imari_desk.domain.numerals import narrow
from imari_desk.gui import look
from imari_desk.gui.kit.line_field import LineField
from imari_desk.gui.kit.reading import Reading
from imari_desk.gui.kit.text import Text


class NumberField(QWidget):
    """A number, right aligned, the unit behind it. Full width and 漢数字 are converted.

    ``kind`` EVENTS takes several numbers, 11・7. What is not certainly a number stays as typed.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        unit: str = "",
        *,
        kind: ItemKind = ItemKind.NUMBER,
        width: int = 104,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item = Item("", "", "", kind, Section.INDICATORS, unit=unit)
        self._width = width
        self.line = LineField(clean=_narrowed)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unit = Text(unit)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line)
        self._row.addWidget(self._unit)
        self._unit.setVisible(bool(unit))
        self._reading = Reading(self.line, self._meaning, self._news)
        self.setFocusProxy(self.line)
        self.line.edited.connect(self.edited)
        self.line.left.connect(self.left)
        look.follow(self._dress)

    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        self.line.show_text(text)

    def set_locked(self, locked: bool, reason: str) -> None:
        self.line.set_locked(locked, reason)

    def set_names(self, name: str, description: str) -> None:
        self.line.set_names(name, "　".join(filter(None, (self._item.unit, description))))

    def set_fault(self, fault: bool) -> None:
        self.line.set_fault(fault)

    def _news(self, text: str, meaning: str) -> str:
        same = meaning == text.replace(",", "")
        return "" if same else f"{meaning} {self._item.unit}".strip()

    def _meaning(self, text: str) -> str:
        """The number it certainly is, "" where nobody can say."""
        read = canonical(self._item, text)
        return read.value if read.certain else ""

    def _dress(self) -> None:
        self._row.setSpacing(look.px(8))
        self.line.setFixedWidth(look.px(self._width))


def _narrowed(text: str) -> str:
    """Full-width digits and signs as their half-width forms, character by character."""
    return "".join(narrow(c) or c for c in text)
