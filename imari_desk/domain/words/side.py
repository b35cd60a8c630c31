"""What stands beside the form says: checks, preview, history, glossary. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
