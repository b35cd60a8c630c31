"""What is read rather than written, and what is pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui import look
from imari_desk.gui.kit import Button, Chip, LineMessage, Progress, Rule, Text
from tests.gui.gallery import Gallery
from tests.gui.kit.inputs import INPUTS


def test_text_is_never_taken_for_markup(qtbot: QtBot) -> None:
    for wrap in (False, True):
        text = Text("<b>太字</b> & 計画", wrap=wrap)
        qtbot.addWidget(text)
        assert text.text() == "<b>太字</b> & 計画"
        assert text.accessibleName() == text.text()
        marked, bare = Text("<b>太字</b>" * 9, wrap=wrap), Text("太字" * 9, wrap=wrap)
        wide = [text.sizeHint().width() * text.sizeHint().height() for text in (marked, bare)]
        assert wide[0] > 1.5 * wide[1]


def test_wrapped_text_is_led(qtbot: QtBot) -> None:
    text = Text("伊万里" * 60, wrap=True)
    qtbot.addWidget(text)
    lines = text.heightForWidth(300) / 24
    assert 9 <= lines <= 13


def test_a_chip_is_a_word_on_a_tint_as_wide_as_it_must(qtbot: QtBot) -> None:
    plain, signed = Chip("入力中"), Chip("入力中", "info", "pencil")
    for chip in (plain, signed):
        qtbot.addWidget(chip)
    assert signed.sizeHint().width() - plain.sizeHint().width() == 18
    signed.show_word("提出済", "ok", "check")
    assert (signed.text(), signed.accessibleName()) == ("提出済", "提出済")
    assert signed.grab().toImage() != Chip("提出済", "ok").grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_space_and_by_enter(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("提出する(&S)…", "primary")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_a_buttons_mnemonic_is_not_read_out(qtbot: QtBot) -> None:
    button = Button("提出する(&S)…")
    qtbot.addWidget(button)
    assert button.accessibleName() == "提出する…"
    assert button.shortcut().toString() == "Alt+S"


def test_heights_are_those_of_the_house(qtbot: QtBot, qapp: QApplication) -> None:
    heights = {}
    for zoom in (1.0, 1.25, 1.5, 2.0):
        look.apply(qapp, dark=False, zoom=zoom)
        for kind in ("line", "number", "date", "choice", "segments", "flag"):
            widget = INPUTS[kind][0]().widget()
            qtbot.addWidget(widget)
            heights[kind, zoom] = widget.sizeHint().height()
        button = Button("押す")
        qtbot.addWidget(button)
        heights["button", zoom] = button.sizeHint().height()
    wrong = {(k, z): h for (k, z), h in heights.items() if h != round(40 * z)}
    assert wrong == {}


def test_a_fault_is_drawn_without_moving_anything(qtbot: QtBot) -> None:
    for kind in ("line", "number", "date", "choice", "text"):
        editor = INPUTS[kind][0]()
        widget = editor.widget()
        qtbot.addWidget(widget)
        widget.resize(300, widget.sizeHint().height())
        size, calm = widget.sizeHint(), widget.grab().toImage()
        editor.set_fault(True)
        assert widget.sizeHint() == size, kind
        assert widget.grab().toImage() != calm, kind
        editor.set_fault(False)
        assert widget.grab().toImage() == calm, kind


def test_a_message_is_there_only_while_it_says_something(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    message = LineMessage()
    message.say("保存できませんでした", "error")
    assert QApplication.topLevelWidgets().count(message) == 1  # laid out nowhere yet ...
    assert not message.isVisible()  # ... and so not a window of its own
    column.addWidget(message)
    with qtbot.waitExposed(window):
        window.show()
    assert message.isVisible()
    assert message.accessibleName() == "保存できませんでした"
    message.say("")
    assert not message.isVisible()


def test_long_work_can_be_stopped_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    progress = Progress(window)
    window.show()
    stopped: list[bool] = []
    progress.cancelled.connect(lambda: stopped.append(True))
    progress.start("読み込んでいます", 28)
    progress.step(11, 28)
    assert progress.isVisible()
    button = progress.findChildren(Button)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stopped == [True]
    progress.finish()
    assert not progress.isVisible()
    progress.start("書いています", can_cancel=False)
    assert not button.isVisible()


def test_a_rule_is_one_line_at_any_zoom(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, dark=False, zoom=2.0)
    rule = Rule()
    qtbot.addWidget(rule)
    assert rule.height() == 1


def test_a_new_look_reaches_every_widget(qtbot: QtBot, qapp: QApplication) -> None:
    dressed = {}
    for kind, (make, answer, _) in INPUTS.items():
        editor = make()
        qtbot.addWidget(editor.widget())
        editor.show_text(answer)
        editor.widget().grab()
        dressed[kind] = editor
    look.apply(qapp, dark=True, zoom=1.5)
    for kind, (make, answer, _) in INPUTS.items():
        fresh = make()
        qtbot.addWidget(fresh.widget())
        fresh.show_text(answer)
        for widget in (fresh.widget(), dressed[kind].widget()):
            widget.resize(400, 200)
        there, here = (w.widget().grab().toImage() for w in (fresh, dressed[kind]))
        assert dressed[kind].widget().sizeHint() == fresh.widget().sizeHint(), kind
        assert there == here, kind


def test_the_gallery_can_be_drawn(qtbot: QtBot) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    assert not gallery.grab().isNull()
