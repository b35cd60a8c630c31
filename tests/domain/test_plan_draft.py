"""Editing a plan: every edit is a new value, and draft → plan → draft gives the same again."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.plan_bars import Spans, drawn, spans_of, texts_of
from imari_desk.domain.plan_draft import (
    Draft,
    add_named,
    at,
    copy_measure,
    insert,
    move,
    next_plan,
    path_of,
    place_of,
    put,
    remove,
    unchecked,
)
from imari_desk.domain.plan_places import Place, fault_of, label, place
from imari_desk.domain.plan_text import parse_plan, plan_from_dict, plan_to_dict, read_draft
from imari_desk.domain.plan_typed import Typing, text_of, value_of
from tests.domain.plans import small_plan

ROOT = Path(__file__).parents[2]
DRAFT: Draft = plan_to_dict(small_plan())
PACKAGED: Draft = plan_to_dict(
    parse_plan((ROOT / "resources" / "plan" / "imari-dx-2021.toml").read_text("utf-8"))
)


def test_an_edit_leaves_the_draft_before_as_it_was() -> None:
    before = deepcopy(DRAFT)
    after = put(DRAFT, ("measures", 1, "indicators", 0, "target"), "60")

    assert before == DRAFT
    assert at(after, ("measures", 1, "indicators", 0, "target")) == "60"
    assert at(after, ("measures", 0)) is at(DRAFT, ("measures", 0))


def test_what_is_empty_is_left_out_with_what_it_leaves_empty() -> None:
    one_year = put(DRAFT, ("measures", 0, "schedule"), {"2022": "視察"})
    assert "schedule" not in at(
        put(one_year, ("measures", 0, "schedule", "2022"), ""), ("measures", 0)
    )
    emptied = put(DRAFT, ("measures", 0, "indicators", 0), {})
    assert at(emptied, ("measures", 0, "indicators", 0)) == {}
    assert put({}, ("scale", "grades"), []) == {}


def test_nothing_stands_where_there_is_nothing() -> None:
    for path in (("nowhere",), ("measures", 9), ("title", "x"), ("title", 0), ("measures", "x")):
        assert at(DRAFT, path) is None


def test_entries_are_put_in_moved_and_taken_out() -> None:
    more = insert(DRAFT, ("measures",), 1, {"code": "行-⑨"})
    assert [m["code"] for m in more["measures"]][:3] == ["産-①", "行-⑨", "行-①"]
    up = move(more, ("measures",), 1, -1)
    assert [m["code"] for m in up["measures"]][:2] == ["行-⑨", "産-①"]
    assert move(up, ("measures",), 0, -1) == up
    assert remove(up, ("measures",), 0) == DRAFT
    assert insert({}, ("fields",), 0, {"id": "f1"}) == {"fields": [{"id": "f1"}]}


def test_a_copy_has_no_code_and_unchecked_bars() -> None:
    draft = put(DRAFT, ("measures", 0, "phases", "checked"), True)
    draft = put(draft, ("measures", 0, "phases", "checked_by"), "高木")
    copied = copy_measure(draft, 0)["measures"][1]

    assert "code" not in copied
    assert copied["name"] == "県内企業の視察（写し）"
    assert copied["phases"] == {"plan": ["2022-04/2022-09"]}
    assert unchecked({"checked": True}) == {}


def test_a_field_gets_an_id_of_its_own() -> None:
    draft = remove(DRAFT, ("fields",), 1)
    assert add_named(draft, "fields", {"name": "共通"})["fields"][-1] == {
        "id": "f2",
        "name": "共通",
    }
    assert add_named(DRAFT, "groups", {"field": "f1"})["groups"][-1]["id"] == "g4"


def test_the_next_plan_has_the_measures_and_none_of_the_promises() -> None:
    following = next_plan(PACKAGED, ())
    assert following["id"] == "imari-dx-2026"
    assert (following["first_year"], following["last_year"]) == (2026, 2030)
    assert following["title"].startswith("次期")
    assert following["scale"] == PACKAGED["scale"]
    first = following["measures"][0]
    assert first["predecessors"] == [PACKAGED["measures"][0]["code"]]
    assert not {"schedule", "milestones", "phases"} & first.keys()
    assert "target" not in first["indicators"][0]
    assert next_plan(PACKAGED, {"imari-dx-2026", "imari-dx-2026-2"})["id"] == "imari-dx-2026-3"

    faults = read_draft(following).faults
    assert {fault.code for fault in faults} == {"plan.missing", "plan.target_missing"}
    nameless = {**DRAFT, "measures": [{"name": "番号なし"}]}
    assert next_plan(nameless, ())["measures"] == [{"name": "番号なし"}]


@pytest.mark.parametrize(
    "path",
    [("title",), ("measures", 6, "indicators", 0, "target"), ("measures", 0, "schedule", "2023")],
)
def test_a_path_is_the_place_faults_name(path: tuple[str | int, ...]) -> None:
    assert path_of(place_of(path)) == path
    assert place_of(("measures", 6, "name")) == "measures[7].name"


PLACES: list[tuple[tuple[str | int, ...], str, str]] = [
    (("title",), "計画全体", "計画の名称"),
    (("fields",), "計画全体", "分野"),
    (("groups", 1, "field"), "計画全体", "柱（◎）2の属する分野"),
    (("measures",), "計画全体", "施策"),
    (("measures", 1), "行-① 手続きのオンライン化", ""),
    (("measures", 1, "indicators", 0, "target"), "行-① 手続きのオンライン化", "指標1の数値目標"),
    (
        ("measures", 1, "indicators", 0, "expected", 1),
        "行-① 手続きのオンライン化",
        "指標1の年度ごとの見込み",
    ),
    (("measures", 1, "indicators", 0), "行-① 手続きのオンライン化", "指標1"),
    (("measures", 1, "schedule", "2023"), "行-① 手続きのオンライン化", "取組内容（令和5年度）"),
    (
        ("measures", 1, "milestones", "2023", 1),
        "行-① 手続きのオンライン化",
        "実施評価指標（令和5年度）",
    ),
    (("measures", 1, "phases", "run", 0), "行-① 手続きのオンライン化", "工程の帯（実施・運用）"),
    (("measures", 1, "phases", "checked"), "行-① 手続きのオンライン化", "原本との照合"),
    (("measures", 1, "predecessors", 0), "行-① 手続きのオンライン化", "前の計画の施策番号"),
    (("measures", 9, "name"), "番号のない施策（10番目）", "名称"),
    (("scale", "expected", 1), "評価の物差し", "年度ごとの見込み（令和4年度）"),
    (("scale", "grades", 0, "letter"), "評価の物差し", "段階1の記号"),
    (("scale", "grades"), "評価の物差し", "評価の段階"),
    (("glossary", 0, "text"), "用語集", "用語1の説明（要約）"),
]


@pytest.mark.parametrize(("path", "subject", "field"), PLACES)
def test_a_place_has_a_name(path: tuple[str | int, ...], subject: str, field: str) -> None:
    assert place(DRAFT, path) == Place(subject, field)


def test_a_place_says_where_even_when_the_years_are_wrong() -> None:
    draft = put(DRAFT, ("first_year",), "いつか")
    assert place(draft, ("scale", "expected", 0)).text == "評価の物差し　年度ごとの見込み"
    assert place(DRAFT, ("measures", 0)).text == "産-① 県内企業の視察"
    with pytest.raises(KeyError):
        place(DRAFT, (3,))


# --- every fault of a draft ---

MEASURE = ("measures", 1)
FAULTS: list[tuple[tuple[str | int, ...], Any, str, str]] = [
    (("title",), "", "plan.missing", "title"),
    (("title",), "あ\u200b\u2028", "plan.strange_character", "title"),
    (("first_year",), "いつか", "plan.not_whole", "first_year"),
    (("first_year",), None, "plan.missing", "first_year"),
    (("last_year",), 2020, "plan.years", "last_year"),
    (("measures", 1, "code"), "番号", "plan.not_code", "measures[2].code"),
    (("measures", 1, "code"), "産-①", "plan.twice", "measures[2].code"),
    (("measures", 1, "group"), "g9", "plan.unknown_group", "measures[2].group"),
    (
        ("measures", 1, "national_priority"),
        "多分",
        "plan.not_flag",
        "measures[2].national_priority",
    ),
    (("measures", 1, "schedule", "2023"), "あ\nい", "plan.one_line", "measures[2].schedule.2023"),
    (("measures", 1, "schedule", "2031"), "先", "plan.outside_years", "measures[2].schedule.2031"),
    (
        ("measures", 1, "milestones", "2023"),
        ["あ", "い\nう"],
        "plan.one_line",
        "measures[2].milestones.2023[2]",
    ),
    (
        ("measures", 1, "phases", "plan"),
        ["いつか"],
        "plan.not_interval",
        "measures[2].phases.plan[1]",
    ),
    (
        ("measures", 1, "phases", "plan"),
        ["2022-05/2022-04"],
        "plan.interval_backwards",
        "measures[2].phases.plan[1]",
    ),
    (
        ("measures", 1, "phases", "plan"),
        ["2019-05/2022-04"],
        "plan.outside_years",
        "measures[2].phases.plan[1]",
    ),
    (
        ("measures", 1, "phases", "plan"),
        ["2022-04/2022-06", "2022-06/2022-07"],
        "plan.intervals_overlap",
        "measures[2].phases.plan[2]",
    ),
    (("measures", 1, "predecessors"), ["前"], "plan.not_code", "measures[2].predecessors[1]"),
    (
        ("measures", 1, "predecessors"),
        ["あ\u2028"],
        "plan.strange_character",
        "measures[2].predecessors[1]",
    ),
    (
        ("measures", 1, "indicators", 0, "kind"),
        "",
        "plan.missing",
        "measures[2].indicators[1].kind",
    ),
    (
        ("measures", 1, "indicators", 0, "kind"),
        "別",
        "plan.not_choice",
        "measures[2].indicators[1].kind",
    ),
    (
        ("measures", 1, "indicators", 0, "target"),
        "たくさん",
        "plan.not_number",
        "measures[2].indicators[1].target",
    ),
    (
        ("measures", 1, "indicators", 0, "expected"),
        ["20", "半分"],
        "plan.not_number",
        "measures[2].indicators[1].expected[2]",
    ),
    (("scale", "expected", 2), "0", "plan.share_range", "scale.expected[3]"),
    (("scale", "expected", 2), "30", "plan.shares_fall", "scale.expected[3]"),
    (("scale", "grades", 0, "at_least"), "", "plan.threshold_missing", "scale.grades[1].at_least"),
    (("scale", "grades", 1, "at_least"), "100", "plan.thresholds_fall", "scale.grades[2].at_least"),
    (("scale", "grades", 3, "at_least"), "5", "plan.threshold_floor", "scale.grades[4].at_least"),
    (
        ("scale", "grades", 4, "at_least"),
        "5",
        "plan.threshold_unwanted",
        "scale.grades[5].at_least",
    ),
    (("scale", "grades", 4, "kind"), "ratio", "plan.grade_kinds", "scale.grades"),
    (("scale", "grades", 0, "kind"), "unable", "plan.grade_order", "scale.grades"),
    (("glossary", 0, "text"), "", "plan.missing", "glossary[1].text"),
]


@pytest.mark.parametrize(("path", "value", "code", "where"), FAULTS)
def test_a_fault_names_its_place_and_code(
    path: tuple[str | int, ...], value: Any, code: str, where: str
) -> None:
    draft = put(DRAFT, path, value)
    read = read_draft(draft)
    assert read.plan is None
    found = {str(f.facts["place"]): f.code for f in read.faults}
    assert found[where] == code
    for fault in read.faults:
        told = fault_of(fault, draft)
        assert told.text
        assert not told.text.startswith("：")
        assert place_of(told.path) == fault.facts["place"]


def test_every_fault_is_found_not_the_first_alone() -> None:
    draft = put(DRAFT, ("title",), "")
    draft = put(draft, ("measures", 1, "indicators", 0, "target"), "")
    draft = put(draft, ("measures", 4, "name"), "")
    assert [f.facts["place"] for f in read_draft(draft).faults] == [
        "title",
        "measures[5].name",
        "measures[2].indicators[1].target",
    ]
    told = fault_of(read_draft(draft).faults[2], draft)
    assert told.place.text == "行-① 手続きのオンライン化　指標1の数値目標"


def test_what_is_no_draft_at_all_is_one_fault() -> None:
    for data in ({"measures": "x"}, {"what": 1}, {**DRAFT, "fields": {}}):
        read = read_draft(data)
        assert read.plan is None
        assert len(read.faults) == 1


# --- draft → plan → draft ---

NAMES = st.sampled_from(["窓口", "AI 活用", "　余白　", "行\n二行", "=1+1", ""])
NUMBERS = st.sampled_from(["", "80", "８０", "12.50", "たくさん", "0"])


def _edit(draft: Draft, data: st.DataObject) -> Draft:
    """One of the edits the window makes, at some measure."""
    count = len(draft.get("measures", []))
    n = data.draw(st.integers(0, max(0, count - 1)))
    what = data.draw(st.integers(0, 9))
    measure = ("measures", n)
    indicators = len(at(draft, (*measure, "indicators")) or [])
    match what if count else 0:
        case 0:
            return put(draft, ("title",), value_of(Typing.TEXT, data.draw(NAMES)))
        case 1:
            return put(draft, (*measure, "name"), value_of(Typing.TEXT, data.draw(NAMES)))
        case 2:
            lines = value_of(Typing.LINES, data.draw(NAMES))
            return put(draft, (*measure, "milestones", "2023"), lines)
        case 3 if indicators:
            value = value_of(Typing.NUMBER, data.draw(NUMBERS))
            return put(draft, (*measure, "indicators", 0, "target"), value)
        case 4:
            spans = spans_of(at(draft, (*measure, "phases", "run")) or [], 2021)
            months = st.integers(-3, 62)
            spans = drawn(spans, data.draw(months), data.draw(months), 60)
            return put(draft, (*measure, "phases", "run"), texts_of(spans, 2021))
        case 5:
            return move(draft, ("measures",), n, data.draw(st.integers(-2, 2)))
        case 6:
            return copy_measure(draft, n)
        case 7:
            return remove(draft, ("measures",), n)
        case 8:
            return put(draft, (*measure, "code"), f"行-{data.draw(st.integers(1, 30))}")
        case _:
            codes = value_of(Typing.CODES, data.draw(st.sampled_from(["", "産－①、行一2"])))
            return put(draft, (*measure, "predecessors"), codes)


@given(st.data())
def test_any_sequence_of_edits_keeps_draft_and_plan_the_same(data: st.DataObject) -> None:
    draft: Draft = DRAFT
    for _ in range(data.draw(st.integers(0, 8))):
        draft = _edit(draft, data)
        read = read_draft(draft)
        if read.plan is None:
            assert read.faults
            for fault in read.faults:
                fault_of(fault, draft)
        else:
            assert read.faults == ()
            assert plan_to_dict(read.plan) == draft
            assert plan_from_dict(draft) == read.plan


# --- what is typed ---


@pytest.mark.parametrize(
    ("typing", "text", "value", "shown"),
    [
        (Typing.TEXT, " 窓口 ", "窓口", "窓口"),
        (Typing.PHRASE, "窓口の\n見直し\n", "窓口の見直し", "窓口の見直し"),
        (Typing.NUMBER, "１２．５", "12.5", "12.5"),
        (Typing.NUMBER, "約80", "約80", "約80"),
        (Typing.NUMBER, "80%", "80", "80"),
        (Typing.YEAR, "R8", 2026, "令和8年度"),
        (Typing.YEAR, "来年", "来年", "来年"),
        (Typing.LINES, "調査\n\n 承認 ", ["調査", "承認"], "調査\n承認"),
        (Typing.SHARES, "20％、40", ["20", "40"], "20・40"),
        (Typing.CODES, "産－①、前", ["産-①", "前"], "産-①、前"),
        (Typing.CODES, "", [], ""),
    ],
)
def test_what_is_typed_is_written_in_one_way(
    typing: Typing, text: str, value: object, shown: str
) -> None:
    assert value_of(typing, text) == value
    assert text_of(typing, value) == shown
    assert value_of(typing, shown) == value


def test_nothing_is_shown_for_nothing() -> None:
    assert text_of(Typing.TEXT, None) == ""
    assert label("title") == "計画の名称"


def test_bars_are_bars_again() -> None:
    spans: Spans = spans_of(["2021-04/2021-09", "x"], 2021)
    assert texts_of(spans, 2021) == ["2021-04/2021-09"]
