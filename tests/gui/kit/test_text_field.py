"""Paragraphs: plain, led, as high as their text, with a soft limit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.kit import TextField
from tests.gui.kit.inputs import commit, compose

LED = 24


def shown(qtbot: QtBot, field: TextField, width: int = 400) -> TextField:
    qtbot.addWidget(field)
    field.resize(width, field.sizeHint().height())
    with qtbot.waitExposed(field):
        field.show()
    return field


def test_the_counter_says_in_words_how_many_are_left_and_how_many_too_many(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(10))
    assert field.counter.text() == "残り 10 文字"
    QTest.keyClicks(field.page, "12345678")
    assert field.counter.text() == "残り 2 文字"
    assert field.counter.property("tone") == ""
    QTest.keyClicks(field.page, "90123")
    assert field.counter.text() == "3 文字 超えています"
    assert field.counter.property("tone") == "error"
    assert field.text() == "1234567890123"
    assert "3 文字 超えています" in field.page.accessibleDescription()


def test_characters_count_as_the_domain_counts_them(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(10))
    field.show_text("𠮷野\n𠮷野")
    assert field.counter.text() == "残り 6 文字"


def test_without_a_limit_there_is_no_counter(qtbot: QtBot) -> None:
    assert not shown(qtbot, TextField()).counter.isVisible()


def test_the_counter_waits_for_the_commit(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(10))
    compose(field.page, "かんじ")
    assert field.counter.text() == "残り 10 文字"
    commit(field.page, "漢字")
    assert field.counter.text() == "残り 8 文字"


def test_a_paste_loses_its_formatting_and_keeps_the_leading(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField())
    data = QMimeData()
    data.setHtml("<h1>大きい</h1><p><b>太い</b></p>")
    data.setText("大きい\n太い")
    QApplication.clipboard().setMimeData(data)
    field.page.paste()
    assert field.text() == "大きい\n太い"
    assert "font-weight" not in field.page.toHtml().partition("<body")[2].partition("大き")[2]
    heights = {
        field.page.document().findBlockByNumber(n).blockFormat().lineHeight() for n in range(2)
    }
    assert heights == {LED}
    QApplication.clipboard().clear()  # Python's data must not stay there when Python ends


def test_a_dropped_file_is_not_text(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/some/file.xlsx")])
    assert not field.page.canInsertFromMimeData(data)


def test_it_grows_line_by_line_between_its_least_and_its_most(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(min_lines=2, max_lines=4))
    heights = []
    for count in range(1, 7):
        field.show_text("\n".join("文" for _ in range(count)))
        heights.append(field.page.height())
    two, three, four = heights[1:4]
    assert heights == [two, two, three, four, four, four]
    assert (three - two, four - three) == (LED, LED)
    assert field.page.verticalScrollBar().maximum() > 0


def test_it_wraps_anew_when_its_width_changes(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField(), width=600)
    field.show_text("伊万里" * 40)
    before = field.page.height()
    field.resize(300, field.height())
    qtbot.waitUntil(lambda: field.page.height() > before)


def test_the_cursor_stays_when_the_same_page_comes_back(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField())
    field.show_text("伊万里の焼き物")
    field.page.moveCursor(QTextCursor.MoveOperation.End)
    field.show_text("伊万里の焼")
    assert field.page.textCursor().position() == 5
    field.show_text("伊万里の焼き物です")
    assert field.page.textCursor().position() == 5


def test_the_form_scrolls_along_while_the_text_grows_out_of_sight(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(content)
    field = TextField(max_lines=40)
    column.addWidget(field)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(400, 160)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.page.hasFocus)
    for _ in range(12):
        QTest.keyClick(field.page, Qt.Key.Key_Return)

    def cursor_in_sight() -> bool:
        caret = field.page.cursorRect()
        at = field.page.viewport().mapTo(area.viewport(), QPoint(caret.left(), caret.bottom()))
        return bool(area.viewport().rect().contains(at))

    qtbot.waitUntil(cursor_in_sight)


def test_lines_keep_their_distance_at_any_zoom(qtbot: QtBot, qapp: QApplication) -> None:
    field = shown(qtbot, TextField(min_lines=1, max_lines=9))
    field.show_text("一\n二\n三")
    look.apply(qapp, dark=False, zoom=2.0)
    block = field.page.document().findBlockByNumber(2)
    assert block.blockFormat().lineHeight() == 2 * LED
    assert field.page.height() >= 3 * 2 * LED
    assert field.text() == "一\n二\n三"
