"""A whole window over real data, its work done on the caller's thread: nothing is waited for."""

from __future__ import annotations

import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.settings import Settings
from imari_desk.gui.start_up import change_look, choose_look
from imari_desk.gui.workplace import Workplace
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR

MEASURES = (MINE, THEIRS, "行-⑨")
DUE = "2026-05-29"


def request(folder: Path) -> Path:
    """The 依頼 a real office sends the 課: three measures."""
    rows = "\n".join(f"{code},{DEPARTMENT}," for code in MEASURES)
    (folder / "担当.csv").write_text(f"施策番号,担当課,関係課\n{rows}\n", "utf-8")
    with Desk.create(folder / "office", Owner.OFFICE) as office:
        office.assign(folder / "担当.csv")
        return office.request(YEAR, DUE, folder / "依頼")[0].path


def clerk(folder: Path) -> Path:
    """The data folder of a clerk who has taken the 依頼 in."""
    path = request(folder)
    with Desk.create(folder / "clerk", Owner.DEPARTMENT, DEPARTMENT) as desk:
        desk.import_files([path])
    return folder / "clerk"


class Windows:
    """Opens windows as the program does, and takes them apart after the test.

    Left to qtbot they would live on: a window that cannot save does not close.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._there: list[MainWindow] = []

    def open(
        self,
        folder: Path,
        files: Sequence[Path] = (),
        size: tuple[int, int] = (1366, 688),
        *,
        inline: bool = True,
        background: Background | None = None,
    ) -> MainWindow:
        """A window over the data of a folder, filled and shown; without ``inline`` soon."""
        self._app.setStyleSheet("")  # as at a start: the look comes last
        window = MainWindow(Settings(folder), files)
        self._there.append(window)
        dark, zoom = choose_look(self._app, window.settings)
        look.choose(dark=dark, zoom=zoom)
        look.ground(self._app)
        window.furnished.connect(lambda: look.dress(self._app))
        window.look_chosen.connect(lambda: change_look(self._app, window.settings))
        window.resize(*size)
        window.show()
        window.begin(background or Background(window, inline=inline))
        while not _made(window):
            QApplication.processEvents()
        return window

    def end(self) -> None:
        """Let go of every desk and every widget."""
        for window in self._there:
            window.close_for_good()
            self._app.processEvents()
            delete(window)


def _made(window: MainWindow) -> bool:
    """Whether everything there is to be seen is made, as far as it does not wait for anything."""
    if window.frame is None or window.frame.workplace is None:
        QApplication.processEvents()
        return True
    here = window.frame.workplace
    return here.side.flow is not None and not here.pane.form.make_more()


def place(window: MainWindow) -> Workplace:
    """The open desk's panes."""
    assert window.frame is not None
    assert window.frame.workplace is not None
    return window.frame.workplace


def answer(folder: Path, key: str, measure: str = MINE) -> str:
    """What stands in the database."""
    with Desk.open(folder, read_only=True) as desk:
        return desk.leaf(measure, YEAR).shown(key)


@contextmanager
def full_disk() -> Iterator[None]:
    """The system refuses every byte to be written, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
