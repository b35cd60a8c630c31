"""The import archive: every workbook that came in, byte for byte, one file each.

Files beside the database and not values in it: they never change, so the automatic backups can
leave them alone and stay small and quick, however many workbooks have come in. A file stands
there, on the disk, before the transaction that speaks of it is committed.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from imari_desk.domain.errors import MachineError
from imari_desk.store import sqlite


def folder(database: Path) -> Path:
    """Where the workbooks of the database at ``database`` lie."""
    return database.parent / "archive"


def file_of(database: Path, digest: str) -> Path:
    """Where the workbook with that SHA-256 lies, or would."""
    return folder(database) / f"{digest}.xlsx"


def keep(database: Path, digest: str, content: bytes | None) -> None:
    """Put a workbook into the archive; one that is there, and whole, stays as it is."""
    if content is None:
        return
    target = file_of(database, digest)
    with sqlite.faults(target):
        if target.is_file() and target.read_bytes() == content:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)


def fetch(database: Path, digest: str) -> bytes | None:
    """The workbook's bytes; None where it is not there. Raises MachineError("archive_damaged")."""
    target = file_of(database, digest)
    with sqlite.faults(target):
        if not target.is_file():
            return None
        content = target.read_bytes()
    if sha256(content).hexdigest() != digest:
        raise MachineError("archive_damaged", path=target)
    return content


def write_whole(target: Path, content: bytes) -> None:
    """Write a file that stands under its name only when it is whole and on the disk."""
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its final name; on the disk when this returns."""
    part.replace(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the rename is on its way
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
