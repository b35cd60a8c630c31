"""Files of the world: whole or not at all, and a sentence where it cannot be."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from imari_desk.desk import files
from imari_desk.domain.errors import CallError, DeskError, MachineError


def failing(error: OSError) -> Any:
    def fail(*_args: object, **_more: object) -> None:
        raise error

    return fail


def left_behind(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "令和7" / "依頼 課.xlsx"
    files.write_file(path, b"abc")
    files.write_file(path, b"abcd")
    assert files.read_file(path) == b"abcd"
    assert left_behind(path.parent) == [path.name]


def test_a_file_in_a_shared_folder_is_for_everyone_there(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        files.write_file(tmp_path / "a.xlsx", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.xlsx").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "no room"), "file_disk_full"),
        (OSError(errno.EROFS, "read-only"), "file_unwritable"),
        (PermissionError(errno.EACCES, "held"), "file_in_use"),
    ],
)
def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", failing(error))
    with pytest.raises(MachineError) as caught:
        files.write_file(path, b"after")
    assert caught.value.code == code
    assert str(path) in caught.value.text
    assert path.read_bytes() == b"before"
    assert left_behind(tmp_path) == ["a.xlsx"]


def test_a_program_that_lets_go_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    really = Path.replace
    tries: list[int] = []

    def held_twice(self: Path, target: Path) -> Path:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        return really(self, target)

    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", held_twice)
    files.write_file(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "held"), "file_in_use"),
        (OSError(errno.EIO, "bad sector"), "file_unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "read_bytes", failing(error))
    with pytest.raises(DeskError) as caught:
        files.read_file(tmp_path / "a.xlsx")
    assert caught.value.code == code


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        files.read_file(tmp_path / "nothing.xlsx")
    with pytest.raises(CallError):
        files.read_file(tmp_path)
