"""What things stand on: cards, tinted boxes, and the line between sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Card(QFrame):
    """A white sheet with a thin edge and round corners. Lay out in it what you like."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")


class Well(QFrame):
    """A tinted box inside a card, for what belongs closely together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "well")


class Rule(QFrame):
    """A line across, one device-independent pixel high at any zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "rule")
        self.setFixedHeight(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
