"""The plan's file and its other written forms: TOML for people, a dict for the database,
rows for a workbook. Whatever is read is checked, and every fault names its place.

In the dict, numbers with a fraction are texts, years are texts, and what is empty is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from imari_desk.domain.codes import tidy_code
from imari_desk.domain.errors import PlanError
from imari_desk.domain.numerals import canonical_number
from imari_desk.domain.plan import (
    Bar,
    Combine,
    Direction,
    Field,
    Grade,
    GradeKind,
    Group,
    Indicator,
    IndicatorKind,
    Measure,
    Phase,
    Phases,
    Plan,
    Scale,
    Term,
)
from imari_desk.domain.plan_entry import Entry, brief, clean, lines_of
from imari_desk.domain.plan_rows import from_rows, to_rows
from imari_desk.domain.plan_rules import check_plan, plan_faults

LONGEST_CODE = 20
_HEAD = ("id", "title", "short_title", "municipality", "first_year", "last_year", "version")
_PLAN = frozenset((*_HEAD, "version_note", "fields", "groups", "measures", "scale", "glossary"))
_SCALE = frozenset(("grades", "expected", "combine"))
_GRADE = frozenset(("letter", "legend", "kind", "at_least"))
_FIELD = frozenset(("id", "name"))
_GROUP = frozenset(("id", "field", "name"))
_TERM = frozenset(("word", "expansion", "text"))
_PHASE_NAMES = {phase: phase.value for phase in Phase}
_PHASES = frozenset((*_PHASE_NAMES.values(), "checked", "checked_by"))
_MEASURE = frozenset(
    (
        *("code", "group", "name", "summary", "effect", "vision_action", "national_priority"),
        *("schedule", "milestones", "phases", "indicators", "predecessors"),
    )
)
_INDICATOR = frozenset(
    (
        *("name", "kind", "unit", "target", "target_text", "direction"),
        *("numerator", "denominator", "formula", "expected"),
    )
)
# Signs that sheet names, file names or lists of codes cannot hold.
_NO_CODE = re.compile(r"""[=+@].*|.*[/\\:*?\[\]<>|"',、。._].*""")
_INTERVAL = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])/([0-9]{4})-(0[1-9]|1[0-2])")
_LINE = re.compile(r"at line ([0-9]+), column ([0-9]+)")


def parse_plan(text: str) -> Plan:
    """The plan written in a TOML file. Raises PlanError with ``place`` in its facts."""
    try:
        import tomllib

        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = f"{found[1]}行目の{found[2]}文字目" if found else "終わり近く"
        raise PlanError("plan.syntax", place=line, line=line) from error
    return plan_from_dict(data)


def plan_from_dict(data: Mapping[str, object]) -> Plan:
    """The plan from what plan_to_dict gave, or from a TOML file as read. Raises PlanError."""
    plan = _plan(Entry(data, "", _PLAN))
    check_plan(plan)
    return plan


class CheckedDraft(NamedTuple):
    """A draft that was read: the plan it is, None as long as there are ``faults``, one a place."""

    plan: Plan | None
    faults: tuple[PlanError, ...]


def read_draft(data: Mapping[str, object]) -> CheckedDraft:
    """Everything that keeps plan_to_dict's shape from being a plan, in the order of the plan.

    The places of faults number what stands in lists: 「measures[7].indicators[1].target」.
    """
    found: list[PlanError] = []
    try:
        plan = _plan(Entry(data, "", _PLAN, found))
    except PlanError as fault:
        return CheckedDraft(None, (fault,))
    found += plan_faults(plan, numbered=True)
    by_place: dict[object, PlanError] = {}
    for one in found:
        by_place.setdefault(one.facts["place"], one)
    return CheckedDraft(None if found else plan, tuple(by_place.values()))


def _plan(entry: Entry) -> Plan:
    return Plan(
        id=entry.needed("id"),
        title=entry.needed("title"),
        short_title=entry.needed("short_title"),
        municipality=entry.needed("municipality"),
        first_year=entry.whole("first_year"),
        last_year=entry.whole("last_year"),
        version=entry.whole("version"),
        version_note=entry.text("version_note", lines=True),
        fields=tuple(map(_field, entry.tables("fields", _FIELD))),
        groups=tuple(map(_group, entry.tables("groups", _GROUP))),
        measures=tuple(map(_measure, entry.tables("measures", _MEASURE, "code"))),
        scale=_scale(entry.inner("scale", _SCALE)),
        glossary=tuple(map(_term, entry.tables("glossary", _TERM))),
    )


def plan_to_dict(plan: Plan) -> dict[str, object]:
    """The plan as JSON can hold it; plan_from_dict gives the same plan back."""
    return _full(
        id=plan.id,
        title=plan.title,
        short_title=plan.short_title,
        municipality=plan.municipality,
        first_year=plan.first_year,
        last_year=plan.last_year,
        version=plan.version,
        version_note=plan.version_note,
        fields=[_full(id=f.id, name=f.name) for f in plan.fields],
        groups=[_full(id=g.id, field=g.field, name=g.name) for g in plan.groups],
        scale=_full(
            combine=plan.scale.combine.value,
            expected=_numbers(plan.scale.expected),
            grades=[_grade_dict(g) for g in plan.scale.grades],
        ),
        measures=[_measure_dict(m) for m in plan.measures],
        glossary=[_full(word=t.word, expansion=t.expansion, text=t.text) for t in plan.glossary],
    )


def plan_rows(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The plan as flat rows (path, value), all plain text: its form inside other workbooks."""
    return to_rows(plan_to_dict(plan))


def plan_from_rows(rows: Iterable[tuple[str, str]]) -> Plan:
    """The plan from its rows in any order. Raises PlanError, also where a row was lost."""
    return plan_from_dict(from_rows(rows))


# --- reading ---


def _field(entry: Entry) -> Field:
    return Field(entry.needed("id"), entry.needed("name"))


def _group(entry: Entry) -> Group:
    return Group(entry.needed("id"), entry.needed("field"), entry.needed("name"))


def _term(entry: Entry) -> Term:
    return Term(entry.needed("word"), entry.text("expansion"), entry.needed("text", lines=True))


def _scale(entry: Entry) -> Scale:
    return Scale(
        grades=tuple(map(_grade, entry.tables("grades", _GRADE))),
        expected=entry.numbers("expected"),
        combine=entry.choice("combine", Combine.LOWEST),
    )


def _grade(entry: Entry) -> Grade:
    return Grade(
        letter=entry.needed("letter"),
        legend=entry.needed("legend", lines=True),
        kind=entry.choice("kind", GradeKind.RATIO),
        at_least=entry.number("at_least"),
    )


def _measure(entry: Entry) -> Measure:
    nothing: tuple[str, ...] = ()
    milestones = {
        year: entry.spared(partial(lines_of, d, at), nothing)
        for year, at, d in entry.yearly("milestones")
    }
    schedule = {
        year: entry.spared(partial(clean, d, at), "") for year, at, d in entry.yearly("schedule")
    }
    return Measure(
        code=_code(entry, entry.needed("code"), entry.at("code")),
        group=entry.needed("group"),
        name=entry.needed("name"),
        summary=entry.text("summary", lines=True),
        effect=entry.text("effect", lines=True),
        vision_action=entry.text("vision_action"),
        national_priority=entry.flag("national_priority"),
        schedule={year: text for year, text in schedule.items() if text},
        milestones={year: texts for year, texts in milestones.items() if texts},
        phases=_phases(entry.inner("phases", _PHASES)),
        indicators=tuple(map(_indicator, entry.tables("indicators", _INDICATOR))),
        predecessors=tuple(
            _code(entry, text, f"{entry.at('predecessors')}[{n}]")
            for n, text in enumerate(entry.texts("predecessors"), start=1)
        ),
    )


def _code(entry: Entry, text: str, place: str) -> str:
    """The code with a plain dash. Sheet names and file names are made of it."""
    code = tidy_code(text)
    if code is None or len(code) > LONGEST_CODE or _NO_CODE.fullmatch(code):
        entry.report(PlanError("plan.not_code", place=place, found=brief(text)))
        return text
    return code


def _phases(entry: Entry) -> Phases:
    bars = {}
    for phase, name in _PHASE_NAMES.items():
        texts, place = entry.texts(name), entry.at(name)
        if texts:
            read = (partial(_bar, t, f"{place}[{n}]") for n, t in enumerate(texts, start=1))
            found = (entry.spared(one, None) for one in read)
            bars[phase] = tuple(bar for bar in found if bar is not None)
    return Phases(bars, entry.flag("checked"), entry.text("checked_by"))


def _bar(text: str, place: str) -> Bar:
    found = _INTERVAL.fullmatch(text)
    if found is None:
        raise PlanError("plan.not_interval", place=place, found=brief(text))
    return Bar((int(found[1]), int(found[2])), (int(found[3]), int(found[4])))


def _indicator(entry: Entry) -> Indicator:
    entry.needed("kind")
    return Indicator(
        name=entry.needed("name"),
        kind=entry.choice("kind", IndicatorKind.ANNUAL),
        unit=entry.text("unit"),
        target=entry.number("target"),
        target_text=entry.needed("target_text"),
        direction=entry.choice("direction", Direction.UP),
        numerator=entry.text("numerator"),
        denominator=entry.text("denominator"),
        formula=entry.text("formula", lines=True),
        expected=entry.numbers("expected"),
    )


# --- writing ---


def _full(**entries: object) -> dict[str, object]:
    """The entries that say something; False says what its absence says."""
    return {key: value for key, value in entries.items() if value}


def _numbers(numbers: Iterable[Decimal]) -> list[str]:
    return [canonical_number(n) for n in numbers]


def _number(value: Decimal | None) -> str | None:
    return None if value is None else canonical_number(value)


def _grade_dict(grade: Grade) -> dict[str, object]:
    kind = None if grade.kind is GradeKind.RATIO else grade.kind.value
    return _full(
        letter=grade.letter, legend=grade.legend, kind=kind, at_least=_number(grade.at_least)
    )


def _measure_dict(measure: Measure) -> dict[str, object]:
    return _full(
        code=measure.code,
        group=measure.group,
        name=measure.name,
        summary=measure.summary,
        effect=measure.effect,
        vision_action=measure.vision_action,
        national_priority=measure.national_priority,
        schedule={str(year): text for year, text in sorted(measure.schedule.items())},
        milestones={str(year): list(texts) for year, texts in sorted(measure.milestones.items())},
        phases=_full(
            checked=measure.phases.checked,
            checked_by=measure.phases.checked_by,
            **{
                name: [_interval(bar) for bar in measure.phases.bars.get(phase, ())]
                for phase, name in _PHASE_NAMES.items()
            },
        ),
        indicators=[_indicator_dict(i) for i in measure.indicators],
        predecessors=list(measure.predecessors),
    )


def _interval(bar: Bar) -> str:
    (y1, m1), (y2, m2) = bar.first, bar.last
    return f"{y1:04d}-{m1:02d}/{y2:04d}-{m2:02d}"


def _indicator_dict(indicator: Indicator) -> dict[str, object]:
    return _full(
        name=indicator.name,
        kind=indicator.kind.value,
        unit=indicator.unit,
        target=_number(indicator.target),
        target_text=indicator.target_text,
        direction=None if indicator.direction is Direction.UP else indicator.direction.value,
        numerator=indicator.numerator,
        denominator=indicator.denominator,
        formula=indicator.formula,
        expected=_numbers(indicator.expected),
    )
