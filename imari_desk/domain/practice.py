"""Practice with sample data: marked in the 課's name, so that every workbook carries the mark."""

from __future__ import annotations

import unicodedata

MARK = "（練習）"


def is_practice(department: str) -> bool:
    """Whether that 課 exists for practice only; the width of the brackets tells nothing."""
    plain = unicodedata.normalize("NFKC", department)
    return plain.rstrip().endswith(unicodedata.normalize("NFKC", MARK))
