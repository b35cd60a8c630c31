"""One evaluation as a page to write on, and the list of pages: what the clerk's window shows.

What only making them takes is imported where it is used: a start shows a page made before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from imari_desk.desk import before
from imari_desk.desk.session import Session, of_year
from imari_desk.desk.worked_out import WorkedOut
from imari_desk.domain import items, register, returning, states
from imari_desk.domain.era import short_year
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.items import Item, Owner, Section
from imari_desk.domain.judgement import Judgement, judge
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.returning import Reopened
from imari_desk.domain.states import DepartmentState

if TYPE_CHECKING:
    from imari_desk.domain.predecessors import Predecessor
    from imari_desk.domain.records import HistoryEntry

_OF_PASSAGE = {"submission", "submission_note", "office_stage", "correction"}


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark of the office at an item, and what the 課 says to it.

    ``waiting``: the 課 has not handed in since. ``key`` names the remark itself; items.reply_key
    and items.settled_key make the keys of what is said to it. Where two people replied both stand
    in ``reply``.
    """

    item: str
    text: str
    noted_at: str
    waiting: bool
    key: str = ""
    reply: str = ""
    settled: bool = False

    @property
    def open(self) -> bool:
        """Whether the 課 still has to do something about it."""
        return self.waiting and not self.settled


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several answers to one item, with who gave it and where it stood."""

    value: str
    person: str
    source: str  # file name, sheet and cell, or "" for typed here
    noted_at: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """Everything the form of one evaluation shows. ``years``: the measure's, by fiscal year;
    ``before``: in a plan's first year the measures of the plan before that it goes on from.
    """

    plan: Plan
    measure: Measure
    fiscal_year: int
    department: str
    years: Mapping[int, Evaluation]
    judgement: Judgement
    findings: tuple[Finding, ...]
    comments: tuple[Comment, ...]
    conflicts: Mapping[str, tuple[Candidate, ...]]
    state: DepartmentState
    due: str  # ISO text, "" where nobody said
    read_only: bool = False  # the database is open for reading only
    before: tuple[Predecessor, ...] = ()

    @property
    def evaluation(self) -> Evaluation:
        return of_year(self.plan, self.measure, self.fiscal_year, self.years)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items a 課 fills in, in the order of the form."""
        return form_items(self.plan, self.measure, self.fiscal_year)

    @property
    def reopened(self) -> Reopened | None:
        """What the standing 差戻し asks for; None where it, or nobody, asks for all of it."""
        return returning.reopened(self.evaluation)

    @property
    def locked(self) -> bool:
        """Nothing is written any more: 確定, or open for reading only."""
        return self.read_only or self.state is DepartmentState.CONFIRMED

    def shown(self, key: str) -> str:
        """What stands, as a person reads it; "" where nothing or two answers stand."""
        item = items.items_by_key(self.plan, self.measure, self.fiscal_year)[key]
        return shown(item, self.evaluation.value(key))

    def last_year(self, key: str) -> str:
        """Last year's answer to the item, as a person reads it; "" where there was none."""
        known = items.items_by_key(self.plan, self.measure, self.fiscal_year)
        before = self.years.get(self.fiscal_year - 1)
        if before and key in known:
            return shown(known[key], before.value(key))
        if not self.before:
            return ""
        from imari_desk.domain.predecessors import answer_before

        return answer_before(key, self.before)

    @property
    def last_name(self) -> str:
        """Last year, 「令和7」, with the codes its answers are of, 「令和7 行-②」."""
        codes = "・".join(one.measure.code for one in self.before)
        return f"{short_year(self.fiscal_year - 1)} {codes}".strip()


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One row of the list of measures."""

    measure: str
    name: str
    group: str
    field: str
    national_priority: bool
    evaluated: bool  # whether the plan asks anything this year
    state: DepartmentState
    filled: int
    wanted: int
    missing: int
    odd: int
    conflicts: int
    comments: int  # open ones
    text: str  # everything typed and planned, narrowed for search

    def matches(self, words: str) -> bool:
        """Whether every word stands somewhere; full and half width, large and small are alike."""
        return all(word in self.text for word in searchable(words).split())


def searchable(text: str) -> str:
    """Text as it is searched: NFKC, small letters."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=4096)
def form_items(plan: Plan, measure: Measure, fiscal_year: int) -> tuple[Item, ...]:
    """The items a 課 fills in."""
    every = items.items_for(plan, measure, fiscal_year)
    mine = (i for i in every if i.owner is Owner.DEPARTMENT)
    return tuple(i for i in mine if i.section is not Section.PASSAGE)


def leaf(session: Session, code: str, fiscal_year: int) -> Leaf:
    """The page of one evaluation. Raises CallError for an unknown measure or year."""
    from imari_desk.domain.checks import check

    plan = session.plan(fiscal_year)
    measure = session.measure(plan, code)
    years = session.by_measure(plan, [measure])[measure.code]
    evaluation = of_year(plan, measure, fiscal_year, years)
    history = _told(session, evaluation)
    assigned = session.assignments(plan, fiscal_year).get(measure.code)
    return Leaf(
        plan,
        measure,
        fiscal_year,
        assigned.department if assigned else "",
        years,
        judge(plan, measure, fiscal_year, years),
        check(plan, measure, fiscal_year, years),
        _comments(evaluation, history),
        {key: _candidates(evaluation, key, history) for key in _torn(evaluation)},
        states.department_state(evaluation),
        _due(session, plan, fiscal_year, assigned.department if assigned else ""),
        session.store.read_only,
        before.predecessors(session, plan, [measure], fiscal_year).get(measure.code, ()),
    )


def _told(session: Session, evaluation: Evaluation) -> tuple[HistoryEntry, ...]:
    """The history of what is shown with its origin; that of all the rest can be long."""
    remarks = (k for k in evaluation.registers if items.commented_item(k) is not None)
    keys = (*remarks, *_torn(evaluation))
    return session.store.history(evaluation.id, *keys) if keys else ()


def lines(session: Session, fiscal_year: int) -> tuple[MeasureLine, ...]:
    """The list of measures this desk is about, in the plan's order."""
    plan = session.plan(fiscal_year)
    measures = session.measures_here(plan, fiscal_year)
    known = session.kept(_Lines).of(session, plan, fiscal_year, measures)
    return tuple(known[m.code] for m in measures)


class _Lines:
    """The rows made in this opening: hundreds of measures are not checked anew each time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Plan, int], WorkedOut[MeasureLine]] = {}

    def of(
        self, session: Session, plan: Plan, fiscal_year: int, measures: Sequence[Measure]
    ) -> Mapping[str, MeasureLine]:
        def make(session: Session, some: Sequence[Measure]) -> dict[str, MeasureLine]:
            years = session.by_measure(plan, some)
            return {m.code: _line(plan, m, fiscal_year, years[m.code]) for m in some}

        kept = self._kept.setdefault((plan, fiscal_year), WorkedOut(make))
        return kept.of(session, measures)


def line_of(page: Leaf) -> MeasureLine:
    """The row of one page, without asking the database again."""
    return _line(page.plan, page.measure, page.fiscal_year, page.years)


def _line(
    plan: Plan, measure: Measure, fiscal_year: int, years: Mapping[int, Evaluation]
) -> MeasureLine:
    from imari_desk.domain.checks import check

    evaluation = of_year(plan, measure, fiscal_year, years)
    found = check(plan, measure, fiscal_year, years)
    missing = {f.key for f in found if f.severity is Severity.MISSING}
    filled = {i.key for i in form_items(plan, measure, fiscal_year) if evaluation.value(i.key)}
    odd = (Severity.CONTRADICTION, Severity.CAUTION)
    return MeasureLine(
        measure.code,
        measure.name,
        plan.groups_by_id[measure.group].name,
        plan.field_of(measure).name,
        measure.national_priority,
        measure.evaluated_in(fiscal_year),
        states.department_state(evaluation),
        len(filled),
        len(filled | missing),
        len(missing),
        sum(f.severity in odd for f in found),
        len(_torn(evaluation)),
        len([c for c in _comments(evaluation, ()) if c.open]),
        searchable(_everything(measure, years)),
    )


def _everything(measure: Measure, years: Mapping[int, Evaluation]) -> str:
    planned = [measure.code, measure.name, measure.summary, *measure.schedule.values()]
    planned += [i.heading for i in measure.indicators]
    typed = (w.value for e in years.values() for r in e.registers.values() for w in r)
    return "\n".join([*planned, *typed])


def _comments(evaluation: Evaluation, history: tuple[HistoryEntry, ...]) -> tuple[Comment, ...]:
    """Remarks, oldest first; waiting while the evaluation stands returned, or since it was."""
    noted = {entry.key: entry.origin.noted_at for entry in history}
    stage = states.stage_of(evaluation)
    submission = states.submission_of(evaluation)
    asked = returning.remarks_of(evaluation, stage.submission if stage else submission.count)
    waiting = not submission.handed_in or (
        states.office_state(evaluation) is states.OfficeState.RETURNED
    )
    found = []
    for key in evaluation.registers:
        about = items.commented_item(key)
        if about is not None and evaluation.values(key) != ("",):  # one that was taken back
            settled = evaluation.value(items.settled_key(key)) == "true"
            reply = "\n".join(filter(None, evaluation.values(items.reply_key(key))))
            here = (about, evaluation.value(key), noted.get(key, ""), waiting and key in asked)
            found.append(Comment(*here, key, reply, settled))
    return tuple(sorted(found, key=lambda c: (c.noted_at, c.item, c.text)))


def _torn(evaluation: Evaluation) -> tuple[str, ...]:
    """Items with several answers; two replies to one remark are read one below the other, and of
    what the exchange itself writes one counts.
    """
    torn = (k for k in evaluation.conflicts if items.answered_remark(k) is None)
    return tuple(k for k in torn if k not in _OF_PASSAGE)


def _candidates(
    evaluation: Evaluation, key: str, history: tuple[HistoryEntry, ...]
) -> tuple[Candidate, ...]:
    found = []
    counting = [h for h in reversed(history) if h.key == key and not h.taken_back]
    for value in register.values(evaluation.registers[key]):
        entry = next((h for h in counting if h.written.value == value), None)
        if entry is None:
            found.append(Candidate(value, "", "", ""))
            continue
        place = f"{entry.place.sheet} {entry.place.cell}" if entry.place else ""
        source = " ".join(filter(None, (entry.origin.file_name, place)))
        found.append(Candidate(value, entry.origin.person, source, entry.origin.noted_at))
    return tuple(found)


def _due(session: Session, plan: Plan, fiscal_year: int, department: str) -> str:
    """Until when that 課 has time; one of them may have been given more than the others."""
    from imari_desk.domain.taking_in import same_department

    asked = session.requests(plan, fiscal_year)
    mine = [r for r in asked if same_department(r.department, department)]
    return mine[-1].due if mine else ""
