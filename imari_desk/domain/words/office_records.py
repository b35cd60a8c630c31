"""What the page of records says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
