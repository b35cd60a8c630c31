"""From the start of the process to the first paint and to a form that can be worked on.

Against a bare PySide6 window with the same font, both told by the process itself and counted
from its start, in turns: 28 measures × 5 years are in the database.
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


def measure() -> list[Finding]:
    """Medians of the rounds; the first round fills the caches."""
    bare, paint, usable = [], [], []
    with (
        TemporaryDirectory(prefix="imari-desk-start-") as name,
        sample().copy_of(sample().clerk) as folder,
    ):
        for _ in range(ROUNDS + 1):
            bare.append(float(_told("-c", BARE, pycache=name)))
            words = ("-m", "imari_desk", "--measure-start", "--data", str(folder))
            ours = json.loads(_told(*words, pycache=name))
            paint.append(ours["first_paint_ms"])
            usable.append(ours["usable_ms"])
    peer = median(bare[1:])
    return [
        _against("first paint of the window", median(paint[1:]), peer, 1.15),
        _against("list and form usable, 28 measures × 5 years", median(usable[1:]), peer, 3.0),
    ]


def _against(what: str, ours: float, peer: float, at_most: float) -> Finding:
    detail = f"{ours:.0f} ms against {peer:.0f} ms (bare window)"
    return Finding(what, ours / peer, at_most, detail=detail)


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
