"""What differs between two texts, marked so that a person can read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import NamedTuple

ISLAND = 3  # characters alike between two changes; fewer are read as part of the change
LONGEST = 4000  # characters that differ on both sides; beyond it nothing is looked for in common

_LETTER = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*|[A-Za-z]+|.", re.DOTALL)


class SpanKind(Enum):
    """Whether a part stands in both texts, in the earlier or in the later one alone."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Span(NamedTuple):
    """A part of one text, or of both."""

    kind: SpanKind
    text: str


def differences(before: str, after: str) -> tuple[Span, ...]:
    """Both texts as one row of parts; of a change what is gone comes before what is new.

    SAME and GONE joined are ``before``, SAME and NEW ``after``. No part is empty, and no
    character is taken apart from its voicing mark or its variant.
    """
    one, other = _letters(before), _letters(after)
    parts = _merged(list(_parts(one, other)))
    return tuple(Span(kind, text) for kind, text in _spans(parts) if text)


def _letters(text: str) -> list[str]:
    """The text letter by letter; a number or a Latin word is one, marks go with what they mark."""
    letters: list[str] = []
    for found in _LETTER.findall(text):
        if letters and _joins(found):
            letters[-1] += found
        else:
            letters.append(found)
    return letters


def _joins(letter: str) -> bool:
    return letter > "\u02ff" and unicodedata.category(letter[0]) in ("Mn", "Me", "Cf")


Part = tuple[bool, list[str], list[str]]  # alike; letters of the earlier, of the later text


def _parts(one: list[str], other: list[str]) -> Iterator[Part]:
    """Alternating parts, alike and not, between what both begin with and what both end with."""
    shorter = min(len(one), len(other))
    head = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    room = shorter - head
    tail = next((n for n in range(room) if one[-1 - n] != other[-1 - n]), room)
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    yield True, one[:head], other[:head]
    if max(len(left), len(right)) > LONGEST:
        yield False, left, right
    else:
        matcher = SequenceMatcher(None, left, right, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            yield tag == "equal", left[a:b], right[c:d]
    yield True, one[len(one) - tail :], other[len(other) - tail :]


def _merged(parts: list[Part]) -> list[Part]:
    """The parts with tiny islands taken into the changes around them."""
    inner = range(1, len(parts) - 1)
    kept = [
        (alike and not (n in inner and len("".join(one)) < ISLAND), one, other)
        for n, (alike, one, other) in enumerate(parts)
    ]
    merged: list[Part] = []
    for alike, group in groupby(kept, key=lambda part: part[0]):
        lefts, rights = [], []
        for _, one, other in group:
            lefts += one
            rights += other
        merged.append((alike, lefts, rights))
    return merged


def _spans(parts: list[Part]) -> Iterator[tuple[SpanKind, str]]:
    for alike, one, other in parts:
        if alike:
            yield SpanKind.SAME, "".join(one)
        else:
            yield SpanKind.GONE, "".join(one)
            yield SpanKind.NEW, "".join(other)
