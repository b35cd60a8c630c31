"""The migrations make what schema.py says, a step at a time, each step whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from imari_desk.domain.errors import MachineError
from imari_desk.domain.records import Manner, Typed
from imari_desk.places import packaged
from imari_desk.store import migrations, schema, sqlite
from imari_desk.store.schema_text import schema_text
from imari_desk.store.store import Store
from tests.store.acts import E_2025, ME, typed

STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"

def upgrade():
    op.create_table("made_by_{revision}", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE evaluation SET measure = measure || '!'")
    {more}
"""


NEXT, AFTER = (f"{int(schema.VERSION) + n:04}" for n in (1, 2))
RELEASED = sorted((Path(__file__).parent / "data").glob("desk-*.db"))


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The packaged migrations with two more steps, of which the last one fails half-way."""
    folder = tmp_path / "migrations"
    shutil.copytree(packaged("db") / "migrations", folder)
    for revision, before, more in (
        (NEXT, schema.VERSION, "pass"),
        (AFTER, NEXT, "op.execute('SELECT * FROM nowhere')"),
    ):
        text = STEP.format(revision=revision, before=before, more=more)
        (folder / "versions" / f"{revision}.py").write_text(text, encoding="utf-8")
    return folder


def tables(path: Path) -> set[str]:
    raw = sqlite3.connect(path)
    try:
        return {str(row[0]) for row in raw.execute("SELECT name FROM sqlite_master")}
    finally:
        raw.close()


def test_the_migrated_database_has_the_tables_of_the_schema(store: Store) -> None:
    connection = store._database.connection
    assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_the_migrated_database_has_the_schema_word_for_word(store: Store, path: Path) -> None:
    """compare_metadata looks at columns and keys only, not at WITHOUT ROWID and the like."""
    store.close()
    raw = sqlite3.connect(path)
    made = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'answer'").fetchone()[0]
    raw.close()
    wanted = next(t for t in schema_text().split(";") if "CREATE TABLE answer" in t)
    assert made.split() == wanted.split()


def test_the_schema_for_reviewers_is_up_to_date() -> None:
    written = (packaged("db") / "schema" / "schema.sql").read_text(encoding="utf-8")
    assert written == schema_text(), "run: python -m imari_desk.store.schema_text"


def test_the_newest_migration_is_the_version_the_program_knows() -> None:
    script = ScriptDirectory(str(packaged("db") / "migrations"))
    assert script.get_current_head() == schema.VERSION


def test_a_step_that_fails_leaves_nothing_of_itself(store: Store, path: Path, steps: Path) -> None:
    store.write([typed("activities", "書いた")], ME)
    store.close()
    connection = sqlite.connect(path)
    with pytest.raises(OperationalError):
        migrations.upgrade(connection, steps)
    sqlite.close(connection)
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEXT,)]
    assert raw.execute("SELECT measure FROM evaluation").fetchall() == [(E_2025.measure + "!",)]
    raw.close()
    assert f"made_by_{NEXT}" in tables(path)
    assert f"made_by_{AFTER}" not in tables(path)


def test_an_older_database_is_brought_up_to_date_after_a_backup(
    store: Store, path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write([typed("activities", "書いた")], ME)
    store.close()
    (steps / "versions" / f"{AFTER}.py").unlink()
    monkeypatch.setattr(migrations, "packaged", lambda _: steps.parent)
    monkeypatch.setattr(schema, "VERSION", NEXT)
    with pytest.raises(MachineError) as caught:
        Store.open(path, read_only=True)
    assert caught.value.code == "database_older"
    Store.open(path).close()
    assert f"made_by_{NEXT}" in tables(path)
    (backup,) = Store.backups(path)
    assert backup.reason == "migration"
    assert f"made_by_{NEXT}" not in tables(Path(backup.path))


def test_a_migration_that_fails_keeps_backup_and_lock_in_order(
    store: Store, path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(migrations, "packaged", lambda _: steps.parent)
    monkeypatch.setattr(schema, "VERSION", AFTER)
    for _ in range(2):
        with pytest.raises(OperationalError):
            Store.open(path)
    monkeypatch.undo()
    assert [b.reason for b in Store.backups(path)] == ["migration", "migration"]


def test_a_newer_database_is_refused_and_not_changed(store: Store, path: Path) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(MachineError) as caught:
            Store.open(path, read_only=read_only)
        assert caught.value.code == "database_newer"
    assert path.read_bytes() == before


def test_there_is_a_file_of_every_shape_before_this_one() -> None:
    shapes = [path.stem.removeprefix("desk-") for path in RELEASED]
    assert shapes == [f"{n:04}" for n in range(1, int(schema.VERSION))]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_database_opens_with_everything_in_it(released: Path, path: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(released, path)
    with Store.open(path) as store:
        assert store.verify().ok
        assert store.desk().department == "市民課"
        evaluation = store.evaluation(E_2025)
        assert evaluation.value("activities") == "よその文"
        assert evaluation.value("results") == "待ち時間が減った"
        typed_before = [e.written.value for e in store.history(E_2025, "activities")]
        assert typed_before == ["窓口を見直した", "窓口を見直し、予約を始めた", "よその文"]
        assert [a.related for a in store.assignments(2025)] == [("総務課",)]
        assert store.requests(2025)[0].due == "2026-05-29"
        assert store.imports()[0].person == "市民課"
        assert store.to_undo() is None
        store.write([Typed(E_2025, "results", "速くなった", Manner.CHOICE)], ME)
        assert (step := store.to_undo())
        assert step.values == ("待ち時間が減った",)
    assert [b.reason for b in Store.backups(path)] == ["migration"]
