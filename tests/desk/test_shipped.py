"""A program folder against the list that came with it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from imari_desk.desk import shipped


def program(folder: Path) -> Path:
    """A program folder of two files with its list."""
    files = {"python.exe": b"MZ", "lib/imari_desk/__init__.py": b"x = 1\n"}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    (folder / shipped.LIST).write_text(json.dumps({"version": "1.0", "files": sums}), "utf-8")
    return folder


def test_files_as_they_were_shipped(tmp_path: Path) -> None:
    assert shipped.look(program(tmp_path / "伊万里 市")) == (2, ())


def test_changed_gone_and_added_files_are_named(tmp_path: Path) -> None:
    folder = program(tmp_path)
    (folder / "python.exe").unlink()
    (folder / "lib/imari_desk/__init__.py").write_bytes(b"x = 2\n")
    (folder / "lib/sitecustomize.py").write_bytes(b"")
    (folder / "note.txt").write_bytes(b"not a program")
    assert shipped.look(folder).other == (
        "lib/imari_desk/__init__.py",
        "lib/sitecustomize.py",
        "python.exe",
    )


def test_a_checkout_is_no_program_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped.program_folder() is None
    folder = program(tmp_path)
    monkeypatch.setattr("imari_desk.__file__", str(folder / "lib/imari_desk/__init__.py"))
    assert shipped.program_folder() == folder
