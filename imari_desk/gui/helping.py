"""What the menu answers whatever is open: help, and the folder of the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from imari_desk.gui.actions import Actions


def handlers(menu: Actions, folder: Path, window: QWidget) -> dict[str, Callable[[], object]]:
    """The handlers by the names of their actions."""

    def show_folder() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_keys() -> None:
        from imari_desk.gui import help_window

        help_window.show_keys(menu.keys(), window)

    def show_about() -> None:
        from imari_desk.gui import help_window

        help_window.show_about(folder, window)

    return {"folder": show_folder, "log": show_folder, "keys": show_keys, "about": show_about}
