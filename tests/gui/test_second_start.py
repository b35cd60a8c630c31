"""A second start while a window is open, with real processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.gui import second_start
from imari_desk.gui.background import Background
from imari_desk.gui.exchange.import_page import ImportPage
from imari_desk.gui.listener import Listener
from tests.gui.windows import Windows, clerk, place

ASK = """
import sys
from pathlib import Path
from imari_desk.gui.second_start import hand_over
print(hand_over(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
"""


@pytest.fixture
def listener(tmp_path: Path, qapp: QApplication) -> Iterator[Listener]:
    owner = QObject(qapp)
    listener = Listener(tmp_path, Background(owner, inline=True), owner)
    yield listener
    listener.end()
    owner.deleteLater()


def ended(process: subprocess.Popen[str], qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    said, faults = process.communicate()
    assert faults == ""
    return said.strip()


def ask(folder: Path, *files: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    words = [sys.executable, "-c", ASK, str(folder), *files]
    return subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, cwd=folder.parent)


def test_the_open_window_hears_of_a_second_start(
    listener: Listener, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[tuple[Path, ...]] = []
    listener.called.connect(heard.append)
    assert ended(ask(tmp_path, "依頼.xlsx", "b.xlsx"), qtbot) == "True"
    assert heard == [(tmp_path.parent / "依頼.xlsx", tmp_path.parent / "b.xlsx")]
    assert not list(tmp_path.glob("window.call*"))


def test_a_window_that_does_not_answer_is_not_waited_for_long(tmp_path: Path) -> None:
    (tmp_path / "window.there").write_text(f"{os.getppid()}\n{os.uname().nodename}\n")
    assert not second_start.hand_over(tmp_path, (), patience=0.1)
    assert not list(tmp_path.glob("window.call*"))


def test_nobody_is_asked_where_nobody_is(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    here = os.uname().nodename
    for there in (f"{gone.pid}\n{here}\n", f"{os.getppid()}\nelsewhere\n", "?", ""):
        (tmp_path / "window.there").write_text(there)
        assert not second_start.hand_over(tmp_path, (), patience=3600)
    (tmp_path / "window.there").unlink()
    assert not second_start.hand_over(tmp_path, (), patience=3600)


def test_what_another_pc_announced_stays(tmp_path: Path) -> None:
    (tmp_path / "window.there").write_text("1\nelsewhere\n")
    assert not second_start.announce(tmp_path)
    second_start.withdraw(tmp_path)
    assert (tmp_path / "window.there").read_text() == "1\nelsewhere\n"


def test_a_folder_made_later_is_watched_then(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    folder = tmp_path / "new"
    listener = Listener(folder, Background(owner, inline=True), owner)
    folder.mkdir()
    listener.look()
    with qtbot.waitSignal(listener.called, timeout=20_000):
        process = ask(folder)
    assert ended(process, qtbot) == "True"
    listener.end()
    assert not list(folder.iterdir())


@pytest.mark.slow
def test_a_second_start_brings_the_first_window_forward_with_its_file(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = clerk(tmp_path)
    file = next((tmp_path / "依頼").glob("*.xlsx"))
    windows = Windows(qapp)
    window = windows.open(folder)
    qtbot.waitUntil(lambda: (folder / "window.there").exists())
    window.showMinimized()
    pipe, env = subprocess.PIPE, {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "imari_desk", "--data", str(folder), file.name]
    second = subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, cwd=file.parent, env=env)
    assert ended(second, qtbot) == ""
    assert second.returncode == 0
    assert not window.isMinimized()
    assert isinstance(place(window).errands.page, ImportPage)
    windows.end()
    assert not (folder / "window.there").exists()
    shutil.rmtree(folder)
