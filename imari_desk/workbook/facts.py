"""What the sheets of one workbook share, and what a stored value means by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from imari_desk.workbook.source import CellKind
from imari_desk.workbook.values import Numbers, Shown, Texts, date_text, iso_date_text

_TRUTHS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


@dataclass(frozen=True, slots=True)
class BookFacts:
    """``strings``: the shared ones. ``formats``: cell format → meaning, plain ones left out.

    ``numbers`` and ``texts`` hold what is already worked out: forms repeat themselves.
    """

    strings: Sequence[str]
    formats: Mapping[str, Shown]
    since_1904: bool
    numbers: Numbers = field(default_factory=Numbers)
    texts: Texts = field(default_factory=Texts)

    def value(self, mark: str, style: str, stored: str) -> tuple[CellKind, str, bool]:
        """Kind, text ("" for nothing) and whether a percentage.

        ``mark``: the cell's type as written, ``style``: its format; "" where not given.
        ValueError or IndexError for what no program writes.
        """
        if mark == "s":
            return CellKind.TEXT, self._shared(stored), False
        if mark in ("", "n"):
            return self._number(style, stored)
        if mark == "b":
            return CellKind.BOOL, _TRUTHS.get(stored.strip(), stored.strip()), False
        if mark == "e":
            return CellKind.ERROR, stored.strip(), False
        if mark == "d":
            return CellKind.DATE, iso_date_text(stored), False
        return CellKind.TEXT, self.texts[stored], False

    def _shared(self, stored: str) -> str:
        if not stored.strip():
            return ""
        index = int(stored)
        if index < 0:
            raise ValueError(stored)
        return self.strings[index]

    def _number(self, style: str, stored: str) -> tuple[CellKind, str, bool]:
        try:
            number = self.numbers[stored]
        except ValueError:
            return CellKind.TEXT, self.texts[stored], False
        shown = self.formats.get(style or "0")
        if shown is Shown.DATE:
            try:
                return CellKind.DATE, date_text(float(number), self.since_1904), False
            except (ValueError, OverflowError):
                return CellKind.NUMBER, number, False
        return CellKind.NUMBER, number, shown is Shown.PERCENT
