"""Keys and places of the focus in the whole window, and the day it takes for today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.gui import clock
from imari_desk.gui.glossary import WordCard
from imari_desk.gui.history_window import HistoryWindow
from imari_desk.gui.kit import Chip, DateField
from imari_desk.gui.kit.button import Button
from imari_desk.gui.kit.calendar import Calendar
from imari_desk.gui.main_window import MainWindow
from tests.gui.form.pages import page
from tests.gui.windows import Windows, clerk, place

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clerk(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def window(qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    windows = Windows(qapp)
    yield windows.open(folder)
    windows.end()


@pytest.fixture
def stopped() -> Iterator[None]:
    clock.run_by(lambda: datetime(2026, 5, 28, 14, 32))
    yield
    clock.run_by(datetime.now)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_f10_opens_the_menu_at_its_button(window: MainWindow, qtbot: QtBot) -> None:
    assert window.frame is not None
    menu = window.frame.menu.menu
    place(window).pane.form.go_to("results")
    press(window, Qt.Key.Key_F10)
    qtbot.waitUntil(menu.isVisible)
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_a_click_on_the_menu_leaves_the_cursor_in_its_field(window: MainWindow) -> None:
    place(window).pane.form.go_to("results")
    buttons = [b for b in window.findChildren(Button) if b.menu() is not None]
    assert len(buttons) == 1
    assert not buttons[0].focusPolicy() & Qt.FocusPolicy.ClickFocus
    assert buttons[0].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_history_is_that_of_the_field(window: MainWindow) -> None:
    place(window).pane.form.go_to("results")
    press(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow))
    assert "成果" in shown.windowTitle()
    shown.close()


def test_f1_explains_the_word_in_the_label(window: MainWindow) -> None:
    form = place(window).pane.form
    leaf = place(window).notebook.leaf
    assert leaf is not None
    term = leaf.plan.glossary[0]
    form.fields["results"].head.show_label(f"{term.word}の成果", leaf.plan.glossary)
    form.go_to("results")
    press(window, Qt.Key.Key_F1)
    card = next(w for w in QApplication.topLevelWidgets() if isinstance(w, WordCard))
    assert card.term is term
    card.close()


@pytest.mark.usefixtures("stopped")
def test_one_clock_tells_the_day_everywhere(qapp: QApplication, folder: Path) -> None:
    windows = Windows(qapp)
    window = windows.open(folder)
    assert "あと1日" in " ".join(chip.text() for chip in window.findChildren(Chip))
    notebook = place(window).notebook
    saved: list[str] = []
    notebook.saved.connect(saved.append)
    notebook.type("author", "山口")
    notebook.flush()
    assert saved == ["14:32"]
    field = DateField()
    field.open_calendar()
    calendar = field.findChild(Calendar)
    assert calendar is not None
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert field.text() == "令和8年5月28日"
    windows.end()


def test_the_side_takes_the_focus_where_there_is_nothing_to_check(window: MainWindow) -> None:
    side = place(window).side
    side.furnish()
    assert side.checks is not None
    assert side.preview is not None
    side.setFocus()
    assert QApplication.focusWidget() is side.checks.view
    confirmed = page(state=next(s for s in type(page().state) if s.value == "確定"))
    side.show_leaf(confirmed)
    side.setFocus()
    assert QApplication.focusWidget() is side.preview.enlarge
