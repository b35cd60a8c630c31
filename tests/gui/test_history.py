from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from imari_desk.gui.background import Background
from imari_desk.gui.history_window import HistoryWindow
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.side.flow import FlowPanel, moment
from tests.desk.people import MINE, YEAR, People, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


@pytest.fixture
def notebook(people: People) -> Notebook:
    made = Notebook(people.clerk, Background(inline=True), YEAR)
    made.open(MINE)
    return made


def window_of(qtbot: QtBot, notebook: Notebook, key: str) -> HistoryWindow:
    assert notebook.leaf is not None
    made = HistoryWindow(notebook, notebook.leaf, key)
    qtbot.addWidget(made)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made.lines, fatal, made)
    made.show()
    return made


def spoken(window: HistoryWindow) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [window.lines.index(n).data(role) for n in range(window.lines.rowCount())]


def type_in(notebook: Notebook, key: str, *texts: str) -> None:
    """Each text an entry of its own: another item is typed into in between."""
    for text in texts:
        notebook.type(key, text)
        notebook.flush()
        notebook.type("related", text)
        notebook.flush()


def test_every_value_is_there_with_what_changed(
    qtbot: QtBot, notebook: Notebook, people: People
) -> None:
    type_in(notebook, "activities", "研修を1回行った。", "研修を2回行った。")
    with people.colleague() as colleague:
        colleague.import_files([people.submit()])
        colleague.enter(MINE, YEAR, {"activities": "研修を3回行った。"})
        path = colleague.hand_over(YEAR, people.folder / "引継ぎ.xlsx").path
    people.clerk.import_files([path])
    notebook.refresh()

    newest, middle, oldest = spoken(window_of(qtbot, notebook, "activities"))

    assert "変更　前：研修を2回行った。　後：研修を3回行った。" in newest
    assert "引継ぎ.xlsxから取り込み" in newest
    assert "シート「データ」" in newest
    assert "変更　前：研修を1回行った。　後：研修を2回行った。" in middle
    assert "この画面で記入" in middle
    assert "追加　研修を1回行った。" in oldest


def test_an_old_value_is_put_back_and_nothing_is_lost(
    qtbot: QtBot, notebook: Notebook, people: People
) -> None:
    type_in(notebook, "activities", "はじめの文。", "あとの文。")
    window = window_of(qtbot, notebook, "activities")
    assert not window.restore_button.isEnabled()  # the newest stands

    QTest.keyClick(window.rows, Qt.Key.Key_Down)
    assert window.restore_button.isEnabled()
    QTest.keyClick(window.rows, Qt.Key.Key_Return)
    QTest.keyClick(window.restore_button, Qt.Key.Key_Return)

    assert value(people.clerk, "activities") == "はじめの文。"
    assert len(spoken(window)) == 3
    assert "前：あとの文。　後：はじめの文。" in spoken(window)[0]
    assert not window.restore_button.isEnabled()
    assert "戻しました" in window.message.text()


def test_choices_and_numbers_are_shown_as_people_read_them(
    qtbot: QtBot, notebook: Notebook
) -> None:
    type_in(notebook, "phase.run", "した", "しない")
    type_in(notebook, "entered_on", "2026-05-20")

    assert "前：した　後：しない" in spoken(window_of(qtbot, notebook, "phase.run"))[0]
    assert "令和8年5月20日" in spoken(window_of(qtbot, notebook, "entered_on"))[0]


def test_an_item_nobody_has_written_says_so(qtbot: QtBot, notebook: Notebook) -> None:
    window = window_of(qtbot, notebook, "issues")

    assert spoken(window) == []
    assert "まだ記入がありません" in window.message.text()
    assert not window.restore_button.isEnabled()


def test_it_closes_when_another_page_opens(qtbot: QtBot, notebook: Notebook) -> None:
    window = window_of(qtbot, notebook, "issues")
    with qtbot.waitSignal(window.destroyed):
        notebook.open(MINE, YEAR - 1)


# --- これまでの流れ ---


def test_what_happened_is_said_the_newest_first(
    qtbot: QtBot, notebook: Notebook, people: People
) -> None:
    panel = FlowPanel(notebook.background, people.clerk)
    qtbot.addWidget(panel)
    panel.show()
    assert notebook.leaf is not None
    panel.show_leaf(notebook.leaf)
    panel._timer.timeout.emit()
    assert "依頼ブック" in panel.texts[0].text()
    assert not panel.texts[1].isVisible()

    notebook.type("activities", "文")
    notebook.flush()
    people.submit()
    panel.show_leaf(notebook.leaf)
    panel._timer.timeout.emit()

    said = [text.text() for text in panel.texts if text.isVisible()]
    assert any("1項目を記入" in text for text in said)
    assert any("提出ブックを作りました" in text for text in said)
    panel.all_button.click()
    assert panel._window is not None
    assert panel._window.lines.rowCount() == len(said)


def test_moments_are_read_as_people_write_them() -> None:
    assert moment("2026-05-20T14:32:10") == "5月20日 14:32"
    assert moment("昨日") == "昨日"
