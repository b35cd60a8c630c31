"""All that rests on SQLite: the connection, its settings, its lock, its checks, its faults.

Rollback journal and full sync: what was acknowledged is on the disk. One program writes at a
time: a lock file of our own is held as long as the database is open, while SQLite's own locks
are held only for a transaction, so that a second program can read between them. (SQLite's
locking_mode=EXCLUSIVE would keep readers out altogether.) The lock is itself an SQLite lock, so
the system lets go of it when the program dies, in whatever way.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from imari_desk.domain.errors import CallError, DeskError, MachineError

APPLICATION_ID = 0x494D4452  # "IMDR": stands in the file's head
_WAIT = 5.0  # seconds for a reader to let go before a write is given up

_FAULTS = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "database_unwritable",
    sqlite3.SQLITE_PERM: "database_unwritable",
    sqlite3.SQLITE_CANTOPEN: "database_unwritable",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_LOCKED: "database_busy",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """A connection whose transactions are real ones, schema changes too. It makes the file."""

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=_WAIT, isolation_level=None)

    made = create_engine("sqlite://", creator=opened, poolclass=StaticPool)
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    with faults(path):
        connection = made.connect()
        try:
            _settle(connection, read_only=read_only)
        except BaseException:
            close(connection)
            raise
    return connection


def _settle(connection: Connection, *, read_only: bool) -> None:
    raw = driver(connection)
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("PRAGMA synchronous=FULL")
    if read_only:
        raw.execute("PRAGMA query_only=ON")
    else:
        raw.execute("PRAGMA journal_mode=DELETE")


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection beneath."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError(type(raw))
    return raw


def close(connection: Connection) -> None:
    """Close the connection and let go of the file."""
    connection.close()
    connection.engine.dispose()


def abandon(connection: Connection) -> None:
    """Undo what a commit that failed has left open; SQLAlchemy takes it for closed."""
    raw = driver(connection)
    if raw.in_transaction:
        raw.rollback()


def claim(connection: Connection) -> None:
    """Mark a new database as ours."""
    driver(connection).execute(f"PRAGMA application_id={APPLICATION_ID}")


def is_ours(connection: Connection) -> bool:
    """Whether the file's head says it is a database of this program."""
    row = driver(connection).execute("PRAGMA application_id").fetchone()
    return bool(row[0] == APPLICATION_ID)


def complaints(connection: Connection) -> list[str]:
    """What the engine's own check says against the file, and references that lead nowhere."""
    raw = driver(connection)
    texts = [str(row[0]) for row in raw.execute("PRAGMA quick_check") if row[0] != "ok"]
    lost = [f"{row[0]} → {row[2]}" for row in raw.execute("PRAGMA foreign_key_check")]
    return texts + lost


def copy(connection: Connection, target: Path) -> None:
    """A whole copy of the database as it stands, on the disk when this returns."""
    with faults(target):
        made = sqlite3.connect(target, isolation_level=None)
        try:
            made.execute("PRAGMA synchronous=FULL")
            driver(connection).backup(made)
        finally:
            made.close()


def remove(path: Path) -> None:
    """Remove a database file and the journal a killed program may have left beside it."""
    for name in (path.name, path.name + "-journal"):
        path.with_name(name).unlink(missing_ok=True)


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what the engine and the system raise into a MachineError with its sentence."""
    try:
        yield
    except DeskError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        fault = _fault(error.orig if isinstance(error, DBAPIError) else error, path)
        if fault is None:
            raise
        raise fault from error
    except UnicodeEncodeError as error:
        raise CallError("text_not_storable", place=path.name) from error
    except OSError as error:
        raise _system_fault(error, path) from error


def _fault(error: BaseException | None, path: Path) -> MachineError | None:
    code = getattr(error, "sqlite_errorcode", None)
    known = _FAULTS.get(code & 0xFF) if code is not None else None
    if known is None and type(error) is sqlite3.DatabaseError:
        known = "database_damaged"
    return MachineError(known, path=path, detail=error) if known else None


def _system_fault(error: OSError, path: Path) -> MachineError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return MachineError("disk_full", path=path, detail=error.strerror)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return MachineError("database_unwritable", path=path, detail=error.strerror)
    return MachineError("disk_failed", path=path, detail=error.strerror or error)


class Lock:
    """The right to write to one database, and the note beside it saying who has it."""

    def __init__(self, path: Path) -> None:
        """Take it. Raises MachineError("database_locked") with the holder's facts at once."""
        self._note = path.with_name(path.name + ".holder")
        with faults(path):
            self._held = sqlite3.connect(
                path.with_name(path.name + ".lock"), timeout=0, isolation_level=None
            )
            try:
                self._take(path)
            except BaseException:
                self._held.close()
                raise
        _write_note(self._note)

    def _take(self, path: Path) -> None:
        try:
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise MachineError("database_locked", path=path, **holder(path)) from error

    def release(self) -> None:
        """Let go; a second call does nothing."""
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._held.close()


def holder(path: Path) -> dict[str, str]:
    """Who has the database open for writing: user, host, pid, since; 不明 where not known."""
    facts = dict.fromkeys(("user", "host", "pid", "since"), "不明")
    with suppress(OSError, ValueError):
        note = json.loads(path.with_name(path.name + ".holder").read_text("utf-8"))
        facts.update({key: str(note[key]) for key in facts if key in note})
    return facts


def _write_note(note: Path) -> None:
    """A courtesy to the second program: where it cannot be written, the lock still holds."""
    import getpass
    import socket

    user = "不明"
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    facts = {"user": user, "host": socket.gethostname(), "pid": os.getpid(), "since": since}
    with suppress(OSError):
        note.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
