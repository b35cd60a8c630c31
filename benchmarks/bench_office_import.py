"""Fifty workbooks on a Friday: how soon the first difference is seen, and whether the window lives.

The window runs in a process of its own, off screen, with its real background thread; a timer of
5 ms measures how long the event loop was kept from its work while files were looked at and taken
in.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.timing import Finding
from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import load_script
from imari_desk.domain.items import Owner
from imari_desk.workbook.tables import csv_bytes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from imari_desk.gui.office.receiving.page import ReceivingPage

BOOKS = 50
_TICK = 5  # milliseconds


def measure() -> list[Finding]:
    """The window against one import, in the same run."""
    words = (sys.executable, "-m", "benchmarks.bench_office_import")
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    found = json.loads(told.stdout.splitlines()[-1])
    whole, one = found["whole"], found["one"]
    idle = f"{found['idle']:.0f} ms with nothing going on"
    detail = f"{whole:.2f} s against {one * 1000:.1f} ms"
    return [
        Finding("the first difference of 50 workbooks", found["first"], 1, "s"),
        Finding("the whole list against 50 imports", whole / (BOOKS * one), 1, "×", detail),
        Finding("event loop held up while looking", found["gap_look"], 50, "ms", idle),
        Finding("event loop held up while taking in", found["gap_apply"], 50, "ms", idle),
    ]


def _post(folder: Path) -> Path:
    """An office that has asked, and fifty workbooks that came back; gives their folder."""
    script, post = load_script(), folder / "post"
    with Desk.create(folder / "office", Owner.OFFICE) as office:
        rows = [("施策番号", "担当課", "関係課"), *script.assignment_rows()]
        path = folder / "assign.csv"
        path.write_bytes(csv_bytes(rows))
        office.assign(path)
        for (code, year), answers in script.past.items():
            office.enter(code, year, answers)
        books = office.request(script.fiscal_year, "2026-05-29", folder / "asked")
    for number in range(BOOKS):
        book = books[number % len(books)]
        home = folder / "departments" / book.department
        if not home.exists():
            Desk.create(home, Owner.DEPARTMENT, book.department).close()
        with Desk.open(home) as desk:
            if number < len(books):
                desk.import_files([book.path])
                for code, answers in script.answers_of(book.department).items():
                    desk.enter(code, script.fiscal_year, answers)
            note = {"results": f"{number}回目に書き直した成果。"}
            desk.enter(book.measures[0], script.fiscal_year, note)
            desk.submit(script.fiscal_year, post / f"{number:02}_{book.department}.xlsx", "")
    return post


def _one_import(folder: Path, post: Path) -> float:
    """The median seconds of one import of those workbooks, each into what those before left."""
    seconds = []
    with Desk.open(folder) as desk:
        desk.import_files([])
        for path in sorted(post.iterdir()):
            start = perf_counter()
            desk.import_files([path])
            seconds.append(perf_counter() - start)
    return median(seconds)


class _Pulse:
    """How long the event loop was kept from a timer, at most."""

    def __init__(self, app: QApplication) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gap, self._last = 0.0, perf_counter()
        self._timer = QTimer(app, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.gap = max(self.gap, (now - self._last) * 1000 - _TICK)
        self._last = now

    def begin(self) -> None:
        self.gap, self._last = 0.0, perf_counter()


def _window(folder: Path, post: Path) -> dict[str, float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from imari_desk.gui import look
    from imari_desk.gui.background import Background
    from imari_desk.gui.collector import Collector
    from imari_desk.gui.office.hand import Hand
    from imari_desk.gui.office.receiving.page import ReceivingPage
    from imari_desk.gui.settings import Settings

    app = QApplication([])
    look.apply(app, dark=False, zoom=1.0)
    background, pulse = Background(app), _Pulse(app)
    opened: list[Desk] = []
    background.run(lambda: Desk.open(folder), opened.append, _raise)
    _run(app, lambda: bool(opened), 30)
    hand = Hand(opened[0], background, Settings(folder), load_script().fiscal_year, datetime.now)
    hand.broken.connect(_raise)
    page = ReceivingPage(hand)
    page.resize(1182, 700)
    page.show()
    page.refresh()
    Collector(app)
    _run(app, lambda: False, 0.5)
    pulse.begin()
    _run(app, lambda: False, 1)
    idle = pulse.gap
    start = perf_counter()
    pulse.begin()
    page.take_in([post])
    _run(app, lambda: page.view.detail.contents.changes.lines.rowCount() > 0, 60)
    first = perf_counter() - start
    _run(app, lambda: page.view.apply_button.isEnabled(), 60)
    whole = perf_counter() - start
    _run(app, lambda: False, 0.5)
    gap_look = pulse.gap
    _walk(app, page)
    pulse.begin()
    page.apply()
    _run(app, lambda: bool(page.view.receipts.receipts), 60)
    _run(app, lambda: False, 0.5)
    result = {
        "first": first,
        "whole": whole,
        "gap_look": gap_look,
        "gap_apply": pulse.gap,
        "idle": idle,
    }
    background.run(hand.desk.close, lambda _none: None, _raise)
    background.finish()
    return result


def _raise(error: Exception) -> None:
    raise error


def _walk(app: QApplication, page: ReceivingPage) -> None:
    """Look at a few files, as a person does."""
    for row in range(0, page.rows.rowCount(), 10):
        page.view.files.setCurrentIndex(page.rows.index(row))
        _run(app, lambda: False, 0.1)


def _run(app: QApplication, done: object, seconds: float) -> None:
    """Let the window live until it is done, or for so long."""
    from PySide6.QtCore import QEventLoop

    assert callable(done)
    end = perf_counter() + seconds
    while not done() and perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main() -> None:
    """Print what was measured as one line of JSON."""
    with TemporaryDirectory(prefix="imari-desk-bench-") as name:
        folder = Path(name)
        post = _post(folder)

        shutil.copytree(folder / "office", folder / "plain")
        one = _one_import(folder / "plain", post)
        print(json.dumps({**_window(folder / "office", post), "one": one}))


if __name__ == "__main__":
    main()
