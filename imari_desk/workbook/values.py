"""What a stored value says: number formats, serial dates, escapes, shortest decimals."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from math import isfinite

_LAST_SERIAL = 2_958_465  # 9999-12-31
_FEBRUARY_29_1900 = 60  # a day that never was, kept by spreadsheet programs to this day
_OFFSET_1904 = 1462
_SECONDS = 86_400

_ESCAPE = re.compile(
    r"_x([Dd][89ABab][0-9A-Fa-f]{2})__x([Dd][C-Fc-f][0-9A-Fa-f]{2})_|_x([0-9A-Fa-f]{4})_"
)


def plain_text(stored: str) -> str:
    """A stored text as it was typed: ``_xHHHH_`` decoded once, lines parted by ``\\n``.

    "" for nothing but blanks. Half of a surrogate pair and NUL have no place in a text that is
    to be kept: they stay as the escape they came as.
    """
    if "_x" in stored:
        stored = _ESCAPE.sub(_unescape, stored)
    if "\r" in stored:
        stored = stored.replace("\r\n", "\n")
    return stored if stored and not stored.isspace() else ""


def _unescape(found: re.Match[str]) -> str:
    high, low, single = found.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    code = int(single, 16)
    return found[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)


def number_text(stored: str) -> str:
    """The shortest decimal that gives the same value: "45.200000000000003" → "45.2".

    ValueError for what is no number. Exponents only beyond 21 places.
    """
    stored = stored.strip()
    if stored.isascii() and stored.isdecimal() and stored[0] != "0" and len(stored) <= 15:
        return stored
    value = float(stored)
    if not isfinite(value) or "_" in stored:
        raise ValueError(stored)
    shortest = Decimal(repr(value))
    if abs(shortest.adjusted()) > 21 and value:
        return str(shortest)
    text = f"{shortest:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Texts(dict[str, str]):
    """Stored text → plain_text of it, the same string for the same text. Learns as it is asked."""

    def __missing__(self, stored: str) -> str:
        text = self[stored] = plain_text(stored)
        return text


class Numbers(dict[str, str]):
    """Stored number → its shortest decimal. Learns as it is asked; ValueError as number_text."""

    def __missing__(self, stored: str) -> str:
        text = self[stored] = number_text(stored)
        return text


def date_text(serial: float, since_1904: bool) -> str:
    """The day (and time, to the second) a serial number stands for, as ISO text.

    A time without a day gives "13:00". ValueError outside 1900–9999.
    """
    seconds = round(serial * _SECONDS)
    days, seconds = divmod(seconds, _SECONDS)
    time = _time_text(seconds)
    if days == 0:
        return time
    if since_1904:
        days += _OFFSET_1904
    if not 0 < days <= _LAST_SERIAL:
        raise ValueError(serial)
    if days == _FEBRUARY_29_1900:
        day = "1900-02-29"
    else:
        first = date(1899, 12, 31) if days < _FEBRUARY_29_1900 else date(1899, 12, 30)
        day = (first + timedelta(days)).isoformat()
    return f"{day}T{time}" if seconds else day


def _time_text(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{clock}:{rest:02}" if rest else clock


def iso_date_text(stored: str) -> str:
    """A date stored as ISO text (cells of type "d"), in the form ``date_text`` gives."""
    day, mark, clock = stored.strip().partition("T")
    clock = clock.removesuffix("Z").partition(".")[0].removesuffix(":00")
    return day if not mark or clock in ("", "00:00") else f"{day}T{clock}"


class Shown(Enum):
    """How a number format shows a number, as far as its meaning changes by it."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


# 27–36 and 50–58 are the Japanese dates that carry no format code in the file; 46 is a duration.
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
_BUILT_IN_PERCENTS = frozenset((9, 10))
_DURATION = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NOT_SHOWN = re.compile(
    r'"[^"]*"|\[[^\[\]]*\]|\\.|_.|\*.|general|g/標準|e[+-]|am/pm|a/p', re.IGNORECASE
)
_DATE_LETTER = re.compile(r"[ymdhsgea]", re.IGNORECASE)


def built_in_format(number: int) -> Shown:
    """What a format number means that the file gives no code for."""
    if number in _BUILT_IN_DATES:
        return Shown.DATE
    return Shown.PERCENT if number in _BUILT_IN_PERCENTS else Shown.PLAIN


def custom_format(code: str) -> Shown:
    """What a format code like ``[$-411]ggge"年"m"月"d"日"`` means. Its first section decides."""
    bare = _NOT_SHOWN.sub("", code).partition(";")[0]
    if "%" in bare:
        return Shown.PERCENT
    if _DATE_LETTER.search(bare) and not _DURATION.search(code):
        return Shown.DATE
    return Shown.PLAIN
