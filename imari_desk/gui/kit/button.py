"""Buttons: one filled a screen, the others plain, small, or a link in running text."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from imari_desk.gui import look

Kind = Literal["primary", "plain", "small", "link"]
_MNEMONIC = re.compile(r"[(（]&\w[)）]|&")


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
        super().__init__(parent)
        self._sign = sign
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("signed", bool(sign))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(_MNEMONIC.sub("", text))  # or the letter would be read out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._sign:
            return
        colours = look.tokens()
        ink = colours.on_primary if self._kind == "primary" else colours.primary
        if not self.isEnabled():
            ink = colours.support
        side = look.px(16)
        left = look.px({"small": 10, "link": 4}.get(self._kind, 14))
        painter = QPainter(self)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_sign(painter, place, self._sign, ink)
        painter.end()
