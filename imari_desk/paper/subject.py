"""What one sheet is about, and its answers as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind, Owner, Section, items_by_key
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.numbers import shown
from imari_desk.domain.numerals import plain_number
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.predecessors import Before
from imari_desk.domain.wording import characters
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, unit_text
from imari_desk.paper.shapes import Given, Line, Passage

_OPTIONAL = {"budget", "settlement", "evidence", "related"}
BETWEEN = " ／ "  # two answers to one question


@dataclass(frozen=True, slots=True)
class Subject:
    """A measure in a fiscal year. ``evaluations`` and ``judgements`` end with that year: a sheet
    printed again later says what it said."""

    plan: Plan
    measure: Measure
    fiscal_year: int
    evaluations: Mapping[int, Evaluation]
    judgements: Mapping[int, Judgement]
    items: Mapping[str, Item]
    before: Before = ()

    @property
    def held(self) -> Evaluation:
        return self.evaluations[self.fiscal_year]

    @property
    def judgement(self) -> Judgement:
        return self.judgements[self.fiscal_year]

    @property
    def asked(self) -> bool:
        return self.measure.evaluated_in(self.fiscal_year)


def subject_of(
    plan: Plan,
    measure: Measure,
    fiscal_year: int,
    evaluations: Mapping[int, Evaluation],
    before: Before = (),
) -> Subject:
    """Every plan year up to ``fiscal_year`` has an evaluation, if only an empty one."""
    years = [y for y in plan.years if y <= fiscal_year]
    known = {
        y: evaluations.get(y) or Evaluation(EvaluationId(plan.id, measure.code, y)) for y in years
    }
    judgements = {y: judge(plan, measure, y, known) for y in years}
    items = items_by_key(plan, measure, fiscal_year)
    return Subject(plan, measure, fiscal_year, known, judgements, items, before)


def readable(item: Item, value: str) -> str:
    """One answer as it is printed: numbers with separators and unit, dates in 元号."""
    if item.kind is ItemKind.NUMBER and (number := plain_number(value)) is not None:
        return number_text(number) + unit_text(item.unit)
    return shown(item, value)


def answers(subject: Subject, key: str) -> tuple[str, ...]:
    """Every answer that stands, as it is printed; none where nothing is written."""
    item = subject.items[key]
    return tuple(readable(item, v) for v in subject.held.values(key) if v.strip())


def conflict(count: int) -> str:
    return sentence("paper.conflict", count=count) if count > 1 else ""


def given(found: Iterable[str]) -> Given:
    return (Given.EMPTY, Given.YES, Given.CONFLICT)[min(len(tuple(found)), 2)]


def nothing(subject: Subject, key: str) -> str:
    """What is printed where nobody has written anything."""
    item = subject.items[key]
    if item.owner is Owner.OFFICE:
        return sentence("paper.not_yet")
    owed = subject.asked or item.section is Section.WRAP_UP
    if key in _OPTIONAL or not owed:
        return sentence("paper.none")
    return sentence("paper.unwritten")


def line(subject: Subject, key: str, label: str = "") -> Line:
    """A short answer, under its own label or another."""
    found = answers(subject, key)
    text = BETWEEN.join(found) or nothing(subject, key)
    return Line(label or subject.items[key].label, text, given(found), conflict(len(found)))


def passage(subject: Subject, key: str) -> Passage:
    """A long answer with its count against the limit; of several, each under its number."""
    item, found = subject.items[key], answers(subject, key)
    if len(found) > 1:
        numbered = (sentence("paper.nth", number=n, text=t) for n, t in enumerate(found, 1))
        paragraphs = tuple(p for text in numbered for p in _paragraphs(text))
        return Passage(item.label, paragraphs, Given.CONFLICT, conflict(len(found)))
    if not found:
        return Passage(item.label, (nothing(subject, key),), Given.EMPTY)
    count = sentence("paper.count", count=characters(found[0]), limit=item.limit)
    return Passage(item.label, _paragraphs(found[0]), Given.YES, count)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(p for p in text.splitlines() if p.strip())
