"""What the measures of the plan before said last, for the first year of the plan after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.indicators import Case
from imari_desk.domain.items import Item, Section, items_by_key
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import Indicator, Measure, Plan
from imari_desk.domain.summary import counted_grade

# What is asked there is asked by one plan of one measure alone.
_OWN = (Section.MILESTONES, Section.INDICATORS, Section.WRAP_UP, Section.OFFICE, Section.PASSAGE)


class Predecessor(NamedTuple):
    """A measure of the plan before in the year before; ``years`` are all its evaluations."""

    plan: Plan
    measure: Measure
    fiscal_year: int
    years: Mapping[int, Evaluation]

    @property
    def evaluation(self) -> Evaluation | None:
        """What it said in the year before."""
        return self.years.get(self.fiscal_year)


Before = Sequence[Predecessor]


def names_of(before: Before) -> str:
    """「行-②・行-③」."""
    return "・".join(one.measure.code for one in before)


def answer_before(key: str, before: Before) -> str:
    """The answer to the same item a year ago, as a person reads it; of several measures each in a
    line of its own under its code. "" where there was none, or the item is another."""
    return _answer(before[0], key) if len(before) == 1 else answer_told(key, before)


def answer_told(key: str, before: Before) -> str:
    """The same under its code always, for where nothing else says which measure it is of."""
    found = [(one.measure.code, text) for one in before if (text := _answer(one, key))]
    return "\n".join(f"{code}　{text}" for code, text in found)


def case_before(indicator: Indicator, before: Before) -> Case | None:
    """The year before of the indicator of the same name, unit and kind; None for a new one."""
    for one in before:
        for number, other in enumerate(one.measure.indicators, start=1):
            if _same(indicator, other):
                return Case(one.plan, one.measure, number, one.fiscal_year, one.years)
    return None


def grade_before(plan: Plan, before: Before) -> str:
    """The grade that counted a year ago; "" where there are several, or another yardstick."""
    if len(before) != 1:
        return ""
    (one,) = before
    if one.plan.scale.grades != plan.scale.grades or one.evaluation is None:
        return ""
    return counted_grade(one.plan, one.measure, one.evaluation)


def _answer(one: Predecessor, key: str) -> str:
    held, item = one.evaluation, _item(one, key)
    if held is None or item is None:
        return ""
    return "／".join(shown(item, value) for value in held.values(key) if value)


def _item(one: Predecessor, key: str) -> Item | None:
    item = items_by_key(one.plan, one.measure, one.fiscal_year).get(key)
    return item if item is not None and item.section not in _OWN else None


def _same(one: Indicator, other: Indicator) -> bool:
    return _told(one) == _told(other)


def _told(indicator: Indicator) -> tuple[str, str, str]:
    name = "".join(normalize("NFKC", indicator.name).split())
    return name, indicator.unit, indicator.kind.value
