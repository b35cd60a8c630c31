"""本部会議: preparing it, its paper, and the screen in the room, over a real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.papers import PaperKind, PaperOrder
from imari_desk.domain.meeting import AgendaItem, Decision, Meeting
from imari_desk.domain.states import OfficeState
from imari_desk.gui.background import Background
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.meeting.page import MeetingPage
from imari_desk.gui.office.meeting.room import Room
from imari_desk.gui.office.papers.page import PaperPage
from imari_desk.gui.settings import Settings
from tests import ready
from tests.desk.office import meeting_sample as sample
from tests.desk.office.meeting_sample import CHANGED, DOWN, LATE, SETTLED, YEAR


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as desk:
        found: list[Exception] = []
        made = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR, sample.clock)
        made.broken.connect(found.append)
        yield made
        assert found == []


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> MeetingPage:
    made = MeetingPage(hand)
    qtbot.addWidget(made)
    made.resize(1182, 700)
    made.show()
    hand.changed.connect(made.refresh)
    made.refresh()
    return made


def kept(hand: Hand) -> Meeting:
    return hand.desk.office.meeting.meeting(YEAR)


def draft(page: MeetingPage) -> None:
    page.draft_button.click()
    page.refresh()


def test_candidates_stand_with_their_reasons_and_keep_their_word(page: MeetingPage) -> None:
    model = page.candidates.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    role = Qt.ItemDataRole.AccessibleTextRole

    assert str(model.index(0).data(role)).endswith("情報政策課、遅れ")
    page.candidates.search.setText("二次")
    assert model.rowCount() == 1
    assert str(model.index(0).data()).startswith(CHANGED)
    page.candidates.search.setText("")
    page.refresh()
    assert model.rowCount() == 28
    page.candidates.list.grab()


def test_a_draft_is_put_in_and_kept(page: MeetingPage, hand: Hand) -> None:
    assert not page.room_button.isEnabled()
    draft(page)

    assert [item.measure for item in kept(hand).items] == [LATE, DOWN, ""]
    assert [row.text.text() for row in page.rows.rows] == [i.text for i in kept(hand).items]
    assert page.candidates.model.rowCount() == 26
    assert not page.draft_button.isVisible()
    assert page.room_button.isEnabled()


def test_what_is_typed_is_kept_when_one_leaves(page: MeetingPage, hand: Hand, qtbot: QtBot) -> None:
    draft(page)
    page.name.setText("DX推進本部会議")
    page.day.line.setText("R8.7.3")
    page.rows.rows[0].text.setText("様式を見直すこと")
    qtbot.waitUntil(lambda: kept(hand).name == "DX推進本部会議")

    assert kept(hand).held_on == "2026-07-03"
    assert kept(hand).items[0] == AgendaItem("様式を見直すこと", LATE)


def test_items_are_moved_added_and_taken_off(page: MeetingPage, hand: Hand) -> None:
    draft(page)
    page.rows.rows[0].down.click()
    page.rows.rows[2].remove.click()
    page.candidates.search.setText("窓口改善")
    QTest.keyClick(page.candidates.search, Qt.Key.Key_Return)
    page.candidates.whole_button.click()
    page.refresh()

    assert [item.measure for item in kept(hand).items] == [DOWN, LATE, SETTLED, ""]
    row = page.rows.rows[2]
    assert row.up.accessibleName() == "行-③ デジタル技術を活用した窓口改善を1つ上へ"
    assert not page.rows.rows[0].up.isEnabled()
    assert not page.rows.rows[3].down.isEnabled()


@pytest.mark.slow
def test_the_paper_is_shown_beside_and_written_in_one_press(
    page: MeetingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft(page)
    page.tabs.choose(1)
    assert len(page.pages.sheets) >= 2
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "資料"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.pdf_button.click()

    assert proposed == ["2025_本部会議資料.pdf"]
    text = PdfReader(tmp_path / "資料.pdf").pages[0].extract_text()
    assert "DX推進計画の進捗状況について" in text
    assert str(tmp_path / "資料.pdf") in page.delivery.message.text()
    page.tabs.choose(-1)
    assert page.tabs.text() == "施策を加える"


def test_printing_leads_to_its_paper_among_the_others(
    page: MeetingPage, hand: Hand, qtbot: QtBot
) -> None:
    papers = PaperPage(hand)
    qtbot.addWidget(papers)
    hand.paper_wanted.connect(papers.choose)
    page.handlers()["print"]()
    assert papers.choice.order == PaperOrder(PaperKind.MEETING)


def test_steps_for_many_ask_first(page: MeetingPage, hand: Hand) -> None:
    assert page.forward_button.text() == "本部付議にする（3）"
    page.forward_button.click()
    assert "3施策を本部付議にします" in page.message.text()
    assert hand.desk.show(LATE, YEAR).state == OfficeState.CHECKED.value
    page._confirm.click()

    assert hand.desk.show(LATE, YEAR).state == OfficeState.HQ.value
    assert page.message.text() == "3施策を本部付議にしました。"
    assert not page.forward_button.isVisible()
    page.settle_button.click()
    page._confirm.click()
    assert hand.desk.show(LATE, YEAR).state == OfficeState.CONFIRMED.value


# --- the room ---


@pytest.fixture
def room(page: MeetingPage, hand: Hand, qtbot: QtBot) -> Room:
    draft(page)
    made = Room(hand)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.start(
            kept(hand), {m.code: m.name for m in hand.desk.plan().measures}, whole_screen=False
        )
        made.activateWindow()
    return made


def test_the_room_reads_it_from_the_back_row(room: Room) -> None:
    assert room.title.text() == "① 行-② 行政手続きのオンライン化"
    assert QFontInfo(room.title.font()).pixelSize() == 40
    known = room.item.known
    assert QFontInfo(known.reason.font()).pixelSize() == 28
    assert known.asked.text() == "進捗が「遅れ」となっていることへの対応"
    assert known.reason.text() == "仕様が固まらなかった。"
    assert known.grade.accessibleName() == "評価 B"
    assert room.place_label.text() == "1 / 3"
    for part in (room.item.noted.decision, room.item.noted.public):
        assert part.y() + part.height() <= room.item.noted.height()
    room.grab()


def test_what_is_said_and_decided_is_written_down(room: Room, hand: Hand) -> None:
    noted = room.item.noted
    noted.opinion.insertPlainText("期限を決めること。")
    noted.decision.choose(1)
    noted.public.choose(0)
    QTest.keyClick(noted.opinion, Qt.Key.Key_PageDown)

    leaf = hand.desk.leaf(LATE, YEAR)
    assert leaf.shown("hq_opinion") == "期限を決めること。"
    assert leaf.shown("public") == "公表する"
    assert kept(hand).items[0].decision is Decision.AMENDED
    assert room.title.text().startswith("② 行-⑫")
    assert room.item.noted.opinion.text() == ""
    assert "▼ 前年度のAから下がった" in room.item.known.grade.accessibleDescription()
    assert room.saved.text() == "保存済み 09:30"
    QTest.keyClick(room, Qt.Key.Key_PageUp)
    assert room.item.noted.opinion.text() == "期限を決めること。"
    assert room.item.noted.decision.text() == "修正"


def test_what_concerns_all_is_told_in_sentences(room: Room) -> None:
    room.go_to(2)
    assert room.title.text() == "③ 全施策"
    assert "評価の対象は28施策" in room.item.known.progress.text()
    assert not room.item.noted.opinion.isVisible()
    room.item.noted.decision.choose(0)
    room.grab()


def test_in_the_end_the_decisions_are_there_to_copy(room: Room) -> None:
    room.item.noted.decision.choose(0)
    for _ in range(4):
        QTest.keyClick(room, Qt.Key.Key_PageDown)

    assert room.title.text() == "決まったこと"
    assert not room.next_button.isEnabled()
    room.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("推進本部会議\n令和7年度の評価について")
    assert "決定：了承" in copied
    assert "議事録" in room.message.text()


def test_what_is_settled_is_read_and_not_written(room: Room, hand: Hand) -> None:
    meeting = kept(hand)._replace(items=(AgendaItem("", SETTLED),))
    room.start(meeting, {}, whole_screen=False)
    assert room.item.noted.opinion.isReadOnly()
    assert not room.item.noted.public_text.isReadOnly()


def test_escape_leaves_and_the_page_knows(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.ended):
        QTest.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isVisible()


def test_the_page_opens_the_room_over_the_whole_screen(
    page: MeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft(page)
    shown: list[Room] = []
    monkeypatch.setattr(Room, "showFullScreen", lambda room: shown.append(room))
    QTest.keyClick(page, Qt.Key.Key_F11)
    page.open_room()

    assert page.room is not None
    assert shown == [page.room, page.room]
    page.room.deleteLater()
