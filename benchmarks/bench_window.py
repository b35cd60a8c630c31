"""The window while it is worked in: a key press, and going to another measure.

A key press is timed from the event to the end of what it makes the UI thread do, the paint
included, while the thread of the desk is saving what was typed before. Going to another measure is
all the work there is: read, judged, shown, painted. The printed page follows by itself after a
pause, on the other thread, and is measured by bench_paper: its pane is away meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.timing import Finding

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from imari_desk.gui.main_window import MainWindow

KEYS, BURST = 1000, 25  # key presses; after so many what was typed is written
ROUNDS = 2  # through the list of measures
_FIELDS = ("results", "indicator.1.numerator", "author")


def measure() -> list[Finding]:
    """In a process of its own: a window needs the application to itself."""
    from benchmarks.sample import sample

    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with sample().copy_of(sample().clerk) as folder:
        words = (sys.executable, "-m", "benchmarks.bench_window", str(folder))
        told = subprocess.run(
            words, check=True, capture_output=True, text=True, env=environment
        ).stdout
    found = json.loads(told)
    keys, pages = sorted(found["keys"]), found["pages"]
    slowest = f"half below {median(keys):.1f} ms, slowest {keys[-1]:.1f} ms"
    return [
        Finding("a key press, 99 of 100", keys[int(len(keys) * 0.99)], 16, "ms", slowest),
        Finding("going to another measure", median(pages), 50, "ms", f"slowest {max(pages):.1f}"),
    ]


def _work(folder: Path) -> dict[str, list[float]]:
    from PySide6.QtWidgets import QApplication

    from imari_desk.gui import look
    from imari_desk.gui.background import Background
    from imari_desk.gui.collector import Collector
    from imari_desk.gui.main_window import MainWindow
    from imari_desk.gui.settings import Settings

    app = QApplication([])
    found: dict[str, list[float]] = {}
    for inline, name in ((True, "pages"), (False, "keys")):
        window = MainWindow(Settings(folder))
        look.choose(dark=False, zoom=1.0)
        look.ground(app)
        window.furnished.connect(lambda: look.dress(app))
        window.show()
        window.begin(Background(window, inline=inline))
        collector = Collector(app)
        _settle(app, window)
        found[name] = _pages(app, window) if inline else _keys(app, window)
        collector.deleteLater()
        window.save_now()
        app.processEvents()
        window.close_for_good()
        app.processEvents()
    return found


def _settle(app: QApplication, window: MainWindow) -> None:
    """Until everything is made and the desk is open."""
    while True:
        app.processEvents()
        place = window.frame.workplace if window.frame is not None else None
        if place is not None and place.side.flow is not None and place.notebook.desk.session:
            return


def _pages(app: QApplication, window: MainWindow) -> list[float]:
    assert window.frame is not None
    assert window.frame.workplace is not None
    place = window.frame.workplace
    codes = [line.measure for line in place.notebook.desk.lines(place.notebook.fiscal_year)]
    assert place.side.preview is not None
    place.side.preview.hide()
    taken = []
    for number in range(ROUNDS + 1):
        for code in codes:
            start = perf_counter()
            place.notebook.open(code)
            app.processEvents()
            if number:  # the first time round kinds of inputs are made that stay then
                taken.append((perf_counter() - start) * 1000)
    return taken


def _keys(app: QApplication, window: MainWindow) -> list[float]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    assert window.frame is not None
    assert window.frame.workplace is not None
    place = window.frame.workplace
    taken = []
    for number in range(KEYS):
        if number % BURST == 0:
            place.notebook.flush()
            place.pane.form.go_to(_FIELDS[number // BURST % len(_FIELDS)])
            app.processEvents()
        target = app.focusWidget()
        assert isinstance(target, QWidget)
        start = perf_counter()
        QTest.keyClicks(target, str(number % 10))
        app.processEvents()
        taken.append((perf_counter() - start) * 1000)
    return taken


if __name__ == "__main__":
    print(json.dumps(_work(Path(sys.argv[1]))))
