"""Damaged data and data in an unlucky place: what the window says, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from imari_desk.desk.desk import Desk
from imari_desk.desk.keeping import backups
from imari_desk.gui import data_folder
from imari_desk.gui.main_window import MainWindow
from tests.desk.people import MINE, YEAR
from tests.gui.windows import Windows, answer, clerk, place

pytestmark = pytest.mark.slow


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Data with a backup, and an answer that is younger."""
    made = clerk(tmp_path)
    with Desk.open(made) as desk:
        desk.enter(MINE, YEAR, {"activities": "前"})
        desk.import_files([next((tmp_path / "依頼").glob("*.xlsx"))])
        desk.enter(MINE, YEAR, {"results": "後"})
    assert backups(made)
    return made


def said(window: MainWindow) -> dict[str, str]:
    assert window.frame is not None
    return window.frame.notices.texts()


def press(window: MainWindow, words: str) -> None:
    every = window.findChildren(QPushButton)
    (button,) = [b for b in every if b.isVisible() and b.text().startswith(words)]
    button.click()


def spoil(folder: Path) -> bytes:
    whole = (folder / "desk.db").read_bytes()
    (folder / "desk.db").write_bytes(b"something else altogether" * 100)
    return whole


def test_damaged_data_lead_to_the_newest_backup(windows: Windows, folder: Path) -> None:
    spoil(folder)
    window = windows.open(folder)
    assert "傷んでいます" in said(window)["closed"]
    assert backups(folder)[0].made_on in said(window)["repair"]
    press(window, "バックアップに戻す")
    assert place(window).notebook.leaf is not None
    assert said(window).keys() == {"repaired"}
    kept = Path(said(window)["repaired"].partition("「")[2].partition("」")[0])
    assert kept.read_bytes().startswith(b"something else")
    assert answer(folder, "activities") == "前"


def test_data_that_are_whole_again_need_no_backup(windows: Windows, folder: Path) -> None:
    whole = spoil(folder)
    window = windows.open(folder)
    (folder / "desk.db").write_bytes(whole)
    press(window, "もう一度開く")
    assert said(window) == {}
    assert answer(folder, "results") == "後"


def test_without_a_backup_one_is_told_whom_to_ask(windows: Windows, folder: Path) -> None:
    spoil(folder)
    for backup in backups(folder):
        Path(backup.path).unlink()
    assert "推進室へ" in said(windows.open(folder))["repair"]


def test_a_backup_that_is_damaged_as_well_is_said(windows: Windows, folder: Path) -> None:
    spoil(folder)
    for backup in backups(folder):
        Path(backup.path).write_bytes(b"nothing of use")
    window = windows.open(folder)
    press(window, "バックアップに戻す")
    assert "戻せませんでした" in said(window)["repair"]


def test_a_network_drive_is_named_with_a_way_out(
    windows: Windows, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_folder, "on_network", lambda where: where == folder)
    window = windows.open(folder)
    assert str(folder) in said(window)["network"]
    assert any(b.text().startswith("保存先を変える") for b in window.findChildren(QPushButton))
