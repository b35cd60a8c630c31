"""検索: found while one types, the newest question answered, Enter opens the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.finding import Found, Question
from imari_desk.domain.items import Owner
from imari_desk.domain.searching import Span, Word, spans
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.search.delegate import marked
from imari_desk.gui.office.search.page import SearchPage
from imari_desk.gui.office.search.rows import FoundModel, Heading, Passage, Role, excerpt, rows_of
from imari_desk.gui.settings import Place, Settings
from tests import ready
from tests.domain.plans import measure, small_plan
from tests.gui.office.held import Held

LIST = "施策番号,担当課\n産-①,観光課\n行-①,市民課\n"
LONG = f"はじめの文。{'あいだの文。' * 40}予約を始めた。{'おわりの文。' * 40}"


def _office(folder: Path) -> None:
    (folder / "担当.csv").write_text(LIST, "utf-8")
    with Desk.create(folder / "office", Owner.OFFICE, plan=small_plan()) as office:
        office.assign(folder / "担当.csv")
        office.enter("行-①", 2025, {"office_view": LONG, "hq_opinion": "窓口を増やす"})
        office.enter("行-①", 2024, {"office_view": "窓口が混んだ"})
        office.enter("産-①", 2024, {"office_view": "<b>窓口</b>"})


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(_office, tmp_path)
    with Desk.open(tmp_path / "office") as desk:
        yield Hand(desk, Background(inline=True), Settings(tmp_path), 2025)


@pytest.fixture
def page(qtbot: QtBot, hand: Hand) -> SearchPage:
    made = SearchPage(hand)
    qtbot.addWidget(made)
    made.resize(1182, 700)
    made.show()
    made.refresh()
    return made


def shown(page: SearchPage) -> list[str]:
    """A line a row: the heading's measure and year, or the item's label."""
    model = page.rows.model()
    rows = [model.index(n, 0).data(Role.ROW) for n in range(model.rowCount(QModelIndex()))]
    return [r.hit.label if isinstance(r, Passage) else f"{r.year} {r.measure[:3]}" for r in rows]


def test_what_is_typed_is_found_a_moment_later(page: SearchPage, qtbot: QtBot) -> None:
    page.field.insert("窓口")
    qtbot.waitUntil(lambda: bool(shown(page)))
    assert shown(page) == [
        "令和7年度 行-①",
        "本部意見",
        "令和6年度 産-①",
        "推進室所見",
        "令和6年度 行-①",
        "推進室所見",
    ]
    assert page._said.text() == "3件"


def test_enter_goes_into_the_rows_and_opens_the_item(
    page: SearchPage, hand: Hand, qtbot: QtBot
) -> None:
    page.field.setText("混んだ")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.rows.hasFocus()
    with qtbot.waitSignal(hand.wanted) as wanted:
        QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert wanted.args == [Place("行-①", 2024, "office_view")]
    QTest.keyClick(page.rows, Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    assert page.field.selectedText() == "混んだ"
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.rows.hasFocus()


def test_before_one_types_words_that_led_somewhere_are_offered(
    page: SearchPage, hand: Hand
) -> None:
    assert page.before.isVisible()
    assert page.before.buttons == []
    hand.settings.remember_words("どこか 遠くの窓口の予約のこと")
    page.field.setText("窓口")
    page.ask_now()
    page.rows.entered_row.emit(page.rows.model().index(1, 0))
    page.field.clear()
    page.ask_now()
    assert page.before.isVisible()
    assert [one.text() for one in page.before.buttons] == ["窓口", "どこか 遠くの窓口の予約…"]
    page.before.buttons[0].click()
    assert page.rows.isVisible()
    assert page.field.hasFocus()
    assert page.field.text() == "窓口"


def test_a_text_of_the_plan_opens_the_year_looked_at(
    page: SearchPage, hand: Hand, qtbot: QtBot
) -> None:
    page.field.setText("通信環境の改善により")
    page.ask_now()
    assert shown(page) == ["計画 行-②", "効果"]
    page._into_rows()
    with qtbot.waitSignal(hand.wanted) as wanted:
        QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert wanted.args == [Place("行-②", 2025, "")]


def test_one_can_look_in_a_year_a_department_and_an_item(page: SearchPage) -> None:
    page.field.setText("窓口")
    page.ask_now()
    page.year.setCurrentIndex(page.year.findData("令和6年度"))
    assert len(shown(page)) == 4
    page.department.setCurrentIndex(page.department.findData("観光課"))
    assert shown(page) == ["令和6年度 産-①", "推進室所見"]
    page.part.setCurrentIndex(page.part.findData("取組実績"))
    assert shown(page) == []
    assert page._said.text().startswith("見つかりませんでした。")
    page.field.setText("")
    page.ask_now()
    assert page._said.text().startswith("言葉を空白で区切る")


def test_what_was_written_since_is_found_when_the_page_is_shown(
    page: SearchPage, hand: Hand
) -> None:
    page.field.setText("あたらしい言葉")
    page.ask_now()
    assert shown(page) == []
    hand.desk.enter("行-②", 2025, {"office_view": "あたらしい言葉"})
    page.refresh()
    assert shown(page) == ["令和7年度 行-②", "推進室所見"]


def test_the_newest_question_alone_is_answered(
    qtbot: QtBot, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one answer is on its way, what is typed waits, and only the last of it is asked."""
    hand.background = held = Held()
    made = SearchPage(hand)
    qtbot.addWidget(made)
    asked: list[str] = []
    real = SearchPage._ask

    def noting(page: SearchPage, question: Question) -> None:
        asked.append(question.words)
        real(page, question)

    monkeypatch.setattr(SearchPage, "_ask", noting)
    for words in ("窓", "窓口", "窓口が", "窓口が混"):
        made.field.setText(words)
        made.ask_now()
    held.release()
    assert shown(made) == ["令和6年度 行-①", "推進室所見"]
    assert asked == ["窓", "窓口が混"]


def test_what_another_plan_says_opens_in_one_of_its_years(
    page: SearchPage, hand: Hand, qtbot: QtBot
) -> None:
    years = range(2026, 2031)
    after = replace(
        small_plan(),
        id="next",
        short_title="次期計画",
        first_year=years[0],
        last_year=years[-1],
        measures=(measure("行-⑨", "通信の見直し", years=years),),
    )
    hand.desk._session.store.add_plan(after, now="2026-03-01")
    page.field.setText("通信の見直し")
    page.ask_now()
    assert shown(page)[-4:] == ["次期計画 行-⑨", "施策名", "施策の要約", "効果"]
    with qtbot.waitSignal(hand.wanted) as asked:
        page._open(page.rows.model().index(len(shown(page)) - 1, 0))
    assert asked.args == [Place("行-⑨", 2030, "")]


def test_a_long_text_is_cut_around_the_first_word() -> None:
    text, found = excerpt(LONG, spans(LONG, [Word("予約")]))
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) < 160
    assert [text[s.start : s.end] for s in found] == ["予約"]
    assert excerpt("短い文\n窓口", spans("短い文\n窓口", [Word("窓口")])) == (
        "短い文 窓口",
        (Span(4, 6),),
    )
    assert excerpt("題名", ()) == ("題名", ())


def test_words_are_marked_and_nothing_is_taken_for_markup() -> None:
    html = marked("<b>窓口</b>", (Span(3, 5),))
    assert html.startswith("&lt;b&gt;<span")
    assert "underline" in html
    assert html.endswith("窓口</span>&lt;/b&gt;")


def test_the_model_is_one_qt_can_work_with(hand: Hand) -> None:
    found: Found = hand.desk.office.whole.search(Question("窓口"))
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows_of(found))
    first = model.index(0)
    assert isinstance(first.data(Role.ROW), Heading)
    assert not model.flags(first) & Qt.ItemFlag.ItemIsSelectable
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "令和7年度　行-① 手続きのオンライン化　本部意見　窓口を増やす"
    assert tester.model() is model


@pytest.mark.parametrize(("width", "zoom"), [(1182, 1.0), (1182, 2.0), (500, 1.0)])
def test_texts_have_room_at_every_width(
    page: SearchPage, qapp: QApplication, width: int, zoom: float
) -> None:
    look.apply(qapp, dark=zoom > 1, zoom=zoom)
    page.resize(width, 700)
    page.field.setText("予約 文")
    page.ask_now()
    qapp.processEvents()
    index = page.rows.model().index(1, 0)
    place = page.rows.visualRect(index)
    assert place.height() >= look.px(16 + 24)
    assert place.width() <= page.rows.viewport().width()
    assert not page.rows.grab().isNull()
