"""The manual opens from every page, at the place that speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.domain.words import sentence
from imari_desk.gui import manual
from imari_desk.gui.help_window import HelpWindow
from imari_desk.gui.manual import PARTS, PLACES, Place
from imari_desk.gui.start_page import StartPage
from tests.gui import pages
from tests.gui.windows import Windows, place

SHIFT = Qt.KeyboardModifier.ShiftModifier
WANTED = {
    "start": "open",
    "form": "milestones",
    "submit": "submit",
    "hand_over": "handover",
    "import": "import",
    "print": "print",
    "history": "history",
    "glossary": "words",
    "keys": "keys",
}


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened."""
    found: list[Path] = []

    def take(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", WANTED)
def test_a_page_opens_its_own_place(
    name: str, qtbot: QtBot, windows: Windows, opened: list[Path], tmp_path: Path
) -> None:
    window = windows.open(pages.data(name, tmp_path))
    shown = pages.PAGES[name][1](window)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    QTest.keyClick(shown, Qt.Key.Key_F1, SHIFT)
    assert opened == [manual.folder() / "place" / f"clerk-{WANTED[name]}.html"]
    assert opened[0].is_file()


def test_where_the_focus_is_decides(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(pages.data("form", tmp_path))
    assert window.frame is not None
    form = place(window).pane.form
    form.go_to("author")
    assert manual.here(window.frame) == PARTS["SignatureSection"]
    form.go_to("results")
    assert manual.here(window.frame) == PARTS["TextsSection"]
    place(window).list.setFocus()
    assert manual.here(window.frame) == PARTS["MeasureList"]


def test_what_is_in_sight_decides_where_the_focus_is_nowhere(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert manual.here(page) == Place("clerk", "window")
    kind = type("ReceivingPage", (QWidget,), {})
    inside = kind(page)
    inside.show()
    assert manual.here(page) == PLACES["ReceivingPage"]


def test_the_menu_opens_the_whole_manual(
    windows: Windows, opened: list[Path], tmp_path: Path
) -> None:
    window = windows.open(pages.data("form", tmp_path))
    assert window.frame is not None
    window.frame.menu.action("manual").trigger()
    assert opened == [manual.folder() / "clerk.html"]


def test_the_start_page_has_no_menu_and_still_leads_there(
    windows: Windows, opened: list[Path], tmp_path: Path
) -> None:
    window = windows.open(pages.data("start", tmp_path))
    (page,) = window.findChildren(StartPage)
    words = sentence("start.manual")
    (button,) = [b for b in page.findChildren(QPushButton) if b.text() == words]
    button.click()
    assert opened == [manual.folder() / "place" / "clerk-open.html"]


def test_without_a_browser_it_says_where_the_file_lies(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    assert str(manual.folder() / "clerk.html") in said(qtbot)


def test_an_incomplete_installation_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def none() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(manual, "folder", none)
    assert sentence("manual.gone") in said(qtbot)
    monkeypatch.setattr(manual, "folder", lambda: tmp_path)
    assert sentence("manual.gone") in said(qtbot)


def said(qtbot: QtBot) -> list[str]:
    """What the window of help says after the manual was wanted."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    manual.open_whole(page)
    (window,) = page.findChildren(HelpWindow)
    return [label.text() for label in window.findChildren(QLabel)]
