"""What must agree inside a plan: years, codes, groups, kinds and targets, the scale."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    _check_head(plan)
    _check_structure(plan)
    _check_scale(plan.scale, len(plan.years))
    for measure in plan.measures:
        _check_measure(measure, f"measures[{measure.code}]", plan)


def _check_head(plan: Plan) -> None:
    if not _ID.fullmatch(plan.id):
        raise PlanError("plan.not_id", place="id", found=brief(plan.id))
    if plan.version < 1:
        raise PlanError("plan.version", place="version")
    if plan.first_year not in YEARS:
        raise PlanError("plan.years", place="first_year")
    if not 1 <= len(plan.years) <= MOST_YEARS or plan.last_year not in YEARS:
        raise PlanError("plan.years", place="last_year")


def _check_structure(plan: Plan) -> None:
    for place, entries in (
        ("fields", plan.fields),
        ("groups", plan.groups),
        ("measures", plan.measures),
    ):
        if not entries:
            raise PlanError("plan.empty", place=place)
    _differ("fields[{}].id", (f.id for f in plan.fields))
    _differ("fields[{}].name", (f.name for f in plan.fields))
    _differ("groups[{}].id", (g.id for g in plan.groups))
    _differ("groups[{}].name", (g.name for g in plan.groups))
    _differ("measures[{}].code", (m.code for m in plan.measures))
    _differ("measures[{}].code", (measure_code(m.code) or m.code for m in plan.measures))
    _differ("glossary[{}].word", (t.word for t in plan.glossary))
    for n, group in enumerate(plan.groups, start=1):
        if group.field not in plan.fields_by_id:
            place = f"groups[{n}].field"
            raise PlanError("plan.unknown_field", place=place, found=brief(group.field))


def _differ(place: str, names: Iterable[str]) -> None:
    seen = set()
    for n, name in enumerate(names, start=1):
        if name in seen:
            raise PlanError("plan.twice", place=place.format(n), found=brief(name))
        seen.add(name)


# --- one measure ---


def _check_measure(measure: Measure, place: str, plan: Plan) -> None:
    if measure.group not in plan.groups_by_id:
        at = f"{place}.group"
        raise PlanError("plan.unknown_group", place=at, found=brief(measure.group))
    years = {"first": plan.first_year, "last": plan.last_year}
    for part, found in (("schedule", measure.schedule), ("milestones", measure.milestones)):
        for year in found:
            if year not in plan.years:
                raise PlanError("plan.outside_years", place=f"{place}.{part}.{year}", **years)
    _check_phases(measure.phases, f"{place}.phases", plan)
    _differ(f"{place}.predecessors[{{}}]", measure.predecessors)
    for n, indicator in enumerate(measure.indicators, start=1):
        _check_indicator(indicator, f"{place}.indicators[{n}]", len(plan.years))


def _check_phases(phases: Phases, place: str, plan: Plan) -> None:
    start, end = (plan.first_year, 4), (plan.last_year + 1, 3)
    for phase, bars in phases.bars.items():
        before = (0, 0)
        for n, bar in enumerate(bars, start=1):
            at = f"{place}.{phase.value}[{n}]"
            if bar.last < bar.first:
                raise PlanError("plan.interval_backwards", place=at)
            if bar.first < start or bar.last > end:
                first, last = plan.first_year, plan.last_year
                raise PlanError("plan.outside_years", place=at, first=first, last=last)
            if bar.first <= before:
                raise PlanError("plan.intervals_overlap", place=at)
            before = bar.last


def _check_indicator(indicator: Indicator, place: str, years: int) -> None:
    for part, name in zip(_PARTS, (indicator.numerator, indicator.denominator), strict=True):
        if indicator.kind is IndicatorKind.RATE and not name:
            raise PlanError("plan.rate_without_parts", place=f"{place}.{part}")
        if indicator.kind is not IndicatorKind.RATE and name:
            raise PlanError("plan.parts_without_rate", place=f"{place}.{part}")
    _check_target(indicator, f"{place}.target")
    if (indicator.direction is Direction.DOWN) is not (indicator.kind is IndicatorKind.CEILING):
        raise PlanError("plan.direction", place=f"{place}.direction")
    if indicator.expected:
        _check_shares(indicator.expected, f"{place}.expected", years)


def _check_target(indicator: Indicator, place: str) -> None:
    if indicator.kind is IndicatorKind.MILESTONE:
        if indicator.target is not None:
            raise PlanError("plan.target_unwanted", place=place)
    elif indicator.target is None:
        raise PlanError("plan.target_missing", place=place)
    elif not indicator.target and indicator.kind is not IndicatorKind.CEILING:
        raise PlanError("plan.target_zero", place=place)


# --- the yardstick ---


def _check_shares(shares: tuple[Decimal, ...], place: str, years: int) -> None:
    if len(shares) != years:
        raise PlanError("plan.shares_count", place=place, found=len(shares), years=years)
    before = Decimal(0)
    for n, share in enumerate(shares, start=1):
        at = f"{place}[{n}]"
        if not 0 < share <= 100:
            raise PlanError("plan.share_range", place=at, found=share)
        if share < before:
            raise PlanError("plan.shares_fall", place=at)
        before = share


def _check_scale(scale: Scale, years: int) -> None:
    kinds = [grade.kind for grade in scale.grades]
    ratios = kinds.count(GradeKind.RATIO)
    if not ratios or kinds.count(GradeKind.NOT_EVALUATED) != 1 or kinds.count(GradeKind.UNABLE) > 1:
        raise PlanError("plan.grade_kinds", place="scale.grades")
    if any(kind is not GradeKind.RATIO for kind in kinds[:ratios]):
        raise PlanError("plan.grade_order", place="scale.grades")
    _differ("scale.grades[{}].letter", scale.letters)
    _check_thresholds(scale)
    _check_shares(scale.expected, "scale.expected", years)


def _check_thresholds(scale: Scale) -> None:
    before = Decimal("Infinity")
    for n, grade in enumerate(scale.grades, start=1):
        place = f"scale.grades[{n}].at_least"
        if grade.kind is not GradeKind.RATIO:
            if grade.at_least is not None:
                raise PlanError("plan.threshold_unwanted", place=place)
            continue
        if grade.at_least is None:
            raise PlanError("plan.threshold_missing", place=place)
        if grade.at_least >= before:
            raise PlanError("plan.thresholds_fall", place=place)
        before = grade.at_least
    if before:
        last = sum(grade.kind is GradeKind.RATIO for grade in scale.grades)
        raise PlanError("plan.threshold_floor", place=f"scale.grades[{last}].at_least")
