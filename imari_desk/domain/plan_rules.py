"""What must agree inside a plan: years, codes, groups, kinds and targets, the scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from imari_desk.domain.codes import measure_code
from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan import (
    Direction,
    GradeKind,
    Indicator,
    IndicatorKind,
    Measure,
    Phases,
    Plan,
    Scale,
)
from imari_desk.domain.plan_entry import brief

YEARS = range(1900, 2201)
MOST_YEARS = 30
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PARTS = ("numerator", "denominator")


def check_plan(plan: Plan) -> None:
    """Raises PlanError for the first disagreement, its place in the facts."""
    for fault in plan_faults(plan):
        raise fault


def plan_faults(plan: Plan, *, numbered: bool = False) -> Iterator[PlanError]:
    """Every disagreement. A measure's place is its code, or its number from 1.

    What hangs on the years is not looked at as long as the years are wrong.
    """
    head = tuple(_head_faults(plan))
    yield from head
    yield from _structure_faults(plan)
    if any(fault.code == "plan.years" for fault in head):
        return
    yield from _scale_faults(plan.scale, len(plan.years))
    for n, measure in enumerate(plan.measures, start=1):
        yield from _measure_faults(measure, f"measures[{n if numbered else measure.code}]", plan)


def _head_faults(plan: Plan) -> Iterator[PlanError]:
    if not _ID.fullmatch(plan.id):
        yield PlanError("plan.not_id", place="id", found=brief(plan.id))
    if plan.version < 1:
        yield PlanError("plan.version", place="version")
    if plan.first_year not in YEARS:
        yield PlanError("plan.years", place="first_year")
    elif not 1 <= len(plan.years) <= MOST_YEARS or plan.last_year not in YEARS:
        yield PlanError("plan.years", place="last_year")


def _structure_faults(plan: Plan) -> Iterator[PlanError]:
    for place, entries in (
        ("fields", plan.fields),
        ("groups", plan.groups),
        ("measures", plan.measures),
    ):
        if not entries:
            yield PlanError("plan.empty", place=place)
    yield from _differ("fields[{}].id", (f.id for f in plan.fields))
    yield from _differ("fields[{}].name", (f.name for f in plan.fields))
    yield from _differ("groups[{}].id", (g.id for g in plan.groups))
    yield from _differ("groups[{}].name", (g.name for g in plan.groups))
    yield from _differ("measures[{}].code", (m.code for m in plan.measures))
    codes = (measure_code(m.code) or m.code for m in plan.measures)
    yield from _differ("measures[{}].code", codes)
    yield from _differ("glossary[{}].word", (t.word for t in plan.glossary))
    for n, group in enumerate(plan.groups, start=1):
        if group.field not in plan.fields_by_id:
            place = f"groups[{n}].field"
            yield PlanError("plan.unknown_field", place=place, found=brief(group.field))


def _differ(place: str, names: Iterable[str]) -> Iterator[PlanError]:
    seen = set()
    for n, name in enumerate(names, start=1):
        if name in seen:
            yield PlanError("plan.twice", place=place.format(n), found=brief(name))
        seen.add(name)


# --- one measure ---


def _measure_faults(measure: Measure, place: str, plan: Plan) -> Iterator[PlanError]:
    if measure.group not in plan.groups_by_id:
        at = f"{place}.group"
        yield PlanError("plan.unknown_group", place=at, found=brief(measure.group))
    years = {"first": plan.first_year, "last": plan.last_year}
    for part, found in (("schedule", measure.schedule), ("milestones", measure.milestones)):
        for year in found:
            if year not in plan.years:
                yield PlanError("plan.outside_years", place=f"{place}.{part}.{year}", **years)
    yield from _phases_faults(measure.phases, f"{place}.phases", plan)
    yield from _differ(f"{place}.predecessors[{{}}]", measure.predecessors)
    for n, indicator in enumerate(measure.indicators, start=1):
        yield from _indicator_faults(indicator, f"{place}.indicators[{n}]", len(plan.years))


def _phases_faults(phases: Phases, place: str, plan: Plan) -> Iterator[PlanError]:
    start, end = (plan.first_year, 4), (plan.last_year + 1, 3)
    for phase, bars in phases.bars.items():
        before = (0, 0)
        for n, bar in enumerate(bars, start=1):
            at = f"{place}.{phase.value}[{n}]"
            if bar.last < bar.first:
                yield PlanError("plan.interval_backwards", place=at)
            elif bar.first < start or bar.last > end:
                first, last = plan.first_year, plan.last_year
                yield PlanError("plan.outside_years", place=at, first=first, last=last)
            elif bar.first <= before:
                yield PlanError("plan.intervals_overlap", place=at)
            before = bar.last


def _indicator_faults(indicator: Indicator, place: str, years: int) -> Iterator[PlanError]:
    for part, name in zip(_PARTS, (indicator.numerator, indicator.denominator), strict=True):
        if indicator.kind is IndicatorKind.RATE and not name:
            yield PlanError("plan.rate_without_parts", place=f"{place}.{part}")
        if indicator.kind is not IndicatorKind.RATE and name:
            yield PlanError("plan.parts_without_rate", place=f"{place}.{part}")
    yield from _target_faults(indicator, f"{place}.target")
    if (indicator.direction is Direction.DOWN) is not (indicator.kind is IndicatorKind.CEILING):
        yield PlanError("plan.direction", place=f"{place}.direction")
    if indicator.expected:
        yield from _shares_faults(indicator.expected, f"{place}.expected", years)


def _target_faults(indicator: Indicator, place: str) -> Iterator[PlanError]:
    if indicator.kind is IndicatorKind.MILESTONE:
        if indicator.target is not None:
            yield PlanError("plan.target_unwanted", place=place)
    elif indicator.target is None:
        yield PlanError("plan.target_missing", place=place)
    elif not indicator.target and indicator.kind is not IndicatorKind.CEILING:
        yield PlanError("plan.target_zero", place=place)


# --- the yardstick ---


def _shares_faults(shares: tuple[Decimal, ...], place: str, years: int) -> Iterator[PlanError]:
    if len(shares) != years:
        yield PlanError("plan.shares_count", place=place, found=len(shares), years=years)
        return
    before = Decimal(0)
    for n, share in enumerate(shares, start=1):
        at = f"{place}[{n}]"
        if not 0 < share <= 100:
            yield PlanError("plan.share_range", place=at, found=share)
        elif share < before:
            yield PlanError("plan.shares_fall", place=at)
        before = share


def _scale_faults(scale: Scale, years: int) -> Iterator[PlanError]:
    kinds = [grade.kind for grade in scale.grades]
    ratios = kinds.count(GradeKind.RATIO)
    if not ratios or kinds.count(GradeKind.NOT_EVALUATED) != 1 or kinds.count(GradeKind.UNABLE) > 1:
        yield PlanError("plan.grade_kinds", place="scale.grades")
    elif any(kind is not GradeKind.RATIO for kind in kinds[:ratios]):
        yield PlanError("plan.grade_order", place="scale.grades")
    yield from _differ("scale.grades[{}].letter", scale.letters)
    yield from _threshold_faults(scale)
    yield from _shares_faults(scale.expected, "scale.expected", years)


def _threshold_faults(scale: Scale) -> Iterator[PlanError]:
    before = Decimal("Infinity")
    last = 0
    for n, grade in enumerate(scale.grades, start=1):
        place = f"scale.grades[{n}].at_least"
        if grade.kind is not GradeKind.RATIO:
            if grade.at_least is not None:
                yield PlanError("plan.threshold_unwanted", place=place)
            continue
        last = n
        if grade.at_least is None:
            yield PlanError("plan.threshold_missing", place=place)
        elif grade.at_least >= before:
            yield PlanError("plan.thresholds_fall", place=place)
        before = before if grade.at_least is None else grade.at_least
    if last and before and before.is_finite():
        yield PlanError("plan.threshold_floor", place=f"scale.grades[{last}].at_least")
