"""The house's own widgets: one look, one behaviour, no knowledge of evaluations.

Each is imported when it is first asked for: the first window to be painted needs four of them,
and must not wait for what numbers and dates bring along.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imari_desk.gui.kit.button import Button
    from imari_desk.gui.kit.choice_field import ChoiceField
    from imari_desk.gui.kit.date_field import DateField
    from imari_desk.gui.kit.editor import Editor
    from imari_desk.gui.kit.flag_field import FlagField
    from imari_desk.gui.kit.focus_ring import FocusRing
    from imari_desk.gui.kit.line_field import LineField
    from imari_desk.gui.kit.message import LineMessage
    from imari_desk.gui.kit.number_field import NumberField
    from imari_desk.gui.kit.progress import Progress
    from imari_desk.gui.kit.segments import Segments
    from imari_desk.gui.kit.surfaces import Card, Rule, Well
    from imari_desk.gui.kit.text import Chip, Text
    from imari_desk.gui.kit.text_field import TextField

_HOMES = {
    "Button": "button",
    "Card": "surfaces",
    "Chip": "text",
    "ChoiceField": "choice_field",
    "DateField": "date_field",
    "Editor": "editor",
    "FlagField": "flag_field",
    "FocusRing": "focus_ring",
    "LineField": "line_field",
    "LineMessage": "message",
    "NumberField": "number_field",
    "Progress": "progress",
    "Rule": "surfaces",
    "Segments": "segments",
    "Text": "text",
    "TextField": "text_field",
    "Well": "surfaces",
}


def __getattr__(name: str) -> type:
    """Import a widget when it is asked for, and keep it. Raises AttributeError for others."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    widget: type = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = widget
    return widget


__all__ = [
    "Button",
    "Card",
    "Chip",
    "ChoiceField",
    "DateField",
    "Editor",
    "FlagField",
    "FocusRing",
    "LineField",
    "LineMessage",
    "NumberField",
    "Progress",
    "Rule",
    "Segments",
    "Text",
    "TextField",
    "Well",
]
