"""The search through every answer of every year, and through what the plan says itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from imari_desk.desk.session import Session
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Item, ItemKind, item_of, items_for, place_of
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.searching import Span, Word, searchable, spans, words_in
from imari_desk.domain.words import sentence
from imari_desk.store.searching import Scope, Sought

PLAN = "plan"
# The parts of an evaluation one may look in alone: item keys, those ending in a dot as beginnings.
PARTS: Mapping[str, tuple[str, ...]] = {
    "milestones": ("milestone.",),
    "indicators": ("indicator.",),
    "grade": ("grade", "grade_reason", "second_grade"),
    "activities": ("activities",),
    "results": ("results",),
    "issues": ("issues",),
    "next_actions": ("next_actions",),
    "direction": ("direction", "direction_reason"),
    "wrap_up": ("wrap_up", "wrap_up_text", "next_plan"),
    "comments": ("comment.", "reply."),
    "office": ("office_view", "hq_opinion", "public_text", "correction"),
    PLAN: (),
}
MOST = 100  # hits brought at once


class Question(NamedTuple):
    """What is looked for: all ``words``, in a year (0: any), of a 課, in one of PARTS ("": any)."""

    words: str
    fiscal_year: int = 0
    department: str = ""
    part: str = ""


class Hit(NamedTuple):
    """One item all words were found in, the name of its measure counting as well.

    ``fiscal_year`` is 0 for what the plan says of no year in particular; ``key`` is "" where no
    item stands for it. ``spans`` are the words in ``text``. ``years`` are those of its plan, which
    ``plan`` names where the database has several.
    """

    measure: str
    name: str
    fiscal_year: int
    department: str
    key: str
    label: str
    text: str
    spans: tuple[Span, ...]
    years: range
    plan: str = ""


class Found(NamedTuple):
    """The answer to a question, newest year first, in the plan's order; ``total`` of all hits.

    What the plans themselves say comes after all answers.
    """

    question: Question
    total: int
    hits: tuple[Hit, ...]


class _Passage(NamedTuple):
    """One text of the plan."""

    measure: str
    fiscal_year: int
    key: str
    label: str
    text: str
    narrow: str


def find(session: Session, question: Question, most: int = MOST) -> Found:
    """Look for a question in every plan there is; nothing is found for no words."""
    plans = session.plans()
    words = words_in(question.words, {code for plan in plans for code in _codes(plan)})
    if not words:
        return Found(question, 0, ())
    finders = [_Finder(session, plan, question, words, len(plans) > 1) for plan in plans]
    total, hits = 0, list[Hit]()
    for look in (*(f.answers for f in finders), *(f.passages for f in finders)):
        count, found = look(most - len(hits))
        total += count
        hits += found
    return Found(question, total, tuple(hits))


class _Finder:
    def __init__(
        self,
        session: Session,
        plan: Plan,
        question: Question,
        words: tuple[Word, ...],
        among_others: bool,
    ) -> None:
        self._session = session
        self._question = question
        self._words = words
        self._plan = plan
        self._plan_name = plan.short_title if among_others else ""
        years = self._plan.years
        asked = question.fiscal_year
        self._years = tuple(y for y in reversed(years) if asked in (0, y))
        self._assigned: dict[int, Mapping[str, str]] = {}
        self._names = self._named()

    def answers(self, most: int) -> tuple[int, list[Hit]]:
        """How many answers fit, and the first of them."""
        if self._question.part == PLAN or not self._years:
            return 0, []
        scope, sought = self._scope(), self._sought()
        counts = self._session.store.search.counts(scope, sought)
        wanted = list(_enough(sorted(counts, key=self._order()), counts, most))
        if not wanted:
            return 0, []
        keys = self._session.store.search.keys(scope, sought, wanted)
        return sum(counts.values()), list(islice(self._hits(wanted, keys), most))

    def passages(self, most: int) -> tuple[int, list[Hit]]:
        """How many of the plan's own texts fit, and the first; those of no year come last."""
        if self._question.part not in ("", PLAN) or not self._years:
            return 0, []
        words = self._words
        found = [
            p
            for p in _passages(self._plan)
            if any(word.stands_in(p.narrow) for word in words) and self._fits(p)
        ]
        found.sort(key=lambda p: -p.fiscal_year)
        return len(found), [self._passage(p) for p in found[:most]]

    def _departments(self, year: int) -> Mapping[str, str]:
        """Measure code → 課 of that year, of the newest for 0; asked for when first needed."""
        year = year or self._plan.last_year
        if year not in self._assigned:
            found = self._session.assignments(self._plan, year)
            self._assigned[year] = {code: one.department for code, one in found.items()}
        return self._assigned[year]

    def _named(self) -> Mapping[str, str]:
        """Measure code → what it is called and who answers, as it is searched."""
        departments = self._departments(self._question.fiscal_year)
        names = _names(self._plan)
        return {
            code: f"{name}\n{searchable(departments.get(code, ''))}" for code, name in names.items()
        }

    def _scope(self) -> Scope:
        question = self._question
        measures = None
        if question.department:
            measures = {year: self._measures_of(year) for year in self._years}
        keys = PARTS[question.part] if question.part else None
        return Scope(self._plan.id, question.fiscal_year or None, measures, keys)

    def _measures_of(self, year: int) -> list[str]:
        wanted = self._question.department
        return [code for code, name in self._departments(year).items() if name == wanted]

    def _sought(self) -> list[Sought]:
        """The words with the measures named so; one that all are named with narrows nothing."""
        sought = [
            Sought(
                word.text,
                [code for code, name in self._names.items() if word.stands_in(name)],
                word.whole,
            )
            for word in self._words
        ]
        telling = [one for one in sought if len(one.measures) < len(self._names)]
        return telling or [Sought(word.text, (), word.whole) for word in self._words]

    def _order(self) -> Callable[[EvaluationId], tuple[int, int]]:
        places = {m.code: n for n, m in enumerate(self._plan.measures)}
        return lambda at: (-at.fiscal_year, places.get(at.measure, len(places)))

    def _hits(
        self, wanted: Sequence[EvaluationId], keys: Mapping[EvaluationId, Sequence[str]]
    ) -> Iterator[Hit]:
        store, plan = self._session.store, self._plan
        every = {key for found in keys.values() for key in found}
        codes = {at.measure for at in keys}
        held = {e.id: e for e in store.evaluations(plan.id, None, codes, every)}
        for at in wanted:
            measure = plan.by_code.get(at.measure)
            if measure is None or at not in held:
                continue
            for key, item in _in_order(plan, measure, at.fiscal_year, keys[at]):
                yield self._hit(measure, at.fiscal_year, key, item, held[at].values(key))

    def _hit(
        self, measure: Measure, year: int, key: str, item: Item | None, values: Iterable[str]
    ) -> Hit:
        text = "\n".join(v for v in values if v)
        if item is not None and item.kind not in (ItemKind.TEXT, ItemKind.LINE):
            readable = shown(item, text)
            text = readable if spans(readable, self._words) else text
        department = self._departments(year).get(measure.code, "")
        label = item.label if item is not None else key
        marked = spans(text, self._words)
        return Hit(
            measure.code,
            measure.name,
            year,
            department,
            key,
            label,
            text,
            marked,
            self._plan.years,
            self._plan_name,
        )

    def _fits(self, passage: _Passage) -> bool:
        """Whether every word stands in the text or names its measure, where one looks."""
        asked, name = self._question, self._names[passage.measure]
        if asked.fiscal_year not in (0, passage.fiscal_year or asked.fiscal_year):
            return False
        if asked.department and asked.department != self._answering(passage):
            return False
        return all(w.stands_in(passage.narrow) or w.stands_in(name) for w in self._words)

    def _passage(self, passage: _Passage) -> Hit:
        return Hit(
            passage.measure,
            self._plan.by_code[passage.measure].name,
            passage.fiscal_year,
            self._answering(passage),
            passage.key,
            passage.label,
            passage.text,
            spans(passage.text, self._words),
            self._plan.years,
            self._plan_name,
        )

    def _answering(self, passage: _Passage) -> str:
        """The 課 that answers for the passage's measure."""
        year = passage.fiscal_year or self._question.fiscal_year
        return self._departments(year).get(passage.measure, "")


def _enough(
    ordered: Iterable[EvaluationId], counts: Mapping[EvaluationId, int], most: int
) -> Iterator[EvaluationId]:
    """The first evaluations, until there are hits enough."""
    for at in ordered:
        if most <= 0:
            return
        yield at
        most -= counts[at]


def _in_order(
    plan: Plan, measure: Measure, year: int, keys: Collection[str]
) -> list[tuple[str, Item | None]]:
    """The items of one evaluation as they stand on the form, remarks after what they are about."""
    places = {item.key: n for n, item in enumerate(items_for(plan, measure, year))}

    def place(key: str) -> tuple[int, bool, str]:
        return places.get(place_of(key), len(places)), key not in places, key

    return [(key, item_of(plan, measure, year, key)) for key in sorted(keys, key=place)]


@lru_cache(maxsize=16)
def _codes(plan: Plan) -> frozenset[str]:
    """The codes of its measures, as they are searched."""
    return frozenset(searchable(m.code) for m in plan.measures)


@lru_cache(maxsize=16)
def _names(plan: Plan) -> Mapping[str, str]:
    """Measure code → what it is called, as it is searched."""
    return {
        m.code: searchable(f"{m.code}\n{m.name}\n{plan.groups_by_id[m.group].name}")
        for m in plan.measures
    }


@lru_cache(maxsize=16)
def _passages(plan: Plan) -> tuple[_Passage, ...]:
    """Every text of the plan, measure by measure."""
    return tuple(
        _Passage(measure.code, year, key, label, text, searchable(text))
        for measure in plan.measures
        for year, key, label, text in _texts(plan, measure)
        if text
    )


def _texts(plan: Plan, measure: Measure) -> Iterator[tuple[int, str, str, str]]:
    yield 0, "", sentence("office.whole.plan.name"), f"{measure.code} {measure.name}"
    yield 0, "", sentence("office.whole.plan.group"), plan.groups_by_id[measure.group].name
    yield 0, "", sentence("office.whole.plan.summary"), measure.summary
    yield 0, "", sentence("office.whole.plan.effect"), measure.effect
    yield 0, "", sentence("office.whole.plan.vision"), measure.vision_action
    for n, indicator in enumerate(measure.indicators, start=1):
        label = sentence("office.whole.plan.indicator")
        text = "\n".join(filter(None, (indicator.heading, indicator.formula_text)))
        yield 0, f"indicator.{n}.state", label, text
    for year, text in measure.schedule.items():
        yield year, "", sentence("office.whole.plan.schedule"), text
    for year, texts in measure.milestones.items():
        for n, text in enumerate(texts, start=1):
            yield year, f"milestone.{n}.state", sentence("office.whole.plan.milestone"), text
