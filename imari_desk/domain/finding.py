"""What a check finds, and the evaluation it looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, items_by_key
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.numbers import read_number
from imari_desk.domain.plan import Grade, GradeKind, Measure, Plan
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence

NEEDS_CAUSE_BELOW = 80  # percent; letters that start lower want 課題・要因


class Severity(Enum):
    """How much a finding asks for. None of them stops a save or a submission."""

    MISSING = "missing"
    CONTRADICTION = "contradiction"
    CAUTION = "caution"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something missing or odd at an item; ``text`` is a Japanese sentence.

    ``percent`` is the share it speaks of, as text, "" where it speaks of none.
    """

    key: str
    code: str
    text: str
    severity: Severity
    percent: str = ""


@dataclass(frozen=True)
class Subject:
    """The evaluation under check, with the measure's other years."""

    plan: Plan
    measure: Measure
    fiscal_year: int
    evaluations: Mapping[int, Evaluation]

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return items_by_key(self.plan, self.measure, self.fiscal_year)

    @cached_property
    def held(self) -> Evaluation:
        return self.in_year(self.fiscal_year)

    @cached_property
    def last(self) -> Evaluation:
        """Last year's, empty where there is none."""
        return self.in_year(self.fiscal_year - 1)

    @cached_property
    def proposal(self) -> Judgement:
        return judge(self.plan, self.measure, self.fiscal_year, self.evaluations)

    @cached_property
    def milestones(self) -> tuple[tuple[str, str], ...]:
        """Key prefix and state of each milestone asked this year."""
        asked = self.measure.milestones.get(self.fiscal_year, ())
        prefixes = [f"milestone.{n}" for n in range(1, len(asked) + 1)]
        return tuple((p, self.value(f"{p}.state")) for p in prefixes)

    @property
    def is_last_year(self) -> bool:
        return self.fiscal_year == self.plan.last_year

    @property
    def grade(self) -> Grade | None:
        """The letter the 課 has chosen."""
        letter = self.value("grade")
        return next((g for g in self.plan.scale.grades if g.letter == letter), None)

    @property
    def is_low(self) -> bool:
        """Whether the chosen letter is one for years well short of the target."""
        grade = self.grade
        if grade is None or grade.kind is not GradeKind.RATIO:
            return False
        return (grade.at_least or 0) < NEEDS_CAUSE_BELOW

    def in_year(self, fiscal_year: int) -> Evaluation:
        held = self.evaluations.get(fiscal_year)
        return held or Evaluation(EvaluationId(self.plan.id, self.measure.code, fiscal_year))

    def value(self, key: str) -> str:
        return self.held.value(key).strip()

    def blank(self, key: str) -> bool:
        """Whether nothing stands there; two answers are not nothing."""
        return not any(v.strip() for v in self.held.values(key))

    def number(self, held: Evaluation, key: str) -> Decimal | None:
        """The number that stands at an item of this or another year, if it certainly is one."""
        number = read_number(held.value(key), self.items[key].unit)
        return None if isinstance(number, Unclear) else number

    def found(self, severity: Severity, key: str, code: str, /, **facts: object) -> Finding:
        """A finding at an item; {label} in its sentence is the item's label."""
        text = sentence(code, **{"label": self.items[key].label} | facts)
        return Finding(key, code, text, severity, str(facts.get("percent", "")))
