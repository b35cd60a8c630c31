"""A new program folder is tried out on a copy; only a good one is taken into use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from imari_desk.desk import installing
from imari_desk.desk.desk import Desk
from imari_desk.desk.installing import CURRENT, PREVIOUS, TrialError, settle, take_into_use
from tests.desk.test_shipped import program

OLDER = Path(__file__).parents[1] / "store" / "data" / "desk-0001.db"


class Root:
    """An installation: its folder, its data, and what was said."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.data = folder / "Imari Desk", folder / "データ"
        self.said: list[str] = []
        self.shown: list[Path] = []
        self._patch = monkeypatch

    def unpack(self, name: str) -> Path:
        return program(self.folder / name)

    def take(self, name: str) -> bool:
        """What the installer asks of the program it unpacked."""
        folder = self.folder / name
        self._patch.setattr("imari_desk.desk.shipped.program_folder", lambda: folder)
        return take_into_use(self.folder, name, self.data, self.said.append, self.show)

    def show(self, copy: Path) -> None:
        self.shown.append(copy)
        if (copy / "desk.db").exists():
            Desk.open(copy).close()

    def named(self, file: str) -> str:
        path = self.folder / file
        return path.read_text("utf-8") if path.exists() else ""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Root:
    made = Root(tmp_path, monkeypatch)
    made.unpack("1.0-a")
    assert made.take("1.0-a")
    return made


def test_a_first_installation_is_in_use(root: Root) -> None:
    assert (root.named(CURRENT), root.named(PREVIOUS)) == ("1.0-a", "")
    assert "データはまだありません。" in root.said


def test_an_update_keeps_the_one_before_until_it_has_been_used(root: Root) -> None:
    root.unpack("1.1-b")
    assert root.take("1.1-b")
    assert (root.named(CURRENT), root.named(PREVIOUS)) == ("1.1-b", "1.0-a")
    assert (root.folder / "1.0-a").is_dir()
    settle()
    assert not (root.folder / "1.0-a").exists()
    assert root.named(PREVIOUS) == ""
    settle()
    assert (root.folder / "1.1-b").is_dir()


def test_the_one_before_removes_nothing_while_it_is_still_open(root: Root) -> None:
    root.unpack("1.1-b")
    root.take("1.1-b")
    root._patch.setattr("imari_desk.desk.shipped.program_folder", lambda: root.folder / "1.0-a")
    settle()
    assert (root.folder / "1.0-a").is_dir()
    assert (root.folder / "1.1-b").is_dir()


def test_older_leftovers_go_and_what_is_not_ours_stays(root: Root) -> None:
    (root.folder / "メモ").mkdir()
    (root.folder / "0.9-z.removed").mkdir()
    for name in ("1.1-b", "1.2-c"):
        root.unpack(name)
        assert root.take(name)
    folders = {path.name for path in root.folder.iterdir() if path.is_dir()}
    assert folders == {"1.1-b", "1.2-c", "メモ"}


def test_the_data_are_tried_on_a_copy_and_stay_as_they_are(root: Root) -> None:
    root.data.mkdir()
    shutil.copyfile(OLDER, root.data / "desk.db")
    root.unpack("1.1-b")
    assert root.take("1.1-b")
    assert (root.data / "desk.db").read_bytes() == OLDER.read_bytes()
    assert root.shown[-1] != root.data
    assert not root.shown[-1].exists()


def test_while_the_window_is_open_an_update_can_be_made(root: Root) -> None:
    from imari_desk.domain.items import Owner

    with Desk.create(root.data, Owner.OFFICE):
        root.unpack("1.1-b")
        assert root.take("1.1-b")


def stays(root: Root, name: str) -> None:
    assert not root.take(name)
    assert (root.named(CURRENT), root.named(PREVIOUS)) == ("1.0-a", "")
    assert root.said[-1].startswith("切り替えませんでした")


def test_a_changed_program_goes_back(root: Root) -> None:
    (root.unpack("1.1-b") / "python.exe").write_bytes(b"changed on the way")
    stays(root, "1.1-b")


def test_a_program_without_a_window_goes_back(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise TrialError("no window")

    root.unpack("1.1-b")
    monkeypatch.setattr(root, "show", broken)
    stays(root, "1.1-b")


def test_a_database_the_program_cannot_open_goes_back(root: Root) -> None:
    import sqlite3
    from contextlib import closing

    root.data.mkdir()
    shutil.copyfile(OLDER, root.data / "desk.db")
    with closing(sqlite3.connect(root.data / "desk.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    root.unpack("1.1-b")
    stays(root, "1.1-b")
    assert "新しい版" in root.said[-1]


@pytest.mark.parametrize("spoilt", ["..", "a/b", ""])
def test_a_spoilt_name_leads_nowhere(root: Root, spoilt: str) -> None:
    root.unpack("1.1-b")
    root.take("1.1-b")
    (root.folder / PREVIOUS).write_text(spoilt, "utf-8")
    settle()
    assert (root.folder / "1.0-a").is_dir()


@pytest.mark.slow
def test_the_window_opens_on_a_copy_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    shutil.copyfile(OLDER, tmp_path / "desk.db")
    installing._show_window(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing")
    with pytest.raises(TrialError, match="画面を開けませんでした"):
        installing._show_window(tmp_path)
