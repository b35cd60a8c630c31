"""What the form and its sections say. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
