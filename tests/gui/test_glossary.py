from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.domain.plan import Term
from imari_desk.gui.glossary import Glossary, GlossaryWindow, WordCard

TERMS = (
    Term("AI", "Artificial Intelligence", "知的な働きを機械で実現する技術。"),
    Term("BPR", "Business Process Re-engineering", "仕事の流れ全体を作り直すこと。"),
    Term("RPA", "", "決まった作業をソフトウェアに代わりにさせること。"),
)


@pytest.fixture
def window(qtbot: QtBot) -> GlossaryWindow:
    made = GlossaryWindow(TERMS)
    qtbot.addWidget(made)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made.lines, fatal, made)
    made.show_word()
    return made


def words(window: GlossaryWindow) -> list[str]:
    return [term.word for term in window.found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ａｉ", ["AI"]),
        ("process", ["BPR"]),
        ("作", ["BPR", "RPA"]),
        ("作 ソフト", ["RPA"]),
        ("", ["AI", "BPR", "RPA"]),
    ],
)
def test_words_and_explanations_are_searched(
    window: GlossaryWindow, typed: str, found: list[str]
) -> None:
    window.search.setText(typed)

    assert words(window) == found


def test_where_nothing_is_found_it_says_so(window: GlossaryWindow) -> None:
    window.search.setText("ない言葉")

    assert "「ない言葉」に当てはまる用語はありません" in window.message.text()
    window.search.setText("")
    assert window.message.text() == ""


def test_the_down_key_leads_into_the_list(window: GlossaryWindow) -> None:
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.rows, Qt.Key.Key_Down)

    assert window.rows.currentIndex().row() == 1
    role = Qt.ItemDataRole.AccessibleTextRole
    assert window.rows.currentIndex().data(role).startswith("BPR　仕事の流れ")


def test_it_opens_at_a_word(window: GlossaryWindow) -> None:
    window.search.setText("AI")
    window.show_word("RPA")

    assert window.rows.currentIndex().row() == 2
    assert window.search.text() == ""


def test_the_card_explains_one_word_and_leads_to_the_others(qtbot: QtBot) -> None:
    card = WordCard(TERMS[1])
    qtbot.addWidget(card)
    corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
    card.show_at(corner)

    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(card.geometry())
    assert "仕事の流れ" in card.accessibleDescription()
    with qtbot.waitSignal(card.all_wanted) as wanted:
        card.more.click()
    assert wanted.args == ["BPR"]


def test_escape_takes_the_card_away(qtbot: QtBot) -> None:
    card = WordCard(TERMS[0])
    card.show_at(QPoint(10, 10))
    with qtbot.waitSignal(card.destroyed):
        QTest.keyClick(card, Qt.Key.Key_Escape)


def test_a_word_is_explained_beside_the_field_and_all_in_one_window(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit()
    QVBoxLayout(page).addWidget(field)
    page.show()
    field.setFocus()
    glossary = Glossary(page)

    glossary.explain("RPA", TERMS)
    (card,) = page.findChildren(WordCard)
    assert card.isVisible()
    card.more.click()
    (window,) = page.findChildren(GlossaryWindow)
    assert window.rows.currentIndex().row() == 2

    glossary.explain("", TERMS)
    assert page.findChildren(GlossaryWindow) == [window]
    glossary.explain("", TERMS[:1])
    assert words(page.findChildren(GlossaryWindow)[-1]) == ["AI"]
