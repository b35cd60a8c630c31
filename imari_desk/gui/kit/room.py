"""How large a window of its own opens: as it wants to be, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look

_FRAME = 40  # pixels of the screen left to the window's own frame


def open_at(window: QWidget, width: int, height: int) -> None:
    """Let the window be that large, in pixels at 100 %, as far as the screen has room."""
    room = window.screen().availableGeometry().size() - QSize(_FRAME, _FRAME)
    window.resize(QSize(look.px(width), look.px(height)).boundedTo(room))
