"""What the page that sets up a year says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
