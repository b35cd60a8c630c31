"""The demo's sample answers fit the packaged plan, and hold the oddities the demo is there for."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from typing import Any

import pytest

from imari_desk.domain.checks import Finding, check
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind, Owner, items_by_key
from imari_desk.domain.judgement import judge
from imari_desk.domain.numbers import canonical
from imari_desk.domain.plan import IndicatorKind, Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.register import Dot, write
from imari_desk.places import packaged

YEAR = 2025
EARLIER = range(2021, 2025)
STILL_COUNTING = "行-⑨"
FOUND = {  # measure, item, what the checks say of it before the return
    ("行-③", "issues", "missing.because"),
    ("行-④", "indicator.1.numerator", "number.about"),
    ("行-④", "grade_reason", "missing.grade_reason"),
    ("行-⑧", "indicator.1.value", "range.rose"),
    (STILL_COUNTING, "grade", "missing.choice"),
    ("行-⑪", "activities", "text.nearly_same"),
    ("行-⑬", "grade_reason", "missing.grade_reason"),
    ("行-㉑", "grade", "check.other_grade"),
}
Answers = dict[str, str]


@cache
def the_plan() -> Plan:
    file = packaged("resources") / "plan" / "imari-dx-2021.toml"
    return parse_plan(file.read_text("utf-8"))


@cache
def demo() -> dict[str, Any]:
    """Every file of the folder as one: tables of the same name together."""
    whole: dict[str, Any] = {}
    for file in sorted((packaged("resources") / "demo").glob("*.toml")):
        for name, value in tomllib.loads(file.read_text("utf-8")).items():
            held = whole.setdefault(name, value)
            if held is not value:
                assert not held.keys() & value.keys() or name == "past", (file.name, name)
                for code, entry in value.items():
                    held.setdefault(code, {}).update(entry)
    return whole


def flat(table: dict[str, Any], prefix: str = "") -> Answers:
    """Item key → value."""
    found: Answers = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


@cache
def answers() -> dict[str, Answers]:
    return {code: flat(table) for code, table in demo()["answers"].items()}


@cache
def past() -> dict[tuple[str, int], Answers]:
    return {
        (code, int(year)): flat(table)
        for code, years in demo()["past"].items()
        for year, table in years.items()
    }


def every_set() -> list[tuple[str, str, int, Answers, Owner]]:
    """Where it stands, measure, year, answers, and whose items they must be."""
    data, department = demo(), Owner.DEPARTMENT
    sets = [("answers", c, YEAR, a, department) for c, a in answers().items()]
    sets += [("past", c, y, a, department) for (c, y), a in past().items()]
    sets += [("correction", c, YEAR, flat(t), department) for c, t in data["correction"].items()]
    sets += [("office", c, YEAR, flat(t), Owner.OFFICE) for c, t in data["office"].items()]
    conflict = data["conflict"]
    for side in ("first", "second", "chosen"):
        sets.append((side, conflict["measure"], YEAR, flat(conflict[side]), department))
    return sets


def item_of(code: str, year: int, key: str) -> Item:
    return items_by_key(the_plan(), the_plan().by_code[code], year)[key]


def evaluation(code: str, year: int, given: Answers) -> Evaluation:
    registers = {}
    for n, (key, typed) in enumerate(given.items(), start=1):
        read = canonical(item_of(code, year, key), typed)
        registers[key] = write((), read.value, Dot("example", n))
    return Evaluation(EvaluationId(the_plan().id, code, year), registers)


def years_of(code: str, corrected: bool = False) -> dict[int, Evaluation]:
    held = {y: evaluation(code, y, a) for (c, y), a in past().items() if c == code}
    given = answers()[code]
    if corrected:
        given = given | flat(demo()["correction"].get(code, {}))
    return held | {YEAR: evaluation(code, YEAR, given)}


def proposed(code: str, year: int = YEAR, corrected: bool = False) -> str:
    """The letter the program proposes for the sample answers of a year."""
    return judge(the_plan(), the_plan().by_code[code], year, years_of(code, corrected)).grade


def evaluated() -> list[str]:
    return [m.code for m in the_plan().measures if m.evaluated_in(YEAR)]


def test_every_measure_has_exactly_one_department() -> None:
    departments = demo()["department"]
    given = Counter(code for d in departments for code in d["measures"])
    assert given == Counter(m.code for m in the_plan().measures)
    sizes = sorted(len(d["measures"]) for d in departments)
    assert len(sizes) == 9
    assert sizes[0] == 1
    assert sizes[-1] == 6


def test_departments_are_marked_as_examples_wherever_they_are_named() -> None:
    names = [d["name"] for d in demo()["department"]]
    assert all(name.endswith("課（例）") for name in names)
    related = [a["related"] for a in answers().values() if "related" in a]
    for d in demo()["department"]:
        assert set(d.get("related", {})) <= set(d["measures"])
        related += d.get("related", {}).values()
    assert {name for line in related for name in line.split("、")} <= set(names)


@pytest.mark.parametrize("file", sorted((packaged("resources") / "demo").glob("*.toml")))
def test_every_file_says_that_it_is_made_up(file: Any) -> None:
    head = file.read_text("utf-8").split("\n\n")[0]
    assert head.startswith("# 見本")
    assert "架空のもの（例）" in head


def test_every_key_is_an_item_of_its_owner_and_every_value_is_text() -> None:
    for where, code, year, given, owner in every_set():
        items = items_by_key(the_plan(), the_plan().by_code[code], year)
        for key, value in given.items():
            assert key in items, (where, code, year, key)
            assert items[key].owner is owner, (where, code, key)
            assert isinstance(value, str), (where, code, key)
            assert value.strip(), (where, code, key)


def test_texts_keep_to_their_limits() -> None:
    for where, code, year, given, _ in every_set():
        for key, value in given.items():
            limit = item_of(code, year, key).limit
            assert not limit or len(value) <= limit, (where, code, key, len(value))


def test_everything_typed_is_understood_but_one_unclear_number() -> None:
    asked = [
        (where, code, key, value)
        for where, code, year, given, _ in every_set()
        for key, value in given.items()
        if not canonical(item_of(code, year, key), value).certain
    ]
    assert asked == [("answers", "行-④", "indicator.1.numerator", "約26,500件")]


def test_this_year_answers_every_measure_and_every_milestone() -> None:
    assert set(answers()) == set(the_plan().by_code)
    for code, given in answers().items():
        for key in ("author", "extension", "entered_on", "direction", "direction_reason"):
            assert key in given, (code, key)
        for key in ("approver", "approved_on", "wrap_up", "wrap_up_text", "next_plan"):
            assert key in given, (code, key)
        entered = canonical(item_of(code, YEAR, "entered_on"), given["entered_on"]).value
        assert entered.startswith("2026-05-")
        for n in range(1, len(the_plan().by_code[code].milestones.get(YEAR, ())) + 1):
            state, reason = f"milestone.{n}.state", f"milestone.{n}.reason"
            assert (given[state] in ("一部", "未")) == (reason in given), code


def test_evaluated_measures_are_filled_in_whole() -> None:
    texts = ("activities", "results", "next_actions", "progress", "budget", "settlement")
    for code in evaluated():
        given = answers()[code]
        phases = [f"phase.{p}" for p in ("plan", "design", "run")]
        missing = {k for k in (*texts, *phases, "evidence", "grade") if k not in given}
        assert missing == ({"grade"} if code == STILL_COUNTING else set()), code
        assert 80 <= len(given["activities"]) <= 400, code
        assert 60 <= len(given["results"]) <= 300, code


def test_earlier_years_answer_all_that_the_plan_asked() -> None:
    asked = {(m.code, y) for m in the_plan().measures for y in EARLIER if m.evaluated_in(y)}
    assert set(past()) == asked
    for (code, year), given in past().items():
        measure = the_plan().by_code[code]
        assert {"progress", "grade", "phase.run"} <= set(given)
        for n in range(1, len(measure.milestones[year]) + 1):
            assert f"milestone.{n}.state" in given, (code, year)
        for n, indicator in enumerate(measure.indicators, start=1):
            stated = f"indicator.{n}.state" in given
            assert stated == (indicator.kind is not IndicatorKind.MILESTONE), (code, year)
        assert year != 2024 or {"activities", "results"} <= set(given), code


def test_earlier_grades_are_the_proposed_ones() -> None:
    given = {at: a["grade"] for at, a in past().items()}
    assert given == {(code, year): proposed(code, year) for code, year in given}


def test_grades_of_this_year_and_the_two_that_differ() -> None:
    grades = {code: answers()[code].get("grade") for code in evaluated()}
    differ = {c for c, g in grades.items() if g and g != proposed(c, corrected=True)}
    assert differ == {"行-⑬", "行-㉑"}
    assert "grade_reason" in answers()["行-㉑"]
    assert not any("grade_reason" in a for c, a in answers().items() if c != "行-㉑")
    counts = Counter(proposed(code, corrected=True) for code in evaluated())
    assert counts == {"A": 7, "B": 8, "C": 3, "D": 4, "―": 1}


def test_three_are_incomplete_on_purpose() -> None:
    weak = {c for c, a in answers().items() if a.get("grade") in ("C", "D") and "issues" not in a}
    assert weak == {"行-③"}
    assert "issues" in demo()["correction"]["行-③"]
    counting = {c for c, a in answers().items() if "集計中" in a.values()}
    assert counting == {STILL_COUNTING}
    assert "indicator.1.numerator" not in answers()[STILL_COUNTING]


def test_late_measures_say_so() -> None:
    late = {
        c: a["progress"] for c, a in answers().items() if a.get("progress", "").endswith("遅れ")
    }
    assert {"遅れ", "やや遅れ"} == set(late.values())
    assert all("issues" in answers()[c] for c in late if c != "行-③")


def test_the_checks_find_what_is_odd_on_purpose_and_nothing_else() -> None:
    found = {(m.code, f.key, f.code) for m in the_plan().measures for f in findings(m.code)}
    assert found == FOUND


def test_no_text_stands_twice_within_a_year() -> None:
    texts = Counter(
        (year, value)
        for where, code, year, given, _ in every_set()
        for key, value in given.items()
        if where in ("answers", "past", "office")
        if item_of(code, year, key).kind is ItemKind.TEXT
    )
    assert [text for text, count in texts.items() if count > 1] == []


def test_the_odd_texts_are_there() -> None:
    texts = [v for a in answers().values() for v in a.values()]
    assert len(answers()["行-②"]["activities"]) == 400
    assert any("\n" in t for t in texts)
    assert any(t.startswith("=") for t in texts)
    assert any(t.startswith("-") for t in texts)
    assert any("髙" in t for t in texts)
    assert any("𠮷" in t for t in texts)
    assert "１１８" in texts
    assert "０％" in texts
    assert "1,234" in texts
    assert {"令和8年5月20日", "R8.5.18"} <= set(texts)


def test_the_conflict_is_one_of_a_number_and_a_text() -> None:
    conflict = demo()["conflict"]
    first, second = flat(conflict["first"]), flat(conflict["second"])
    chosen, given = flat(conflict["chosen"]), answers()[conflict["measure"]]
    assert set(first) == set(second) == set(chosen) == {"indicator.1.numerator", "activities"}
    for key, value in chosen.items():
        assert first[key] != second[key]
        assert value in (first[key], second[key])
        assert given[key] == first[key]
    assert measures_of(conflict["department"]) >= {conflict["measure"]}


def test_one_department_fills_in_by_hand() -> None:
    by_hand = demo()["by_hand"]
    assert measures_of(by_hand["department"]) == set(by_hand["measures"])
    assert len(by_hand["measures"]) == 2
    assert {by_hand["note"]["measure"], by_hand["number"]["measure"]} <= set(by_hand["measures"])
    number = by_hand["number"]
    assert isinstance(number["value"], int)
    assert answers()[number["measure"]][number["key"]] == str(number["value"])


def test_the_return_asks_about_what_the_department_then_corrects() -> None:
    returned, corrected = demo()["return"], demo()["correction"]
    assert measures_of(returned["department"]) >= set(corrected) >= {returned["measure"]}
    remarks = [{"measure": returned["measure"], **c} for c in returned["comments"]]
    remarks += returned["also"]
    assert 2 <= len(remarks) <= 3
    assert all(r["item"] in flat(corrected[r["measure"]]) for r in remarks)


def test_the_office_judges_every_measure_the_plan_asked_about() -> None:
    office = {code: flat(table) for code, table in demo()["office"].items()}
    assert list(office) == evaluated()
    for code, given in office.items():
        assert {"second_grade", "office_view", "public_text", "public"} <= set(given)
        assert 40 <= len(given["office_view"]) <= 150, (code, len(given["office_view"]))
        assert 60 <= len(given["public_text"]) <= 150, (code, len(given["public_text"]))
        assert given["second_grade"] == proposed(code, corrected=True), code
    assert [c for c, g in office.items() if g["public"] != "公表する"] == [STILL_COUNTING]
    assert sum("hq_opinion" in g for g in office.values()) == 3


def findings(code: str) -> tuple[Finding, ...]:
    return check(the_plan(), the_plan().by_code[code], YEAR, years_of(code))


def measures_of(department: str) -> set[str]:
    return {m for d in demo()["department"] if d["name"] == department for m in d["measures"]}
