"""One program writes, others may read; what the disk refuses is said."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from imari_desk.domain.errors import MachineError
from imari_desk.store import sqlite
from imari_desk.store.store import Store
from tests.store.acts import E_2025, ME, PLAN, import_act, typed

HOLD = """
import sys
from pathlib import Path
from imari_desk.store.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def holding(path: Path) -> subprocess.Popen[str]:
    """Another program that has the database open for writing."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def killed(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def test_the_settings_that_keep_what_was_acknowledged(store: Store) -> None:
    raw = sqlite.driver(store._database.connection)
    settings = {
        name: raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
    }
    assert settings == {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": sqlite.APPLICATION_ID,
    }


def test_a_second_program_reads_and_is_told_who_writes(store: Store, path: Path) -> None:
    store.write([typed("activities", "書いた")], ME)
    store.close()
    child = holding(path)
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_locked"
    assert caught.value.facts["pid"] == str(child.pid)
    assert str(child.pid) in caught.value.text
    with Store.open(path, read_only=True) as reader:
        assert reader.read_only
        assert reader.evaluation(E_2025).value("activities") == "書いた"
    killed(child)
    with Store.open(path) as again:
        assert not again.read_only


def test_a_reader_sees_what_the_writer_commits_meanwhile(store: Store, path: Path) -> None:
    with Store.open(path, read_only=True) as reader:
        assert reader.evaluations(PLAN.id) == ()
        store.write([typed("activities", "一")], ME)
        assert reader.evaluation(E_2025).value("activities") == "一"
        store.apply_import(import_act(value="二"))
        assert reader.evaluation(E_2025).value("activities") == "二"


def test_two_openings_in_one_program_are_two_programs(store: Store, path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_locked"
    store.close()
    Store.open(path).close()
    assert not path.with_name("desk.db.holder").exists()


def test_a_holder_nobody_can_name_is_still_a_holder(store: Store, path: Path) -> None:
    path.with_name("desk.db.holder").write_text("{", encoding="utf-8")
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_locked"
    assert caught.value.facts["user"] == "不明"
    assert store.plan() == PLAN


def test_a_journal_left_by_a_killed_program_is_rolled_back_by_a_reader_too(
    store: Store, path: Path
) -> None:
    store.write([typed("activities", "確かに書いた")], ME)
    store.close()
    child = subprocess.run(
        [sys.executable, "-c", HALF_WRITTEN, str(path)], check=False, capture_output=True
    )
    assert child.returncode == -signal.SIGKILL
    assert path.with_name("desk.db-journal").exists()
    with Store.open(path, read_only=True) as reader:
        assert reader.evaluation(E_2025).value("activities") == "確かに書いた"
        assert reader.verify().ok


HALF_WRITTEN = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size=1")
raw.execute("PRAGMA cache_spill=1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE answer SET value = 'half'")
for n in range(400):
    raw.execute("INSERT INTO evaluation VALUES (NULL, ?, ?, ?, '')", ("p" * 900, str(n), n))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("content", [b"", b"hello", "評価".encode() * 900])
def test_a_file_that_is_not_ours_is_refused_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code in ("database_foreign", "database_damaged")
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE desk (id)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_foreign"
    assert path.read_bytes() == before


def test_a_database_without_its_version_is_damaged(store: Store, path: Path) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE alembic_version")
    raw.commit()
    raw.close()
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_damaged"


def test_a_full_disk_is_said_and_the_old_answer_stays(store: Store) -> None:
    store.write([typed("activities", "前の文")], ME)
    raw = sqlite.driver(store._database.connection)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(MachineError) as caught:
        store.write([typed("activities", "長い文" * 5000)], ME)
    assert caught.value.code == "disk_full"
    assert store.evaluation(E_2025).value("activities") == "前の文"
    raw.execute("PRAGMA max_page_count=1000000")
    store.write([typed("activities", "書けた")], ME)
    assert store.evaluation(E_2025).value("activities") == "書けた"
    assert store.verify().ok


NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from imari_desk.domain.errors import MachineError
from imari_desk.store.store import Store
from tests.store.acts import ME, import_act, typed
path = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(path) as store:
    size = path.stat().st_size
    for room, attempt in (
        (size, lambda: store.write([typed("activities", "長い文" * 50000)], ME)),
        (size, lambda: store.apply_import(import_act(b"x" * 2 * size))),
        (4096, lambda: store.backup(path.with_name("b.backup"))),
        (4096, lambda: store.safeguard("import", now="2026-05-20")),
    ):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            attempt()
            print("done")
        except MachineError as error:
            print(error.code)
"""


def test_a_disk_that_takes_no_more_is_said_for_every_kind_of_write(
    store: Store, path: Path
) -> None:
    """The system really refuses to write: a limit on the size of files, in a child process."""
    store.write([typed("activities", "前の文")], ME)
    store.close()
    root = str(Path(__file__).parents[2])
    child = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    codes = child.stdout.split()
    assert len(codes) == 4
    assert codes[1] == "disk_full"
    assert set(codes) <= {"disk_full", "disk_failed"}
    with Store.open(path) as again:
        assert again.evaluation(E_2025).value("activities") == "前の文"
        assert again.verify().ok
    left = {p.name for p in path.parent.rglob("*") if p.is_file() and p.suffix != ".db"}
    assert left <= {"desk.db.lock"}


def test_a_reader_that_does_not_let_go_is_said(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(sqlite, "_WAIT", 0.05)
    with Store.open(path) as writer:
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("BEGIN")
        raw.execute("SELECT * FROM desk").fetchall()
        with pytest.raises(MachineError) as caught:
            writer.write([typed("activities", "待った")], ME)
        assert caught.value.code == "database_busy"
        raw.close()
        writer.write([typed("activities", "書けた")], ME)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), "database_unwritable"),
        (OSError(errno.EROFS, "Read-only file system"), "database_unwritable"),
        (OSError(errno.EIO, "Input/output error"), "disk_failed"),
        (OSError("gone"), "disk_failed"),
    ],
)
def test_what_the_system_refuses_is_said(path: Path, error: OSError, code: str) -> None:
    with pytest.raises(MachineError) as caught, sqlite.faults(path):
        raise error
    assert caught.value.code == code
    assert str(path) in caught.value.text


def test_our_own_mistakes_stay_what_they_are(store: Store) -> None:
    with pytest.raises(DBAPIError), store._database.transaction() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    assert store.plan() == PLAN


def test_an_archive_that_cannot_be_written_keeps_the_import_out(store: Store, path: Path) -> None:
    path.with_name("archive").write_bytes(b"a file where the folder should be")
    with pytest.raises(MachineError) as caught:
        store.apply_import(import_act())
    assert caught.value.code == "disk_failed"
    assert store.imports() == ()
    assert store.evaluations(PLAN.id) == ()
