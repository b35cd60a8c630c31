"""Another folder for the data, chosen in the window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from imari_desk.gui.main_window import MainWindow
from imari_desk.places import remember_data, user_data
from tests.gui.windows import Windows, clerk

pytestmark = pytest.mark.slow


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The starts of the program there have been; the user's folders are the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    words: list[list[str]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        words.append([program, *arguments])
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    return words


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


def press(window: MainWindow, words: str) -> None:
    every = window.findChildren(QPushButton)
    (button,) = [b for b in every if b.isVisible() and b.text().startswith(words)]
    button.click()


def said(window: MainWindow) -> dict[str, str]:
    assert window.frame is not None
    return window.frame.notices.texts()


def data(folder: Path) -> Path:
    folder.mkdir()
    return clerk(folder)


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_facts: str(folder))


def test_the_program_starts_anew_in_the_folder_chosen(
    windows: Windows,
    tmp_path: Path,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    window = windows.open(data(tmp_path / "one"))
    assert window.frame is not None
    other = data(tmp_path / "two")
    choosing(monkeypatch, other)
    window.frame.menu.action("data").trigger()
    assert str(other) in said(window)["moving"]
    assert "開きます" in said(window)["moving"]
    press(window, "変えない")
    assert (said(window), started) == ({}, [])
    window.frame.menu.action("data").trigger()
    press(window, "この場所で開き直す")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert started == [[sys.executable, "-m", "imari_desk", "--data", str(other)]]
    assert user_data() == other


def test_an_empty_folder_and_none_at_all(
    windows: Windows,
    tmp_path: Path,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    window = windows.open(folder)
    for nothing in ("", folder):
        choosing(monkeypatch, nothing)
        press(window, "変える")
        assert said(window) == {}
    choosing(monkeypatch, tmp_path)
    press(window, "変える")
    assert "新しく始めます" in said(window)["moving"]
    assert started == []


def test_a_choice_that_cannot_be_remembered_changes_nothing(
    windows: Windows,
    tmp_path: Path,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "home").write_text("a file, where a folder should be")
    window = windows.open(data(tmp_path / "one"))
    assert window.frame is not None
    choosing(monkeypatch, tmp_path)
    window.frame.menu.action("data").trigger()
    press(window, "この場所で開き直す")
    assert "変えていません" in said(window)["moving"]
    assert window.isVisible()
    assert started == []


def test_a_folder_that_is_gone_is_named_and_there_is_a_way_back(
    windows: Windows, tmp_path: Path, started: list[list[str]], qtbot: QtBot
) -> None:
    remember_data(tmp_path / "drive")
    window = windows.open(user_data())
    assert str(tmp_path / "drive") in said(window)["gone"]
    press(window, "いつもの場所で開く")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert started[0][-1] == str(user_data())
    assert user_data() == tmp_path / "home" / "imari-desk"
