"""The whole at a glance: what was reckoned of each measure once, put together for a year.

What costs time is reckoning the indicators; that depends on one measure alone. So a measure is
reckoned for all years of the plan (``reckon``) and kept until it changes, and a year, or the
plan's whole time, is only counted together (``gather``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from operator import itemgetter
from typing import NamedTuple, TypeVar

from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import MILESTONE_STATES
from imari_desk.domain.plan import GradeKind, Measure, Plan
from imari_desk.domain.summary import (
    IndicatorYear,
    IndicatorYears,
    Tally,
    Trend,
    counted_grade,
    indicator_years,
    tally,
    trend_of,
)

T = TypeVar("T")
_NONE: Mapping[str, str] = {}
WHOLE_PLAN = 0  # in place of a fiscal year: all years of the plan together
_PARTS = ("value", "numerator", "denominator", "events", "state")


class By(Enum):
    """What grades are counted by."""

    FIELD = "field"
    GROUP = "group"
    DEPARTMENT = "department"
    YEAR = "year"


class Milestones(NamedTuple):
    """How many milestones stand how; ``blank`` ones have no state yet."""

    done: int = 0
    partly: int = 0
    undone: int = 0
    exempt: int = 0
    blank: int = 0

    @property
    def asked(self) -> int:
        """All but those that are 対象外."""
        return sum(self) - self.exempt


class MeasureYears(NamedTuple):
    """What was reckoned of a measure, year by year of the plan; a grade is "" where none counts.

    ``reached``: for each indicator how much of what was expected, in percent, inf where that
    cannot be said.
    """

    grades: tuple[str, ...]
    milestones: tuple[Milestones, ...]
    indicators: tuple[IndicatorYears, ...]
    reached: tuple[tuple[float, ...], ...]


class Standing(NamedTuple):
    """One measure in what is looked at.

    For a year ``last_grade`` is the one of the year before; for the whole plan ``grade`` is the
    last and ``last_grade`` the first that can be compared.
    """

    measure: Measure
    field: str
    group: str
    department: str
    years: MeasureYears
    grade: str
    last_grade: str
    trend: Trend


class Counted(NamedTuple):
    """One evaluation under the label it is counted by."""

    label: str
    at: EvaluationId
    grade: str
    milestones: Milestones


class MilestoneTally(NamedTuple):
    """The milestones of some measures taken together."""

    label: str
    milestones: Milestones


class IndicatorStanding(NamedTuple):
    """An indicator with the year that counts: the one looked at, or the last that has a value."""

    standing: Standing
    indicator: IndicatorYears
    year: IndicatorYear


@dataclass(frozen=True, slots=True)
class Whole:
    """A year of the plan, or with ``fiscal_year`` WHOLE_PLAN all of them, in numbers.

    Counted over the whole plan, a measure counts once a year. ``indicators`` stand lowest first,
    those that cannot be judged last.
    """

    plan: Plan
    fiscal_year: int
    standings: tuple[Standing, ...]
    overall: Tally
    milestones: MilestoneTally
    indicators: tuple[IndicatorStanding, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are counted."""
        whole = self.fiscal_year == WHOLE_PLAN
        return tuple(self.plan.years) if whole else (self.fiscal_year,)

    def trend(self, trend: Trend) -> tuple[Standing, ...]:
        """The measures whose grade went that way."""
        return tuple(s for s in self.standings if s.trend is trend)

    def tallies(self, by: By) -> tuple[Tally, ...]:
        """The grades counted by that, in the plan's order."""
        labels, grades, _ = self._lists(by)
        letters = self.plan.scale.letters
        return tuple(tally(label, members, letters) for label, members in _by(labels, grades))

    def milestone_tallies(self, by: By) -> tuple[MilestoneTally, ...]:
        """The milestones counted by that."""
        labels, _, done = self._lists(by)
        return tuple(MilestoneTally(label, _sum(members)) for label, members in _by(labels, done))

    def _lists(self, by: By) -> tuple[list[str], list[tuple[str, str]], list[Milestones]]:
        rows = [
            (_label(by, standing, year), (grade, last), done)
            for standing in self.standings
            for year, grade, last, done in _counted(self.plan, self.fiscal_year, standing)
        ]
        return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]

    def counted(self, by: By | None) -> Iterator[Counted]:
        """Every evaluation that is counted, with its label; "" where ``by`` is None."""
        first = self.plan.first_year
        for standing in self.standings:
            for year in self.years:
                yield Counted(
                    "" if by is None else _label(by, standing, year),
                    EvaluationId(self.plan.id, standing.measure.code, year),
                    standing.years.grades[year - first],
                    standing.years.milestones[year - first],
                )


def reckoned_keys(plan: Plan) -> frozenset[str]:
    """The items of an evaluation that have to be known to reckon it."""
    asked = max((len(t) for m in plan.measures for t in m.milestones.values()), default=0)
    indicators = max((len(m.indicators) for m in plan.measures), default=0)
    return frozenset(
        [
            *("grade", "second_grade"),
            *(f"milestone.{n}.state" for n in range(1, asked + 1)),
            *(f"indicator.{n}.{part}" for n in range(1, indicators + 1) for part in _PARTS),
        ]
    )


def reckon(plan: Plan, measure: Measure, years: Mapping[int, Evaluation]) -> MeasureYears:
    """Everything about one measure, out of its evaluations by fiscal year."""
    held = [years.get(y) or Evaluation(EvaluationId(plan.id, measure.code, y)) for y in plan.years]
    numbers = range(1, len(measure.indicators) + 1)
    indicators = tuple(indicator_years(plan, measure, n, years) for n in numbers)
    return MeasureYears(
        tuple(counted_grade(plan, measure, e) for e in held),
        tuple(_milestones(measure, e) for e in held),
        indicators,
        tuple(tuple(map(_how_much, one.years)) for one in indicators),
    )


def gather(
    plan: Plan,
    fiscal_year: int,
    reckoned: Mapping[str, MeasureYears],
    departments: Mapping[str, str],
    before: Mapping[str, str] = _NONE,
) -> Whole:
    """A year, or WHOLE_PLAN, out of what was reckoned of every measure of the plan.

    ``before``: as in summarise.
    """
    standings = tuple(
        _standing(
            plan,
            m,
            fiscal_year,
            reckoned[m.code],
            departments.get(m.code, ""),
            before.get(m.code, ""),
        )
        for m in plan.measures
    )
    counted = [one for s in standings for one in _counted(plan, fiscal_year, s)]
    return Whole(
        plan,
        fiscal_year,
        standings,
        tally("", ((grade, last) for _, grade, last, _ in counted), plan.scale.letters),
        MilestoneTally("", _sum(done for *_, done in counted)),
        _indicators(plan, fiscal_year, standings),
    )


def _milestones(measure: Measure, evaluation: Evaluation) -> Milestones:
    asked = len(measure.milestones.get(evaluation.id.fiscal_year, ()))
    states = [evaluation.value(f"milestone.{n}.state") for n in range(1, asked + 1)]
    done, partly, undone, exempt = (states.count(state) for state in MILESTONE_STATES)
    return Milestones(done, partly, undone, exempt, asked - done - partly - undone - exempt)


def _standing(
    plan: Plan,
    measure: Measure,
    fiscal_year: int,
    years: MeasureYears,
    department: str,
    before: str,
) -> Standing:
    if fiscal_year == WHOLE_PLAN:
        last, grade = _ends(plan, years.grades)
    else:
        place = fiscal_year - plan.first_year
        grade, last = years.grades[place], years.grades[place - 1] if place else before
    return Standing(
        measure,
        plan.field_of(measure).name,
        plan.groups_by_id[measure.group].name,
        department,
        years,
        grade,
        last,
        trend_of(plan, last, grade),
    )


def _ends(plan: Plan, grades: Sequence[str]) -> tuple[str, str]:
    """The first and the last grade that can be compared; of a single one, it and nothing."""
    order = {g.letter for g in plan.scale.grades if g.kind is GradeKind.RATIO}
    compared = [grade for grade in grades if grade in order]
    if not compared:
        return "", grades[-1]
    return (compared[0] if len(compared) > 1 else ""), compared[-1]


def _counted(
    plan: Plan, fiscal_year: int, standing: Standing
) -> Iterator[tuple[int, str, str, Milestones]]:
    """Year, grade, the grade before and milestones of each year that counts."""
    years = standing.years
    for place, year in enumerate(plan.years):
        if fiscal_year in (year, WHOLE_PLAN):
            last = standing.last_grade if fiscal_year else ""
            yield year, years.grades[place], last, years.milestones[place]


def _label(by: By, standing: Standing, year: int) -> str:
    match by:
        case By.FIELD:
            return standing.field
        case By.GROUP:
            return standing.group
        case By.DEPARTMENT:
            return standing.department
        case _:
            return str(year)


def _by(labels: Iterable[str], members: Iterable[T]) -> Iterable[tuple[str, list[T]]]:
    """The members by their labels, in the order in which a label first occurs."""
    found: dict[str, list[T]] = {}
    for label, member in zip(labels, members, strict=True):
        found.setdefault(label, []).append(member)
    return found.items()


def _sum(members: Iterable[Milestones]) -> Milestones:
    return Milestones(*map(sum, zip(*members, strict=True)))


def _indicators(
    plan: Plan, fiscal_year: int, standings: Iterable[Standing]
) -> tuple[IndicatorStanding, ...]:
    found = []
    for standing in standings:
        for one, reached in zip(standing.years.indicators, standing.years.reached, strict=True):
            place = _year_that_counts(plan, fiscal_year, one)
            found.append((reached[place], IndicatorStanding(standing, one, one.years[place])))
    found.sort(key=itemgetter(0))
    return tuple(one for _, one in found)


def _year_that_counts(plan: Plan, fiscal_year: int, indicator: IndicatorYears) -> int:
    """The place of the year looked at, or of the last that has a value."""
    if fiscal_year != WHOLE_PLAN:
        return fiscal_year - plan.first_year
    last = len(indicator.years) - 1
    known = (n for n in range(last, -1, -1) if indicator.years[n].amount is not None)
    return next(known, last)


def _how_much(year: IndicatorYear) -> float:
    """A ceiling that is not met counts as nothing reached, a met one as all."""
    if year.met is not None:
        return 100.0 if year.met else 0.0
    return inf if year.achievement is None else float(year.achievement)
