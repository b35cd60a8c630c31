"""What the menu answers whatever is open: help, and the folder of the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.actions import Actions

MENU_KEY = "F10"


def handlers(menu: Actions, folder: Path, window: QWidget) -> dict[str, Callable[[], object]]:
    """The handlers by the names of their actions; the menu's own key works from now on."""

    def show_folder() -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_keys() -> None:
        from imari_desk.gui import help_window

        opening = (sentence("menu.open"), MENU_KEY)
        help_window.show_keys((opening, *menu.keys()), window)

    def show_manual() -> None:
        from imari_desk.gui import manual

        manual.open_whole(window)

    def show_manual_here() -> None:
        from imari_desk.gui import manual

        manual.open_here(window)

    def show_about() -> None:
        from imari_desk.gui import help_window

        help_window.show_about(folder, window)

    def open_menu() -> None:
        every = window.findChildren(QPushButton)
        button = next((b for b in every if b.menu() is menu.menu and b.isVisible()), None)
        if button is not None:
            menu.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
            menu.menu.setActiveAction(menu.menu.actions()[0])

    QShortcut(QKeySequence(MENU_KEY), window, open_menu)
    return {
        "folder": show_folder,
        "log": show_folder,
        "manual": show_manual,
        "manual_here": show_manual_here,
        "keys": show_keys,
        "self_check": lambda: _check_self(folder, window),
        "about": show_about,
    }


def _check_self(folder: Path, window: QWidget) -> None:
    from imari_desk.gui.self_check_window import SelfCheckWindow

    SelfCheckWindow(folder, window).show()
