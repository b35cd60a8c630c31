"""What people type into a plan, and how the plan's written form holds it.

What cannot be read stays as typed: the plan's own check says so at its place.
"""

from __future__ import annotations

import re
from enum import Enum

from imari_desk.domain.codes import tidy_code
from imari_desk.domain.era import fiscal_year_name, read_year
from imari_desk.domain.numerals import canonical_number, narrow, plain_number

Value = str | int | bool | list[str]

_BETWEEN = re.compile(r"[・、,，;；/／\s]+")


class Typing(Enum):
    """What is typed at a place of the plan."""

    TEXT = "text"
    PHRASE = "phrase"  # one line, however many it was typed in
    NUMBER = "number"
    YEAR = "year"
    LINES = "lines"  # one text a line
    SHARES = "shares"  # numbers with ・ between them
    CODES = "codes"  # measures' codes with 、 between them


def value_of(typing: Typing, text: str) -> Value:
    """The written form of what was typed; "" or [] for nothing."""
    match typing:
        case Typing.NUMBER:
            return typed_number(text.strip())
        case Typing.YEAR:
            year = read_year(text)
            return year if isinstance(year, int) else text.strip()
        case Typing.PHRASE:
            return "".join(lines_in(text))
        case Typing.LINES:
            return lines_in(text)
        case Typing.SHARES:
            return [typed_number(part) for part in parted(text)]
        case Typing.CODES:
            return [tidy_code(part) or part for part in parted(text)]
        case _:
            return text.strip()


def text_of(typing: Typing, value: object) -> str:
    """How a written value is shown where it was typed; "" for None."""
    if isinstance(value, list):
        between = {Typing.LINES: "\n", Typing.SHARES: "・"}.get(typing, "、")
        return between.join(map(str, value))
    if typing is Typing.YEAR and isinstance(value, int):
        return fiscal_year_name(value)
    return "" if value is None else str(value)


def lines_in(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def parted(text: str) -> list[str]:
    """What stands between ・, commas, strokes and blanks."""
    return [part for part in _BETWEEN.split(text) if part]


def typed_number(text: str, *, percent: bool = False) -> str:
    """A number in plain digits where it is one; else as typed."""
    number = plain_number(narrow(text).removesuffix("%").strip())
    if number is None:
        return text
    return canonical_number(number * 100 if percent else number)
