"""From the process to the window: only what the first paint needs is imported before it.

The order is: application, look, empty frame, first paint; then, on the background, the desk
(SQLAlchemy takes longer to import than Qt), and at last list and form.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.gui import look
from imari_desk.gui.crash import Crash
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.settings import DARK, SYSTEM, Settings
from imari_desk.places import LOG


def run(
    folder: Path,
    files: Sequence[Path] = (),
    *,
    measured: Callable[[float, float], None] | None = None,
) -> int:
    """Show the window until it is closed; gives the exit code.

    ``measured`` is told the milliseconds from the start of the process to the first paint and
    to the usable form, and the window closes itself then.
    """
    # Starting makes many objects and drops few: collecting between them is time for nothing.
    gc.disable()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("imari-desk")
    settings = Settings(folder)
    dress(app, settings)
    window = MainWindow(settings, files)
    crash = Crash(folder / LOG, window.save_now, window.tell_crash)
    crash.install()
    window.broken.connect(crash.report)
    app.commitDataRequest.connect(lambda _manager: window.save_now())
    window.look_chosen.connect(lambda: dress(app, settings))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: dress(app, settings))
    window.usable.connect(_settle)
    if measured is not None:
        _measure(window, measured)
    when_painted(window, window.begin)
    window.show()
    return app.exec()


def dress(app: QApplication, settings: Settings) -> None:
    """Put the look in force that was chosen, or the system's."""
    dark = settings.colours == DARK
    if settings.colours == SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    look.apply(app, dark=dark, zoom=settings.zoom / 100)


def when_painted(widget: QWidget, call: Callable[[], None]) -> None:
    """Call once, after the widget's next paint has reached the screen."""
    _Painted(widget, call)


class _Painted(QObject):
    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)  # after everything inside it is painted as well
        return False


def _settle() -> None:
    """What is there now stays as long as the window: the collector need not look at it again."""
    gc.freeze()
    gc.enable()


def _measure(window: MainWindow, measured: Callable[[float, float], None]) -> None:
    from imari_desk.gui.stopwatch import since_start

    painted: list[float] = []

    def usable() -> None:
        measured(painted[0], since_start())
        window.close()

    when_painted(window, lambda: painted.append(since_start()))
    window.usable.connect(usable)
