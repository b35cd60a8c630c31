"""集計: which grade counts, how many of each where, and the indicators over the plan's years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.indicators import Case, reached
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.plan import Field, GradeKind, Group, Indicator, Measure, Plan
from imari_desk.domain.yardstick import letter_of

ByMeasure = Mapping[str, Mapping[int, Evaluation]]  # measure code → fiscal year → what is written

_NONE: Mapping[str, str] = {}


class Trend(Enum):
    """What became of a grade since last year; NONE where the two cannot be compared."""

    UP = "up"
    SAME = "same"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MeasureYear:
    """One measure in the year looked at.

    ``grade`` is the one that counts, "" where none is settled; ``last_grade`` the one of the year
    before. ``done`` of ``asked`` milestones are 済.
    """

    measure: Measure
    field: Field
    group: Group
    department: str
    evaluation: Evaluation
    judgement: Judgement
    grade: str
    last_grade: str
    trend: Trend
    done: int
    asked: int


class Glance(NamedTuple):
    """A measure of the year as lists need it: of its answers only those that were asked for."""

    measure: Measure
    department: str
    evaluation: Evaluation
    grade: str
    last_grade: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class Tally:
    """How many measures got which letter. ``counts`` and ``last_counts`` follow the scale's
    letters; ``unsettled`` measures have no grade yet."""

    label: str
    total: int
    counts: tuple[int, ...]
    unsettled: int
    last_counts: tuple[int, ...]

    @property
    def shares(self) -> tuple[Fraction, ...]:
        """Of all measures counted here, 0 to 1, letter by letter."""
        return tuple(Fraction(n, self.total) if self.total else Fraction(0) for n in self.counts)


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """An indicator in one year, None where there is nothing.

    ``amount`` and what was ``expected`` by then in its unit (a stated target: percent of
    milestones, nothing expected), ``text`` as people read it, ``achievement`` in percent, ``met``
    for a ceiling, ``state`` its 数値の状態.
    """

    fiscal_year: int
    amount: Fraction | None
    text: str
    expected: Fraction | None
    achievement: Fraction | None
    met: bool | None
    state: str


@dataclass(frozen=True, slots=True)
class IndicatorYears:
    """An indicator over all years of the plan; ``number`` counts from 1 within its measure."""

    measure: Measure
    number: int
    indicator: Indicator
    years: tuple[IndicatorYear, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A year of the plan in numbers. Measures stand in the plan's order, 課 in the order of
    their first measure. ``evaluations``: everything written, by year and measure."""

    plan: Plan
    fiscal_year: int
    measures: tuple[MeasureYear, ...]
    overall: Tally
    by_field: tuple[Tally, ...]
    by_group: tuple[Tally, ...]
    by_department: tuple[Tally, ...]
    indicators: tuple[IndicatorYears, ...]
    evaluations: tuple[Evaluation, ...]

    def trend(self, trend: Trend) -> tuple[MeasureYear, ...]:
        """The measures whose grade went that way since last year."""
        return tuple(m for m in self.measures if m.trend is trend)


def summarise(
    plan: Plan,
    fiscal_year: int,
    written: ByMeasure,
    departments: Mapping[str, str],
    before: Mapping[str, str] = _NONE,
) -> Summary:
    """The year in numbers; ``departments`` is measure code → 課, "" or missing for none.

    ``before``: in the plan's first year the grades of the year before, where the measure goes on
    from one of another plan with the same yardstick.
    """
    years = {m.code: written.get(m.code, {}) for m in plan.measures}
    measures = tuple(
        _measure_year(
            plan,
            m,
            fiscal_year,
            years[m.code],
            departments.get(m.code, ""),
            before.get(m.code, ""),
        )
        for m in plan.measures
    )
    letters = plan.scale.letters
    known = sorted(
        (e for by_year in years.values() for e in by_year.values() if e.answered),
        key=lambda e: (e.id.fiscal_year, list(years).index(e.id.measure)),
    )
    return Summary(
        plan,
        fiscal_year,
        measures,
        _tally("", measures, letters),
        _tallies(measures, letters, lambda m: m.field.name),
        _tallies(measures, letters, lambda m: m.group.name),
        _tallies(measures, letters, lambda m: m.department),
        tuple(
            indicator_years(plan, m, n, years[m.code])
            for m in plan.measures
            for n in range(1, len(m.indicators) + 1)
        ),
        tuple(known),
    )


def counted_grade(plan: Plan, measure: Measure, evaluation: Evaluation) -> str:
    """The grade that counts: 二次評価 where given, else 自己評価; of two answers neither.

    A proposal of the program is nobody's evaluation and never counts. Where the plan asks nothing
    of the year and nobody graded it, the letter for "not evaluated"; else "".
    """
    for key in ("second_grade", "grade"):
        if any(evaluation.values(key)):
            return evaluation.value(key)
    if measure.evaluated_in(evaluation.id.fiscal_year):
        return ""
    return letter_of(plan.scale, GradeKind.NOT_EVALUATED)


def trend_of(plan: Plan, before: str, after: str) -> Trend:
    """Whether a grade is better than the one before; only letters of a ratio can be compared."""
    order = [g.letter for g in plan.scale.grades if g.kind is GradeKind.RATIO]
    if before not in order or after not in order:
        return Trend.NONE
    steps = order.index(before) - order.index(after)
    return Trend.SAME if not steps else Trend.UP if steps > 0 else Trend.DOWN


def _measure_year(
    plan: Plan,
    measure: Measure,
    fiscal_year: int,
    years: Mapping[int, Evaluation],
    department: str,
    before: str,
) -> MeasureYear:
    now = _evaluation(plan, measure, fiscal_year, years)
    last = _evaluation(plan, measure, fiscal_year - 1, years)
    grade, last_grade = (counted_grade(plan, measure, e) for e in (now, last))
    if fiscal_year == plan.first_year:
        last_grade = before
    asked = len(measure.milestones.get(fiscal_year, ()))
    states = [now.value(f"milestone.{n}.state") for n in range(1, asked + 1)]
    return MeasureYear(
        measure,
        plan.field_of(measure),
        plan.groups_by_id[measure.group],
        department,
        now,
        judge(plan, measure, fiscal_year, years),
        grade,
        last_grade,
        trend_of(plan, last_grade, grade),
        states.count("済"),
        asked - states.count("対象外"),
    )


def _evaluation(
    plan: Plan, measure: Measure, fiscal_year: int, years: Mapping[int, Evaluation]
) -> Evaluation:
    held = years.get(fiscal_year)
    return held or Evaluation(EvaluationId(plan.id, measure.code, fiscal_year))


def _tallies(
    measures: Iterable[MeasureYear], letters: tuple[str, ...], label: Callable[[MeasureYear], str]
) -> tuple[Tally, ...]:
    grouped: dict[str, list[MeasureYear]] = {}
    for measure in measures:
        grouped.setdefault(label(measure), []).append(measure)
    return tuple(_tally(name, members, letters) for name, members in grouped.items())


def _tally(label: str, measures: Iterable[MeasureYear], letters: tuple[str, ...]) -> Tally:
    return tally(label, ((m.grade, m.last_grade) for m in measures), letters)


def tally(label: str, grades: Iterable[tuple[str, str]], letters: tuple[str, ...]) -> Tally:
    """Count grades, each with the one of the year before; "" where none is settled."""
    members = tuple(grades)
    now = Counter(grade for grade, _ in members)
    before = Counter(last for _, last in members)
    counts = tuple(now[letter] for letter in letters)
    last_counts = tuple(before[letter] for letter in letters)
    return Tally(label, len(members), counts, len(members) - sum(counts), last_counts)


def indicator_years(
    plan: Plan, measure: Measure, number: int, years: Mapping[int, Evaluation]
) -> IndicatorYears:
    """One indicator of a measure, counted from 1, in every year of the plan."""
    cases = (Case(plan, measure, number, year, years) for year in plan.years)
    return IndicatorYears(
        measure, number, measure.indicators[number - 1], tuple(_indicator_year(c) for c in cases)
    )


def _indicator_year(case: Case) -> IndicatorYear:
    found = reached(case)
    state = case.evaluation(case.fiscal_year).value(case.key("state"))
    asked = case.measure.evaluated_in(case.fiscal_year)
    expected = case.expected if asked else None
    return IndicatorYear(
        case.fiscal_year, found.amount, found.value, expected, found.achievement, found.met, state
    )
