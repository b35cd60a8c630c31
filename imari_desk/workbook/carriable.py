"""What text a worksheet cell can carry, and how it is spelled there."""

from __future__ import annotations

import re

from imari_desk.domain.errors import WorkbookError

LONGEST = 32_767  # UTF-16 units, as spreadsheet programs count

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def carried(text: str, place: str) -> str:
    """The text as it is spelled in a cell, so that it reads back exactly.

    Raises WorkbookError, naming ``place``, for text no worksheet can hold.
    """
    if text.isascii() and text.isalnum() and len(text) < LONGEST:
        return text
    if (found := _IMPOSSIBLE.search(text)) is not None:
        raise WorkbookError("book.character", place=place, code=f"U+{ord(found.group()):04X}")
    if len(text) * 2 > LONGEST and len(text.encode("utf-16-le")) > 2 * LONGEST:
        raise WorkbookError("book.too_long", place=place, count=len(text), limit=LONGEST)
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    return text.replace("\r", "_x000D_") if "\r" in text else text
