"""What the meeting's pages and papers say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
