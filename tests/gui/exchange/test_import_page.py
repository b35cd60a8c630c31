from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.domain.book import Level
from imari_desk.domain.items import Owner
from imari_desk.domain.records import Outcome
from imari_desk.gui.background import Background
from imari_desk.gui.exchange.import_lines import Kind
from imari_desk.gui.exchange.import_model import Role
from imari_desk.gui.exchange.import_page import ImportPage
from imari_desk.gui.notebook import Notebook
from tests.desk.people import DEPARTMENT, MINE, YEAR, People, conflict, edited, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


def page_of(qtbot: QtBot, desk: Desk, background: Background | None = None) -> ImportPage:
    notebook = Notebook(desk, background or Background(inline=True), YEAR)
    page = ImportPage(notebook)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.files, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.resize(1100, 640)
    page.show()
    return page


def handed_over(people: People, name: str = "colleague", **typed: str) -> Path:
    """The 引継ぎ workbook of a colleague who has typed that."""
    with people.colleague(name) as colleague:
        colleague.import_files([people.request])
        colleague.enter(MINE, YEAR, typed)
        return colleague.hand_over(YEAR, people.folder / f"{name}.xlsx").path


def spoken(page: ImportPage) -> list[str]:
    model = page.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(n).data(role) for n in range(model.rowCount())]


def without_codes(book: Workbook) -> None:
    """データ and the printed codes gone: only labels are left."""
    del book["データ"]
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                text = cell.value
                if isinstance(text, str) and len(text) == 3 and text[1:].isdigit():
                    cell.value = None


def test_looking_changes_nothing_and_says_what_would_change(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    before = people.clerk.verify().digest

    page.start([handed_over(people, activities="研修を2回行った。", progress="遅れ")])

    assert people.clerk.verify().digest == before
    assert page.view.apply_button.text() == "取り込む（2項目）(&I)"
    assert "まだ何も変わっていません" in page.view.title_note.text()
    assert "取組実績　追加　研修を2回行った。" in spoken(page)
    assert "進捗区分　追加　遅れ" in spoken(page)


def test_before_and_after_are_told_apart(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = handed_over(people, activities="研修を1回行った。")
    people.clerk.import_files([path])
    with Desk.open(people.folder / "colleague") as colleague:
        colleague.enter(MINE, YEAR, {"activities": "研修を2回行った。"})
        colleague.hand_over(YEAR, path)

    page.start([path])

    assert "取組実績　変更　前：研修を1回行った。　後：研修を2回行った。" in spoken(page)


def test_taking_in_applies_what_is_ticked_only(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    one = handed_over(people, "one", activities="一人目の文")
    two = handed_over(people, "two", results="二人目の文")
    page.start([one, two])
    first = page.files.index(0)
    assert page.view.apply_button.text() == "取り込む（2項目）(&I)"

    page.view.file_view.setCurrentIndex(first)
    page.view.file_view.setFocus()
    QTest.keyClick(page.view.file_view, Qt.Key.Key_Space)
    assert page.view.apply_button.text() == "取り込む（1項目）(&I)"
    with qtbot.waitSignal(page.taken) as taken:
        QTest.mouseClick(page.view.apply_button, Qt.MouseButton.LeftButton)

    assert taken.args == [(two,)]
    assert value(people.clerk, "activities") == ""
    assert value(people.clerk, "results") == "二人目の文"
    assert "1ファイルを取り込みました。1項目が変わりました。" in page.view.message.text()
    words = page.files.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "取込済み" in words
    assert page.files.index(1).data(Qt.ItemDataRole.CheckStateRole) is None


def test_an_item_in_two_files_counts_once(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = handed_over(people, activities="同じ文")
    copy = people.folder / "コピー.xlsx"
    copy.write_bytes(path.read_bytes())

    page.start([path, copy])

    assert page.view.apply_button.text() == "取り込む（1項目）(&I)"


def test_a_file_known_by_its_labels_wants_its_own_tick(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = handed_over(people, activities="見出しから読む文")
    guessed = edited(path, people.folder / "見出し.xlsx", without_codes)
    page.start([guessed])
    look = page.files.index(0).data(Role.VALUE)
    assert look.report.level is Level.LABELS
    assert not page.view.apply_button.isEnabled()
    assert "見出しの言葉から推定" in page.view.detail_level.text()
    assert any(text.startswith("取組実績　追加　見出しから読む文") for text in spoken(page))

    checked = Qt.CheckState.Checked
    assert page.files.setData(page.files.index(0), checked, Qt.ItemDataRole.CheckStateRole)
    page.apply()

    assert value(people.clerk, "activities") == "見出しから読む文"


def test_a_refused_file_says_why_and_can_be_copied(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = people.folder / "会議資料.xlsx"
    path.write_bytes(b"%PDF-1.7 not a workbook")

    page.start([path])

    assert not page.view.apply_button.isEnabled()
    assert page.files.index(0).data(Qt.ItemDataRole.CheckStateRole) is None
    reason = next(line for line in spoken(page) if "PDF" in line)
    page.view.copy_button.click()
    copied = QApplication.clipboard().text()
    assert "会議資料.xlsx" in copied
    assert reason in copied


def test_a_refused_file_is_kept_when_the_others_are_taken_in(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    scan = people.folder / "スキャン.pdf"
    scan.write_bytes(b"%PDF-1.7 scanned")
    page.start([handed_over(people, activities="文"), scan])

    page.apply()

    assert "1ファイルを取り込みました。" in page.view.message.text()
    kept = people.clerk._session.store.imports()
    assert [r.file_name for r in kept if r.outcome is Outcome.REFUSED] == [scan.name]


def test_a_file_that_brings_nothing_new_is_not_ticked(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = handed_over(people, activities="文")
    page.start([path, people.request])
    page.apply()

    page.start([path, people.request])

    assert not page.view.apply_button.isEnabled()
    unchecked = Qt.CheckState.Unchecked
    for row in range(2):
        index = page.files.index(row)
        assert index.data(Qt.ItemDataRole.CheckStateRole) == unchecked
        assert "新しい内容なし" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_first_request_is_ticked_whatever_it_brings(qtbot: QtBot, people: People) -> None:
    with Desk.create(people.folder / "new", Owner.DEPARTMENT, DEPARTMENT) as newcomer:
        page = page_of(qtbot, newcomer)
        page.start([people.request])
        assert page.view.apply_button.isEnabled()


def test_what_was_written_beside_the_fields_is_shown(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    path = handed_over(people, activities="文")

    def note(book: Workbook) -> None:
        book["提出票"]["K40"] = "7月に確定する予定です"

    page.start([edited(path, people.folder / "欄外.xlsx", note)])

    found = [page.lines.index(n).data(Role.VALUE) for n in range(page.lines.rowCount())]
    margin = [line.text for line in found if line.kind is Kind.MARGIN]
    assert margin == ["7月に確定する予定です"]


def test_a_conflict_leads_to_its_field(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    people.clerk.enter(MINE, YEAR, {"activities": "こちらの文"})
    page.start([handed_over(people, activities="あちらの文")])
    assert "両方の答えを残し" in page.view.not_taken.text()

    page.apply()

    assert conflict(people.clerk, "activities") == ["あちらの文", "こちらの文"]
    row = next(n for n, text in enumerate(spoken(page)) if "食い違い" in text and "取組" in text)
    view = page.view.line_view
    view.setCurrentIndex(page.lines.index(row))
    view.setFocus()
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [MINE, YEAR, "activities"]


def test_comments_of_the_office_stand_at_their_items(qtbot: QtBot, people: People) -> None:
    page = page_of(qtbot, people.clerk)
    people.clerk.enter(MINE, YEAR, {"activities": "文"})
    people.office.import_files([people.submit()])
    people.office.enter(MINE, YEAR, {"comment.activities": "件数を書いてください。"})
    back = people.office.give_back(
        YEAR, "情報政策課", people.folder / "差戻し.xlsx", (), "連絡です"
    )

    page.start([back.path])

    said = spoken(page)
    assert "推進室からの連絡　連絡です" in said
    assert "推進室のコメント（取組実績）　追加　件数を書いてください。" in said
    assert "差戻し" in page.view.detail_sender.text()


def test_another_departments_workbook_is_not_ticked(qtbot: QtBot, people: People) -> None:
    with Desk.create(people.folder / "other", people.office.role.DEPARTMENT, "市民課") as other:
        other.import_files([people.folder / "依頼" / f"{YEAR}_依頼_市民課.xlsx"])
        other.enter("行-③", YEAR, {"activities": "他課の文"})
        path = other.hand_over(YEAR, people.folder / "他課.xlsx").path
    page = page_of(qtbot, people.clerk)

    page.start([path])

    assert not page.view.apply_button.isEnabled()
    assert "反映しない" in page.files.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_files_can_be_dropped_and_chosen(
    qtbot: QtBot, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, people.clerk)
    one = handed_over(people, "one", activities="一人目の文")
    two = handed_over(people, "two", results="二人目の文")
    assert page.view.empty.isVisible()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert page.files.rowCount() == 1
    assert not page.view.empty.isVisible()

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(two)], ""))
    page.view.add_button.click()
    assert [look.name for look in page.files.looks] == ["one.xlsx", "two.xlsx"]


def test_work_runs_in_the_background_and_can_be_stopped(qtbot: QtBot, people: People) -> None:
    paths = [handed_over(people, f"c{n}", activities=f"文{n}") for n in range(2)]
    folder = people.folder / "clerk"
    people.clerk.close()
    background = Background()
    opened: list[Desk] = []
    background.run(lambda: Desk.open(folder), opened.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(opened))
    page = page_of(qtbot, opened[0], background)
    page.start(paths)
    qtbot.waitUntil(lambda: page.files.rowCount() == 2)

    page.apply()
    page.view.progress.cancelled.emit()
    qtbot.waitUntil(lambda: "中止しました" in page.view.message.text())
    qtbot.waitUntil(lambda: not page.view.progress.isVisible())

    assert page.view.add_button.isEnabled()
    assert page.files.rowCount() == 2
    background.run(opened[0].close, lambda _: None, lambda _error: None)
    background.finish()
