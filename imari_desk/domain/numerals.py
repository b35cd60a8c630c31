"""The characters numbers are typed with: full width, separators, minus signs, 漢数字."""

from __future__ import annotations

import re
from decimal import Decimal

_NARROW = {0xFF01 + n: 0x21 + n for n in range(94)}
_NARROW |= dict.fromkeys((0x3000, 0x00A0, 0x2007, 0x202F, 0x0009), 0x20)
_NARROW |= dict.fromkeys((0x2212, 0x2010, 0x2011, 0x2013), ord("-"))
_NARROW |= {ord("〜"): ord("~"), ord("､"): ord("、"), ord("･"): ord("・")}

_PLAIN = (
    r"(?P<sign>[-+▲△]?)\s*"
    r"(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?P<exponent>[eE][-+]?[0-9]{1,3})?"
)
_KANJI_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_DIGIT = "[1-9一二三四五六七八九]"
_BELOW_MAN = (
    rf"(?:(?P<n1000>{_DIGIT}?)千)?(?:(?P<n100>{_DIGIT}?)百)?(?:(?P<n10>{_DIGIT}?)十)?"
    rf"(?P<n1>{_DIGIT}?)"
)
_MOST_DIGITS = 15  # what a workbook keeps of a number


def narrow(text: str) -> str:
    """Full-width letters, digits, signs and blanks as their half-width forms, ends stripped.

    Only these: general compatibility folding would make 102 of 10².
    """
    return text.translate(_NARROW).strip()


def canonical_number(number: Decimal) -> str:
    """Plain digits: no exponent, no separators, no trailing zeros, no negative zero."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def plain_number(text: str) -> Decimal | None:
    """A number in Arabic digits (already narrow), or None.

    Thousands separators must stand where thousands are. More than 15 significant digits of a
    number with a fraction are a workbook's binary noise and are rounded away. What is larger or
    smaller than a workbook can hold is None.
    """
    found = re.fullmatch(_PLAIN, text)
    if found is None:
        return None
    digits = found["digits"].replace(",", "") + (found["exponent"] or "")
    number = Decimal(digits)
    if number and not -_MOST_DIGITS <= number.adjusted() < _MOST_DIGITS:
        return None
    if len(number.as_tuple().digits) > _MOST_DIGITS:
        number = Decimal(f"{number:.{_MOST_DIGITS}g}")
    return -number if found["sign"] in ("-", "▲", "△") else number


def kanji_number(text: str) -> Decimal | None:
    """A number written with 漢数字 or with 千・万・億 (already narrow), or None.

    「1万2」 is None: nobody can tell whether 10,002 or 12,000 was meant.
    """
    if len(text) > 1 and all(c in _KANJI_DIGITS for c in text):
        return plain_number("".join(str(_KANJI_DIGITS[c]) for c in text))
    total, rest, above = Decimal(0), text, False
    for sign, size in (("億", 10**8), ("万", 10**4)):
        head, found, tail = rest.partition(sign)
        if found:
            part = _section(head, after_sign=above)
            if part is None:
                return None
            total, rest, above = total + part * size, tail, True
    last = _section(rest, after_sign=above) if rest or not above else Decimal(0)
    if last is None or total.adjusted() >= _MOST_DIGITS:
        return None
    return total + last


def _section(text: str, *, after_sign: bool) -> Decimal | None:
    """What stands before, between or after 億 and 万."""
    if text[:1].isascii():
        number = plain_number(text) if text[:1].isdecimal() else None
        if number is not None:
            return number if not after_sign or re.fullmatch("[0-9]{4}", text) else None
    found = re.fullmatch(_BELOW_MAN, text)
    if not text or found is None:
        return None
    one = found["n1"]
    if one and (after_sign if text == one else one.isascii()):
        return None
    sizes = (("n1000", 1000), ("n100", 100), ("n10", 10))
    tens = sum(_digit(found[name] or "1") * n for name, n in sizes if found[name] is not None)
    return Decimal(tens + _digit(one or "0"))


def _digit(text: str) -> int:
    return _KANJI_DIGITS[text] if text in _KANJI_DIGITS else int(text)
