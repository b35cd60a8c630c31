"""Where the panes lie, at the sizes and zooms there are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.empty_window import EmptyWindow, arranged


@pytest.mark.parametrize(
    ("width", "zoom", "left", "side"),
    [
        (1366, 1.0, 256, 288),
        (1920, 1.0, 280, 600),
        (2560, 1.0, 280, 600),
        (1280, 1.0, 256, 0),
        (1366, 1.25, 256, 0),
        (1366, 1.5, 104, 0),
        (1366, 2.0, 0, 0),
        (1920, 1.5, 256, 0),
    ],
)
def test_the_side_folds_first_then_the_list(width: int, zoom: float, left: int, side: int) -> None:
    look.choose(dark=False, zoom=zoom)
    list_place, form, side_place = arranged(QRect(0, 0, width, round(600 * zoom)))
    found = [place.width() if place else 0 for place in (list_place, side_place)]
    assert found == [look.px(left), look.px(side)]
    places = [place for place in (list_place, form, side_place) if place]
    for one, another in pairwise(places):
        assert one.right() < another.left()
    assert all(QRect(0, 0, width, 2000).contains(place) for place in places)


def test_the_form_keeps_the_room_its_layout_needs() -> None:
    look.choose(dark=False, zoom=1.0)
    for width in range(800, 2000):
        _, form, _ = arranged(QRect(0, 0, width, 600))
        assert form.width() >= 740


@pytest.mark.parametrize("department", ["情報政策課", None])
def test_it_tells_once_when_it_has_been_painted(qtbot: QtBot, department: str | None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 688)
    empty = EmptyWindow(window, department)
    told: list[None] = []
    empty.painted.connect(lambda: told.append(None))
    empty.resize(window.size())
    with qtbot.waitSignal(empty.painted):
        window.show()
    empty.repaint()
    picture = empty.grab().toImage()
    assert len(told) == 1
    card = picture.pixelColor(400, 300).name()
    colours = look.tokens()
    assert card == (colours.surface if department else colours.page)
