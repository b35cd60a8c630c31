"""Twenty municipalities in one plan, 28 measures each, five years: 2,800 evaluations.

``python -m benchmarks.many_evaluations DIR [MUNICIPALITIES]`` makes the office's data folder.
The texts are the demo's, the numbers and grades differ from municipality to municipality.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.sample import every_answer
from imari_desk.desk.rehearsal_script import Script, load_script
from imari_desk.domain.book import Level, Purpose
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind, Owner, comment_key, items_by_key
from imari_desk.domain.numbers import canonical
from imari_desk.domain.plan import Group, Measure, Plan
from imari_desk.domain.records import (
    Assignment,
    ImportAct,
    ImportRecord,
    Outcome,
    Request,
)
from imari_desk.domain.register import Dot, Written
from imari_desk.domain.taking_in import Arrival, Intake
from imari_desk.places import DATABASE
from imari_desk.store import imports
from imari_desk.store.store import Store

MUNICIPALITIES = 20
_TOGETHER = 20
NOW = "2026-05-20T10:15:00+09:00"
_PHRASES = ("庁内で共有した", "窓口の待ち時間が減った", "問い合わせが増えた", "予算を見直した")


def make_office(folder: Path, municipalities: int = MUNICIPALITIES) -> Plan:
    """The office's database in a folder, everything taken in and 確定; gives its plan."""
    script = _script()
    plan = many_plan(script.plan, municipalities)
    folder.mkdir(parents=True, exist_ok=True)
    with Store.create(folder / DATABASE, Owner.OFFICE, "", plan, now=NOW, program="0") as store:
        first = plan.first_year
        every = {
            f"{n:02}{m.code}": _department(m.code, n)
            for n in range(1, municipalities + 1)
            for m in script.plan.measures
        }
        store.set_assignments([Assignment(plan.id, first, c, d) for c, d in every.items()])
        asked = sorted(set(every.values()))
        requests = [Request(plan.id, plan.last_year, d, "2026-05-29", "", NOW) for d in asked]
        store.record_sent([], requests)
        _take_in(store, plan, municipalities)
    return plan


def _take_in(store: Store, plan: Plan, municipalities: int) -> None:
    """What workbooks would bring, in one transaction; the answers of some together, so that what
    is there already is looked up once for all of them."""
    with store._database.transaction(writing=True) as connection:
        for first in range(1, municipalities + 1, _TOGETHER):
            some = range(first, min(first + _TOGETHER, municipalities + 1))
            for year in plan.years:
                records = [_record(plan, number, year) for number in some]
                for record in records[1:]:
                    imports.apply(connection, ImportAct(record, None))
                intakes = tuple(one for number in some for one in _intakes(plan, number, year))
                imports.apply(connection, ImportAct(records[0], None, intakes))


def many_plan(plan: Plan, municipalities: int) -> Plan:
    """One plan with the measures of so many municipalities: ``01行-②``, ``02行-②``, …"""
    numbers = range(1, municipalities + 1)
    return replace(
        plan,
        id="many",
        title=f"{municipalities}団体のDX推進計画",
        groups=tuple(
            Group(f"{g.id}-{n}", g.field, f"{g.name}（例{n}市）")
            for n in numbers
            for g in plan.groups
        ),
        measures=tuple(_of(m, n) for n in numbers for m in plan.measures),
    )


def _of(measure: Measure, number: int) -> Measure:
    return replace(
        measure,
        code=f"{number:02}{measure.code}",
        group=f"{measure.group}-{number}",
        predecessors=(),
    )


@cache
def _script() -> Script:
    return load_script()


@cache
def _answers() -> Mapping[tuple[str, int], Mapping[str, tuple[Item, str]]]:
    """Code and year in the demo's plan → key → item and canonical answer."""
    script = _script()
    found = {}
    for (code, year), typed in every_answer(script).items():
        known = items_by_key(script.plan, script.plan.by_code[code], year)
        found[code, year] = {
            key: (known[key], canonical(known[key], text).value) for key, text in typed.items()
        }
    return found


def _department(code: str, number: int) -> str:
    """Who answers for a measure of the demo's plan in that municipality."""
    names = (n for n, codes in _script().departments.items() if code in codes)
    return f"例{number}市{next(names, 'DX推進課')}"


def _record(plan: Plan, number: int, year: int) -> ImportRecord:
    """The workbook of one municipality and year."""
    return ImportRecord(
        f"{number:032}{year:032}",
        f"{year}_提出_例{number}市.xlsx",
        200_000,
        Outcome.APPLIED,
        NOW,
        Level.FULL,
        Purpose.SUBMISSION,
        plan.id,
        plan.version,
        year,
        f"例{number}市",
    )


def _intakes(plan: Plan, number: int, year: int) -> Iterator[Intake]:
    """What one municipality handed in of one year, and what the office made of it."""
    for place, measure in enumerate(_script().plan.measures):
        yield _intake(plan, measure, place, number, year)


def _intake(plan: Plan, measure: Measure, place: int, number: int, year: int) -> Intake:
    at = EvaluationId(plan.id, f"{number:02}{measure.code}", year)
    values = dict(_values(plan, measure, place, number, year))
    written = {
        key: Written(Dot(f"m{number}y{year}", place * 100 + n), value)
        for n, (key, value) in enumerate(values.items(), start=1)
    }
    after = Evaluation(at, {key: (one,) for key, one in written.items()})
    arrivals = tuple(Arrival(key, one, None, False, False) for key, one in written.items())
    return Intake(Evaluation(at), after, (), arrivals)


def _values(
    plan: Plan, measure: Measure, place: int, number: int, year: int
) -> Iterator[tuple[str, str]]:
    turn = number * 7 + place * 3 + year
    for key, (item, value) in _answers()[measure.code, year].items():
        yield key, _varied(item, value, number, turn)
    letters = plan.scale.letters
    yield "submission", "1"
    yield "office_stage", "確定（提出1）"
    yield "office_view", f"例{number}市の取組を確認した。{_PHRASES[turn % 4]}ことを評価する。"
    if turn % 5 == 0:
        yield "second_grade", letters[turn % 4]
    if turn % 3 == 0:
        yield (
            comment_key("activities", f"{turn:08x}"),
            f"{_PHRASES[turn % 4]}理由をお書きください。",
        )


def _varied(item: Item, value: str, number: int, turn: int) -> str:
    match item.kind:
        case ItemKind.NUMBER if value.isdecimal() and not item.key.endswith("denominator"):
            return str(int(value) * (60 + turn % 41) // 100)
        case ItemKind.TEXT if value:
            return f"{value}例{number}市では{_PHRASES[turn % 4]}。"
        case ItemKind.CHOICE if item.key == "grade":
            return item.choices[turn % 4]
        case _:
            return value


if __name__ == "__main__":
    make_office(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else MUNICIPALITIES)
