"""The packaged folders are found beside the package and inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from imari_desk import places
from imari_desk.places import packaged


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
