"""The plan's terms, found in any text people read: full and half width, large and small alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from imari_desk.domain.plan import Term

_MARKS = "\u3099\u309a\uff9e\uff9f"  # voicing marks: part of the letter before them
_REMARK = re.compile(r"[（(].*?[）)]")


class TermSpan(NamedTuple):
    """A term at ``text[start:end]``."""

    start: int
    end: int
    term: Term


def terms_in(text: str, terms: Sequence[Term]) -> tuple[TermSpan, ...]:
    """Where the terms stand in a text, in order, none inside another; the longest word counts.

    A word in Latin letters is found as a whole word only. What stands in brackets behind a
    term's word need not be there.
    """
    pattern, by_word = _pattern(tuple(terms))
    if pattern is None:
        return ()
    folded, places = _folded(text)
    return tuple(
        TermSpan(places[m.start()], places[m.end()], by_word[m.group()])
        for m in pattern.finditer(folded)
    )


@lru_cache(maxsize=16)
def _pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    by_word: dict[str, Term] = {}
    for term in terms:
        for word in (term.word, _REMARK.sub("", term.word)):
            by_word.setdefault(_folded(word)[0], term)
    by_word.pop("", None)
    if not by_word:
        return None, {}
    longest_first = sorted(by_word, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_whole, longest_first))), by_word


def _whole(word: str) -> str:
    """The word as a pattern; at a Latin end of it no other Latin letter may follow or precede."""
    before = "(?<![a-z0-9])" if re.match("[a-z0-9]", word) else ""
    behind = "(?![a-z0-9])" if re.search("[a-z0-9]$", word) else ""
    return before + re.escape(word) + behind


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its places the place in the text."""
    folded: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[end] in _MARKS:
            end += 1
        letters = unicodedata.normalize("NFKC", text[start:end]).casefold()
        folded.append(letters)
        places += [start] * len(letters)
        start = end
    return "".join(folded), [*places, len(text)]
