"""``python -m tests.gui.pictures DEMO DIR``: every page of the window as a picture.

DEMO is a folder ``imari-desk demo`` has played into. Each page at 1366×768 (688 high inside title
and task bar), 1920×1080, at 150 % and dark, drawn by the running program without a display.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import Script, load_script
from imari_desk.domain.items import Owner
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.settings import Settings
from tests.gui.windows import Windows, place

DEPARTMENT = "市民窓口課（例）"
SIZES = {
    "1366": ((1366, 688), 100, "light"),
    "1920": ((1920, 1010), 100, "light"),
    "150": ((1920, 1010), 150, "light"),
    "dark": ((1366, 688), 100, "dark"),
}


def main(demo: Path, out: Path) -> None:
    """Draw everything; one folder of clerk's data serves all the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    script = load_script()
    with TemporaryDirectory(prefix="imari-desk-pictures-") as name:
        for size in SIZES:
            base = Path(name) / size
            _typing(demo, base / "typing", script)
            _returned(demo, base / "returned")
            for page, folder, act in (
                ("start", base / "new", _nothing),
                ("form", base / "typing", _nothing),
                ("returned", base / "returned", _nothing),
                ("submit", base / "typing", lambda w: place(w).handlers()["submit"]()),
            ):
                _picture(app, folder, out / f"{page}-{size}.png", size, act)


def _picture(
    app: QApplication, folder: Path, file: Path, size: str, act: Callable[[MainWindow], object]
) -> None:
    (width, height), zoom, colours = SIZES[size]
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(folder)
    settings.zoom = zoom
    settings.colours = colours
    windows = Windows(app)
    window = windows.open(folder, size=(width, height))
    act(window)
    _settle(app, window)
    window.grab().save(str(file))
    windows.end()


def _settle(app: QApplication, window: QWidget) -> None:
    """Let layouts come to rest, and the preview that is drawn on a thread of its own."""
    until = QDeadlineTimer(4000)
    while not until.hasExpired():
        app.processEvents()
    window.repaint()


def _nothing(_window: MainWindow) -> None:
    """The page as it opens."""


def _typing(demo: Path, folder: Path, script: Script) -> None:
    """A clerk in the middle of it: two measures filled in, one begun, one untouched."""
    with Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT) as desk:
        desk.import_files([demo / "依頼" / f"2025_依頼_{DEPARTMENT}.xlsx"])
        for code, answers in list(script.answers_of(DEPARTMENT).items())[:2]:
            kept = {k: v for k, v in answers.items() if k not in ("issues", "approver")}
            desk.enter(code, script.fiscal_year, kept)


def _returned(demo: Path, folder: Path) -> None:
    """A clerk whose workbook came back with comments."""
    with Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT) as desk:
        desk.import_files(sorted((demo / "差戻し").glob(f"*_{DEPARTMENT}.xlsx")))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
