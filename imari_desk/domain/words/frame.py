"""What the window's frame, the list and the start page say. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
