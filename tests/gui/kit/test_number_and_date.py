"""Numbers and days are understood as people type them, and say what they were understood as."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.domain.items import ItemKind
from imari_desk.gui.kit import DateField, LineField, NumberField
from imari_desk.gui.kit.calendar import Calendar
from imari_desk.gui.kit.reading import Reading
from tests.gui.kit.inputs import commit

TODAY = date(2026, 5, 12)


class Page:
    def __init__(self, qtbot: QtBot, field: NumberField | DateField) -> None:
        self.window, self.field, self.next = QWidget(), field, LineField()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(field)
        column.addWidget(self.next)
        self.edited: list[str] = []
        self.left: list[str] = []
        field.edited.connect(self.edited.append)
        field.left.connect(lambda: self.left.append(field.text()))
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.line.hasFocus)

    def reading(self) -> str:
        plates = [p for p in self.window.findChildren(Reading) if p.isVisible()]
        return plates[0].text() if plates else ""

    def calendar(self) -> Calendar:
        return next(c for c in self.field.findChildren(Calendar) if c.isVisible())


def test_full_width_digits_turn_into_digits_as_they_are_committed(qtbot: QtBot) -> None:
    page = Page(qtbot, NumberField("件"))
    commit(page.field.line, "１，２３４")
    assert page.edited == ["1,234"]


def test_the_cursor_stays_in_the_middle_when_a_digit_is_converted(qtbot: QtBot) -> None:
    page = Page(qtbot, NumberField("件"))
    page.field.show_text("1234")
    page.field.line.setCursorPosition(2)
    commit(page.field.line, "９")
    assert (page.field.text(), page.field.line.cursorPosition()) == ("12934", 3)


@pytest.mark.parametrize(
    ("typed", "unit", "reading", "kept"),
    [
        ("1234", "件", "", "1234"),
        ("1,234", "件", "", "1234"),
        ("1万2千", "人", "12000 人 と読みます", "12000"),
        ("412件", "件", "412 件 と読みます", "412"),
        ("約400", "件", "", "約400"),
        ("集計中", "件", "", "集計中"),
        ("0.8%", "%", "", "0.8%"),
        ("", "件", "", ""),
    ],
)
def test_a_number_is_read_or_left_as_it_is(
    qtbot: QtBot, typed: str, unit: str, reading: str, kept: str
) -> None:
    page = Page(qtbot, NumberField(unit))
    page.field.line.setText(typed)
    assert page.reading() == reading
    assert page.field.text() == typed
    if reading:
        assert reading in page.field.line.accessibleDescription()
    QTest.keyClick(page.field.line, Qt.Key.Key_Tab)
    assert page.left == [kept]
    assert page.edited == ([typed] if typed else [])
    assert page.reading() == ""


def test_events_are_several_numbers(qtbot: QtBot) -> None:
    page = Page(qtbot, NumberField("社", kind=ItemKind.EVENTS))
    page.field.line.setText("11、7")
    QTest.keyClick(page.field.line, Qt.Key.Key_Tab)
    assert page.field.text() == "11・7"


def test_the_unit_stands_behind_and_is_read_out(qtbot: QtBot) -> None:
    page = Page(qtbot, NumberField("千円"))
    page.field.set_names("予算額", "")
    assert "千円" in [label.text() for label in page.field.findChildren(QLabel)]
    assert page.field.line.accessibleDescription() == "千円"


@pytest.mark.parametrize("typed", ["R8.5.20", "2026/5/20", "令和８年５月２０日", "20260520"])
def test_a_day_is_read_in_any_of_the_usual_ways(qtbot: QtBot, typed: str) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    commit(page.field.line, typed)
    assert page.reading() == "令和8年5月20日 と読みます"
    QTest.keyClick(page.field.line, Qt.Key.Key_Tab)
    assert page.left == ["令和8年5月20日"]


def test_a_day_nobody_can_be_sure_of_stays_as_typed(qtbot: QtBot) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    commit(page.field.line, "5月20日")
    QTest.keyClick(page.field.line, Qt.Key.Key_Tab)
    assert page.left == ["5月20日"]


def test_the_calendar_opens_by_key_without_leaving_the_field(qtbot: QtBot) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    QTest.keyClick(page.field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = page.calendar()
    assert calendar.day == TODAY
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        QTest.keyClick(calendar, key)
    assert calendar.accessibleName() == "令和8年6月13日 土曜日"
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert page.edited == ["令和8年6月13日"]
    assert page.left == []


def test_escape_closes_the_calendar_and_changes_nothing(qtbot: QtBot) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    page.field.show_text("令和8年5月20日")
    QTest.keyClick(page.field.line, Qt.Key.Key_F4)
    calendar = page.calendar()
    assert calendar.day == date(2026, 5, 20)
    QTest.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert page.edited == []


def test_a_day_is_picked_with_the_mouse(qtbot: QtBot) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    QTest.keyClick(page.field.line, Qt.Key.Key_F4)
    calendar = page.calendar()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(calendar.width() - 20, 20))
    assert calendar.day == date(2026, 6, 12)
    places = dict(calendar.days())
    spot = places[date(2026, 6, 30)].center().toPoint()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=spot)
    assert page.edited == ["令和8年6月30日"]


def test_a_locked_day_opens_no_calendar(qtbot: QtBot) -> None:
    page = Page(qtbot, DateField(lambda: TODAY))
    page.field.set_locked(True, "確定しています")
    QTest.keyClick(page.field.line, Qt.Key.Key_F4)
    assert page.field.findChildren(Calendar) == []


@pytest.mark.parametrize(
    ("day", "key", "there"),
    [
        (date(2026, 1, 31), Qt.Key.Key_PageDown, date(2026, 2, 28)),
        (date(2026, 1, 31), Qt.Key.Key_PageUp, date(2025, 12, 31)),
        (date(2026, 11, 30), Qt.Key.Key_PageDown, date(2026, 12, 30)),
        (date(1, 1, 1), Qt.Key.Key_PageUp, date(1, 1, 1)),
        (date(1, 1, 1), Qt.Key.Key_Left, date(1, 1, 1)),
    ],
)
def test_months_end_where_they_end(qtbot: QtBot, day: date, key: Qt.Key, there: date) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    calendar = Calendar(day, TODAY, window)
    QTest.keyClick(calendar, key)
    assert calendar.day == there
    calendar.close()
