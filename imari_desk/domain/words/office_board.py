"""What the 提出状況 board says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
