"""Every page a clerk can come to, each in a window over real data, for tests that walk them all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.gui.crash_dialog import CrashDialog
from imari_desk.gui.form.comment_box import CommentBox
from imari_desk.gui.history_window import HistoryWindow
from imari_desk.gui.main_window import MainWindow
from tests import ready
from tests.desk.people import DEPARTMENT, MINE, YEAR
from tests.gui.windows import clerk, place

Opener = Callable[[MainWindow], QWidget]


def typing(folder: Path) -> Path:
    """A clerk in the middle of it."""
    data = clerk(folder)
    with Desk.open(data) as desk:
        desk.enter(MINE, YEAR, {"activities": "26手続を始めた。", "progress": "遅れ"})
    return data


def returned(folder: Path) -> Path:
    """A clerk whose workbook came back with a comment, and a colleague who wrote as well."""
    data = typing(folder)
    other = shutil.copytree(data, folder / "colleague")
    with Desk.open(data) as mine, Desk.open(folder / "office") as office:
        office.import_files([mine.submit(YEAR, folder / "提出.xlsx").path])
        office.enter(MINE, YEAR, {"comment.results": "件数の出どころを書き添えてください。"})
        back = office.give_back(YEAR, DEPARTMENT, folder / "差戻し.xlsx").path
        mine.import_files([back])
        mine.enter(MINE, YEAR, {"issues": "人手不足です。"})
        with Desk.open(other) as theirs:
            theirs.enter(MINE, YEAR, {"issues": "予算の不足です。"})
            mine.import_files([theirs.hand_over(YEAR, folder / "引継ぎ.xlsx").path])
    return data


def new(folder: Path) -> Path:
    """Nothing yet."""
    (folder / "new").mkdir()
    return folder / "new"


def _form(window: MainWindow) -> QWidget:
    return window


def _replying(window: MainWindow) -> QWidget:
    form = place(window).pane.form
    form.go_to("results")
    box = next(b for b in form.findChildren(CommentBox) if b.isVisible())
    box.answer.click()
    return window


def _facts(window: MainWindow) -> QWidget:
    place(window).pane.header.toggle_facts()
    return window


def _of_place(name: str) -> Opener:
    def open_(window: MainWindow) -> QWidget:
        place(window).handlers()[name]()
        return window

    return open_


def _importing(window: MainWindow) -> QWidget:
    file = next(window.settings.folder.parent.glob("依頼/*.xlsx"))
    place(window).take_in([file])
    return window


def _top(kind: str, act: Opener) -> Opener:
    """A window of its own, by the name of its class."""

    def open_(window: MainWindow) -> QWidget:
        act(window)
        every = QApplication.topLevelWidgets()
        return next(w for w in every if type(w).__name__ == kind and w.isVisible())

    return open_


def _of_menu(name: str) -> Opener:
    def open_(window: MainWindow) -> QWidget:
        assert window.frame is not None
        window.frame.menu.action(name).trigger()
        return window

    return open_


def _history(window: MainWindow) -> QWidget:
    leaf = place(window).notebook.leaf
    assert leaf is not None
    shown = HistoryWindow(place(window).notebook, leaf, "activities", window)
    shown.show()
    return shown


def _crash(window: MainWindow) -> QWidget:
    dialog = CrashDialog(
        "ValueError: x", window.settings.folder / "log", saved=False, parent=window
    )
    dialog.show()
    return dialog


PAGES: dict[str, tuple[Callable[[Path], Path], Opener]] = {
    "form": (typing, _form),
    "facts": (typing, _facts),
    "returned": (returned, _replying),
    "list": (typing, _of_place("list")),
    "side": (returned, _of_place("side")),
    "submit": (typing, _of_place("submit")),
    "hand_over": (typing, _of_place("hand_over")),
    "import": (typing, _importing),
    "print": (typing, _top("SheetWindow", _of_place("print"))),
    "glossary": (typing, _top("GlossaryWindow", _of_place("glossary"))),
    "flow": (typing, _top("ListWindow", _of_place("flow"))),
    "history": (typing, _history),
    "keys": (typing, _top("HelpWindow", _of_menu("keys"))),
    "about": (typing, _top("HelpWindow", _of_menu("about"))),
    "crash": (typing, _crash),
    "start": (new, _form),
}


def data(name: str, folder: Path) -> Path:
    """The data folder that page is shown over, copied into an empty folder."""
    make = PAGES[name][0]
    ready.copy(make, folder)
    return folder / ("new" if make is new else "clerk")


def visible(window: QWidget) -> Iterator[QWidget]:
    """The widgets of a window that are in sight, or can be scrolled to."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window:
            yield widget
