"""What the timeline shows of a page: each year's caption, and the phases planned and worked on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.items import items_by_key
from imari_desk.domain.plan import Bar, Phase
from imari_desk.domain.states import DepartmentState, department_state
from imari_desk.domain.words import sentence
from imari_desk.gui.look import Tone
from imari_desk.gui.painted import STATE_CHIPS

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_HANDED_IN = (DepartmentState.SUBMITTED, DepartmentState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year's head: its name, long and short, and below it a grade or a state."""

    fiscal_year: int
    name: str
    short_name: str
    caption: str
    tone: Tone
    sign: str  # "" for none


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One phase. ``planned``: from and to, in years from the plan's first April."""

    name: str
    planned: tuple[tuple[float, float], ...]
    worked: tuple[int, ...]  # fiscal years


def columns_of(leaf: Leaf) -> tuple[YearColumn, ...]:
    """The plan's years, in order."""
    return tuple(_column(leaf, year) for year in leaf.plan.years)


def phases_of(leaf: Leaf) -> tuple[PhaseRow, ...]:
    """The phases in the plan's order."""
    items = items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)
    return tuple(
        PhaseRow(
            items[f"phase.{phase.value}"].label,
            tuple(_span(leaf, bar) for bar in leaf.measure.phases.bars.get(phase, ())),
            _worked(leaf, phase),
        )
        for phase in Phase
    )


def _column(leaf: Leaf, year: int) -> YearColumn:
    caption, tone, sign = _caption(leaf, year)
    short = short_year(year)
    return YearColumn(year, fiscal_year_name(year), short, caption, tone, sign)


def _caption(leaf: Leaf, year: int) -> tuple[str, Tone, str]:
    """The year's letter; of the open year its state until that is handed in."""
    evaluation = leaf.years.get(year)
    grade = (evaluation.value("second_grade") or evaluation.value("grade")) if evaluation else ""
    state = department_state(evaluation) if evaluation else DepartmentState.UNTOUCHED
    if grade and (year != leaf.fiscal_year or state in _HANDED_IN):
        return sentence("head.grade", grade=grade), "plain", ""
    if state is DepartmentState.UNTOUCHED and not leaf.measure.evaluated_in(year):
        return sentence("list.not_evaluated"), "plain", "dash"
    if state is DepartmentState.UNTOUCHED and year < leaf.fiscal_year:
        return sentence("head.blank"), "plain", ""
    return state.value, *STATE_CHIPS[state]


def _worked(leaf: Leaf, phase: Phase) -> tuple[int, ...]:
    key = f"phase.{phase.value}"
    return tuple(y for y in leaf.plan.years if y in leaf.years and _true(leaf, y, key))


def _true(leaf: Leaf, year: int, key: str) -> bool:
    return leaf.years[year].value(key) == "true"


def _span(leaf: Leaf, bar: Bar) -> tuple[float, float]:
    """From the first day of its first month to the last day of its last."""
    return _years_from_start(leaf, bar.first), _years_from_start(leaf, bar.last) + 1 / 12


def _years_from_start(leaf: Leaf, month: tuple[int, int]) -> float:
    return (month[0] - leaf.plan.first_year) + (month[1] - 4) / 12
