"""Brings a database to the newest shape: each step and its version in one transaction.

Asking which version a database has is a plain select; Alembic is imported only where a step has
to be taken.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from imari_desk.domain.errors import MachineError
from imari_desk.places import packaged
from imari_desk.store import schema, sqlite


def version(connection: Connection) -> str:
    """The version of the database's shape, "" where it has none yet."""
    try:
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchone()
    except OperationalError:
        row = None
    connection.rollback()
    return str(row[0]) if row else ""


def check_shape(path: Path, connection: Connection) -> str:
    """The version of a database's shape. Raises MachineError where it is not for us to open."""
    if not sqlite.is_ours(connection):
        raise MachineError("database_foreign", path=path, detail="application_id")
    found = version(connection)
    if not found:
        raise MachineError("database_damaged", path=path, detail="alembic_version")
    if found > schema.VERSION:
        raise MachineError("database_newer", path=path)
    return found


def upgrade(connection: Connection, steps: Path | None = None) -> None:
    """Take every step that is missing. A step that fails leaves nothing of itself behind.

    ``steps`` is the folder of the migrations, the packaged one where not given.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    folder = steps or packaged("db") / "migrations"
    config = Config(attributes={"connection": connection})
    script = ScriptDirectory(str(folder))

    def missing(revision: str, _: object) -> object:
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(config, script, fn=missing, destination_rev="head"):
        script.run_env()
    connection.rollback()
