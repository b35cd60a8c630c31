"""The ring stands around what has the keyboard, wherever that goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.kit import Button, FocusRing, LineField
from imari_desk.gui.kit.focus_ring import OUT


class Page:
    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.area, self.content = QWidget(), QScrollArea(), QWidget()
        qtbot.addWidget(self.window)
        outer, inner = QVBoxLayout(self.window), QVBoxLayout(self.content)
        self.lines = [LineField() for _ in range(12)]
        self.button = Button("押す")
        inner.addWidget(self.button)
        for line in self.lines:
            inner.addWidget(line)
        self.area.setWidget(self.content)
        self.area.setWidgetResizable(True)
        outer.addWidget(self.area)
        self.ring = FocusRing(self.window)
        self.window.resize(400, 300)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.lines[0].setFocus()
        qtbot.waitUntil(self.lines[0].hasFocus)

    def around(self, widget: QWidget) -> QRect:
        box = QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())
        return box.adjusted(-6, -6, 6, 6)


def test_it_goes_with_the_focus(qtbot: QtBot) -> None:
    page = Page(qtbot)
    assert page.ring.geometry() == page.around(page.lines[0])
    QTest.keyClick(page.lines[0], Qt.Key.Key_Tab)
    assert page.ring.target() is page.lines[1]
    assert page.ring.geometry() == page.around(page.lines[1])


def test_it_follows_scrolling_and_is_cut_off_where_the_field_is(qtbot: QtBot) -> None:
    page = Page(qtbot)
    page.area.verticalScrollBar().setValue(20)
    assert page.ring.geometry() == page.around(page.lines[0])
    page.area.verticalScrollBar().setValue(70)
    view = page.area.viewport()
    seen = QRect(view.mapTo(page.window, QPoint(0, 0)), view.size())
    assert page.ring.geometry() == page.around(page.lines[0]) & seen
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    assert not page.ring.isVisible()


def test_it_follows_a_new_size_and_a_new_zoom(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page(qtbot)
    page.window.resize(500, 320)
    qtbot.waitUntil(lambda: page.ring.geometry() == page.around(page.lines[0]))
    look.apply(qapp, dark=True, zoom=1.0)
    qtbot.waitUntil(lambda: page.ring.geometry() == page.around(page.lines[0]))


def test_it_goes_when_its_field_goes(qtbot: QtBot) -> None:
    page = Page(qtbot)
    page.lines[0].setEnabled(False)
    page.lines[0].hide()
    assert page.ring.target() is not page.lines[0] or not page.ring.isVisible()


def test_a_field_that_is_deleted_leaves_no_ring(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page(qtbot)
    gone = page.lines.pop(0)
    gone.setParent(None)
    gone.deleteLater()
    del gone
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.window.resize(420, 310)
    assert page.ring.target() is None or page.ring.target() in [*page.lines, page.button]


def test_it_is_whole_again_when_the_window_has_grown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    field, ring = QLineEdit(window), FocusRing(window)
    field.setGeometry(10, 10, 300, 40)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    assert ring.width() == 200 - 10 + OUT
    window.resize(400, 100)
    assert ring.width() == 300 + 2 * OUT


def test_a_button_has_it_by_key_and_not_by_mouse(qtbot: QtBot) -> None:
    page = Page(qtbot)
    QTest.keyClick(page.lines[0], Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.ring.target() is page.button
    assert page.ring.isVisible()
    page.lines[0].setFocus()
    QTest.mousePress(page.button, Qt.MouseButton.LeftButton)
    assert page.button.hasFocus()
    assert not page.ring.isVisible()
    QTest.mouseRelease(page.button, Qt.MouseButton.LeftButton)


def test_clicks_go_through_it(qtbot: QtBot) -> None:
    page = Page(qtbot)
    assert page.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    spot = page.lines[0].mapTo(page.window, QPoint(2, 2))
    assert page.window.childAt(spot) is page.lines[0]


def test_it_is_drawn_in_both_colours(qtbot: QtBot) -> None:
    page = Page(qtbot)
    image = page.window.grab().toImage()
    box = page.around(page.lines[0])
    column = [image.pixelColor(box.center().x(), box.top() + n).name() for n in range(6)]
    assert column == ["#000000"] * 4 + ["#ffd43d"] * 2
