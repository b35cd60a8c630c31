"""What the program says of itself: each trouble is found, named and given its advice."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from imari_desk.desk import machine, self_check
from imari_desk.desk.desk import Desk
from imari_desk.desk.self_check import SelfCheck, Weight
from imari_desk.domain.items import Owner
from tests import ready
from tests.desk.test_shipped import program

NOON = datetime(2026, 5, 20, 12, 0)
OLDER = Path(__file__).parents[1] / "store" / "data" / "desk-0001.db"


def look(folder: Path) -> SelfCheck:
    return self_check.look(folder, lambda: NOON)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    ready.copy(_office, tmp_path / "データ")
    return tmp_path / "データ"


def _office(folder: Path) -> None:
    Desk.create(folder, Owner.OFFICE).close()


def test_a_pc_before_its_first_start_is_fine(tmp_path: Path) -> None:
    found = look(tmp_path / "まだない")
    assert found.weight is Weight.FINE
    assert found.text().startswith("Imari Desk 自己点検　2026-05-20 12:00:00\n問題は")
    assert not (tmp_path / "まだない").exists()


def test_a_whole_database_is_opened_and_left_alone(data: Path) -> None:
    before = (data / "desk.db").read_bytes()
    assert look(data).line("database").value.startswith("開けました")
    assert (data / "desk.db").read_bytes() == before


def test_it_looks_while_the_window_has_the_database(data: Path) -> None:
    with Desk.open(data):
        assert look(data).weight is Weight.FINE


def test_a_file_that_is_no_database_is_for_support(data: Path) -> None:
    (data / "desk.db").write_bytes(b"not a database at all" * 100)
    found = look(data)
    assert found.weight is Weight.FAULT
    assert "担当者" in found.line("database").advice
    assert "\n\t→ " in found.text()


def test_a_database_of_an_older_shape_is_worth_a_look_only(tmp_path: Path) -> None:
    shutil.copyfile(OLDER, tmp_path / "desk.db")
    assert look(tmp_path).line("database").weight is Weight.NOTICE


def test_a_spoilt_record_leads_to_the_backup(data: Path) -> None:
    with Desk.open(data) as desk:
        desk.enter("行-②", 2025, {"results": "文書の電子化"})
    content = (data / "desk.db").read_bytes()
    spoilt = content.replace("文書の電子化".encode(), "文書の電子火".encode())
    (data / "desk.db").write_bytes(spoilt)
    line = look(data).line("database")
    assert line.weight is Weight.FAULT
    assert "控え" in line.advice


def test_the_last_backup_is_named(data: Path) -> None:
    assert look(data).line("backup").value == "まだありません"
    folder = data / "backups"
    folder.mkdir()
    shutil.copyfile(data / "desk.db", folder / "00003-2026-05-19-daily.db")
    assert "2026-05-19（1個" in look(data).line("backup").value


@pytest.mark.parametrize(
    ("kind", "weight"),
    [("network", 1), ("removable", 1), ("missing", 3), ("fixed", 0), ("other", 0)],
)
def test_the_kind_of_drive_matters(
    kind: str, weight: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "drive", lambda _: kind)
    line = look(tmp_path).line("data")
    assert line.weight == weight
    assert bool(line.advice) is bool(weight)


@pytest.mark.parametrize("free", [None, 1_000_000])
def test_little_room_is_worth_a_look(
    free: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "free_space", lambda _: free)
    assert look(tmp_path).line("space").weight is Weight.NOTICE


def test_printers_are_named_and_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "printers", lambda: ("複合機", "PDF"))
    assert look(tmp_path).line("printers").value == "複合機（通常使うプリンター）、PDF"
    monkeypatch.setattr(machine, "printers", lambda: ())
    assert look(tmp_path).line("printers").weight is Weight.NOTICE


def test_program_files_that_were_changed_are_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = program(tmp_path / "program")
    monkeypatch.setattr("imari_desk.desk.shipped.program_folder", lambda: folder)
    assert look(tmp_path).line("files").value == "2個すべて配布時のままです"
    for n in range(5):
        (folder / f"{n}.dll").write_bytes(b"")
    line = look(tmp_path).line("files")
    assert line.weight is Weight.FAULT
    assert line.value == "配布時と違います　0.dll、1.dll、2.dll、ほか2個"
    (folder / "shipped.json").write_text("{", "utf-8")
    assert look(tmp_path).line("files").weight is Weight.FAULT


def test_the_machine_answers_whatever_it_is(tmp_path: Path) -> None:
    assert machine.system()
    assert all(machine.region())
    assert machine.drive(tmp_path) in {machine.FIXED, machine.NETWORK}
    assert machine.free_space(tmp_path / "a" / "b") == machine.free_space(tmp_path)
