"""What the pages of the plan say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
