"""A backup counts only once it was opened and checked; restoring can be undone."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from imari_desk.domain.errors import MachineError
from imari_desk.store import archive, backups, sqlite
from imari_desk.store.store import Store
from tests.store.acts import E_2025, ME, PLAN, import_act, typed


def answer(path: Path) -> str:
    with Store.open(path) as store:
        return store.evaluation(E_2025).value("results")


def write(store: Store, value: str) -> None:
    store.write([typed("results", value)], ME)


def flip(path: Path, old: bytes, new: bytes) -> None:
    """Damage a value inside a file."""
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def test_a_backup_brings_everything_to_another_machine(store: Store, tmp_path: Path) -> None:
    record = store.apply_import(import_act())
    write(store, "そのとき")
    target = tmp_path / "保存先" / "desk.imari"
    store.backup(target)
    write(store, "そのあと")
    whole = store.verify()
    elsewhere = tmp_path / "別の PC" / "desk.db"
    assert Store.restore(elsewhere, target) is None
    with Store.open(elsewhere) as other:
        assert other.archived(record.sha256) == import_act().content
        assert other.evaluation(E_2025).value("results") == "そのとき"
        assert other.history(E_2025) == store.history(E_2025)[:-1]
        assert other.verify().ok
        assert other.verify().digest != whole.digest
    assert [p.name for p in target.parent.iterdir()] == ["desk.imari"]


def test_restoring_keeps_what_was_there(store: Store, path: Path, tmp_path: Path) -> None:
    write(store, "一")
    store.backup(tmp_path / "one")
    write(store, "二")
    store.close()
    undo = Store.restore(path, tmp_path / "one")
    assert answer(path) == "一"
    assert undo is not None
    other = Store.restore(path, undo)
    assert answer(path) == "二"
    assert other is not None
    assert other != undo


def test_an_open_database_is_not_replaced(store: Store, path: Path, tmp_path: Path) -> None:
    write(store, "一")
    store.backup(tmp_path / "one")
    write(store, "二")
    with pytest.raises(MachineError) as caught:
        Store.restore(path, tmp_path / "one")
    assert caught.value.code == "database_locked"
    assert store.evaluation(E_2025).value("results") == "二"


def test_a_damaged_database_is_replaced_and_kept(store: Store, path: Path) -> None:
    write(store, "一")
    made = store.safeguard("daily", now="2026-05-20")
    store.close()
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    journal = path.with_name("desk.db-journal")
    journal.mkdir()  # a journal that cannot be read, let alone rolled back
    assert made is not None
    undo = Store.restore(path, made)
    assert answer(path) == "一"
    assert undo is not None
    assert undo.read_bytes().startswith(b"SQLite format 3\0\xff")
    assert not journal.exists()


@pytest.mark.parametrize("damage", ["value", "zip", "cut", "missing", "other", "workbook"])
def test_a_backup_that_is_not_whole_is_refused(
    store: Store, path: Path, tmp_path: Path, damage: str
) -> None:
    write(store, "一番目の文")
    target = tmp_path / "one"
    store.backup(target)
    made = store.safeguard("daily", now="2026-05-20")
    assert made is not None
    if damage == "value":
        flip(made, "一番目の文".encode(), "二番目の文".encode())
        target = made
    elif damage == "zip":
        content = bytearray(target.read_bytes())
        content[len(content) // 2] ^= 0x10
        target.write_bytes(content)
    elif damage == "cut":
        target = made
        target.write_bytes(target.read_bytes()[:5000])
    elif damage == "missing":
        target.unlink()
    elif damage == "other":
        target.write_bytes(b"something else")
    else:
        with zipfile.ZipFile(target, "w") as packed:
            packed.writestr("xl/workbook.xml", "<workbook/>")
    write(store, "今の文")
    store.close()
    before = path.read_bytes()
    with pytest.raises(MachineError) as caught:
        Store.restore(path, target)
    assert caught.value.code in ("backup_damaged", "backup_missing")
    assert str(target) in caught.value.text
    assert path.read_bytes() == before
    assert answer(path) == "今の文"


def test_a_backup_takes_nothing_out_of_its_place(store: Store, tmp_path: Path) -> None:
    """Names inside a backup lead nowhere but into the archive, and only with the right content."""
    target = tmp_path / "one"
    store.backup(target)
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("../outside.xlsx", "x")
        packed.writestr("archive/../../outside.xlsx", "x")
    elsewhere = tmp_path / "b" / "desk.db"
    Store.restore(elsewhere, target)
    files = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert not any("outside" in name for name in files)


def test_an_older_backup_stays_until_a_newer_one_is_good(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "KEPT", 3)
    for n, day in enumerate(("2026-05-20", "2031-01-01", "2026-05-21", "2019-01-01", "2026-05-22")):
        write(store, f"{n}番目の文")
        store.safeguard("import", now=f"{day}T09:00:00+09:00")
    kept = Store.backups(path)
    assert [b.made_on for b in kept] == ["2026-05-22", "2019-01-01", "2026-05-21"]
    raw = sqlite.driver(store._database.connection)
    raw.execute("UPDATE answer SET value = 'x'")
    write(store, "5番目の文")
    raw.execute("UPDATE desk SET role = 'officf'")
    with pytest.raises(MachineError) as caught:
        store.safeguard("import", now="2026-05-23")
    assert caught.value.code == "backup_damaged"
    assert Store.backups(path) == kept
    assert {p.name for p in Path(kept[0].path).parent.iterdir()} == {
        Path(b.path).name for b in kept
    }


def test_no_backup_where_there_is_no_need(store: Store, path: Path) -> None:
    assert store.safeguard("daily", now="2026-05-20T09:00:00+09:00") is not None
    assert store.safeguard("import", now="2026-05-20T10:00:00+09:00") is None
    write(store, "書いた")
    assert store.safeguard("daily", now="2026-05-20T11:00:00+09:00") is None
    assert store.safeguard("import", now="2026-05-20T11:00:00+09:00") is not None
    write(store, "また書いた")
    assert store.safeguard("daily", now="2026-05-21T08:00:00+09:00") is not None
    assert [b.reason for b in Store.backups(path)] == ["daily", "import", "daily"]


def test_a_backup_holds_what_was_committed(store: Store, path: Path) -> None:
    write(store, "控えにある")
    made = store.safeguard("import", now="2026-05-20")
    write(store, "控えにない")
    store.close()
    assert made is not None
    Store.restore(path, made)
    assert answer(path) == "控えにある"


def test_a_database_without_backups_has_none(path: Path) -> None:
    assert Store.backups(path) == ()


def test_a_newer_backup_is_refused(store: Store, path: Path) -> None:
    made = store.safeguard("import", now="2026-05-20")
    store.close()
    assert made is not None
    raw = sqlite3.connect(made)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(MachineError) as caught:
        Store.restore(path, made)
    assert caught.value.code == "database_newer"


def test_restoring_writes_under_a_new_name(store: Store, path: Path, tmp_path: Path) -> None:
    """After a restore the same counter must not name another value."""
    (before,) = store.write([typed("results", "一")], ME)[E_2025, "results"]
    store.backup(tmp_path / "one")
    (lost,) = store.write([typed("results", "二")], ME)[E_2025, "results"]
    store.close()
    Store.restore(path, tmp_path / "one")
    with Store.open(path) as again:
        (new,) = again.write([typed("results", "三")], ME)[E_2025, "results"]
    assert new.supersedes(before.dot)
    assert not new.supersedes(lost.dot)
    assert new.dot.replica != lost.dot.replica


def test_an_archived_workbook_that_was_lost_comes_back(
    store: Store, path: Path, tmp_path: Path
) -> None:
    record = store.apply_import(import_act())
    store.backup(tmp_path / "one")
    store.close()
    shutil.rmtree(archive.folder(path))
    Store.restore(path, tmp_path / "one")
    with Store.open(path) as again:
        assert again.verify().ok
        assert again.archived(record.sha256) == import_act().content
        assert again.plan() == PLAN
