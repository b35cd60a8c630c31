"""What the room looks at while a measure is talked about, out of its page."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.era import short_year
from imari_desk.domain.indicators import Case, reached
from imari_desk.domain.judgement import IndicatorJudgement
from imari_desk.domain.meeting import BEHIND
from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.summary import Trend, counted_grade, trend_of
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, unit_text


class Point(NamedTuple):
    """A year of the indicator; None where there is nothing."""

    label: str
    amount: Fraction | None
    expected: Fraction | None


class Figure(NamedTuple):
    """An indicator: its name, its value against what was expected, and its years."""

    name: str
    value: str
    against: str
    points: tuple[Point, ...]


class Facing(NamedTuple):
    """A measure as the room sees it. ``grades`` are (year, letter), the last this year's."""

    title: str
    department: str
    grade: str
    last_grade: str
    trend: Trend
    own_grade: str  # 自己評価 where another grade counts, else ""
    progress: str
    behind: bool
    grades: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    reason: str
    next_step: str


def facing(leaf: Leaf) -> Facing:
    """Everything but what is written down in the meeting."""
    plan, measure, held = leaf.plan, leaf.measure, leaf.evaluation
    years = [year for year in plan.years if year <= leaf.fiscal_year]
    letters = [(year, _letter(leaf, year)) for year in years]
    grade = letters[-1][1]
    before = letters[-2][1] if len(letters) > 1 else ""
    own, progress = held.value("grade"), held.value("progress")
    return Facing(
        sentence("meeting.room.title", code=measure.code, name=measure.name),
        leaf.department,
        grade,
        before,
        trend_of(plan, before, grade),
        own if own and own != grade else "",
        progress,
        progress in BEHIND,
        tuple((short_year(year), letter) for year, letter in letters),
        tuple(_figure(leaf, judged) for judged in leaf.judgement.indicators),
        held.value("issues").strip(),
        held.value("next_actions").strip(),
    )


def _letter(leaf: Leaf, year: int) -> str:
    held = leaf.evaluation if year == leaf.fiscal_year else leaf.years.get(year)
    return counted_grade(leaf.plan, leaf.measure, held) if held else ""


def _figure(leaf: Leaf, judged: IndicatorJudgement) -> Figure:
    indicator = leaf.measure.indicators[judged.number - 1]
    stated = indicator.kind is IndicatorKind.MILESTONE
    expected = judged.expected
    facts = {
        "expected": "" if expected is None else number_text(expected) + unit_text(indicator.unit),
        "achievement": judged.achievement_text,
    }
    code = "both" if expected is not None and judged.achievement_text else "expected"
    if stated or expected is None:
        code = "achievement" if judged.achievement_text else "nothing"
    against = sentence(f"meeting.room.against.{code}", **facts)
    points = tuple(_point(leaf, judged.number, year) for year in leaf.plan.years)
    value = judged.value or sentence("meeting.paper.no_value")
    return Figure(indicator.name, value, against, () if stated else points)


def _point(leaf: Leaf, number: int, year: int) -> Point:
    case = Case(leaf.plan, leaf.measure, number, year, leaf.years)
    asked = leaf.measure.evaluated_in(year)
    past = asked and year <= leaf.fiscal_year
    amount = reached(case).amount if past else None
    return Point(short_year(year), amount, case.expected if asked else None)
