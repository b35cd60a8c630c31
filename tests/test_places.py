"""The packaged folders are found beside the package and inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from imari_desk import places
from imari_desk.places import (
    chosen_data,
    on_network,
    packaged,
    remember_data,
    user_data,
    usual_data,
)


def test_the_packaged_folders_are_there() -> None:
    assert (packaged("db") / "migrations" / "env.py").is_file()
    assert packaged("resources").is_dir()


def test_inside_the_package_goes_before_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, beside = tmp_path / "package" / "db", tmp_path / "db"
    beside.mkdir(parents=True)
    (tmp_path / "package").mkdir()
    monkeypatch.setattr(places, "__file__", str(tmp_path / "package" / "places.py"))
    assert packaged("db") == beside
    inside.mkdir()
    assert packaged("db") == inside


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        packaged("nowhere")


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return usual_data()


def test_the_data_lie_in_the_usual_folder_until_another_is_chosen(
    usual: Path, tmp_path: Path
) -> None:
    assert (user_data(), chosen_data()) == (usual, None)
    remember_data(tmp_path / "ＵＳＢ")
    assert user_data() == chosen_data() == tmp_path / "ＵＳＢ"
    remember_data(usual)
    assert (user_data(), chosen_data()) == (usual, None)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"somewhere/else"])
def test_a_choice_that_names_no_folder_counts_as_none(usual: Path, content: bytes) -> None:
    remember_data(usual / "x")
    (usual / "data-folder.txt").write_bytes(content)
    assert user_data() == usual


def test_a_network_drive_is_told_from_a_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    table = tmp_path / "mounts"
    monkeypatch.setattr(places, "_MOUNTS", table)
    assert not on_network(Path("/mnt/share/data"))
    table.write_text(
        "/dev/sda1 / ext4 rw 0 0\n//server/s /mnt/my\\040share cifs rw 0 0\n"
        "tmpfs /mnt/my\\040share/own tmpfs rw 0 0\nbroken\n"
    )
    assert on_network(Path("/mnt/my share/data"))
    assert not on_network(Path("/mnt/my share/own/data"))
    assert not on_network(Path("/home/user"))
