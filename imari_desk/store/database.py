"""An open database: its path, its one connection, its lock; and what a transaction is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from imari_desk.domain.errors import MachineError
from imari_desk.store import sqlite


class Database:
    """The connection and, when it may write, the lock. ``lock`` is None when read-only."""

    def __init__(self, path: Path, connection: Connection, lock: sqlite.Lock | None) -> None:
        self.path = path
        self.connection = connection
        self.read_only = lock is None
        self.writes = 0  # transactions that may have changed something, in this opening
        self.safeguarded: int | None = None  # ``writes`` when the last backup was made
        self._lock = lock
        self._open = True

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        """One transaction: committed at the end, undone by any error."""
        if writing and self.read_only:
            raise MachineError("database_read_only", path=self.path)
        with sqlite.faults(self.path):
            try:
                with self.connection.begin():
                    yield self.connection
            except BaseException:
                sqlite.abandon(self.connection)
                raise
        self.writes += writing

    def close(self) -> None:
        """Close the connection, then let go of the lock."""
        if not self._open:
            return
        self._open = False
        sqlite.close(self.connection)
        if self._lock is not None:
            self._lock.release()
