"""Every page at 200 % on the smallest screen: nothing is cut, nothing lies outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QWidget

from imari_desk.gui.settings import Settings
from tests.gui.pages import PAGES, data, visible
from tests.gui.windows import Windows

pytestmark = pytest.mark.slow

SMALLEST = (1366, 688)  # inside title and task bar
SHORTENED = ("Elided", "Title")  # long names, which the tool tip tells in full
SLACK = 4  # pixels that roundings make


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, windows: Windows, tmp_path: Path) -> QWidget:
    folder, act = data(request.param, tmp_path), PAGES[request.param][1]
    settings = Settings(folder)
    settings.zoom = 200
    settings.save()
    shown = act(windows.open(folder, size=SMALLEST))
    for _ in range(4):
        QApplication.processEvents()
    return shown


def words(page: QWidget) -> Iterator[QLabel | QPushButton]:
    for widget in visible(page):
        short = type(widget).__name__ in SHORTENED
        if isinstance(widget, QLabel | QPushButton) and widget.text() and not short:
            yield widget


def test_nothing_is_cut_or_lies_outside(page: QWidget) -> None:
    """One test, as opening each page takes a while."""
    assert cut(page) == []
    assert outside(page) == []
    areas = (w for w in visible(page) if isinstance(w, QAbstractScrollArea))
    assert [type(a).__name__ for a in areas if a.horizontalScrollBar().maximum()] == []
    if page.parentWidget() is not None:  # a window of its own
        assert page.height() <= page.screen().availableGeometry().height()


def cut(page: QWidget) -> list[str]:
    """Words that have not the room they need."""
    found = []
    for widget in words(page):
        wanted = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width()) - SLACK
        else:
            fits = widget.width() >= wanted.width() - 1
            fits = fits and widget.height() >= wanted.height() - SLACK
        if not fits:
            found.append(widget.text())
    return found


def outside(page: QWidget) -> list[str]:
    """What begins or ends right of the page."""
    right = page.width() + 1
    ends = ((type(w).__name__, w.mapTo(page, QPoint(w.width(), 0)).x()) for w in visible(page))
    return [name for name, end in ends if end > right]
