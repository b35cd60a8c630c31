"""What every input of the kit offers, so that forms bind them all alike."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


class Editor(Protocol):
    """An input. Text goes in and out as a person reads it; meaning is the domain's business.

    ``edited(str)``: the person changed it; never while an IME composition is open, never from
    ``show_text``. ``left()``: the focus has left the input (and all parts of it).
    """

    edited: SignalInstance
    left: SignalInstance

    def widget(self) -> QWidget:
        """The widget to lay out."""
        ...

    def text(self) -> str:
        """What stands in it now."""
        ...

    def show_text(self, text: str) -> None:
        """Put an answer in without saying edited; the cursor stays where it can."""
        ...

    def set_locked(self, locked: bool, reason: str) -> None:
        """Let it be read but not changed; the reason is its description."""
        ...

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says: the label, and the help or fault beside it."""
        ...

    def set_fault(self, fault: bool) -> None:
        """Draw, where it has an edge, that something is wrong; the words stand beside it."""
        ...
