"""Searching texts: what of an answer is searched, and where in a text the words stand.

Full and half width, large and small letters are alike; of several words each must be found. A
measure's code is found whole: 行-② is not 行-⑳, though both are narrowed to figures (行-2, 行-20).
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


class Word(NamedTuple):
    """A word as it is searched; after a ``whole`` one no further figure may stand."""

    text: str
    whole: bool = False

    def stands_in(self, narrow: str) -> bool:
        """Whether it is found in a text as texts are searched."""
        return next(_occurrences(narrow, self), None) is not None


def searchable(text: str) -> str:
    """Text as it is searched: NFKC, small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def words_in(question: str, codes: Collection[str] = ()) -> tuple[Word, ...]:
    """The different words of a question, as they are searched.

    Whole are those written with a circled figure, and those of ``codes``, which are searchable.
    """
    found: dict[str, Word] = {}
    for typed in question[:LONGEST].split():
        for text in searchable(typed).split():
            whole = text in codes or unicodedata.category(typed[-1]) == "No"
            known = found.get(text, Word(text))
            found[text] = Word(text, whole or known.whole)
    return tuple(found.values())


def is_searched(key: str) -> bool:
    """Whether the answers under that key are searched."""
    return key not in _LEFT_OUT and not key.startswith(_LEFT_OUT_AT)


def searched_text(key: str, values: Iterable[str]) -> str:
    """What is kept of an item for the search: its answers a line each; "" for none."""
    return searchable("\n".join(v for v in values if v)) if is_searched(key) else ""


def spans(text: str, words: Collection[Word]) -> tuple[Span, ...]:
    """Where the words of ``words_in`` stand in a text as it was written, first to last."""
    if unicodedata.is_normalized("NFKC", text) and len(narrowed := text.lower()) == len(text):
        places: Sequence[Span] = ()
    else:
        narrowed, places = _narrowed(text)
    found = [
        Span(places[at].start, places[at + len(word.text) - 1].end)
        if places
        else Span(at, at + len(word.text))
        for word in words
        for at in _occurrences(narrowed, word)
    ]
    return tuple(_merged(sorted(found)))


def _occurrences(text: str, word: Word) -> Iterator[int]:
    at = text.find(word.text) if word.text else -1
    while at >= 0:
        end = at + len(word.text)
        if not (word.whole and text[end : end + 1].isdecimal()):
            yield at
        at = text.find(word.text, end)


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
