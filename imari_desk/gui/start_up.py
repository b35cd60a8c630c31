"""From the process to the window: only what the first paint needs is imported before it.

The order is: application, empty window, first paint; then Qt's namespace of enumerations, the
bars and menus; on the background the desk (SQLAlchemy alone takes longer to import than Qt); at
last list and form, and the style sheet over all of it. tests/gui/test_start_up.py says what may
be imported when.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from imari_desk.gui import look
from imari_desk.gui.crash import Crash
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.settings import DARK, SYSTEM, Settings
from imari_desk.places import LOG

Measured = Callable[[float, float], None]


def run(folder: Path, files: Sequence[Path] = (), *, measured: Measured | None = None) -> int:
    """Show the window until it is closed; gives the exit code.

    ``measured`` is told the milliseconds from the start of the process to the first paint and
    to the usable form, and the window closes itself then.
    """
    # Starting makes many objects and drops few: collecting between them is time for nothing.
    gc.disable()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("imari-desk")
    settings = Settings(folder)
    look.choose(dark=settings.was_dark, zoom=settings.zoom / 100)
    window = MainWindow(settings, files)
    crash = Crash(folder / LOG, window.save_now, window.tell_crash)
    crash.install()
    window.broken.connect(crash.report)
    if measured is not None:
        _measure(window, measured)
    window.painted.connect(lambda: _fill(app, window, settings))
    window.show()
    return app.exec()


def dress(app: QApplication, settings: Settings) -> None:
    """Put the look in force that was chosen, or the system's."""
    from PySide6.QtCore import Qt

    dark = settings.colours == DARK
    if settings.colours == SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    settings.was_dark = dark
    look.apply(app, dark=dark, zoom=settings.zoom / 100)


def furnish(app: QApplication, settings: Settings) -> None:
    """What widgets need before they are shown: Qt's own words, and their look."""
    from imari_desk.gui.language import speak_japanese

    speak_japanese(app)
    dress(app, settings)


def _fill(app: QApplication, window: MainWindow, settings: Settings) -> None:
    # Widgets put together under a style sheet are polished anew at every step: it comes last.
    window.furnished.connect(lambda: furnish(app, settings))
    window.look_chosen.connect(lambda: dress(app, settings))
    window.usable.connect(_settle)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: dress(app, settings))
    app.commitDataRequest.connect(lambda _manager: window.save_now())
    window.begin()


def _settle() -> None:
    """What is there now stays as long as the window: the collector need not look at it again."""
    gc.freeze()
    gc.enable()


def _measure(window: MainWindow, measured: Measured) -> None:
    from imari_desk.gui.stopwatch import since_start

    painted: list[float] = []

    def finish() -> None:
        window.repaint()
        measured(painted[0], since_start())
        window.close()

    window.painted.connect(lambda: painted.append(since_start()))
    window.usable.connect(lambda: QTimer.singleShot(0, finish))
