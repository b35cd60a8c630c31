"""A copy of a database for somebody to try things on: the original is only read."""

from __future__ import annotations

from pathlib import Path

from imari_desk.store import sqlite


def take(path: Path, target: Path) -> None:
    """Copy a database as it stands, whatever its shape, even while another program writes it.

    Raises MachineError as opening does.
    """
    connection = sqlite.connect(path, read_only=True)
    try:
        with sqlite.faults(path):
            sqlite.copy(connection, target)
    finally:
        sqlite.close(connection)
