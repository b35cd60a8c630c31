"""The self-check in the window: a text to read, and to copy whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui.self_check_window import SelfCheckWindow


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_text_is_there_to_copy(parent: QWidget, tmp_path: Path) -> None:
    window = SelfCheckWindow(tmp_path, parent, inline=True)
    window.show()
    assert window.text.toPlainText().startswith("Imari Desk 自己点検")
    window.copy.click()
    assert QGuiApplication.clipboard().text() == window.text.toPlainText()
    window.reject()


def test_it_is_looked_at_beside_the_window(parent: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    window = SelfCheckWindow(tmp_path, parent)
    window.show()
    assert not window.copy.isEnabled()
    qtbot.waitUntil(window.copy.isEnabled)
    window.close()


def test_a_check_that_breaks_says_so(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("imari_desk.desk.self_check.look", broken)
    window = SelfCheckWindow(tmp_path, parent, inline=True)
    assert window.text.toPlainText() == "RuntimeError: broken on purpose"
    window.reject()
