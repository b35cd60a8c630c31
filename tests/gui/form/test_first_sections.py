"""A start makes what is seen of a page first; what is asked for comes at once, the rest soon."""

from __future__ import annotations

from imari_desk.gui.form.form import Form
from imari_desk.gui.form.sections import SECTIONS
from tests.gui.form.pages import page
from tests.gui.form.test_form import typed

ANSWERS = {"results": "窓口を広げた", "indicator.1.denominator": "412", "author": "佐藤"}


def test_what_is_seen_first_is_made_first(form: Form) -> None:
    form.show_first(page(ANSWERS))
    assert "indicator.1.numerator" in form.fields
    assert "author" not in form.fields


def test_made_by_and_by_the_page_is_the_whole_page(form: Form) -> None:
    leaf = page(ANSWERS)
    form.show_first(leaf)
    pieces = 0
    while form.make_more():
        pieces += 1
    assert pieces > 2
    assert set(form.fields) == {item.key for item in leaf.items}
    assert [f.text for f in form.fields.values()] == [leaf.shown(key) for key in form.fields]
    assert not form.make_more()


def test_a_place_far_down_is_there_at_once(form: Form) -> None:
    form.show_first(page(ANSWERS), "author")
    form.go_to("author")
    field = form.fields["author"]
    assert not field.visibleRegion().isEmpty()
    assert field.has_focus()


def test_an_item_is_made_when_one_goes_there(form: Form) -> None:
    form.show_first(page(ANSWERS))
    form.go_to("results")
    assert form.fields["results"].has_focus()
    assert "author" not in form.fields
    form.go_to("no such item")
    assert form.fields["results"].has_focus()


def test_a_section_is_made_when_one_goes_there(form: Form) -> None:
    form.show_first(page(ANSWERS))
    form.go_to_section(SECTIONS[-1].id)
    assert form.fields["author"].has_focus()


def test_a_page_that_comes_meanwhile_is_shown_and_typing_stays(form: Form) -> None:
    form.show_first(page(ANSWERS))
    typed(form, "indicator.1.numerator", "178")
    form.update_leaf(page({**ANSWERS, "results": "予約を受け付けた", "extension": "12"}))
    form.make_all()
    assert form.fields["indicator.1.numerator"].text == "178"
    assert form.fields["results"].text == "予約を受け付けた"
    assert form.fields["extension"].text == "12"


def test_another_page_is_shown_whole(form: Form) -> None:
    form.show_first(page(ANSWERS))
    leaf = page(code="行-⑭")
    form.show_leaf(leaf)
    assert set(form.fields) == {item.key for item in leaf.items}
