"""What the page of printing and publishing says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
