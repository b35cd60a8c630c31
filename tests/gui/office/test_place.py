"""The frame of the office's window: pages, years, the menu, and where one left off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from imari_desk.domain.words import sentence
from imari_desk.gui.actions import Actions
from imari_desk.gui.background import Background
from imari_desk.gui.glossary import GlossaryWindow
from imari_desk.gui.look.signs import SIGNS
from imari_desk.gui.office.pages import PAGES, Entry
from imari_desk.gui.office.place import OfficePlace
from imari_desk.gui.opening import Opened
from imari_desk.gui.settings import Place, Settings
from tests import ready
from tests.gui.office.shows import Shows
from tests.gui.office.stand_ins import ENTRIES, StandIn

YEAR = 2025
Make = Callable[[], OfficePlace]


def _office(folder: Path) -> None:
    Desk.create(folder, Owner.OFFICE).close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(_office, tmp_path)
    with Desk.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def make(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Make:
    """Opens the place as the frame does."""

    def opened() -> OfficePlace:
        background, menu = Background(inline=True), QMenu()
        opening = Opened(desk, YEAR, is_office=True)
        place = OfficePlace(opening, background, Settings(tmp_path), menu, ENTRIES)
        background.setParent(place)
        menu.setParent(place)
        qtbot.addWidget(place)
        place.resize(1366, 688)
        place.start(opening)
        return place

    return opened


@pytest.fixture
def place(make: Make) -> OfficePlace:
    return make()


def page(place: OfficePlace) -> StandIn:
    found = place.page
    assert isinstance(found, StandIn)
    return found


@pytest.mark.parametrize("entry", PAGES, ids=[entry.name for entry in PAGES])
def test_a_page_of_the_window_can_be_made_and_has_a_name(
    entry: Entry, place: OfficePlace, qtbot: QtBot
) -> None:
    made = entry.make(place.hand)
    qtbot.addWidget(made)
    assert sentence(f"office.page.{entry.name}")
    assert entry.sign in SIGNS


def test_a_page_is_made_and_brought_when_it_is_first_looked_at(place: OfficePlace) -> None:
    first = page(place)
    assert first.years == [YEAR]
    place.show_page("receiving")
    assert place.page is not first
    place.show_page("board")
    assert place.page is first
    assert first.years == [YEAR]  # nothing has changed


def test_what_has_changed_is_brought_where_it_is_looked_at(place: OfficePlace) -> None:
    board = page(place)
    place.show_page("receiving")
    page(place).hand.changed.emit()
    assert len(page(place).years) == 2
    assert len(board.years) == 1
    place.show_page("board")
    assert len(board.years) == 2


def test_another_year_is_everywhere(place: OfficePlace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.titled) as told:
        place.rail.year_chosen.emit(2023)
    assert told.args == ["推進室", "令和5年度", "", ""]
    assert page(place).years == [YEAR, 2023]
    place.handlers()["next_year"]()
    assert place.hand.fiscal_year == 2024
    place.rail.year_chosen.emit(2021)
    place.handlers()["previous_year"]()
    assert place.hand.fiscal_year == 2021  # the plan's first


def test_the_rail_is_gone_through_with_the_keys(place: OfficePlace, qtbot: QtBot) -> None:
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    place.rail.entries["board"].setFocus()
    QTest.keyClick(place.rail.entries["board"], Qt.Key.Key_Down)
    assert place.rail.entries["receiving"].isChecked()
    assert place.page is not None
    assert type(place.page).__name__ == "Receiving"
    QTest.keyClick(place, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert type(place.page).__name__ == "Review"
    assert place.rail.entries["review"].isChecked()


def test_what_waits_on_a_page_is_counted_and_told(place: OfficePlace) -> None:
    page(place).waiting.emit(7)
    entry = place.rail.entries["board"]
    assert entry.waiting == 7
    assert entry.text() == "提出状況　7件"
    page(place).waiting.emit(0)
    assert entry.text() == "提出状況"


def test_what_another_page_knows_to_wait_stands_until_the_page_is_there(
    place: OfficePlace,
) -> None:
    place.hand.waits.emit("review", 6)
    assert place.rail.entries["review"].waiting == 6
    place.show_page("review")
    page(place).waiting.emit(5)
    place.hand.waits.emit("review", 6)
    assert place.rail.entries["review"].waiting == 5


def test_the_plans_words_are_explained(place: OfficePlace) -> None:
    place.handlers()["glossary"]()
    (window,) = [w for w in place.findChildren(GlossaryWindow) if w.isVisible()]
    assert window.terms
    window.close()


def test_files_go_to_the_page_of_taking_in(place: OfficePlace, tmp_path: Path) -> None:
    place.take_in([tmp_path / "提出.xlsx"])
    assert page(place).taken == [(tmp_path / "提出.xlsx",)]
    place.show_page("board")
    place.handlers()["import"]()
    assert page(place).taken[-1] == ()


def test_an_evaluation_is_shown_on_the_page_of_review(place: OfficePlace) -> None:
    place.hand.go_to("行-②", 2024, "results")
    assert page(place).shown == [Place("行-②", 2024, "results")]
    assert place.hand.fiscal_year == 2024
    assert place.rail.entries["review"].isChecked()


def test_what_was_typed_is_saved_before_another_page_is_shown(
    place: OfficePlace, desk: Desk, qtbot: QtBot
) -> None:
    place.hand.go_to("行-②", YEAR)
    with qtbot.waitSignal(place.typing):
        place.notebook.type("office_view", "よく進みました。")
    place.show_page("board")
    answers = {a.key: a.value for a in desk.show("行-②", YEAR).answers}
    assert answers["office_view"] == "よく進みました。"


def test_a_change_taken_back_is_shown_where_it_was(place: OfficePlace, desk: Desk) -> None:
    place.hand.go_to("行-②", YEAR)
    place.notebook.type("office_view", "よく進みました。")
    place.show_page("board")
    place.handlers()["undo"]()
    assert page(place).shown[-1] == Place("行-②", YEAR, "office_view")
    answers = {a.key: a.value for a in desk.show("行-②", YEAR).answers}
    assert answers["office_view"] == ""


def test_where_one_left_off_is_where_one_goes_on(make: Make) -> None:
    before = make()
    before.hand.go_to("行-③", 2024)
    before.keep_place()
    after = make()
    assert page(after).shown == [Place("行-③", 2024)]
    after.show_page("receiving")
    after.keep_place()
    assert type(make().page).__name__ == "Receiving"


def test_the_focus_goes_along_to_what_the_next_page_begins_with(
    place: OfficePlace, qtbot: QtBot
) -> None:
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    place.show_page("board")
    place.enter()
    place.show_page("receiving")
    assert isinstance(place.page, StandIn)
    assert place.page.field.hasFocus()
    place.rail.entries["board"].setFocus()
    place.show_page("board")
    assert place.rail.entries["board"].hasFocus(), "who walks the rail stays there"


def test_a_page_that_is_not_there_changes_nothing(place: OfficePlace) -> None:
    before = place.page
    place.hand.page_wanted.emit("nowhere")
    assert place.page is before


def test_a_paper_is_chosen_where_papers_are_printed(make: Make) -> None:
    place = make()
    before = place.page
    place.hand.paper_wanted.emit("meeting")
    assert place.page is before, "no page of papers is here"


def test_the_years_come_without_a_window_of_their_own(
    place: OfficePlace, qapp: QApplication
) -> None:
    shows = Shows()
    qapp.installEventFilter(shows)
    place.rail.show_years((2025, 2024))
    qapp.removeEventFilter(shows)
    assert shows.windows == set()


def test_the_menu_offers_what_the_open_page_answers(place: OfficePlace, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    place.serves.connect(lambda: actions.serve(place.handlers()))
    actions.show_only(place.offers)
    assert not actions.action("submit").isVisible()
    place.show_page("board")
    assert actions.action("print").isEnabled()
    actions.action("print").trigger()
    assert page(place).printed == 1
    place.show_page("receiving")
    assert actions.action("print").isVisible()
    assert not actions.action("print").isEnabled()
    assert actions.action("undo").isEnabled()


def test_the_rail_gives_way_where_there_is_little_room(place: OfficePlace) -> None:
    place.show()
    wide = place.rail.width()
    place.resize(800, 400)
    QApplication.processEvents()
    assert place.rail.width() < wide
    assert place.rail.entries["board"].toolTip().startswith("提出状況")
