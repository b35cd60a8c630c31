"""The page 取込, with real widgets and real desks."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.outlook import Fate
from imari_desk.gui.background import Background
from imari_desk.gui.exchange.import_model import Role
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.receiving.cards import CellCard, ConflictCard, GroupCard
from imari_desk.gui.office.receiving.files import Bundle
from imari_desk.gui.office.receiving.page import ReceivingPage
from imari_desk.gui.office.receiving.pick import Pick
from imari_desk.gui.office.records.page import RecordsPage
from imari_desk.gui.settings import Settings
from imari_desk.gui.work import StoppedError
from tests.desk.office.arriving import OFFICE, POST, arrive
from tests.desk.people import MINE, YEAR, People, conflict, edited, value

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hand(people: People) -> Hand:
    return hand_of(people.office, people.folder)


def hand_of(desk: Desk, folder: Path) -> Hand:
    return Hand(desk, Background(inline=True), Settings(folder), YEAR)


def page_of(qtbot: QtBot, hand: Hand) -> ReceivingPage:
    page = ReceivingPage(hand)
    hand.changed.connect(page.refresh)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.resize(1182, 700)
    page.show()
    page.refresh()
    return page


def submitted(people: People, name: str = "提出.xlsx", **typed: str) -> Path:
    people.clerk.enter(MINE, YEAR, typed)
    return people.submit(name)


def by_colleague(people: People, **typed: str) -> Path:
    with people.colleague("二人目") as colleague:
        colleague.import_files([people.request])
        colleague.enter(MINE, YEAR, typed)
        return colleague.submit(YEAR, people.folder / "二人目.xlsx").path


def choose(page: ReceivingPage, name: str) -> None:
    names = [row.file.name for row in page.rows.rows]
    index = page.rows.index(names.index(name) + page.rows.first)
    page.view.files.setCurrentIndex(index)
    QApplication.processEvents()


def shown_lines(page: ReceivingPage) -> list[str]:
    model = page.view.detail.contents.changes.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(n).data(role) for n in range(model.rowCount())]


def with_note(book: Workbook) -> None:
    book[MINE]["K40"] = "7月に確定する予定です"


def without_codes(book: Workbook) -> None:
    del book["データ"]
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            for cell in line:
                text = cell.value
                if isinstance(text, str) and len(text) == 3 and text[1:].isdigit():
                    cell.value = None


def test_dropped_files_are_looked_at_and_taken_in_when_asked(
    qtbot: QtBot, people: People, hand: Hand
) -> None:
    page = page_of(qtbot, hand)
    assert page.view.stack.currentWidget() is page.view.empty
    path = submitted(people, activities="研修を2回行った。")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys = Qt.KeyboardModifier.NoModifier
    waiting: list[int] = []
    page.waiting.connect(waiting.append)

    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, keys))
    QApplication.processEvents()

    assert value(people.office, "activities") == ""
    assert waiting[-1] == 1
    assert any("研修を2回行った。" in line for line in shown_lines(page))
    button = page.view.apply_button
    count = len(page._outlook.changed) if page._outlook else 0
    assert button.text() == f"{count}件を取り込む(&I)"
    assert "1課・1施策" in page.view.summary.text()

    QTest.mouseClick(button, LEFT)

    assert value(people.office, "activities") == "研修を2回行った。"
    assert waiting[-1] == 0
    assert "1ファイルを取り込みました" in page.view.message.text()
    assert "受　領　書" in page.view.receipts.text.toPlainText()
    page.view.receipts.copy_button.click()
    assert MINE in QApplication.clipboard().text()


def test_it_is_taken_back_after_a_second_press(qtbot: QtBot, people: People, hand: Hand) -> None:
    before = people.office.verify().digest
    page = page_of(qtbot, hand)
    page.take_in([submitted(people, activities="文")])
    page.apply()
    back = page.view.done
    assert back.isVisible()

    back.button.click()
    assert people.office.verify().digest != before
    assert back.yes.hasFocus() or back.yes.isVisible()
    back.yes.click()

    assert people.office.verify().digest == before
    assert page.view.stack.currentWidget() is page.view.empty


def test_what_was_written_since_stands_where_the_button_was(
    qtbot: QtBot, people: People, hand: Hand
) -> None:
    page = page_of(qtbot, hand)
    page.take_in([submitted(people, activities="文")])
    page.apply()
    people.office.enter(MINE, YEAR, {"office_view": "所見"})
    page.view.done.refresh()
    assert not page.view.done.button.isVisible()
    assert MINE in page.view.done._blocked.text()


def test_a_tick_is_turned_with_the_space_bar(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    path = submitted(people, activities="文")
    page.take_in([path])
    choose(page, path.name)
    page.view.files.setFocus()
    QTest.keyClick(page.view.files, Qt.Key.Key_Space)
    assert page._outlook is not None
    assert page._outlook.files[0].fate is Fate.LEAVE
    assert not page.view.apply_button.isEnabled()
    assert "印が付いていません" in page.view.summary.text()


def test_one_of_two_answers_is_picked(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    one = submitted(people, activities="一人目の文")
    page.take_in([one, by_colleague(people, activities="二人目の文")])
    choose(page, one.name)
    contents = page.view.detail.contents
    cards = [c for c in contents._cards.values() if isinstance(c, ConflictCard)]
    card = next(c for c in cards if "取組実績" in c.accessibleName())
    pick = next(p for p in card.findChildren(Pick) if p.accessibleName() == "二人目の文")
    assert one.name not in pick.accessibleDescription()

    QTest.mouseClick(pick, LEFT)

    assert pick.isChecked()
    assert card in contents._cards.values(), "the card under the keys stays"
    assert "選んだ答え" in page.view.not_taken.text()
    page.apply()
    assert value(people.office, "activities") == "二人目の文"


@pytest.mark.slow
def test_undecided_both_answers_stay(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    paths = [submitted(people, activities="一人目の文"), by_colleague(people, activities="別の文")]
    page.take_in(paths)
    assert "両方の答えを残します" in page.view.not_taken.text()
    page.apply()
    assert conflict(people.office, "activities") == ["一人目の文", "別の文"]


def test_one_decision_serves_all_files_of_a_kind(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    path = submitted(people, activities="見出しから読む文")
    edited(path, people.folder / "見出し.xlsx", without_codes)
    page.take_in([people.folder / "見出し.xlsx"])
    QApplication.processEvents()
    assert isinstance(page.rows.at(page.view.files.currentIndex()), Bundle)
    assert not page.view.apply_button.isEnabled()
    (card, *_) = page.view.detail.contents.findChildren(GroupCard)
    assert card.buttons[0].text() == "すべて取り込む"

    card.buttons[0].click()

    assert page.view.apply_button.isEnabled()
    page.apply()
    assert value(people.office, "activities") == "見出しから読む文"


def test_a_note_beside_the_items_is_put_into_one(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    path = edited(submitted(people, results="成果"), people.folder / "欄外.xlsx", with_note)
    page.take_in([path])
    choose(page, path.name)
    (card,) = [c for c in page.view.detail.contents._cards.values() if isinstance(c, CellCard)]
    card._deal.setCurrentText("項目の終わりに加える")
    card._where.setCurrentText("成果")
    page.apply()
    assert value(people.office, "results") == "成果\n7月に確定する予定です"


def test_a_refused_file_has_words_for_the_department(
    qtbot: QtBot, people: People, hand: Hand
) -> None:
    scan = people.folder / "スキャン.pdf"
    scan.write_bytes(b"%PDF-1.7 scanned")
    page = page_of(qtbot, hand)
    page.take_in([scan])
    QApplication.processEvents()
    assert page.rows.index(0).data(Qt.ItemDataRole.CheckStateRole) is None
    page.view.detail.contents.copy_button.click()
    assert "スキャン.pdf" in QApplication.clipboard().text()
    assert not page.view.apply_button.isEnabled()


def test_tabs_show_a_part_of_it(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    first = submitted(people, activities="文", results="成果")
    page.take_in([first])
    page.apply()
    second = submitted(people, "二回目.xlsx", activities="直した文")
    page.take_in([second])
    QApplication.processEvents()
    detail = page.view.detail
    assert any("前：文　後：直した文" in line for line in shown_lines(page))
    detail.tabs.choose("same")
    assert not detail.contents.changes.isVisible()
    same = detail.contents.same.lines
    spoken = [
        same.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(same.rowCount())
    ]
    assert any(line.startswith("成果") for line in spoken)


def test_stopped_nothing_is_taken_in(
    qtbot: QtBot, people: People, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, hand)
    page.take_in([submitted(people, activities="文")])
    before = people.office.verify().digest

    def stopped(*_: object) -> None:
        raise StoppedError

    monkeypatch.setattr(page, "_take", stopped)
    page.apply()
    assert "何も取り込まれていません" in page.view.message.text()
    assert people.office.verify().digest == before
    assert page.view.apply_button.isEnabled()


def test_broken_off_the_next_start_says_so(qtbot: QtBot, people: People, hand: Hand) -> None:
    path = submitted(people, activities="文")
    found = people.office.office.receiving.look([path])
    digest = found.files[0].file.sha256
    people.office._session.store.batches.begin({digest: path.read_bytes()})
    page = page_of(qtbot, hand)
    assert "途中で止まりました" in page.view.message.text()
    assert [row.file.name for row in page.rows.rows] == [path.name]
    page.clear()
    assert page.view.stack.currentWidget() is page.view.empty
    assert people.office.office.receiving.waiting() is None


def test_a_line_leads_to_its_evaluation(qtbot: QtBot, people: People, hand: Hand) -> None:
    page = page_of(qtbot, hand)
    page.take_in([submitted(people, activities="文")])
    QApplication.processEvents()
    block = page.view.detail.contents.changes
    rows = [block.lines.index(n) for n in range(block.lines.rowCount())]
    row = next(one for one in rows if one.data(Role.VALUE).title == "取組実績")
    with qtbot.waitSignal(hand.wanted) as wanted:
        block.entered_row.emit(row)
    assert wanted.args is not None
    assert tuple(wanted.args[0]) == (MINE, YEAR, "activities")


def test_the_original_is_opened_as_a_copy(
    qtbot: QtBot, people: People, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    path = submitted(people, activities="文")
    page = page_of(qtbot, hand)
    page.take_in([path])
    QApplication.processEvents()
    page.view.detail.open_button.click()
    page.apply()
    records = RecordsPage(hand)
    qtbot.addWidget(records)
    records.refresh()
    records.view.original.click()
    assert [one.read_bytes() for one in opened] == [path.read_bytes()] * 2
    assert path not in opened


def test_the_records_say_what_came_and_what_it_left_open(
    qtbot: QtBot, people: People, hand: Hand
) -> None:
    path = edited(submitted(people, results="成果"), people.folder / "欄外.xlsx", with_note)
    people.office.office.receiving.apply(people.office.office.receiving.look([path]))
    page = RecordsPage(hand)
    qtbot.addWidget(page)
    page.resize(1182, 700)
    page.show()
    page.refresh()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "確認待ち1" in page.lines.index(0).data(role)
    assert "7月に確定する予定です" in page.found.index(0).data(role)
    page.view.note.click()
    assert "控えに残した" in page.found.index(0).data(role)
    assert "反映" in page.lines.index(0).data(role)
    page.verify()
    assert "傷みはありません" in page.view.message.text()
    page.view.parts.choose(1)
    assert "依頼" in page.lines.index(0).data(role)
    page.view.parts.choose(2)
    assert page.lines.rowCount() == 1
    page.view.last.button.click()
    page.view.last.yes.click()
    page.refresh()
    page.view.parts.choose(0)
    assert "取り消し" in page.lines.index(0).data(role)


@pytest.mark.slow
def test_a_fridays_post(qtbot: QtBot, tmp_path: Path) -> None:
    """Damaged, stale, foreign, conflicting, renamed, copied: looked at, taken in, taken back."""
    arrive(tmp_path)
    with Desk.open(tmp_path / OFFICE) as office:
        page = page_of(qtbot, hand_of(office, tmp_path))
        before = office.verify()
        page.take_in([tmp_path / POST])
        fates = {row.file.name: row.fate for row in page.rows.rows}
        assert len(fates) == 15
        assert list(fates.values()).count(Fate.REFUSED) == 3
        assert list(fates.values()).count(Fate.TWIN) == 1
        assert list(fates.values()).count(Fate.SEEN) == 1
        assert list(fates.values()).count(Fate.ASKS) == 1
        for n in range(page.rows.rowCount()):
            page.view.files.setCurrentIndex(page.rows.index(n))
            QApplication.processEvents()
        assert office.verify().digest == before.digest
        page.apply()
        after = office.verify()
        assert after.ok
        assert len(page.view.receipts.receipts) == 8
        page.view.done.button.click()
        page.view.done.yes.click()
        assert office.verify().digest == before.digest
        page.take_in([tmp_path / POST])
        page.apply()
        assert office.verify().digest == after.digest
