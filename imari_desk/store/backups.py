"""Backups: made, opened again, checked, and only then given their name; and put back.

Two kinds. A full one (``backup``) is a zip of the database and the archived workbooks: all of
the desk in one file, for another disk or another machine. An automatic one is the database
alone, beside it in ``backups/``: the archived workbooks never change and stay where they are.
Automatic ones are numbered, so a clock that is wrong cannot make the newest look oldest.
"""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from imari_desk.domain.errors import MachineError
from imari_desk.domain.records import Backup
from imari_desk.store import archive, migrations, schema, sqlite, verifying
from imari_desk.store.database import Database

KEPT = 20  # automatic backups
_NAME = re.compile(r"(\d+)-(\d{4}-\d\d-\d\d)-([a-z]+)\.db")
_INSIDE = "desk.db"  # the database's name inside a full backup
_DAILY = "daily"


def listed(path: Path) -> tuple[Backup, ...]:
    """See Store.backups."""
    return tuple(
        Backup(str(file), match[3], match[2], file.stat().st_size)
        for _, file, match in reversed(_numbered(path))
    )


def _numbered(path: Path) -> list[tuple[int, Path, re.Match[str]]]:
    files = folder(path).glob("*.db") if folder(path).is_dir() else ()
    matched = ((file, _NAME.fullmatch(file.name)) for file in files)
    return sorted(((int(m[1]), file, m) for file, m in matched if m), key=lambda found: found[0])


def folder(path: Path) -> Path:
    """Where the automatic backups of the database at ``path`` lie."""
    return path.parent / "backups"


def safeguard(database: Database, reason: str, now: str) -> Path | None:
    """See Store.safeguard."""
    if database.safeguarded == database.writes:
        return None
    day = now[:10]
    if reason == _DAILY and any(b.made_on == day for b in listed(database.path)):
        return None
    made = _automatic(database.path, database.connection, reason, day)
    database.safeguarded = database.writes
    return made


def before_migration(path: Path, connection: Connection) -> None:
    """Make a backup of a database of an older shape, before it is brought up to date."""
    day = max((b.made_on for b in listed(path)), default="0000-00-00")
    _automatic(path, connection, "migration", day)


def _automatic(path: Path, connection: Connection, reason: str, day: str) -> Path:
    there = _numbered(path)
    number = there[-1][0] + 1 if there else 1
    target = folder(path) / f"{number:05d}-{day}-{reason}.db"
    with sqlite.faults(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _part(target) as part:
            sqlite.copy(connection, part)
            check(part, target, history=False)
            archive.put_in_place(part, target)
        for _, old, _ in there[: max(0, len(there) + 1 - KEPT)]:
            old.unlink(missing_ok=True)
    return target


def write_full(database: Database, target: Path) -> None:
    """See Store.backup."""
    with sqlite.faults(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _part(target) as part, _part(target.with_name(target.name + ".db")) as copy:
            sqlite.copy(database.connection, copy)
            check(copy, target)
            _pack(part, copy, target, archive.folder(database.path))
            archive.put_in_place(part, target)


def _pack(part: Path, copy: Path, target: Path, workbooks: Path) -> None:
    with zipfile.ZipFile(part, "w", strict_timestamps=False) as packed:
        packed.write(copy, _INSIDE, zipfile.ZIP_DEFLATED, 1)
        for file in sorted(workbooks.glob("*.xlsx")):
            packed.write(file, f"archive/{file.name}")
    with part.open("rb+") as file_made:
        os.fsync(file_made.fileno())
    with zipfile.ZipFile(part) as packed:
        broken = packed.testzip()
    if broken is not None:
        raise MachineError("backup_damaged", path=target, detail=broken)


def check(copy: Path, name: Path, *, history: bool = True) -> None:
    """Open a copy and look at its records; ``history`` False leaves out the longest table.

    A copy of an older shape is checked by the engine alone. ``name`` is what people know it by.
    Raises MachineError: backup_damaged, database_newer.
    """
    try:
        problems = _problems(copy, history=history)
    except MachineError as error:
        if error.code not in ("database_damaged", "database_foreign"):
            raise
        raise MachineError("backup_damaged", path=name, detail=error.facts["detail"]) from error
    if problems:
        raise MachineError("backup_damaged", path=name, detail=problems[0])


def _problems(copy: Path, *, history: bool) -> list[str]:
    connection = sqlite.connect(copy, read_only=True)
    try:
        with sqlite.faults(copy):
            if migrations.check_shape(copy, connection) != schema.VERSION:
                return sqlite.complaints(connection)
            with connection.begin():
                return verifying.broken(connection, history=history)
    finally:
        sqlite.close(connection)


def restore(path: Path, backup: Path) -> Path | None:
    """See Store.restore."""
    if not backup.is_file():
        raise MachineError("backup_missing", path=backup)
    with sqlite.faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite.Lock(path)
        try:
            with _part(path) as part:
                _fetch(path, backup, part)
                check(part, backup)
                undo = _set_aside(path)
                archive.put_in_place(part, path)
        finally:
            lock.release()
    return undo


def _fetch(path: Path, backup: Path, part: Path) -> None:
    """The backup's database as ``part``; its workbooks into the archive."""
    if not zipfile.is_zipfile(backup):
        shutil.copyfile(backup, part)
    else:
        try:
            with zipfile.ZipFile(backup) as packed:
                part.write_bytes(packed.read(_INSIDE))
                _fetch_workbooks(path, packed)
        except (zipfile.BadZipFile, KeyError, EOFError) as error:
            raise MachineError("backup_damaged", path=backup, detail=error) from error
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _fetch_workbooks(path: Path, packed: zipfile.ZipFile) -> None:
    for name in packed.namelist():
        match = re.fullmatch(r"archive/([0-9a-f]{64})\.xlsx", name)
        if match:
            archive.keep(path, match[1], packed.read(name))


def _set_aside(path: Path) -> Path | None:
    """A copy of what stands at ``path``, so that restoring can be undone."""
    if not path.is_file():
        return None
    with suppress(MachineError):  # a journal left by a killed program is rolled back, if it can be
        connection = sqlite.connect(path)
        try:
            migrations.version(connection)
        finally:
            sqlite.close(connection)
    numbers = (file.stem.rpartition("-")[2] for file in path.parent.glob(f"{path.stem}.undo-*.db"))
    number = 1 + max((int(n) for n in numbers if n.isdecimal()), default=0)
    undo = path.with_name(f"{path.stem}.undo-{number}.db")
    shutil.copyfile(path, undo)
    journal = path.with_name(path.name + "-journal")
    if journal.exists():  # it belongs to the old file and must never be rolled into the new one
        journal.replace(undo.with_name(undo.name + "-journal"))
    return undo


@contextmanager
def _part(target: Path) -> Iterator[Path]:
    """A name to build a file under; nothing is left under it."""
    part = target.with_name(target.name + ".part")
    sqlite.remove(part)
    try:
        yield part
    finally:
        sqlite.remove(part)
