"""Searching texts: what of an answer is searched, and where in a text the words stand.

Full and half width, large and small letters are alike; of several words each must be found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

LONGEST = 200  # characters of a question; what is pasted beyond them is not looked for

# What the exchange itself writes, and answers that are no words: nobody looks for "true".
_LEFT_OUT = frozenset({"submission", "office_stage", "public"})
_LEFT_OUT_AT = ("settled.", "phase.")
_JOINED = "ﾞﾟ"  # half-width marks that make one sign with the one before them


class Span(NamedTuple):
    """A part of a text, from ``start`` up to ``end``."""

    start: int
    end: int


def searchable(text: str) -> str:
    """Text as it is searched: NFKC, small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def words_in(question: str) -> tuple[str, ...]:
    """The different words of a question, as they are searched."""
    return tuple(dict.fromkeys(searchable(question[:LONGEST]).split()))


def is_searched(key: str) -> bool:
    """Whether the answers under that key are searched."""
    return key not in _LEFT_OUT and not key.startswith(_LEFT_OUT_AT)


def searched_text(key: str, values: Iterable[str]) -> str:
    """What is kept of an item for the search: its answers a line each; "" for none."""
    return searchable("\n".join(v for v in values if v)) if is_searched(key) else ""


def spans(text: str, words: Collection[str]) -> tuple[Span, ...]:
    """Where the words of ``words_in`` stand in a text as it was written, first to last."""
    if unicodedata.is_normalized("NFKC", text) and len(narrowed := text.lower()) == len(text):
        places: Sequence[Span] = ()
    else:
        narrowed, places = _narrowed(text)
    found = [
        Span(places[at].start, places[at + len(word) - 1].end)
        if places
        else Span(at, at + len(word))
        for word in words
        for at in _occurrences(narrowed, word)
    ]
    return tuple(_merged(sorted(found)))


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _merged(found: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _narrowed(text: str) -> tuple[str, list[Span]]:
    """The searchable text, and for each of its signs which part of the text it was."""
    signs: list[str] = []
    places: list[Span] = []
    start = 0
    for end in (*_ends(text), len(text)):
        narrow = searchable(text[start:end])
        signs.append(narrow)
        places += [Span(start, end)] * len(narrow)
        start = end
    return "".join(signs), places


def _ends(text: str) -> Iterator[int]:
    """Where one sign, with the marks that belong to it, ends and the next begins."""
    for place, sign in enumerate(text):
        if place and not (sign in _JOINED or unicodedata.combining(sign)):
            yield place
