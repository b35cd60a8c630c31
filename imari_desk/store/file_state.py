"""Whether a database file is the same as before, told without opening it.

Apart from store/sqlite.py because that one's imports take longer than all of this has to.
"""

from __future__ import annotations

from pathlib import Path

FileState = tuple[int, int, bytes]  # bytes, nanoseconds of the last change, count of changes

_HEAD = 100  # SQLite's file header; the count of changes stands from byte 24 on
_COUNT = slice(24, 28)


def file_state(path: Path) -> FileState | None:
    """The state of the file; None where somebody was killed in the middle of changing it.

    Every transaction that changes something counts the count up. Raises OSError.
    """
    for journal in ("-journal", "-wal"):
        beside = path.with_name(path.name + journal)
        if beside.is_file() and beside.stat().st_size:
            return None
    found = path.stat()
    with path.open("rb") as file:
        return found.st_size, found.st_mtime_ns, file.read(_HEAD)[_COUNT]
