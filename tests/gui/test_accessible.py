"""Every page, walked widget by widget: what a screen reader says, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.gui.kit import FocusRing
from tests.gui.pages import PAGES, data, visible
from tests.gui.windows import Windows

pytestmark = pytest.mark.slow


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, windows: Windows, tmp_path: Path) -> QWidget:
    folder, act = data(request.param, tmp_path), PAGES[request.param][1]
    shown = act(windows.open(folder))
    QApplication.processEvents()
    return shown


def stops(page: QWidget) -> list[QWidget]:
    """What the keyboard can enter."""
    tabbed = Qt.FocusPolicy.TabFocus.value
    every = (w for w in visible(page) if w.focusProxy() is None and w.isEnabled())
    return [w for w in every if w.focusPolicy().value & tabbed]


def test_every_stop_of_the_keyboard_is_named_and_can_be_seen(page: QWidget) -> None:
    """One test, as opening each page takes a while."""
    assert stops(page)
    assert nameless(page) == []
    assert unseen(page) == []


def nameless(page: QWidget) -> list[str]:
    """Stops a screen reader has no name or no role for."""
    found = []
    for widget in stops(page):
        said = QAccessible.queryAccessibleInterface(widget)
        named = said.text(QAccessible.Text.Name).strip() if said is not None else ""
        if said is None or not named or said.role() == QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def unseen(page: QWidget) -> list[str]:
    """Stops that do not show that the keyboard is there."""
    (ring,) = page.findChildren(FocusRing)
    found = []
    for widget in stops(page):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        own = widget.property("ring") is False
        if widget.hasFocus() and not own and ring.target() is not widget:
            found.append(type(widget).__name__)
    return found
