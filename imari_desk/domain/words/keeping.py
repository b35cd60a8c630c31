"""Sentences of the area its name says. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
