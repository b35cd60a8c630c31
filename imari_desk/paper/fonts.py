"""The typefaces: BIZ UDPGothic, and what stands in for it or for what it lacks."""

from __future__ import annotations

from functools import lru_cache

import typst

from imari_desk.domain.errors import MachineError
from imari_desk.domain.words import sentence

WANTED = "BIZ UDPGothic"
# In order: the first that is installed stands in, the others supply rare characters.
FALLBACKS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "IPAexGothic",
    "IPAGothic",
    "Yu Gothic",
    "Meiryo",
    "MS Gothic",
    "MS PGothic",
)


@lru_cache(maxsize=1)
def installed() -> typst.Fonts:
    """The machine's fonts, searched once: that takes longer than a sheet."""
    return typst.Fonts(include_embedded_fonts=False)


def families(fonts: typst.Fonts) -> tuple[str, ...]:
    """The families to print with, best first.

    Raises MachineError where no Japanese font is installed at all.
    """
    known = set(fonts.families())
    found = tuple(name for name in (WANTED, *FALLBACKS) if name in known)
    if not found:
        raise MachineError("paper.no_font")
    return found


def notice(fonts: typst.Fonts | None = None) -> str:
    """What to tell the user about the typeface; "" where it is the right one."""
    first = families(fonts or installed())[0]
    return "" if first == WANTED else sentence("paper.other_font", font=first)
