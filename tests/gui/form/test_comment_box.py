"""Comments of the office at a field: read, replied to, dealt with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from imari_desk.desk.leaf import Comment
from imari_desk.domain import items
from imari_desk.domain.states import DepartmentState
from imari_desk.gui.form.comment_box import CommentBox, Reply
from imari_desk.gui.form.form import Form
from imari_desk.gui.kit import Chip, TextField
from tests.gui.form.pages import page, remark

RETURNED = DepartmentState.RETURNED
TEXT = "件数の出どころを書き添えてください。"


def box(form: Form) -> CommentBox:
    return next(b for b in form.findChildren(CommentBox) if b.isVisible())


def buttons(form: Form) -> list[str]:
    shown = box(form).findChildren(QPushButton)
    return [b.text() for b in shown if b.isVisible()]


def press(form: Form, words: str) -> None:
    button = next(b for b in box(form).findChildren(QPushButton) if b.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def heard(form: Form) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    form.typed.connect(lambda key, text: said.append((key, text)))
    return said


def show(form: Form, comment: Comment, *, again: bool = False) -> None:
    leaf = page({"results": "26手続"}, state=RETURNED, comments=(comment,))
    if again:
        form.update_leaf(leaf)
    else:
        form.show_leaf(leaf)
    QApplication.processEvents()


def test_a_reply_is_typed_like_any_answer(form: Form) -> None:
    comment = remark("results", TEXT)
    show(form, comment)
    said = heard(form)
    assert buttons(form) == ["返信する", "対応済みにする"]
    press(form, "返信する")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "ok")
    key = items.reply_key(comment.key)
    assert said == [(key, "o"), (key, "ok")]
    assert buttons(form) == ["対応済みにする"]
    assert focus.accessibleName() == "返信"
    assert TEXT in focus.accessibleDescription()


def test_a_save_that_comes_back_late_leaves_the_reply_alone(form: Form) -> None:
    show(form, remark("results", TEXT))
    press(form, "返信する")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "abc")
    show(form, remark("results", TEXT, reply="a"), again=True)
    assert box(form).findChildren(Reply)[0].text == "abc"
    show(form, remark("results", TEXT, reply="abc"), again=True)
    show(form, remark("results", TEXT, reply="取り込まれた返信"), again=True)
    assert box(form).findChildren(Reply)[0].text == "取り込まれた返信"


def test_dealt_with_is_said_and_can_be_taken_back(form: Form) -> None:
    comment = remark("results", TEXT)
    show(form, comment)
    said = heard(form)
    press(form, "対応済みにする")
    key = items.settled_key(comment.key)
    assert said == [(key, "対応済み")]
    show(form, remark("results", TEXT, settled=True), again=True)
    assert "対応済み" in [chip.text() for chip in box(form).findChildren(Chip)]
    press(form, "未対応に戻す")
    assert said[1:] == [(key, "")]


def test_after_the_submission_what_was_said_can_only_be_read(form: Form) -> None:
    show(form, remark("results", TEXT, waiting=False, reply="4回です。"))
    assert buttons(form) == []
    reply = box(form).findChildren(TextField)[0]
    assert (reply.text(), reply.page.isReadOnly()) == ("4回です。", True)


def test_the_next_page_does_not_show_the_reply_to_another_comment(form: Form) -> None:
    show(form, remark("results", TEXT, reply="4回です。"))
    show(form, remark("results", "別のコメント"))
    assert not box(form).findChildren(Reply)[0].isVisible()
    press(form, "返信する")
    assert box(form).findChildren(Reply)[0].text == ""


def test_in_little_room_the_buttons_stand_below_the_text(form: Form) -> None:
    show(form, remark("results", TEXT))
    shown = box(form)
    form.resize(900, 600)
    QApplication.processEvents()
    button = shown.findChildren(QPushButton)[0]
    beside = button.mapTo(shown, button.rect().topLeft()).y()
    form.resize(480, 600)
    QApplication.processEvents()
    QApplication.processEvents()
    assert button.mapTo(shown, button.rect().topLeft()).y() > beside
    assert shown.geometry().right() <= form.width()
