"""Making a database and opening one."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection

from imari_desk.domain.errors import MachineError
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import DeskRecord
from imari_desk.store import archive, migrations, plans, schema, sqlite
from imari_desk.store.database import Database


def create(path: Path, desk: DeskRecord, plan: Plan) -> Database:
    """See Store.create."""
    with sqlite.faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = sqlite.Lock(path)
    try:
        if path.exists():
            raise MachineError("database_exists", path=path)
        _build(path, desk, plan)
        return Database(path, sqlite.connect(path), lock)
    except BaseException:
        lock.release()
        raise


def _build(path: Path, desk: DeskRecord, plan: Plan) -> None:
    part = path.with_name(path.name + ".part")
    with sqlite.faults(path):
        sqlite.remove(part)
        connection = sqlite.connect(part)
        try:
            sqlite.claim(connection)
            migrations.upgrade(connection)
            with connection.begin():
                plans.add(connection, plan, now=desk.created_at, current=True)
                plans.enter_desk(connection, desk)
        finally:
            sqlite.close(connection)
        archive.put_in_place(part, path)


def open_existing(path: Path, *, read_only: bool) -> Database:
    """See Store.open."""
    if not path.is_file():
        raise MachineError("database_missing", path=path)
    lock = None if read_only else sqlite.Lock(path)
    try:
        connection = sqlite.connect(path, read_only=read_only)
        try:
            _bring_up_to_date(path, connection, read_only=read_only)
        except BaseException:
            sqlite.close(connection)
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Database(path, connection, lock)


def _bring_up_to_date(path: Path, connection: Connection, *, read_only: bool) -> None:
    with sqlite.faults(path):
        found = migrations.check_shape(path, connection)
        if found == schema.VERSION:
            return
        if read_only:
            raise MachineError("database_older", path=path)
        from imari_desk.store import backups

        backups.before_migration(path, connection)
        migrations.upgrade(connection)


def move(path: Path, target: Path) -> None:
    """Give a closed database another place, its archive and backups with it.

    The database comes last: it is at its new place whole or not at all. Raises MachineError.
    """
    from imari_desk.store import backups

    with sqlite.faults(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for folder in (archive.folder, backups.folder):
            for file in folder(path).glob("*"):
                folder(target).mkdir(exist_ok=True)
                file.replace(folder(target) / file.name)
        archive.put_in_place(path, target)


def remove(path: Path) -> None:
    """Remove a database nobody has open, with its archive and its backups.

    Raises MachineError("database_locked") where somebody has it open.
    """
    from imari_desk.store import backups

    if not path.is_file():
        return
    with sqlite.faults(path):
        lock = sqlite.Lock(path)
        try:
            sqlite.remove(path)
            for folder in (archive.folder, backups.folder):
                shutil.rmtree(folder(path), ignore_errors=True)
        finally:
            lock.release()
