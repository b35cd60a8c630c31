"""A printed sheet on the screen: its pages, and where the sections of the form stand on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

CUT = "cut"


class Spot(NamedTuple):
    """Where a section of the form stands: page from 0, millimetres from its upper left corner.

    ``section`` is the value of a Section, or CUT for a text whose end is on an extra page.
    """

    section: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The pages as SVG, the very pages that are printed, and where everything stands on them."""

    pages: tuple[bytes, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def overflows(self) -> bool:
        """Whether a text did not fit and goes on on an extra page (別紙)."""
        return any(spot.section == CUT for spot in self.spots)
