"""The signs of a menu are drawn, and grow with the zoom."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.kit.menu import Menu


def ink(image: QImage) -> int:
    """How many pixels are dark."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in points)


def drawn(menu: Menu) -> QImage:
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    return menu.grab().toImage()


def test_the_choice_in_force_is_ticked_and_a_submenu_has_its_sign(
    qtbot: QtBot, qapp: QApplication
) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    choice = menu.addAction("")
    choice.setCheckable(True)
    bare = ink(drawn(menu))
    choice.setChecked(True)
    ticked = ink(drawn(menu)) - bare
    assert ticked > 0
    look.apply(qapp, dark=False, zoom=2.0)
    choice.setChecked(False)
    large = ink(drawn(menu))
    choice.setChecked(True)
    assert ink(drawn(menu)) - large > 2 * ticked
    choice.setChecked(False)
    without = ink(drawn(menu))
    menu.submenu("")
    assert ink(drawn(menu)) > without
