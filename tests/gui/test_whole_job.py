"""A clerk's whole job with the keyboard alone: from the 依頼 to a workbook the office takes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.domain.finding import Severity
from imari_desk.domain.items import ItemKind
from imari_desk.gui.exchange.submit_page import SubmitPage
from imari_desk.gui.main_window import MainWindow
from tests.desk.people import MINE, THEIRS, YEAR
from tests.gui.album import Album
from tests.gui.kit.inputs import commit
from tests.gui.windows import Windows, place, request

NUMBERS = {"indicator.1.numerator": "178", "indicator.1.denominator": "412"}
CHOICES = {"grade": "B", "progress": "計画どおり"}
CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 400


class Typist:
    """Sits at the keyboard, sees which item has the focus, and answers it."""

    def __init__(self, window: MainWindow) -> None:
        self._notebook = place(window).notebook
        self._form = place(window).pane.form
        self.typed: dict[str, str] = {}

    @property
    def here(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus is nowhere"
        return widget

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.here, key, keys or Qt.KeyboardModifier.NoModifier)

    def fill_in(self) -> None:
        """Answer whatever is met on the way from the first input to the end of the form."""
        for _ in range(MOST_TABS):
            key = self._form.current_key
            if key and key not in self.typed and not isinstance(self.here, QPushButton):
                self._answer(key)
            self.press(Qt.Key.Key_Tab)
            if self.typed and not self._form.isAncestorOf(self.here):
                return
        raise AssertionError("Tab does not lead out of the form")

    def _answer(self, key: str) -> None:
        match self.here:
            case QRadioButton() | QComboBox():
                self._choose(key)
            case QCheckBox():
                self.press(Qt.Key.Key_Space)
            case QLineEdit():
                self._write_line(key)
            case QTextEdit():
                commit(self.here, f"{key}について、関係課と確かめながら進めました。")
            case _:
                return
        self.typed[key] = self._form.fields[key].text

    def _choose(self, key: str) -> None:
        """Down the choices until the wanted one stands; the first one where none is wanted."""
        for _ in range(12):
            self.press(Qt.Key.Key_Down if isinstance(self.here, QComboBox) else Qt.Key.Key_Right)
            text = self._form.fields[key].text
            if text and text == CHOICES.get(key, text):
                return
        raise AssertionError(f"{key}: {CHOICES[key]} is not there")

    def _write_line(self, key: str) -> None:
        leaf = self._notebook.leaf
        assert leaf is not None
        (item,) = [one for one in leaf.items if one.key == key]
        if item.kind is ItemKind.DATE:
            QTest.keyClicks(self.here, "2026-5-20")
        elif item.kind in (ItemKind.NUMBER, ItemKind.EVENTS):
            QTest.keyClicks(self.here, NUMBERS.get(key, "12"))
        else:
            commit(self.here, "佐藤 美咲")


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


def begin(qtbot: QtBot, windows: Windows, tmp_path: Path) -> MainWindow:
    """The first start, with the 依頼 as the program's argument."""
    window = windows.open(tmp_path / "data", [request(tmp_path)], inline=False)
    window.settings.out_folder = tmp_path
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.workplace is not None)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def opened(window: MainWindow) -> str:
    leaf = place(window).notebook.leaf
    assert leaf is not None
    return leaf.measure.code


def wait_for_another(qtbot: QtBot, window: MainWindow, measure: str) -> None:
    qtbot.waitUntil(lambda: opened(window) != measure)


def saved(window: MainWindow) -> bool:
    assert window.frame is not None
    notebook = place(window).notebook
    return window.frame.status.state().startswith("保存済み") and not notebook.unsaved


def gaps(window: MainWindow) -> list[str]:
    leaf = place(window).notebook.leaf
    assert leaf is not None
    return [found.key for found in leaf.findings if found.severity is Severity.MISSING]


@pytest.mark.slow
def test_from_the_request_to_a_submission_the_office_takes_in(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    window, album = begin(qtbot, windows, tmp_path), Album()
    album.keep(window, "first page")
    answers = {}
    for measure in (MINE, THEIRS):
        typist = Typist(window)
        typist.press(Qt.Key.Key_1, CONTROL)
        typist.fill_in()
        qtbot.waitUntil(lambda: saved(window))
        assert gaps(window) == [], measure
        answers[measure] = typist.typed
        album.keep(window, "filled in" if measure == MINE else "all filled in")
        typist.press(Qt.Key.Key_PageDown, CONTROL)
        wait_for_another(qtbot, window, measure)
    book = submit(qtbot, window, Typist(window), album)
    album.keep(window, "handed in")
    with Desk.open(tmp_path / "office") as office:
        (report,) = office.import_files([book])
        assert report.clean
        for measure, typed in answers.items():
            leaf = office.leaf(measure, YEAR)
            assert {key: leaf.shown(key) for key in typed} == typed


def submit(qtbot: QtBot, window: MainWindow, typist: Typist, album: Album) -> Path:
    """Ctrl+Enter, the reason for what is left open, Tab to the button, Enter."""
    typist.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: isinstance(place(window).errands.page, SubmitPage))
    page = place(window).errands.page
    assert isinstance(page, SubmitPage)
    qtbot.waitUntil(page.go_button.isEnabled)
    commit(typist.here, "一施策は調査の結果を待っています。")
    for _ in range(MOST_TABS):
        if typist.here is page.go_button:
            break
        typist.press(Qt.Key.Key_Tab)
    album.keep(window, "before handing in")
    with qtbot.waitSignal(page.written) as written:
        typist.press(Qt.Key.Key_Return)
    path = written.args[0]
    assert isinstance(path, Path)
    typist.press(Qt.Key.Key_Escape)
    return path
