"""Widgets are tested off screen, in the house's look; a dialog nobody asked for fails the test."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog

from imari_desk.gui import look


@pytest.fixture(autouse=True)
def house_look(qapp: QApplication) -> None:
    """Light, at 100 %, whatever the test before left."""
    look.apply(qapp, dark=False, zoom=1.0)


@pytest.fixture(autouse=True)
def no_dialog(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A modal dialog would wait for a person forever: it ends at once and the test fails."""
    opened: list[str] = []

    def refuse(dialog: QDialog) -> int:
        opened.append(f"{type(dialog).__name__} {dialog.windowTitle()}")
        return 0

    monkeypatch.setattr(QDialog, "exec", refuse)
    yield
    assert opened == [], "a dialog opened that the test did not ask for"
