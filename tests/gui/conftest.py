"""Widgets are tested off screen, in the house's look; a dialog nobody asked for fails the test."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from imari_desk.gui import look
from tests.desk.people import People, meet

# What opens a modal window and waits in it. A test that expects one puts its answer in place.
MODAL: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QDialog, ("exec",)),
    (QMenu, ("exec",)),
    (QMessageBox, ("exec", "about", "critical", "information", "question", "warning")),
    (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
    (
        QFileDialog,
        ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    ),
)


@pytest.fixture(autouse=True)
def house_look(qapp: QApplication) -> Iterator[None]:
    """Light, at 100 %, and of the test before nothing is left.

    Garbage goes between tests, as the window's own collector has it go between events: in the
    middle of a paint event it could take an earlier test's widgets apart. What outlives a test,
    the whole suite among it, is looked through once and then left out: a round over all of it
    takes longer than the test.
    """
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.freeze()
    look.apply(qapp, dark=False, zoom=1.0)
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_dialog(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A modal dialog would wait for a person forever: it ends at once and the test fails.

    The names of those that opened; a test of the guard empties the list.
    """
    opened: list[str] = []

    def refusing(name: str) -> Callable[..., object]:
        def refuse(*_args: object, **_named: object) -> object:
            opened.append(name)
            raise AssertionError(f"{name} opened a dialog nobody asked for")

        return refuse

    for dialog, names in MODAL:
        for name in names:
            monkeypatch.setattr(dialog, name, refusing(f"{dialog.__name__}.{name}"))
    yield opened
    assert opened == [], "a dialog opened that the test did not ask for"


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    """An office and a 課 at real databases, the 依頼 taken in."""
    met = meet(tmp_path)
    yield met
    met.clerk.close()
    met.office.close()
