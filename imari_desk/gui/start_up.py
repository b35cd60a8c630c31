"""From the process to the window: only what the first paint needs is imported before it.

The order is: application, empty window, first paint; then Qt's namespace of enumerations, the
bars and menus; list and form of the page left last, as far as they are seen, the style sheet over
all of it; at last, when that has been painted, what is left of the form, the side, and on the
background the desk (SQLAlchemy alone takes longer to import than Qt). Where no page was left the
desk comes before list and form. tests/gui/test_start_up.py says what may be imported when.
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
    to the usable form, and the window closes itself then, with 1 where something is broken.
    """
    # Starting makes many objects and drops few: collecting between them is time for nothing.
    gc.disable()
    app = QApplication([sys.argv[0], *look.STYLE])
    app.setProperty(look.STYLED, True)
    app.setApplicationName("imari-desk")
    settings = Settings(folder)
    look.choose(dark=settings.was_dark, zoom=settings.zoom / 100)
    window = MainWindow(settings, files)
    if measured is not None:
        _measure(window, measured)
    else:
        crash = Crash(folder / LOG, window.save_now, window.tell_crash)
        crash.install()
        window.broken.connect(crash.report)
    window.painted.connect(lambda: fill(app, window, settings))
    window.show()
    return app.exec()


def choose_look(app: QApplication, settings: Settings) -> tuple[bool, float]:
    """Whether it is dark and how large it is, as chosen or as the system has it."""
    from PySide6.QtCore import Qt

    dark = settings.colours == DARK
    if settings.colours == SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    settings.was_dark = dark
    return dark, settings.zoom / 100


def change_look(app: QApplication, settings: Settings) -> None:
    """Put the look in force while the window is open."""
    dark, zoom = choose_look(app, settings)
    look.apply(app, dark=dark, zoom=zoom)


def fill(app: QApplication, window: MainWindow, settings: Settings) -> None:
    """After the first paint: everything else.

    Widgets put together under a style sheet are polished anew at every step, so it comes last;
    their style and type have to be there when they are made.
    """
    from PySide6.QtCore import Qt

    from imari_desk.gui.language import speak_japanese

    dark, zoom = choose_look(app, settings)
    look.choose(dark=dark, zoom=zoom)
    look.ground(app)
    speak_japanese(app)
    window.furnished.connect(lambda: look.dress(app))
    window.look_chosen.connect(lambda: change_look(app, settings))
    once = Qt.ConnectionType.SingleShotConnection
    window.usable.connect(lambda: _collector(app), once)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: change_look(app, settings))
    app.commitDataRequest.connect(lambda _manager: window.save_now())
    window.begin()


def _collector(app: QApplication) -> None:
    from imari_desk.gui.collector import Collector

    Collector(app)


def _measure(window: MainWindow, measured: Measured) -> None:
    import traceback

    from imari_desk.gui.stopwatch import since_start

    painted: list[float] = []

    def finish() -> None:
        QApplication.sendPostedEvents()  # paints what has not been painted yet
        measured(painted[0], since_start())
        # What is still being worked out for a window that closes at once may end as it likes.
        sys.excepthook = sys.__excepthook__
        window.broken.disconnect(give_up)
        window.close()

    def give_up(error: BaseException) -> None:  # nobody is there to be told in a dialog
        traceback.print_exception(error)
        QApplication.exit(1)

    sys.excepthook = lambda _kind, error, _trace: give_up(error)
    window.broken.connect(give_up)
    window.painted.connect(lambda: painted.append(since_start()))
    window.usable.connect(lambda: QTimer.singleShot(0, finish))
