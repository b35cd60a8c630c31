"""The plan's written forms: exact round trips, and faults that name their place."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan import (
    Bar,
    Combine,
    GradeKind,
    IndicatorKind,
    Phase,
    Plan,
)
from imari_desk.domain.plan_rows import DIGEST, rows_digest
from imari_desk.domain.plan_text import (
    parse_plan,
    plan_from_dict,
    plan_from_rows,
    plan_rows,
    plan_to_dict,
)
from tests.domain.plans import SCALE, UNABLE, small_plan, with_grades

ROOT = Path(__file__).parents[2]
NEXT = (ROOT / "tests" / "data" / "next_plan.toml").read_text(encoding="utf-8")
PACKAGED = (ROOT / "resources" / "plan" / "imari-dx-2021.toml").read_text(encoding="utf-8")
DATA = plan_to_dict(parse_plan(NEXT))
GONE = object()


def changed(path: list[str | int], value: object) -> dict[str, Any]:
    """The made-up next plan as a dict, one value in it replaced (GONE: taken out)."""
    data = deepcopy(DATA)
    *branches, leaf = path
    at: Any = data
    for step in branches:
        at = at[step]
    if value is GONE:
        del at[leaf]
    else:
        at[leaf] = value
    return data


def fault(data: dict[str, Any]) -> PlanError:
    with pytest.raises(PlanError) as raised:
        plan_from_dict(data)
    return raised.value


# --- a plan of another shape ---


def test_the_next_plan_reads_as_it_is_written() -> None:
    plan = parse_plan(NEXT)
    assert list(plan.years) == [2026, 2027, 2028, 2029, 2030]
    assert [m.code for m in plan.measures] == ["く-1", "く-2", "行政-②", "行政-⑩"]
    assert {i.kind for m in plan.measures for i in m.indicators} == set(IndicatorKind)
    assert plan.scale.combine is Combine.MEAN
    assert plan.scale.letters == ("S", "A", "B", "C", "D", "―")
    assert plan.scale.letter_of(GradeKind.UNABLE) == "D"
    first = plan.measures[0]
    assert first.predecessors == ("地-①",)
    assert first.phases.checked
    assert first.phases.bars[Phase.RUN] == (Bar((2027, 1), (2031, 3)),)
    assert first.indicators[0].target == Decimal("12.5")
    assert first.indicators[1].expected == tuple(Decimal(n) for n in (5, 25, 50, 75, 100))
    assert plan.measures[3].summary.splitlines()[1] == "使い方の決まりを先に作る。"
    assert not plan.measures[3].phases.bars


def test_headings_say_the_target_once() -> None:
    by_code = parse_plan(NEXT).by_code
    assert by_code["行政-②"].indicators[1].heading == "職員研修の回数：年3回"
    assert by_code["行政-⑩"].indicators[0].heading == "令和10年度までに全庁で本運用"


# --- round trips ---


@pytest.mark.parametrize(
    "plan",
    [
        parse_plan(PACKAGED),
        parse_plan(NEXT),
        small_plan(),
        small_plan(with_grades(UNABLE, scale=SCALE)),
    ],
    ids=["packaged", "next", "small", "unable"],
)
def test_every_form_gives_the_same_plan_back(plan: Plan) -> None:
    data = plan_to_dict(plan)
    assert plan_from_dict(json.loads(json.dumps(data))) == plan
    rows = plan_rows(plan)
    assert plan_from_rows(rows) == plan
    assert plan_from_rows(sorted(rows, reverse=True)) == plan
    assert plan_from_rows((*rows, ("", "余白"), *rows)) == plan


def test_rows_are_short_paths_and_plain_texts() -> None:
    rows = dict(plan_rows(parse_plan(NEXT)))
    assert rows["measures[1].code"] == "く-1"
    assert rows["measures[3].milestones.2026[2]"] == "手続きの選定"
    assert rows["measures[3].national_priority"] == "true"
    assert rows["measures[1].indicators[1].target"] == "12.5"
    assert max(map(len, rows)) < 40


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.floats(allow_nan=True)
    | st.sampled_from(["", " 行－1 ", "く-1", "rate", "2026-04/2026-03", "1e9", "NaN", "12.50"])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """The next plan with one random value anywhere replaced or removed."""
    data = deepcopy(DATA)
    at: Any = data
    while True:
        step = draw(st.sampled_from(list(at) if isinstance(at, dict) else range(len(at))))
        if not (isinstance(at[step], dict | list) and at[step]) or draw(st.integers(0, 9)) == 0:
            break
        at = at[step]
    if draw(st.booleans()):
        at[step] = draw(JSON)
    else:
        del at[step]
    return data


@given(edited())
def test_any_edit_is_understood_or_refused_with_its_place(data: dict[str, Any]) -> None:
    try:
        plan = plan_from_dict(data)
    except PlanError:
        error = fault(data)
        assert error.facts["place"]
        assert str(error.facts["place"]) in error.text
        return
    assert plan_from_dict(plan_to_dict(plan)) == plan
    assert plan_from_rows(plan_rows(plan)) == plan


# --- what is understood ---


def test_numbers_and_codes_are_taken_as_people_write_them() -> None:
    plan = plan_from_dict(changed(["measures", 2, "code"], " 行政－② "))
    assert plan.measures[2].code == "行政-②"
    plan = plan_from_dict(changed(["measures", 0, "indicators", 0, "target"], 12))
    assert plan.measures[0].indicators[0].target == 12
    plan = plan_from_dict(changed(["first_year"], "2026"))
    assert plan.first_year == 2026


def test_what_says_nothing_is_absent() -> None:
    data = changed(["measures", 0, "schedule", "2026"], "  ")
    data["measures"][0]["milestones"]["2027"] = []
    data["measures"][0]["phases"]["plan"] = []
    measure = plan_from_dict(data).measures[0]
    assert 2026 not in measure.schedule
    assert 2027 not in measure.milestones
    assert Phase.PLAN not in measure.phases.bars


# --- faults ---

FIRST = ["measures", 0]
INDICATOR = [*FIRST, "indicators", 0]
GRADES = ["scale", "grades"]


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        # shape
        (["colour"], "青", "plan.unknown_key", "colour"),
        ([*INDICATOR, "taget"], 1, "plan.unknown_key", "measures[く-1].indicators[1].taget"),
        (["title"], GONE, "plan.missing", "title"),
        (["title"], "　", "plan.missing", "title"),
        (["last_year"], GONE, "plan.missing", "last_year"),
        ([*FIRST, "name"], GONE, "plan.missing", "measures[く-1].name"),
        ([*FIRST, "code"], GONE, "plan.missing", "measures[1].code"),
        ([*INDICATOR, "kind"], GONE, "plan.missing", "measures[く-1].indicators[1].kind"),
        (
            [*FIRST, "milestones", "2026", 1],
            " ",
            "plan.missing",
            "measures[く-1].milestones.2026[2]",
        ),
        (["measures"], {}, "plan.not_list", "measures"),
        ([*FIRST, "milestones", "2026"], "試行", "plan.not_list", "measures[く-1].milestones.2026"),
        (["measures", 1], "く-2", "plan.not_table", "measures[2]"),
        (["scale"], [], "plan.not_table", "scale"),
        ([*FIRST, "schedule"], ["試行"], "plan.not_table", "measures[く-1].schedule"),
        (["title"], 5, "plan.not_text", "title"),
        ([*FIRST, "summary"], "長" * 2001, "plan.too_long", "measures[く-1].summary"),
        ([*FIRST, "name"], "相談\n会", "plan.one_line", "measures[く-1].name"),
        ([*FIRST, "summary"], "相談\r\n会", "plan.strange_character", "measures[く-1].summary"),
        ([*INDICATOR, "target"], -1, "plan.not_number", "measures[く-1].indicators[1].target"),
        ([*INDICATOR, "target"], 1.5, "plan.not_number", "measures[く-1].indicators[1].target"),
        ([*INDICATOR, "target"], True, "plan.not_number", "measures[く-1].indicators[1].target"),
        ([*INDICATOR, "target"], "約10", "plan.not_number", "measures[く-1].indicators[1].target"),
        (["scale", "expected", 2], "NaN", "plan.not_number", "scale.expected[3]"),
        (["first_year"], "令和8", "plan.not_whole", "first_year"),
        (["version"], True, "plan.not_whole", "version"),
        ([*FIRST, "national_priority"], "☆", "plan.not_flag", "measures[く-1].national_priority"),
        ([*INDICATOR, "kind"], "yearly", "plan.not_choice", "measures[く-1].indicators[1].kind"),
        ([*GRADES, 4, "kind"], "none", "plan.not_choice", "scale.grades[5].kind"),
        (["scale", "combine"], "worst", "plan.not_choice", "scale.combine"),
        ([*FIRST, "schedule", "令和8"], "試行", "plan.not_year", "measures[く-1].schedule.令和8"),
        (
            [*FIRST, "phases", "plan", 0],
            "4月",
            "plan.not_interval",
            "measures[く-1].phases.plan[1]",
        ),
        (
            [*FIRST, "phases", "plan", 0],
            "2026-04/2026-13",
            "plan.not_interval",
            "measures[く-1].phases.plan[1]",
        ),
        ([*FIRST, "code"], "くらし", "plan.not_code", "measures[くらし].code"),
        ([*FIRST, "code"], "く/ら-1", "plan.not_code", "measures[く/ら-1].code"),
        ([*FIRST, "code"], "=く-1", "plan.not_code", "measures[=く-1].code"),
        ([*FIRST, "code"], "く" * 20 + "-1", "plan.not_code", "measures[" + "く" * 20 + "-1].code"),
        ([*FIRST, "predecessors", 0], "地", "plan.not_code", "measures[く-1].predecessors[1]"),
        # agreement
        (["id"], "例 市", "plan.not_id", "id"),
        (["version"], 0, "plan.version", "version"),
        (["first_year"], 26, "plan.years", "first_year"),
        (["last_year"], 2025, "plan.years", "last_year"),
        (["last_year"], 2300, "plan.years", "last_year"),
        (["fields"], [], "plan.empty", "fields"),
        (["measures"], [], "plan.empty", "measures"),
        (["measures", 1, "code"], "く－①", "plan.twice", "measures[2].code"),
        (["groups", 1, "id"], "everyone", "plan.twice", "groups[2].id"),
        (["fields", 1, "name"], "くらし", "plan.twice", "fields[2].name"),
        (["glossary", 1, "word"], "生成AI", "plan.twice", "glossary[2].word"),
        ([*GRADES, 1, "letter"], "S", "plan.twice", "scale.grades[2].letter"),
        (["groups", 2, "field"], "city", "plan.unknown_field", "groups[3].field"),
        ([*FIRST, "group"], "nobody", "plan.unknown_group", "measures[く-1].group"),
        (
            [*FIRST, "schedule", "2031"],
            "試行",
            "plan.outside_years",
            "measures[く-1].schedule.2031",
        ),
        (
            [*FIRST, "milestones", "2025"],
            ["試行"],
            "plan.outside_years",
            "measures[く-1].milestones.2025",
        ),
        (
            [*FIRST, "phases", "run", 0],
            "2027-01/2031-04",
            "plan.outside_years",
            "measures[く-1].phases.run[1]",
        ),
        (
            [*FIRST, "phases", "plan", 0],
            "2026-03/2026-09",
            "plan.outside_years",
            "measures[く-1].phases.plan[1]",
        ),
        (
            [*FIRST, "phases", "plan", 0],
            "2026-09/2026-04",
            "plan.interval_backwards",
            "measures[く-1].phases.plan[1]",
        ),
        (
            ["measures", 1, "phases", "run", 1],
            "2028-03/2028-12",
            "plan.intervals_overlap",
            "measures[く-2].phases.run[2]",
        ),
        (
            ["measures", 2, "indicators", 0, "denominator"],
            GONE,
            "plan.rate_without_parts",
            "measures[行政-②].indicators[1].denominator",
        ),
        (
            [*INDICATOR, "numerator"],
            "参加者",
            "plan.parts_without_rate",
            "measures[く-1].indicators[1].numerator",
        ),
        (
            [*INDICATOR, "target"],
            GONE,
            "plan.target_missing",
            "measures[く-1].indicators[1].target",
        ),
        ([*INDICATOR, "target"], 0, "plan.target_zero", "measures[く-1].indicators[1].target"),
        (
            ["measures", 3, "indicators", 0, "target"],
            1,
            "plan.target_unwanted",
            "measures[行政-⑩].indicators[1].target",
        ),
        (
            ["measures", 1, "indicators", 0, "direction"],
            "up",
            "plan.direction",
            "measures[く-2].indicators[1].direction",
        ),
        (
            [*INDICATOR, "direction"],
            "down",
            "plan.direction",
            "measures[く-1].indicators[1].direction",
        ),
        (["scale", "expected"], [50, 100], "plan.shares_count", "scale.expected"),
        (["scale", "expected"], [1] * 6, "plan.shares_count", "scale.expected"),
        (
            [*FIRST, "indicators", 1, "expected"],
            [100],
            "plan.shares_count",
            "measures[く-1].indicators[2].expected",
        ),
        (["scale", "expected", 0], 0, "plan.share_range", "scale.expected[1]"),
        (["scale", "expected", 4], "100.5", "plan.share_range", "scale.expected[5]"),
        (["scale", "expected", 3], 50, "plan.shares_fall", "scale.expected[4]"),
        ([*GRADES, 2, "at_least"], 100, "plan.thresholds_fall", "scale.grades[3].at_least"),
        ([*GRADES, 1, "at_least"], GONE, "plan.threshold_missing", "scale.grades[2].at_least"),
        ([*GRADES, 4, "at_least"], 0, "plan.threshold_unwanted", "scale.grades[5].at_least"),
        ([*GRADES, 3, "at_least"], 10, "plan.threshold_floor", "scale.grades[4].at_least"),
        ([*GRADES, 3, "kind"], "unable", "plan.grade_kinds", "scale.grades"),
        ([*GRADES, 5, "kind"], "ratio", "plan.grade_kinds", "scale.grades"),
        (GRADES, [], "plan.grade_kinds", "scale.grades"),
    ],
)
def test_faults_name_their_place(
    path: list[str | int], value: object, code: str, place: str
) -> None:
    error = fault(changed(path, value))
    assert (error.code, error.facts["place"]) == (code, place)
    assert error.text.startswith(place)


def test_grades_without_a_ratio_come_last() -> None:
    data = deepcopy(DATA)
    grades: Any = data["scale"]
    grades["grades"].insert(0, grades["grades"].pop())
    assert fault(data).code == "plan.grade_order"


def test_a_plan_that_is_no_table_at_all() -> None:
    nothing: Any = []
    assert fault(nothing).code == "plan.not_table"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id = 'a'\ntitle = [", "終わり近く"),
        ("id = 'a'\ntitle == 'b'\n", "2行目の8文字目"),
        ("a = " + "9" * 5000, "終わり近く"),
        ("a = 1e99999999999999999999", "終わり近く"),
        ("a = " + "[" * 5000, "終わり近く"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(text: str, line: str) -> None:
    with pytest.raises(PlanError) as raised:
        parse_plan(text)
    assert raised.value.code == "plan.syntax"
    assert line in raised.value.text


# --- rows that were tampered with ---


def digested(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows with a digest that is right, as only someone who means harm makes them."""
    return [*rows, (DIGEST, rows_digest(rows))]


def test_a_lost_or_changed_row_is_noticed() -> None:
    rows = plan_rows(parse_plan(NEXT))
    for damaged in (
        rows[1:],
        rows[:-1],
        [(p, "別の題名" if p == "title" else v) for p, v in rows],
        [],
    ):
        with pytest.raises(PlanError) as raised:
            plan_from_rows(damaged)
        assert raised.value.code == "plan.rows_lost"


@pytest.mark.parametrize(
    "path",
    ["題名", "measures[0].code", "title.x", "title[1]", "measures", "a.b.c.d.e", "measures[1]..x"],
)
def test_a_path_nobody_wrote_is_refused(path: str) -> None:
    rows = [row for row in plan_rows(parse_plan(NEXT)) if row[0] != "digest"]
    with pytest.raises(PlanError) as raised:
        plan_from_rows(digested([*rows, (path, "値")]))
    assert raised.value.code == "plan.row_path"


def test_tables_and_lists_are_not_mixed() -> None:
    rows = [row for row in plan_rows(parse_plan(NEXT)) if row[0] != "digest"]
    with pytest.raises(PlanError) as raised:
        plan_from_rows(digested([*rows, ("measures.code", "く-9")]))
    assert raised.value.facts["place"] == "measures"
