"""The plan: what was promised, for which years, and the yardstick it is judged by.

Shapes only; plan_text.py reads and writes the file, judgement.py applies the yardstick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property


class IndicatorKind(Enum):
    """How an indicator's year is judged (design: Indicator kinds)."""

    ANNUAL = "annual"
    PER_EVENT = "per_event"
    RATE = "rate"
    TOTAL = "total"
    CUMULATIVE = "cumulative"
    CEILING = "ceiling"
    MILESTONE = "milestone"


class Direction(Enum):
    """Whether more or less is better."""

    UP = "up"
    DOWN = "down"


class Combine(Enum):
    """How several indicators of one measure make one grade."""

    LOWEST = "lowest"
    MEAN = "mean"
    FIRST = "first"


class GradeKind(Enum):
    """What a letter of the scale stands for."""

    RATIO = "ratio"  # reached when the achievement is at least Grade.at_least
    UNABLE = "unable"  # was to be evaluated, cannot be (no number, still counting)
    NOT_EVALUATED = "not_evaluated"  # the plan asks nothing of this year


class Phase(Enum):
    """The three phase rows of the plan's schedule; the value is the item key's last part."""

    PLAN = "plan"
    DESIGN = "design"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Grade:
    """One letter of the scale. ``at_least`` is in percent and set for RATIO only."""

    letter: str
    legend: str
    kind: GradeKind = GradeKind.RATIO
    at_least: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The yardstick. ``grades`` best first; ``expected`` in percent, one for each plan year."""

    grades: tuple[Grade, ...]
    expected: tuple[Decimal, ...]
    combine: Combine = Combine.LOWEST

    def letter_of(self, kind: GradeKind) -> str:
        """The letter for a kind other than RATIO; the last letter where the scale has none."""
        return next((g.letter for g in self.grades if g.kind is kind), self.grades[-1].letter)

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(g.letter for g in self.grades)


@dataclass(frozen=True, slots=True)
class Indicator:
    """成果指標・数値目標. ``target`` in ``unit``; None for a stated target (MILESTONE).

    ``target_text`` is the target as the plan prints it, without the name: 「年10社以上」.
    ``numerator`` and ``denominator`` name the parts of a RATE, else "".
    ``expected`` overrides the scale's expected shares where not empty (percent, one a year).
    """

    name: str
    kind: IndicatorKind
    unit: str
    target: Decimal | None
    target_text: str
    direction: Direction = Direction.UP
    numerator: str = ""
    denominator: str = ""
    formula: str = ""
    expected: tuple[Decimal, ...] = ()

    @property
    def formula_text(self) -> str:
        """How it is computed: the plan's own formula, or the parts of a rate; "" for neither."""
        parts = f"{self.numerator} ÷ {self.denominator}" if self.numerator else ""
        return self.formula or parts

    @property
    def heading(self) -> str:
        """Name and target in one line; the name of a stated target says both."""
        stated = self.kind is IndicatorKind.MILESTONE or not self.target_text
        return self.name if stated else f"{self.name}：{self.target_text}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase bar from the first day of one month to the last day of another, (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phases:
    """The phase bars; ``checked`` once a person has compared them with the printed original.

    ``checked_by``: who did and when, in words; "" where nobody noted it.
    """

    bars: Mapping[Phase, tuple[Bar, ...]]
    checked: bool = False
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """施策. ``schedule`` and ``milestones`` have an entry only for years that say something."""

    code: str
    group: str
    name: str
    summary: str
    effect: str
    vision_action: str
    national_priority: bool
    schedule: Mapping[int, str]
    milestones: Mapping[int, tuple[str, ...]]
    phases: Phases
    indicators: tuple[Indicator, ...]
    predecessors: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.code)

    def evaluated_in(self, fiscal_year: int) -> bool:
        """Whether the plan asks anything (実施評価指標) of this measure in that year."""
        return bool(self.milestones.get(fiscal_year))


@dataclass(frozen=True, slots=True)
class Group:
    """A ◎ heading inside a 分野."""

    id: str
    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """分野."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: the word as the plan prints it, what it is short for, our own words."""

    word: str
    expansion: str
    text: str


@dataclass(frozen=True)
class Plan:
    """計画, one version of it. Years already evaluated keep the version they were judged by."""

    id: str
    title: str
    short_title: str
    municipality: str
    first_year: int
    last_year: int
    version: int
    version_note: str
    fields: tuple[Field, ...]
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]
    scale: Scale
    glossary: tuple[Term, ...]

    def __hash__(self) -> int:
        return hash((self.id, self.version))

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)

    @cached_property
    def by_code(self) -> Mapping[str, Measure]:
        return {m.code: m for m in self.measures}

    @cached_property
    def groups_by_id(self) -> Mapping[str, Group]:
        return {g.id: g for g in self.groups}

    @cached_property
    def fields_by_id(self) -> Mapping[str, Field]:
        return {f.id: f for f in self.fields}

    def field_of(self, measure: Measure) -> Field:
        return self.fields_by_id[self.groups_by_id[measure.group].field]
