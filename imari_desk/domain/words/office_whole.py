"""What summaries, charts and the search say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
