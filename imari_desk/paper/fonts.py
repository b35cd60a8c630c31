"""The typefaces: BIZ UDPGothic, and what stands in for it or for what it lacks."""

from __future__ import annotations

from collections.abc import Collection
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


def families(known: Collection[str]) -> tuple[str, ...]:
    """Of the families a machine knows those to print with, best first.

    Raises MachineError where there is no Japanese one among them.
    """
    found = tuple(name for name in (WANTED, *FALLBACKS) if name in known)
    if not found:
        raise MachineError("paper.no_font")
    return found


def notice(known: Collection[str]) -> str:
    """What to tell the user about the typeface; "" where it is the right one."""
    first = families(known)[0]
    return "" if first == WANTED else sentence("paper.other_font", font=first)
