"""Plan terms in running text: each becomes a link to its explanation."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from urllib.parse import quote, unquote

from imari_desk.domain.plan import Term

_SCHEME = "word:"


def with_terms(text: str, glossary: tuple[Term, ...], ink: str) -> str:
    """Rich text in which every term of the glossary links to itself, where it stands first.

    ``ink`` is #rrggbb of the links. linked_word() reads such a link.
    """
    pattern = _pattern(tuple(term.word for term in glossary))
    parts: list[str] = []
    seen: set[str] = set()
    end = 0
    for found in pattern.finditer(text):
        word = found[0]
        if word in seen:
            continue
        seen.add(word)
        parts.append(escape(text[end : found.start()]))
        link = f'href="{_SCHEME}{quote(word)}" style="color:{ink}"'
        parts.append(f"<a {link}>{escape(word)}</a>")
        end = found.end()
    parts.append(escape(text[end:]))
    return "".join(parts).replace("\n", "<br>")


def linked_word(link: str) -> str:
    """The term a link of with_terms() stands for; "" for any other link."""
    return unquote(link.removeprefix(_SCHEME)) if link.startswith(_SCHEME) else ""


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first; Latin ones only where they stand alone."""
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    return re.compile("|".join(_alone(word) for word in longest_first) or r"(?!)")


def _alone(word: str) -> str:
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() else ""
    return f"{before}{re.escape(word)}{after}"
