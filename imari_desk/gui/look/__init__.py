"""How everything looks: colours, sizes, type and signs, light and dark, at any zoom.

Signs are imported when the first is asked for: the first paint needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.gui.look.colours import Tokens, Tone
from imari_desk.gui.look.current import (
    STYLE,
    STYLED,
    apply,
    choose,
    dress,
    follow,
    font,
    ground,
    is_dark,
    px,
    tokens,
    tone,
    zoom,
)

if TYPE_CHECKING:
    from imari_desk.gui.look.signs import SIGNS, paint_sign, sign_icon

_SIGNS = ("SIGNS", "paint_sign", "sign_icon")


def __getattr__(name: str) -> object:
    """Import the signs and keep them. Raises AttributeError for other names."""
    if name not in _SIGNS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from imari_desk.gui.look import signs

    globals().update({known: getattr(signs, known) for known in _SIGNS})
    return globals()[name]


__all__ = [
    "SIGNS",
    "STYLE",
    "STYLED",
    "Tokens",
    "Tone",
    "apply",
    "choose",
    "dress",
    "follow",
    "font",
    "ground",
    "is_dark",
    "paint_sign",
    "px",
    "sign_icon",
    "tokens",
    "tone",
    "zoom",
]
