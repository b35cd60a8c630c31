"""What is said when workbooks are taken in and handed over. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
