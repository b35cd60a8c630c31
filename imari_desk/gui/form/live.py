"""The page as it would stand with what is typed and not saved yet.

What the screen computes while somebody types comes from the domain, never from arithmetic of its
own: the typed answers are laid over the evaluation and the domain is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.finding import Subject
from imari_desk.domain.indicators import Case, Reached, reached
from imari_desk.domain.items import Item, ItemKind, items_by_key
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.missing import missing
from imari_desk.domain.numbers import canonical, shown
from imari_desk.domain.register import Dot, Register, Written

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_HERE = Dot("typed", 1)
_WORDS = (ItemKind.TEXT, ItemKind.LINE, ItemKind.DATE)

Years = Mapping[int, Evaluation]


@dataclass(frozen=True, slots=True)
class YearPoint:
    """One year of an indicator; ``amount`` and ``expected`` in its unit, None for none."""

    fiscal_year: int
    amount: Fraction | None
    expected: Fraction | None


@dataclass(frozen=True, slots=True)
class Live:
    """The page with what is typed laid over it: the years, the proposal, what must be answered."""

    leaf: Leaf
    years: Years
    judgement: Judgement
    required: frozenset[str]


def live(leaf: Leaf, typed: Mapping[str, str]) -> Live:
    """The page as it stands on the screen; ``typed``: answers that are not saved yet, by key."""
    years, judgement = years_with(leaf, typed), leaf.judgement
    if typed:
        judgement = judge(leaf.plan, leaf.measure, leaf.fiscal_year, years)
    return Live(leaf, years, judgement, required(leaf, years))


def items_of(leaf: Leaf) -> Mapping[str, Item]:
    """The page's items by key."""
    return items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)


def years_with(leaf: Leaf, typed: Mapping[str, str]) -> Years:
    """The measure's years with this year's answers as they stand on the screen."""
    if not typed:
        return leaf.years
    known = items_of(leaf)
    over = {key: _register(known[key], text) for key, text in typed.items()}
    held = leaf.evaluation
    return {
        **leaf.years,
        leaf.fiscal_year: replace(held, registers={**held.registers, **over}),
    }


def of_last_year(leaf: Leaf, number: int) -> Reached:
    """What an indicator reached the year before, in the plan before too if it was there."""
    if leaf.before:
        from imari_desk.domain.predecessors import case_before

        case = case_before(leaf.measure.indicators[number - 1], leaf.before)
        if case is not None:
            return reached(case)
    return reached(Case(leaf.plan, leaf.measure, number, leaf.fiscal_year - 1, leaf.years))


def five_years(leaf: Leaf, years: Years, number: int) -> tuple[YearPoint, ...]:
    """An indicator over the plan's years; years after the open one have no amount."""
    points = []
    for year in leaf.plan.years:
        case = Case(leaf.plan, leaf.measure, number, year, years)
        past = year <= leaf.fiscal_year and leaf.measure.evaluated_in(year)
        points.append(YearPoint(year, reached(case).amount if past else None, case.expected))
    return tuple(points)


def required(leaf: Leaf, years: Years) -> frozenset[str]:
    """Keys that must be answered, answered or not: what a check would miss if they were empty.

    Texts are asked for by the choices and numbers that stand, so these stay when texts are
    emptied; choices and numbers are asked for by the plan and the state of the value alone.
    """
    items = {item.key: item for item in leaf.items}
    words = {k for k, i in items.items() if i.kind in _WORDS}
    states = {k for k in items if k.startswith("indicator.") and k.endswith(".state")}
    by_answers = _missing(leaf, years, empty=words)
    by_plan = _missing(leaf, years, empty=set(items) - words - states)
    return frozenset((by_answers & words) | (by_plan - words) | _value_states(by_plan))


def as_shown(item: Item, text: str) -> str:
    """What typed text will read as once it is saved."""
    return shown(item, canonical(item, text).value)


def _value_states(asked: set[str]) -> set[str]:
    """A value that is asked for is asked for with its state."""
    numbers = {key.split(".")[1] for key in asked if key.startswith("indicator.")}
    return {f"indicator.{n}.state" for n in numbers}


def _missing(leaf: Leaf, years: Years, empty: set[str]) -> set[str]:
    held = years.get(leaf.fiscal_year, leaf.evaluation)
    kept = {key: r for key, r in held.registers.items() if key not in empty}
    emptied = {**years, leaf.fiscal_year: replace(held, registers=kept)}
    subject = Subject(leaf.plan, leaf.measure, leaf.fiscal_year, emptied)
    return {finding.key for finding in missing(subject)}


def _register(item: Item, text: str) -> Register:
    return (Written(_HERE, canonical(item, text).value),)
