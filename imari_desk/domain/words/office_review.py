"""What the pages of review say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
