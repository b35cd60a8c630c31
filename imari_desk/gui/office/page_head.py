"""The head of a page: its name, in a line what one looks at, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from imari_desk.gui import look
from imari_desk.gui.kit import Text


class PageHead(QWidget):
    """``buttons`` stand at the right, the most wanted last."""

    def __init__(self, title: str, *buttons: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._said = Text("", "support")
        self._row.addWidget(Text(title, "page"))
        self._row.addWidget(self._said, 1)
        for button in buttons:
            self._row.addWidget(button)
        look.follow(self._dress)

    def say(self, *parts: str) -> None:
        """What is looked at: parts with a bar between them; empty ones are left out."""
        self._said.setText("　|　".join(part for part in parts if part))

    def _dress(self) -> None:
        self._row.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        self._row.setSpacing(look.px(16))
