from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.exchange.file_place import FilePlace
from imari_desk.gui.exchange.handover import HandoverPage
from imari_desk.gui.exchange.submit_page import SubmitPage
from imari_desk.gui.kit.focus_ring import OUT
from imari_desk.gui.notebook import Notebook
from tests.desk.people import DEPARTMENT, MINE, YEAR, People, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


def notebook_of(people: People) -> Notebook:
    return Notebook(people.clerk, Background(inline=True), YEAR)


@pytest.fixture
def page(qtbot: QtBot, people: People) -> SubmitPage:
    made = SubmitPage(notebook_of(people), people.folder)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1100, 640)
    made.show()
    made.start()
    return made


def spoken(page: SubmitPage) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [page.lines.index(n).data(role) for n in range(page.lines.rowCount())]


def test_it_says_what_is_missing_before_anything_is_written(page: SubmitPage) -> None:
    (line,) = spoken(page)

    assert line.startswith(f"{MINE}　行政手続きのオンライン化　未着手　未記入")
    assert "取組実績" in line
    assert "このままでも提出できます" in page.summary.text()
    assert page.file.path.name == f"{YEAR}_提出_{DEPARTMENT}.xlsx"
    assert not page.file.path.exists()


def test_what_is_typed_and_pressed_ends_at_one_edge(page: SubmitPage, qtbot: QtBot) -> None:
    parts = (page.reason.page, page.file.name, page.file.change, page.go_button)
    for height in (640, 560):
        page.resize(1100, height)
        qtbot.waitUntil(lambda: len({p.mapTo(page, p.rect().topRight()).x() for p in parts}) == 1)
    label, ring = page.reason_help, look.px(OUT)
    foot = label.mapTo(page, label.rect().bottomLeft()).y()
    assert page.reason.page.mapTo(page, QPoint(0, 0)).y() - foot > ring


def test_gaps_ask_for_a_reason_once_and_never_refuse(page: SubmitPage, people: People) -> None:
    QTest.mouseClick(page.go_button, Qt.MouseButton.LeftButton)
    assert "もう一度" in page.message.text()
    assert not page.file.path.exists()

    path = page.file.path
    QTest.mouseClick(page.go_button, Qt.MouseButton.LeftButton)

    assert path.exists()
    assert value(people.clerk, "submission") == "1"
    assert value(people.clerk, "submission_note") == ""


def test_the_reason_goes_along(page: SubmitPage, people: People, qtbot: QtBot) -> None:
    QTest.keyClicks(page.reason.page, "x")
    page.reason.show_text("集計が6月に終わります。")
    path = page.file.path
    with qtbot.waitSignal(page.written) as written:
        QTest.mouseClick(page.go_button, Qt.MouseButton.LeftButton)

    assert written.args == [path]
    assert value(people.clerk, "submission_note") == "集計が6月に終わります。"
    people.office.import_files([path])
    assert value(people.office, "submission_note") == "集計が6月に終わります。"


def test_afterwards_it_says_where_it_lies(
    page: SubmitPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    path = page.file.path
    page.submit()
    page.submit()

    assert page.done.isVisible()
    assert not page.side_card.isVisible()
    assert str(path) == page.done.place.text()
    assert "提出済" in spoken(page)[0]
    page.done.open_button.click()
    page.done.copy_button.click()
    assert [url.toLocalFile() for url in opened] == [str(path.parent)]
    assert QApplication.clipboard().text() == str(path)


def test_a_row_leads_to_the_first_item_that_is_missing(page: SubmitPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.rows, Qt.Key.Key_Return)

    assert wanted.args is not None
    assert wanted.args[:2] == [MINE, YEAR]
    assert wanted.args[2] == "milestone.1.state"


def test_what_stands_there_is_never_written_over(page: SubmitPage) -> None:
    first = page.file.path
    first.write_bytes(b"mine")
    page.start()

    assert page.file.path.name == f"{YEAR}_提出_{DEPARTMENT}_2.xlsx"
    assert page.file.note.isVisible()
    page.submit()
    page.submit()
    assert first.read_bytes() == b"mine"
    assert page.done.isVisible()


def test_a_folder_that_cannot_be_written_to_is_said(page: SubmitPage, people: People) -> None:
    page.file.folder = people.folder / "担当.csv"  # a file where a folder should be
    page.submit()
    page.submit()

    assert page.message.text()
    assert not page.done.isVisible()
    assert page.go_button.isEnabled()


def test_the_folder_is_chosen_in_the_systems_dialog(
    page: SubmitPage, people: People, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = people.folder / "共有"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    with qtbot.waitSignal(page.folder_chosen) as said:
        QTest.mouseClick(page.file.change, Qt.MouseButton.LeftButton)

    assert said.args == [chosen]
    assert page.file.path.parent == chosen


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("提出", "提出.xlsx"),
        ("a/b.xlsx", "a_b.xlsx"),
        ("", "評価ブック.xlsx"),
        ("x.XLSX", "x.xlsx"),
    ],
)
def test_any_name_becomes_a_workbooks_name(
    qtbot: QtBot, tmp_path: Path, typed: str, name: str
) -> None:
    place = FilePlace(tmp_path)
    qtbot.addWidget(place)
    place.name.insert(typed)

    assert place.path == tmp_path / name


def test_a_colleague_gets_everything_as_it_stands(qtbot: QtBot, people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "途中の文"})
    page = HandoverPage(notebook_of(people), people.folder)
    qtbot.addWidget(page)
    page.show()
    page.start()
    path = page.file.path
    assert path.name == f"{YEAR}_引継ぎ_{DEPARTMENT}.xlsx"

    QTest.mouseClick(page.go_button, Qt.MouseButton.LeftButton)

    assert page.done.isVisible()
    with people.colleague() as colleague:
        colleague.import_files([path])
        assert value(colleague, "activities") == "途中の文"
    assert value(people.clerk, "submission") == ""


def test_what_is_confirmed_waits_for_nothing(page: SubmitPage, people: People) -> None:
    people.office.import_files([people.submit()])
    for book in people.office.confirm(YEAR, people.folder / "確定"):
        people.clerk.import_files([book.path])
    page.start()

    assert "改めて提出する必要はありません" in page.summary.text()
    assert "確定しています" in spoken(page)[0]
    assert not page.reason_part.isVisible()


def test_on_a_wide_screen_the_card_of_the_handover_stands_in_the_middle(
    qtbot: QtBot, people: People
) -> None:
    page = HandoverPage(notebook_of(people), people.folder)
    qtbot.addWidget(page)
    page.resize(1920, 900)
    page.show()
    page.start()
    QApplication.processEvents()
    box = page.card.geometry()
    assert box.width() == page.card.maximumWidth()
    assert abs(box.center().x() - page.rect().center().x()) <= 1
