"""Every item of every page has exactly one field on the form, and stands where it belongs."""

from __future__ import annotations

import pytest

from imari_desk.desk.packaged import packaged_plan
from imari_desk.domain.items import Section
from imari_desk.domain.plan import Plan
from imari_desk.gui.form.form import Form
from imari_desk.gui.form.sections import SECTIONS, remaining, section_of, sections_of
from tests.gui.form.pages import ONLINE, Answers, next_plan, page, remark

PACKAGED = packaged_plan()
NEXT = next_plan()


@pytest.mark.parametrize(
    "plan",
    [pytest.param(PACKAGED, id="packaged", marks=pytest.mark.slow), pytest.param(NEXT, id="next")],
)
def test_every_item_of_every_page_has_exactly_one_field(form: Form, plan: Plan) -> None:
    for measure in plan.measures:
        for year in plan.years:
            leaf = page(code=measure.code, year=year, plan=plan)
            form.show_leaf(leaf)
            fields = form.fields
            assert list(fields)
            assert set(fields) == {item.key for item in leaf.items}
            assert len(set(fields.values())) == len(fields)
            assert [key for key, field in fields.items() if field.key != key] == []
            assert [key for key, field in fields.items() if not form.isAncestorOf(field)] == []


def test_fields_stand_in_reading_order(form: Form) -> None:
    form.resize(780, 5000)
    leaf = page({"milestone.1.state": "一部"})
    form.show_leaf(leaf)
    form.grab()
    tops = {
        section.id: min(
            form.fields[item.key].mapTo(form, form.fields[item.key].rect().topLeft()).y()
            for item in leaf.items
            if section_of(item) == section
        )
        for section in sections_of(leaf)
    }
    assert list(tops) == [section.id for section in SECTIONS]
    assert sorted(tops.values()) == list(tops.values())


def test_the_form_knows_every_section_a_department_fills_in() -> None:
    known = {part for section in SECTIONS for part in section.parts}
    assert set(Section) - known == {Section.OFFICE, Section.PASSAGE}


def test_wrap_up_is_asked_in_the_last_year_alone(form: Form) -> None:
    form.show_leaf(page(year=2025))
    assert form.fields["wrap_up"].isVisibleTo(form)
    form.show_leaf(page(year=2024))
    assert "wrap_up" not in form.fields


def test_what_is_left_is_counted_by_section() -> None:
    answers: Answers = {
        "milestone.1.state": "済",
        "indicator.1.numerator": "約10",
        "results": ("一", "二"),
    }
    left = remaining(page(answers, comments=(remark("issues", "お願いします。"),)))
    assert left["milestones"].missing == 2  # 進捗区分 and the phases
    assert (left["indicators"].missing, left["indicators"].odd) == (1, 1)
    assert (left["texts"].conflicts, left["texts"].comments) == (1, 1)
    assert left["means"].done
    assert not left["means"].answered


def test_a_shape_shown_before_is_filled_again_not_built_again(form: Form) -> None:
    form.show_leaf(page(code=ONLINE))
    before = form.fields["indicator.1.numerator"]
    form.show_leaf(page(code="産-①", year=2024))
    form.show_leaf(page(code="行-③"))
    assert form.fields["indicator.1.numerator"] is before
