"""The office's pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from imari_desk.gui import clock
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.office.meeting.page import MeetingPage
from imari_desk.gui.office.meeting.room import Room
from imari_desk.gui.office.pages import PAGES as OFFICE_PAGES
from imari_desk.gui.office.place import OfficePlace
from imari_desk.gui.office.receiving.page import ReceivingPage
from imari_desk.gui.office.review.page import Review
from imari_desk.gui.office.search.page import SearchPage
from imari_desk.gui.settings import Place
from imari_desk.gui.start_page import StartPage
from tests.gui.pictures import rooms
from tests.gui.pictures.stage import Page, Stage


def place(window: MainWindow) -> OfficePlace:
    """The office's pages in its window."""
    assert window.frame is not None
    assert window.frame.office is not None
    return window.frame.office


def half_way(stage: Stage, name: str) -> tuple[MainWindow, QWidget]:
    """The window in June at a page, and that page."""
    clock.run_by(rooms.june)
    window = stage.window(rooms.half_way)
    place(window).show_page(name)
    stage.rest()
    page = place(window).page
    assert page is not None
    return window, page


def page(name: str, stage: Stage) -> QWidget:
    """A page of the rail as it opens."""
    return half_way(stage, name)[0]


def begin(stage: Stage) -> QWidget:
    """The office's first start."""
    window = stage.window(rooms.nothing)
    (page,) = window.findChildren(StartPage)
    page.office_chosen.emit()
    return window


def receiving(stage: Stage) -> QWidget:
    """A Friday's post, looked at and not taken in."""
    clock.run_by(rooms.june)
    window = stage.window(rooms.friday)
    place(window).take_in([stage.folder / "files"])
    return window


def deciding(stage: Stage) -> QWidget:
    """The same post at a workbook with changes."""
    window = receiving(stage)
    stage.rest()
    assert isinstance(window, MainWindow)
    shown = place(window).page
    assert isinstance(shown, ReceivingPage)
    names = [row.file.name for row in shown.rows.rows]
    row = next(n for n, name in enumerate(names) if "佐藤" in name)
    shown.view.files.setCurrentIndex(shown.rows.index(row + shown.rows.first))
    return window


def receipts(stage: Stage) -> QWidget:
    """The post taken in."""
    window = receiving(stage)
    stage.rest()
    assert isinstance(window, MainWindow)
    shown = place(window).page
    assert isinstance(shown, ReceivingPage)
    shown.view.apply_button.click()
    return window


def review(stage: Stage) -> QWidget:
    """点検 of one that is to go back."""
    window, shown = half_way(stage, "review")
    assert isinstance(shown, Review)
    shown.show_evaluation(Place("行-④", rooms.YEAR, "activities"))
    return window


def sending(stage: Stage) -> QWidget:
    """What goes back to whom."""
    window, shown = half_way(stage, "review")
    assert isinstance(shown, Review)
    shown.to_send.click()
    return window


def confirming(stage: Stage) -> QWidget:
    """Many confirmed at once."""
    window, shown = half_way(stage, "review")
    assert isinstance(shown, Review)
    shown.to_confirm.click()
    return window


def hearing(stage: Stage) -> QWidget:
    """Whom one talks with."""
    window, shown = half_way(stage, "review")
    assert isinstance(shown, Review)
    shown.to_hearing.click()
    return window


def found(stage: Stage) -> QWidget:
    """What a search finds."""
    window, shown = half_way(stage, "search")
    assert isinstance(shown, SearchPage)
    shown.field.setText("窓口")
    shown.ask_now()
    return window


def room(stage: Stage) -> QWidget:
    """The screen in the room, at the first item."""
    window, shown = half_way(stage, "meeting")
    assert isinstance(shown, MeetingPage)
    shown.open_room()
    stage.rest()
    screen = stage.front(Room)
    screen.showNormal()
    screen.resize(window.size())
    return screen


PAGES: dict[str, Page] = {
    **{f"office-{entry.name}": partial(page, entry.name) for entry in OFFICE_PAGES},
    "office-begin": begin,
    "office-receiving": receiving,
    "office-deciding": deciding,
    "office-receipts": receipts,
    "office-review": review,
    "office-sending": sending,
    "office-confirming": confirming,
    "office-hearing": hearing,
    "office-search": found,
    "office-search-empty": partial(page, "search"),
    "office-room": room,
}
