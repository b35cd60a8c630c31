"""Printed words that read otherwise in an earlier release: workbooks written then still come back.

Whoever rewords something that stands on a form or a cover writes the old words down here, and a
form with them reads as before: its labels are found, and none of them is taken for a clerk's own
writing. (What the headings of データ may turn into stands in recognise.py, for people retype
those; the last row of a form is read by its shape.)
"""

from __future__ import annotations

import re
from functools import cache

from imari_desk.domain.words import sentence

# The code of a sentence → what it was; {facts} as in the sentence itself.
WORDS: dict[str, tuple[str, ...]] = {}
# The label of an item → what it was.
LABELS: dict[str, tuple[str, ...]] = {}

_FACT = re.compile(r"\\{(\w+)\\}")


def today(text: str) -> str:
    """How a printed text reads today; any other text as it is."""
    for pattern, code in _words() if WORDS else ():
        if found := pattern.fullmatch(text):
            return sentence(code, **found.groupdict())
    for pattern, label in _labels() if LABELS else ():
        if found := pattern.fullmatch(text):
            return f"{found[1]}{label}{found[2]}"
    return text


def labels_before() -> dict[str, str]:
    """The earlier words without facts, to what they read today: for who looks at every cell."""
    return {
        old: sentence(code)
        for code, earlier in WORDS.items()
        for old in earlier
        if not _FACT.search(re.escape(old))
    }


def forget() -> None:
    """The tables have been changed: what was made of them is made anew."""
    _words.cache_clear()
    _labels.cache_clear()


@cache
def _words() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(_FACT.sub(r"(?P<\1>.*)", re.escape(old)), re.DOTALL), code)
        for code, earlier in WORDS.items()
        for old in earlier
    ]


@cache
def _labels() -> list[tuple[re.Pattern[str], str]]:
    """A label is printed with its number before it, its unit, limit and ▼ behind (layout.py)."""
    return [
        (re.compile(rf"((?:\w+[0-9]　)?){re.escape(old)}((?:（[^（）]*）)*(?: ▼)?)"), label)
        for label, earlier in LABELS.items()
        for old in earlier
    ]
