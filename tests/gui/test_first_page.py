"""The page shown before the database is open: never older than it, and as good to write on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from imari_desk.desk import first_page
from imari_desk.desk.desk import Desk
from imari_desk.gui.background import Background
from imari_desk.gui.kit import TextField
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.notices import Notices
from imari_desk.gui.settings import Place
from imari_desk.places import DATABASE, FIRST_PAGE
from tests.desk.people import MINE, THEIRS, YEAR
from tests.gui.kit.inputs import commit
from tests.gui.windows import Windows, answer, clerk, place

pytestmark = pytest.mark.slow  # whole windows
T = TypeVar("T")


class Waiting(Background):
    """Jobs are done when the test says so: before that the database is not open."""

    def __init__(self) -> None:
        super().__init__(inline=True)
        self._asked: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._asked.append(lambda: Background.run(self, job, done, failed))

    def go(self) -> None:
        """Do them, and what comes of them."""
        while self._asked:
            self._asked.pop(0)()
            QApplication.processEvents()

    def finish(self) -> None:
        self.go()


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clerk(tmp_path_factory.mktemp("original"))


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def folder(original: Path, tmp_path: Path, windows: Windows) -> Path:
    """A clerk's folder whose window was opened and left."""
    shutil.copytree(original, tmp_path / "clerk")
    window = windows.open(tmp_path / "clerk")
    type_into(window, "results", "窓口を広げた")
    leave(window)
    assert (tmp_path / "clerk" / FIRST_PAGE).is_file()
    return tmp_path / "clerk"


def leave(window: MainWindow) -> None:
    assert window.frame is not None
    window.frame.saving.save()
    window.close_for_good()
    QApplication.processEvents()


def type_into(window: MainWindow, key: str, text: str) -> None:
    place(window).pane.form.go_to(key)
    editor = QApplication.focusWidget()
    assert editor is not None
    commit(editor, text)


def begun(windows: Windows, folder: Path) -> tuple[MainWindow, Waiting]:
    """A window as it stands before the database is open, and what opens it."""
    background = Waiting()
    return windows.open(folder, background=background), background


def is_open(window: MainWindow) -> bool:
    return place(window).notebook.desk.session is not None


def shown(window: MainWindow, key: str) -> str:
    return place(window).pane.form.fields[key].text


def notices(window: MainWindow) -> dict[str, str]:
    found = window.findChild(Notices)
    assert found is not None
    return found.texts()


def test_the_page_stands_there_before_the_database_is_open(windows: Windows, folder: Path) -> None:
    window, background = begun(windows, folder)
    assert not is_open(window)
    assert shown(window, "results") == "窓口を広げた"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert place(window).pane.form.isAncestorOf(focus)
    background.go()
    assert is_open(window)
    assert shown(window, "results") == "窓口を広げた"
    assert notices(window) == {}


def test_what_is_typed_before_the_database_is_open_is_saved(windows: Windows, folder: Path) -> None:
    window, background = begun(windows, folder)
    type_into(window, "issues", "予約が足りない")
    place(window).notebook.flush()
    assert not is_open(window)
    background.go()
    assert not place(window).notebook.unsaved
    assert answer(folder, "issues") == "予約が足りない"
    assert shown(window, "issues") == "予約が足りない"
    assert shown(window, "results") == "窓口を広げた"


def test_leaving_before_the_database_is_open_saves(windows: Windows, folder: Path) -> None:
    window, _background = begun(windows, folder)
    type_into(window, "issues", "予約が足りない")
    leave(window)
    assert answer(folder, "issues") == "予約が足りない"


def test_another_measure_may_be_asked_for_at_once(windows: Windows, folder: Path) -> None:
    window, background = begun(windows, folder)
    notebook = place(window).notebook
    notebook.open(THEIRS)
    background.go()
    assert notebook.leaf is not None
    assert notebook.leaf.measure.code == THEIRS


def test_a_change_made_meanwhile_is_shown(windows: Windows, folder: Path) -> None:
    with Desk.open(folder) as desk:
        desk.enter(MINE, YEAR, {"results": "職員を増やした"})
    window = windows.open(folder)
    assert shown(window, "results") == "職員を増やした"


def test_the_database_is_right_where_the_page_is_not(
    windows: Windows, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever made an older page fit: what the database says comes as soon as it is open."""
    old = first_page.take(folder, MINE, YEAR)
    with Desk.open(folder) as desk:
        desk.enter(MINE, YEAR, {"results": "職員を増やした", "extension": "1234"})
    monkeypatch.setattr(first_page, "take", lambda *_asked: old)
    window, background = begun(windows, folder)
    assert shown(window, "results") == "窓口を広げた"
    type_into(window, "issues", "予約が足りない")
    background.go()
    assert shown(window, "results") == "職員を増やした"
    place(window).notebook.flush()
    background.go()
    assert not place(window).notebook.unsaved
    assert shown(window, "extension") == "1234"
    assert shown(window, "issues") == answer(folder, "issues") == "予約が足りない"


def test_data_another_program_holds_become_a_page_to_read(windows: Windows, folder: Path) -> None:
    with Desk.open(folder):
        window, background = begun(windows, folder)
        background.go()
        assert "読むだけ" in notices(window)["held"]
        leaf = place(window).notebook.leaf
        assert leaf is not None
        assert leaf.read_only
        editor = place(window).pane.form.fields["results"].editor
        assert isinstance(editor, TextField)
        assert editor.page.isReadOnly()


def damage(folder: Path) -> bytes:
    """Spoil the database behind its head: from outside it is the same file."""
    path = folder / DATABASE
    whole, times = path.read_bytes(), path.stat()
    path.write_bytes(whole[:100] + b"x" * (len(whole) - 100))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return whole


def test_damaged_data_are_named_and_the_page_goes(windows: Windows, folder: Path) -> None:
    damage(folder)
    window, background = begun(windows, folder)
    background.go()
    assert "傷んでいます" in notices(window)["closed"]
    assert window.frame is not None
    assert window.frame.workplace is None


def test_what_was_typed_on_damaged_data_stays_and_can_still_be_saved(
    windows: Windows, folder: Path
) -> None:
    whole = damage(folder)
    window, background = begun(windows, folder)
    type_into(window, "issues", "予約が足りない")
    place(window).notebook.flush()
    background.go()
    assert {"closed", "unsaved"} <= set(notices(window))
    assert shown(window, "issues") == "予約が足りない"
    (folder / DATABASE).write_bytes(whole)
    assert window.frame is not None
    window.frame.saving.save()
    background.go()
    assert not place(window).notebook.unsaved
    assert answer(folder, "issues") == "予約が足りない"


def test_a_page_left_elsewhere_is_not_shown(windows: Windows, folder: Path) -> None:
    window = windows.open(folder)
    leave(window)
    window.settings.place = Place(THEIRS, YEAR)
    window.settings.save()
    window = windows.open(folder)
    leaf = place(window).notebook.leaf
    assert leaf is not None
    assert leaf.measure.code == THEIRS


def test_the_rehearsal_leaves_no_page_beside_the_real_data(
    windows: Windows, tmp_path: Path
) -> None:
    window = windows.open(tmp_path)
    assert window.frame is not None
    window.frame._rehearse()
    leave(window)
    assert not (tmp_path / FIRST_PAGE).exists()
