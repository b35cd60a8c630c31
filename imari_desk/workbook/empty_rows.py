"""Rows without anything in them, left out of a sheet's XML before the parser sees them.

A format laid over whole columns leaves a million rows of empty cells, and each costs the parser a
call into Python. Only rows written the usual way are left out; with anything unusual (a comment,
a row that does not say which it is) all that follows is passed on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATTRIBUTES = rb'(?: [\w:]+="[^"<>&]*+")*+'
_CELL = rb'<c r="[A-Z]++[0-9]++"(?: s="[0-9]++")?+/>'
_EMPTY = re.compile(
    rb"(?:<row r=\"[0-9]++\"" + _ATTRIBUTES + rb"(?:/>|>(?:" + _CELL + rb")*+</row>)\s*+)++"
)


_LONGEST = 1024 * 1024  # bytes of a row: wider ones are passed on as they are


def without_empty_rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same sheet without its empty rows, as it comes.

    A row need not say its number and counts on from the one before, so the last one stays until
    the next has said its own.
    """
    held = b""
    for chunk in chunks:
        held += chunk
        tag = held.rfind(b"<")  # may go on in the next chunk
        row = held.rfind(b"<row ", 0, tag)
        if not _is_usual(held, tag) or len(held) - max(row, 0) > _LONGEST:
            yield held
            yield from chunks
            return
        cut = tag if row < 0 else row
        yield _EMPTY.sub(b"", held[:cut])
        held = held[cut:]
    yield held


def _is_usual(text: bytes, end: int) -> bool:
    """Whether every row says first which it is, and nothing hides a tag."""
    return text.find(b"<!", 0, end) < 0 and text.count(b"<row", 0, end) == text.count(
        b'<row r="', 0, end
    )
