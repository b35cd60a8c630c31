"""The office's whole window: how it begins, what it saves, and what it says where it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from imari_desk.desk.desk import Desk
from imari_desk.domain.standing import Group
from imari_desk.gui import opening
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.notices import Notices
from imari_desk.gui.office.board.page import BoardPage
from imari_desk.gui.office.place import OfficePlace
from imari_desk.gui.office.receiving.page import ReceivingPage
from imari_desk.gui.status_line import StatusLine
from tests import ready
from tests.desk.office import board_sample as sample
from tests.desk.office.board_sample import YEAR
from tests.gui.windows import Windows, full_disk, request

pytestmark = pytest.mark.slow


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ready.copy(sample.make, tmp_path / "office")
    return tmp_path / "office"


def office(window: MainWindow) -> OfficePlace:
    assert window.frame is not None
    assert window.frame.office is not None
    return window.frame.office


def press(window: MainWindow, words: str) -> None:
    """Press the visible button with these words on it."""
    found = window.findChildren(QPushButton)
    (button,) = [b for b in found if b.text().startswith(words) and b.isVisible()]
    button.click()


def state(window: MainWindow) -> str:
    found = window.findChild(StatusLine)
    assert found is not None
    return found.state()


def notices(window: MainWindow) -> dict[str, str]:
    found = window.findChild(Notices)
    assert found is not None
    return found.texts()


def test_the_office_begins_from_the_window(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(tmp_path)
    press(window, "推進室としてお使いの方")
    press(window, "はじめの画面に戻る")
    assert not (tmp_path / "desk.db").exists()
    press(window, "推進室としてお使いの方")
    press(window, "推進室のデータを作る")
    page = office(window).page
    assert isinstance(page, BoardPage)
    assert page.empty.isVisible()
    assert window.windowTitle() == "推進室 ― 令和7年度 ― Imari Desk"
    assert window.frame is not None
    assert not window.frame.top.isVisible()


def test_the_office_practises_apart_from_everything_real(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(tmp_path)
    press(window, "推進室としてお使いの方")
    press(window, "見本で練習する")
    files = opening.practice_files(tmp_path)
    assert str(files) in notices(window)["rehearsing"]
    hand = office(window).hand
    assert hand.desk.is_practice
    view = hand.desk.office.board.look(YEAR, date.today())
    assert {one.group(view.today) for one in view.standings} == {Group.LATE}
    office(window).take_in(sorted(files.iterdir()))
    assert isinstance(office(window).page, ReceivingPage)
    press(window, "練習を終える")
    assert window.frame is not None
    assert window.frame.office is None
    assert not (tmp_path / "desk.db").exists()


def test_a_folder_that_cannot_be_written_is_told_where_one_began(
    windows: Windows, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file in the place of the folder")
    window = windows.open(tmp_path / "taken")
    press(window, "推進室としてお使いの方")
    press(window, "推進室のデータを作る")
    assert window.frame is not None
    assert window.frame.office is None
    press(window, "はじめの画面に戻る")


def test_what_is_typed_is_saved_and_found_again(windows: Windows, folder: Path) -> None:
    window = windows.open(folder)
    place = office(window)
    place.hand.go_to("産-①", YEAR)
    place.notebook.type("office_view", "よく進みました。")
    assert state(window) == "入力中"
    place.notebook.flush()
    assert state(window).startswith("保存済み")
    place.notebook.type("office_view", "よく進みました。続けてください。")
    window.close()
    QApplication.processEvents()
    with Desk.open(folder) as desk:
        answers = {a.key: a.value for a in desk.show("産-①", YEAR).answers}
    assert answers["office_view"] == "よく進みました。続けてください。"
    again = office(windows.open(folder))
    assert again.notebook.leaf is not None
    assert again.notebook.leaf.measure.code == "産-①"


def test_a_full_disk_is_told_and_nothing_is_lost(windows: Windows, folder: Path) -> None:
    window = windows.open(folder)
    place = office(window)
    place.hand.go_to("産-①", YEAR)
    with full_disk():
        place.notebook.type("office_view", "よく進みました。" * 2000)
        place.notebook.flush()
        assert state(window) == "保存できていません"
        assert "unsaved" in notices(window)
        press(window, "保存できていない文を写す")
        assert QGuiApplication.clipboard().text().startswith("産-① 推進室所見")
    press(window, "もう一度保存する")
    assert "unsaved" not in notices(window)


def test_files_given_or_dropped_are_looked_at(
    windows: Windows, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    workbook = request(tmp_path / "elsewhere")
    window = windows.open(folder, [workbook])
    assert isinstance(office(window).page, ReceivingPage)
    office(window).show_page("board")
    assert window.frame is not None
    window.frame.take_in([workbook])
    assert isinstance(office(window).page, ReceivingPage)


def test_a_desk_somebody_has_is_opened_to_be_read(windows: Windows, folder: Path) -> None:
    with Desk.open(folder):
        window = windows.open(folder)
        assert "読むだけ" in notices(window)["held"]
        assert office(window).hand.desk.read_only
        press(window, "もう一度開く")
    press(window, "もう一度開く")
    assert not office(window).hand.desk.read_only


def test_damaged_data_are_named(windows: Windows, folder: Path) -> None:
    (folder / "desk.db").write_bytes(b"something else altogether" * 100)
    window = windows.open(folder)
    assert window.frame is not None
    assert window.frame.office is None
    assert "開けませんでした" in notices(window)["closed"]


def test_every_action_that_is_shown_is_answered_or_grey(windows: Windows, folder: Path) -> None:
    window = windows.open(folder)
    assert window.frame is not None
    menu = window.frame.menu
    for name in office(window).rail.entries:
        office(window).show_page(name)
        assert all(not menu.action(action).isEnabled() for action in menu.idle())
    assert not menu.action("submit").isVisible()
