"""From the start of the process to the first paint and to a form that can be worked on.

Against a bare PySide6 window with the same font, both told by the process itself and counted
from its start, in turns. The data are what a 課 has that was at work before: 28 measures × 5 years
in a folder whose window was opened and left once, so that the page left last lies beside the
database. The same without that page is measured as well: the first start after an update, after
a crash, or after somebody else wrote into the database; that has no bound of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.sample import sample
from benchmarks.timing import Finding
from imari_desk.gui.settings import FILE
from imari_desk.places import FIRST_PAGE

ROUNDS = 9
# What any program with a window in this toolkit takes: a font, a label, a paint.
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from imari_desk.gui.stopwatch import since_start
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print(since_start())
        app.quit()
app = QApplication([])
font = QFont("BIZ UDPGothic")
font.setPixelSize(16)
app.setFont(font)
window = Window()
window.resize(1366, 688)
QLabel("情報政策課", window)
window.show()
app.exec()
"""
_NO_BOUND = float("inf")


def measure() -> list[Finding]:
    """Medians of the rounds; the first round fills the caches and leaves the page."""
    bare, paint, usable, without = [], [], [], []
    with (
        TemporaryDirectory(prefix="imari-desk-start-") as name,
        sample().copy_of(sample().clerk) as folder,
    ):
        for _ in range(ROUNDS + 1):
            without.append(_started(folder, name)["usable_ms"])
            bare.append(float(_told("-c", BARE, pycache=name)))
            ours = _started(folder, name)
            paint.append(ours["first_paint_ms"])
            usable.append(ours["usable_ms"])
            (folder / FIRST_PAGE).unlink()
    peer = median(bare[1:])
    what = "list and form usable, 28 measures × 5 years"
    return [
        _against("first paint of the window", median(paint[1:]), peer, 1.15),
        _against(what, median(usable[1:]), peer, 3.0),
        _against("the same without the page left last", median(without[1:]), peer, _NO_BOUND),
    ]


def _against(what: str, ours: float, peer: float, at_most: float) -> Finding:
    detail = f"{ours:.0f} ms against {peer:.0f} ms (bare window)"
    return Finding(what, ours / peer, at_most, detail=detail)


def _started(folder: Path, pycache: str) -> dict[str, float]:
    """What one start tells. It begins in the size of a first one, list and all: what it would be
    left in is that of a screen there is none of.
    """
    ini = folder / FILE
    if ini.is_file():
        lines = ini.read_text("utf-8").splitlines(keepends=True)
        ini.write_text("".join(x for x in lines if not x.startswith("geometry=")), "utf-8")
    words = ("-m", "imari_desk", "--measure-start", "--data", str(folder))
    told: dict[str, float] = json.loads(_told(*words, pycache=pycache))
    return told


def _told(*words: str, pycache: str) -> str:
    """What a fresh process prints. Its own folder of compiled modules, as an installation has."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": pycache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env=environment,
    )
    return done.stdout
