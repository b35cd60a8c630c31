"""The window over real data: opening, saving, failing to save, leaving, coming back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.gui.exchange.import_page import ImportPage
from imari_desk.gui.form.field import Field
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.notices import Notices
from imari_desk.gui.settings import Place, Settings
from tests.desk.people import MINE, THEIRS, YEAR
from tests.gui.kit.inputs import commit
from tests.gui.windows import MEASURES, Windows, answer, clerk, full_disk, place, request

pytestmark = pytest.mark.slow  # whole windows: minutes, not seconds


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original")
    clerk(folder)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A clerk's data folder; beside it lies the 依頼."""
    shutil.copytree(original, tmp_path, dirs_exist_ok=True)
    return tmp_path / "clerk"


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def window(windows: Windows, folder: Path) -> MainWindow:
    return windows.open(folder)


def field(window: MainWindow, key: str) -> Field:
    return place(window).pane.form.fields[key]


def type_into(window: MainWindow, key: str, text: str) -> None:
    """Go to a text item and type."""
    place(window).pane.form.go_to(key)
    editor = QApplication.focusWidget()
    assert editor is not None
    commit(editor, text)


def notices(window: MainWindow) -> dict[str, str]:
    found = window.findChild(Notices)
    assert found is not None
    return found.texts()


def press(window: MainWindow, words: str) -> None:
    """Press the button with these words on it."""
    (button,) = [b for b in window.findChildren(QPushButton) if b.text().startswith(words)]
    button.click()


def opened(window: MainWindow) -> tuple[str, int]:
    leaf = place(window).notebook.leaf
    assert leaf is not None
    return leaf.measure.code, leaf.fiscal_year


def state(window: MainWindow) -> str:
    assert window.frame is not None
    return window.frame.status.state()


def trigger(window: MainWindow, action: str) -> None:
    assert window.frame is not None
    window.frame.menu.action(action).trigger()


# Opening


def test_a_later_start_opens_the_first_page_with_something_left(window: MainWindow) -> None:
    assert opened(window) == (MINE, YEAR)
    assert "令和7年度" in window.windowTitle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert place(window).pane.form.isAncestorOf(focus)


def test_it_opens_where_one_left_off(windows: Windows, folder: Path) -> None:
    before = windows.open(folder, size=(1200, 700))
    place(before).notebook.open(THEIRS)
    place(before).pane.form.go_to("results")
    assert before.frame is not None
    before.frame.leave()
    assert not before.isVisible()
    again = windows.open(folder, size=(1200, 700))
    assert opened(again) == (THEIRS, YEAR)
    assert place(again).pane.form.current_key == "results"
    assert again.size() == before.size()


def test_a_place_that_is_gone_opens_the_first_page(windows: Windows, folder: Path) -> None:
    settings = Settings(folder)
    settings.place = Place("行-⑳", YEAR, "results")
    settings.save()
    assert opened(windows.open(folder)) == (MINE, YEAR)


def test_a_file_given_at_a_later_start_is_looked_at(windows: Windows, folder: Path) -> None:
    files = sorted((folder.parent / "依頼").iterdir())
    window = windows.open(folder, files)
    assert isinstance(place(window).errands.page, ImportPage)


def test_files_put_on_the_window_are_looked_at(window: MainWindow, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in (folder.parent / "依頼").iterdir()])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, no_keys))
    assert isinstance(place(window).errands.page, ImportPage)


def test_no_input_keeps_a_dropped_file_for_itself(window: MainWindow) -> None:
    inputs = [*window.findChildren(QLineEdit), *window.findChildren(QTextEdit)]
    takers = [i.accessibleName() for i in inputs if i.acceptDrops()]
    takers += [i.accessibleName() for i in window.findChildren(QTextEdit) if drops_inside(i)]
    assert takers == []


def drops_inside(text: QTextEdit) -> bool:
    return text.viewport().acceptDrops()


def test_data_another_program_holds_are_opened_to_be_read(windows: Windows, folder: Path) -> None:
    with Desk.open(folder):
        window = windows.open(folder)
        assert "読むだけ" in notices(window)["held"]
        assert "読むだけ" in state(window)
        assert place(window).notebook.desk.read_only
    press(window, "もう一度開く")
    assert not place(window).notebook.desk.read_only
    assert notices(window) == {}


def test_damaged_data_are_named_and_can_be_opened_again(windows: Windows, folder: Path) -> None:
    whole = (folder / "desk.db").read_bytes()
    (folder / "desk.db").write_bytes(b"something else altogether" * 100)
    window = windows.open(folder)
    assert "傷んでいます" in notices(window)["closed"]
    (folder / "desk.db").write_bytes(whole)
    press(window, "もう一度開く")
    assert opened(window) == (MINE, YEAR)


# Saving


def test_what_is_typed_is_saved_and_the_time_is_said(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    type_into(window, "results", "オンライン化した")
    assert state(window) == "入力中"
    qtbot.waitUntil(lambda: state(window).startswith("保存済み"))
    assert answer(folder, "results") == "オンライン化した"


def test_leaving_the_window_saves(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    type_into(window, "results", "窓を離れる")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    assert answer(folder, "results") == "窓を離れる"


def test_the_end_of_the_session_waits_for_the_save(window: MainWindow, folder: Path) -> None:
    type_into(window, "results", "電源を切る")
    window.save_now()
    assert answer(folder, "results") == "電源を切る"


def test_a_save_that_fails_keeps_the_text_and_says_what_to_do(
    window: MainWindow, folder: Path
) -> None:
    with full_disk():
        type_into(window, "results", "消えない文")
        place(window).notebook.flush()
        assert state(window) == "保存できていません"
        assert "ディスク" in notices(window)["unsaved"]
        assert field(window, "results").text == "消えない文"
        press(window, "保存できていない文を写す")
        assert "消えない文" in QGuiApplication.clipboard().text()
    assert answer(folder, "results") == ""
    press(window, "もう一度保存する")
    assert notices(window) == {}
    assert state(window).startswith("保存済み")
    assert answer(folder, "results") == "消えない文"


def test_while_saving_fails_the_page_stays_and_nothing_lands_on_another(
    window: MainWindow, folder: Path
) -> None:
    with full_disk():
        type_into(window, "results", "行二の文")
        place(window).list.chosen.emit(THEIRS)
        assert opened(window) == (MINE, YEAR)
    place(window).list.chosen.emit(THEIRS)
    assert opened(window) == (THEIRS, YEAR)
    assert answer(folder, "results") == "行二の文"
    assert answer(folder, "results", THEIRS) == ""


def test_an_older_save_that_failed_does_not_come_over_a_newer_text(
    window: MainWindow, folder: Path
) -> None:
    with full_disk():
        type_into(window, "results", "古い")
        place(window).notebook.flush()
    type_into(window, "results", "新しい")
    place(window).notebook.flush()
    assert answer(folder, "results") == field(window, "results").text
    assert "新しい" in answer(folder, "results")


def test_closing_waits_for_the_save_and_stays_when_it_fails(
    window: MainWindow, folder: Path
) -> None:
    with full_disk():
        type_into(window, "results", "閉じる前")
        window.close()
        QApplication.processEvents()
        assert window.isVisible()
        assert "まだ閉じていません" in notices(window)["unsaved"]
    window.close()
    QApplication.processEvents()
    assert not window.isVisible()
    assert answer(folder, "results") == "閉じる前"


def test_who_wants_to_close_all_the_same_may(window: MainWindow) -> None:
    with full_disk():
        type_into(window, "results", "あきらめる")
        window.close()
        QApplication.processEvents()
        press(window, "保存せずに閉じる")
        QApplication.processEvents()
    assert not window.isVisible()


# Moving about


def test_undo_goes_across_items_and_measures(window: MainWindow, folder: Path) -> None:
    type_into(window, "results", "一つ目")
    place(window).list.chosen.emit(THEIRS)
    type_into(window, "issues", "二つ目")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answer(folder, "issues", THEIRS) == ""
    trigger(window, "undo")
    assert opened(window) == (MINE, YEAR)
    assert answer(folder, "results") == ""
    assert field(window, "results").text == ""
    trigger(window, "redo")
    assert answer(folder, "results") == "一つ目"
    assert place(window).pane.form.current_key == "results"


def test_with_nothing_to_undo_a_line_says_so(window: MainWindow) -> None:
    trigger(window, "undo")
    assert "ありません" in state(window)


def test_keys_move_between_measures_and_years(window: MainWindow) -> None:
    trigger(window, "next_measure")
    assert opened(window) == (MEASURES[1], YEAR)
    trigger(window, "previous_measure")
    assert opened(window) == (MEASURES[0], YEAR)
    trigger(window, "previous_measure")
    assert opened(window) == (MEASURES[0], YEAR)
    trigger(window, "previous_year")
    assert opened(window) == (MEASURES[0], YEAR - 1)
    assert "令和6年度" in window.windowTitle()
    trigger(window, "next_year")
    assert opened(window) == (MEASURES[0], YEAR)


def test_search_goes_to_the_list(window: MainWindow) -> None:
    trigger(window, "search")
    assert QApplication.focusWidget() is place(window).list.search


def test_tab_goes_round_the_window_as_one_reads(qtbot: QtBot, window: MainWindow) -> None:
    assert window.frame is not None
    here = place(window)
    pane, frame = here.pane, window.frame
    parts: list[QWidget] = [frame.top, here.list, pane.header, pane.tabs, pane.form]
    parts += [here.side, frame.status]
    qtbot.waitUntil(lambda: here.side.checks is not None)
    first = frame.top.findChildren(QPushButton)[-1]
    first.setFocus()
    met: list[int] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        at = next(n for n, part in enumerate(parts) if part.isAncestorOf(focus))
        met += [at] if met[-1:] != [at] else []
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert met == [*range(len(parts)), 0]


def test_every_action_does_something_and_no_keys_are_given_twice(window: MainWindow) -> None:
    assert window.frame is not None
    menu = window.frame.menu
    assert menu.idle() == ()
    keys = [k.toString() for a in window.actions() for k in a.shortcuts()]
    assert len(keys) == len(set(keys))


# Size and colours


def test_what_does_not_fit_folds_and_comes_over_the_form(window: MainWindow) -> None:
    assert window.frame is not None
    panes = place(window).panes
    assert panes.folds == (False, False)
    window.frame.look.zoom_to(200)
    assert panes.folds == (True, True)
    assert not place(window).list.isVisible()
    trigger(window, "list")
    assert place(window).list.isVisible()
    place(window).list.chosen.emit(THEIRS)
    assert not place(window).list.isVisible()
    assert opened(window) == (THEIRS, YEAR)
    window.frame.look.zoom_to(100)
    assert panes.folds == (False, False)
    assert place(window).list.isVisible()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_no_label_of_the_bar_is_cut_at_any_zoom(window: MainWindow, zoom: int) -> None:
    assert window.frame is not None
    window.frame.look.zoom_to(zoom)
    QApplication.processEvents()
    shown = [c for c in window.frame.top.findChildren(QWidget) if c.isVisible()]
    cut = [c.accessibleName() for c in shown if c.width() < c.sizeHint().width()]
    assert cut == []


def test_zoom_goes_in_steps_and_is_remembered(window: MainWindow, folder: Path) -> None:
    assert window.frame is not None
    for action, percent in (("larger", 110), ("larger", 125), ("smaller", 110), ("normal", 100)):
        trigger(window, action)
        assert window.settings.zoom == percent
    window.frame.look.zoom_to(175)
    window.settings.save()
    assert Settings(folder).zoom == 175


# Our own mistakes


def test_a_mistake_of_ours_reaches_the_crash_dialog_with_the_text_saved(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(place(window).notebook.desk, "type", broken)
    with qtbot.waitSignal(window.broken) as caught:
        type_into(window, "results", "文")
        place(window).notebook.flush()
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert "文" in window.frame.saving.unsaved_text() if window.frame else False


def test_the_rehearsal_is_marked_and_leads_back(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(tmp_path)
    press(window, "練習を始める")
    assert "練習中" in notices(window)["rehearsing"]
    assert not (tmp_path / "desk.db").exists()
    press(window, "練習を終える")
    assert notices(window) == {}
    assert window.frame is not None
    assert window.frame.workplace is None


def test_a_request_given_at_the_first_start_opens_its_measures(
    windows: Windows, tmp_path: Path
) -> None:
    window = windows.open(tmp_path / "data", [request(tmp_path)])
    assert opened(window) == (MINE, YEAR)
    assert window.settings.recent
