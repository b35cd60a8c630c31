"""How everything looks: colours, sizes, type and signs, light and dark, at any zoom."""

from imari_desk.gui.look.colours import Tokens, Tone
from imari_desk.gui.look.current import apply, follow, font, is_dark, px, tokens, tone, zoom
from imari_desk.gui.look.signs import SIGNS, paint_sign, sign_icon

__all__ = [
    "SIGNS",
    "Tokens",
    "Tone",
    "apply",
    "follow",
    "font",
    "is_dark",
    "paint_sign",
    "px",
    "sign_icon",
    "tokens",
    "tone",
    "zoom",
]
