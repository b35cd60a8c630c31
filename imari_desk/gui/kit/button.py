"""Buttons: one filled a screen, the others plain, small, or a link in running text."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from imari_desk.gui import look

Kind = Literal["primary", "plain", "small", "link"]


class Button(QPushButton):
    """A button. Enter presses it as Space does; ``&`` in the text gives the mnemonic."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        sign: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._sign = sign
        self._kind = kind
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if sign:
            look.follow(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        colours = look.tokens()
        ink = colours.on_primary if self._kind == "primary" else colours.primary
        self.setIcon(look.sign_icon(self._sign, ink))
