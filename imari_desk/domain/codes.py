"""Measure codes as people and programs write them: 「行－②」「行一2」「行 - (２)」 are one code.

A code is letters, a dash and a number. Nothing here knows which letters a plan uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize, numeric

LONGEST = 40  # characters; a longer text is no code
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_DASHES = re.compile("[\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\ufe58\ufe63\uff0d]")
# 一 (the kanji) and ー (the long vowel) are dashes only where no other dash stands.
_PARTS = re.compile(
    r"(?P<head>(?:[^-](?:.*?[^-])??)??)"  # neither begins nor ends with a dash
    r"(?P<dash>-+|(?<=.)[一ー])?"
    r"\(?(?P<number>[0-9]+)\)?\.?"
)
_GROUPED = re.compile(r"\(([0-9]+)\)")


def measure_code(text: str) -> str | None:
    """The one spelling codes are compared by, 「行-②」; None for a text that is no code.

    The dash is U+002D; numbers to 50 are circled, greater ones are plain digits.
    """
    parts = _parts(_without_blanks(text))
    return _written(*parts, circled=True) if parts else None


def tidy_code(text: str) -> str | None:
    """The code as written, with blanks gone and a plain dash; its number keeps its style."""
    shown = _without_blanks(text)
    parts = _parts(shown)
    return _written(*parts, circled=not shown[-1].isdecimal()) if parts else None


def matching_code(text: str, codes: Iterable[str]) -> str | None:
    """The one of a plan's codes that the text means, in the plan's spelling; else None."""
    wanted = measure_code(text)
    if wanted is None:
        return None
    return next((code for code in codes if measure_code(code) == wanted), None)


def _without_blanks(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and category(c) != "Cf")


@lru_cache(maxsize=1024)
def _parts(shown: str) -> tuple[str, int] | None:
    """Letters and number; no letters for a bare number."""
    if len(shown) > LONGEST:
        return None
    # Circled and other enclosed numbers go into brackets so that neighbours stay apart.
    grouped = "".join(_grouped(c) for c in shown)
    folded = _without_blanks(normalize("NFKC", _DASHES.sub("-", grouped)))
    found = _PARTS.fullmatch(folded)
    if found is None:
        return None
    head = _ungrouped(found["head"])
    together = bool(head) if found["dash"] else not head or head[-1].isalpha()
    return (head, int(found["number"])) if together else None


def _grouped(character: str) -> str:
    if category(character) != "No" or not float(numeric(character)).is_integer():
        return character
    return f"({int(numeric(character))})"


def _ungrouped(head: str) -> str:
    """The letters with bracketed numbers laid bare: 「1-(2)」 is 「1-2」."""
    bare = _GROUPED.sub(r"\1", head)
    return bare if bare == head else _ungrouped(bare)


def _written(head: str, number: int, *, circled: bool) -> str:
    shown = _CIRCLED[number] if circled and number < len(_CIRCLED) else str(number)
    return f"{head}-{shown}" if head else shown
