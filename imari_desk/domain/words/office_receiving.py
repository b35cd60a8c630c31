"""What the office's page of taking in says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
