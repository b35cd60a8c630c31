"""A page that was sent back: what is remarked on is open, the rest opens with one press."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from imari_desk.domain.states import DepartmentState
from imari_desk.gui import look
from imari_desk.gui.form.form import Form
from imari_desk.gui.kit import LineField, TextField
from imari_desk.gui.kit.focus_ring import OUT
from tests.gui.form.pages import page, remark

RETURNED = {
    "submission": "1",
    "office_stage": "差戻し（提出1）",
    "comment.results~1xab": "件数をお書きください。",
    "activities": "対象を広げた。",
    "results": "来庁が減った。",
}


def returned(form: Form, **more: str) -> None:
    comments = (remark("results", "件数をお書きください。"),)
    state = DepartmentState.RETURNED
    form.show_leaf(page({**RETURNED, **more}, state=state, comments=comments))


def locked(form: Form, key: str) -> bool:
    editor = form.fields[key].editor
    assert isinstance(editor, TextField)
    return editor.page.isReadOnly()


def test_only_what_is_remarked_on_is_open_and_the_rest_says_why(form: Form) -> None:
    returned(form)
    assert not locked(form, "results")
    assert locked(form, "activities")
    closed = form.fields["activities"].editor
    assert isinstance(closed, TextField)
    assert "その他の項目も直す" in closed.page.accessibleDescription()
    author = form.fields["author"].editor.widget()
    assert isinstance(author, LineField)
    assert not author.isReadOnly(), "who answers may be another"
    assert not form.reopening.button.isHidden()
    assert "1件のコメント" in form.banner.text()


def test_that_a_field_is_not_asked_for_moves_nothing(form: Form) -> None:
    returned(form)
    QApplication.processEvents()
    head = form.fields["progress"].head
    assert not head._chips["aside"].isHidden()
    assert head._chips["aside"].sizeHint().height() <= head.label.font().pixelSize()


def test_the_focus_ring_stays_clear_of_the_label(form: Form) -> None:
    form.show_leaf(page({}))
    QApplication.processEvents()
    for key in ("progress", "activities", "related", "author"):
        field = form.fields[key]
        foot = field.head.label.mapTo(form, field.head.label.rect().bottomLeft()).y()
        box = field.editor.widget()
        assert box.mapTo(form, box.rect().topLeft()).y() - foot > look.px(OUT), key


def test_one_press_opens_the_rest_and_it_stays_open(form: Form) -> None:
    returned(form)
    form.reopening.button.click()
    assert not locked(form, "activities")
    assert form.reopening.button.isHidden()
    returned(form, results="件数は12件。")
    assert not locked(form, "activities")
    again = {"submission": "2", "office_stage": "差戻し（提出2）"}
    returned(form, **{**again, "comment.results~2xab": "まだです。"})
    assert locked(form, "activities"), "the next return asks anew"


def test_a_return_without_a_remark_opens_everything(form: Form) -> None:
    returned(form, **{"comment.results~1xab": ""})
    assert not locked(form, "activities")
    assert form.reopening.button.isHidden()


def test_what_is_confirmed_is_locked_for_its_own_reason(form: Form) -> None:
    state = DepartmentState.CONFIRMED
    form.show_leaf(page({**RETURNED, "office_stage": "確定（提出1）"}, state=state))
    assert locked(form, "results")
    assert form.reopening.button.isHidden()
