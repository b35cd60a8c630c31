"""The first start: one question, and what else can wait."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from imari_desk.gui.office.begin_page import BeginPage
from imari_desk.gui.opening import FoundFile, find_requests
from imari_desk.gui.settings import Settings
from imari_desk.gui.start_page import StartPage
from imari_desk.gui.start_parts import Elided
from tests.desk.people import DEPARTMENT, MINE
from tests.gui.windows import Windows, place, request


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> StartPage:
    made = StartPage(Settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    return made


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


def button(page: StartPage, words: str) -> QPushButton:
    (found,) = [b for b in page.findChildren(QPushButton) if b.text().startswith(words)]
    return found


@pytest.mark.parametrize("words", ["ファイルを選ぶ", "引継ぎのファイルを開く"])
def test_a_file_is_asked_for_with_the_system_s_dialog(
    qtbot: QtBot, page: StartPage, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/x/依頼.xlsx", ""))
    with qtbot.waitSignal(page.file_chosen) as chosen:
        button(page, words).click()
    assert chosen.args == [Path("/x/依頼.xlsx")]


def test_a_dialog_that_is_left_chooses_nothing(
    qtbot: QtBot, page: StartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(page.file_chosen):
        button(page, "ファイルを選ぶ").click()


def test_found_requests_are_offered_the_newest_first(qtbot: QtBot, page: StartPage) -> None:
    new, old = Path("/x/新.xlsx"), Path("/x/旧.xlsx")
    page.show_found((FoundFile(new, datetime(2026, 4, 24)), FoundFile(old, datetime(2025, 4, 24))))
    with qtbot.waitSignal(page.file_chosen) as chosen:
        button(page, "この依頼を開く").click()
    assert chosen.args == [new]
    filled = [b for b in page.findChildren(QPushButton) if b.property("kind") == "primary"]
    assert [b.text() for b in filled] == [button(page, "この依頼を開く").text()]


def test_requests_are_looked_for_where_files_arrive(tmp_path: Path) -> None:
    here, there = tmp_path / "Downloads", tmp_path / "Desktop"
    for n, path in enumerate(
        (here / "2025_依頼_市民課.xlsx", there / "依頼.xlsx", here / "提出.xlsx", here / "依頼.pdf")
    ):
        path.parent.mkdir(exist_ok=True)
        path.touch()
        os.utime(path, (n, n))
    found = find_requests((here, there, here, tmp_path / "gone"))
    assert [file.path.name for file in found] == ["依頼.xlsx", "2025_依頼_市民課.xlsx"]


def test_size_and_colours_are_chosen_at_once(qtbot: QtBot, page: StartPage) -> None:
    choices = {choice.text(): choice for choice in page.findChildren(QRadioButton)}
    with qtbot.waitSignal(page.zoom_chosen) as zoom:
        choices["大"].click()
    assert zoom.args == [125]
    with qtbot.waitSignal(page.colours_chosen) as colours:
        choices["暗"].click()
    assert colours.args == ["dark"]


def test_the_data_folder_is_shown(page: StartPage, tmp_path: Path) -> None:
    names = [w.accessibleName() for w in page.findChildren(Elided)]
    assert any(str(tmp_path) in name for name in names)


def test_a_first_start_offers_what_has_arrived(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = request(tmp_path)
    monkeypatch.setattr(StartPage, "arrivals", lambda _page: (path.parent,))
    window = windows.open(tmp_path / "data")
    page = window.findChild(StartPage)
    assert page is not None
    button(page, "この依頼を開く").click()
    leaf = place(window).notebook.leaf
    assert leaf is not None
    assert leaf.measure.code == MINE


def test_a_file_that_is_no_request_is_refused_with_its_reason(
    windows: Windows, tmp_path: Path
) -> None:
    (tmp_path / "メモ.xlsx").write_bytes(b"hello")
    window = windows.open(tmp_path / "data", [tmp_path / "メモ.xlsx"])
    page = window.findChild(StartPage)
    assert page is not None
    assert "開けませんでした" in page.refusal
    assert not (tmp_path / "data" / "desk.db").exists()
    assert window.frame is not None
    window.frame.take_in([request(tmp_path)])
    leaf = place(window).notebook.leaf
    assert leaf is not None
    assert (leaf.measure.code, leaf.department) == (MINE, DEPARTMENT)


def test_the_office_begins_when_it_says_so_or_goes_back(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(tmp_path)
    page = window.findChild(StartPage)
    assert page is not None
    page.office_chosen.emit()
    begin = window.findChild(BeginPage)
    assert begin is not None
    begin.back.emit()
    pages = [p for p in window.findChildren(StartPage) if p.isVisible()]
    assert pages
    assert not (tmp_path / "desk.db").exists()
    pages[0].office_chosen.emit()
    begin = next(p for p in window.findChildren(BeginPage) if p.isVisible())
    begin.begun.emit()
    assert window.frame is not None
    assert window.frame.office is not None
    assert window.windowTitle() == "推進室 ― 令和7年度 ― Imari Desk"
