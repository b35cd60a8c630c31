"""Answers typed, looked at and checked: one measure in one year at a time."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from imari_desk.desk.reports import Answer, EvaluationView, MeasureFindings
from imari_desk.desk.session import Session, of_year
from imari_desk.domain import items, returning, states
from imari_desk.domain.book import Remark
from imari_desk.domain.checks import check
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind
from imari_desk.domain.judgement import judge
from imari_desk.domain.numbers import canonical
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.records import Manner, Typed


@dataclass(frozen=True, slots=True)
class Entered:
    """What was written. ``questions``: entries kept as typed because they are not certain."""

    written: tuple[Typed, ...]
    questions: tuple[Remark, ...]


def enter(session: Session, code: str, fiscal_year: int, typed: Mapping[str, str]) -> Entered:
    """Write answers. Raises CallError: unknown measure, item or year, not yours, 確定 already."""
    plan = session.plan(fiscal_year)
    measure = session.measure(plan, code)
    evaluation = session.store.evaluation(EvaluationId(plan.id, measure.code, fiscal_year))
    writes: list[Typed] = []
    questions: list[Remark] = []
    for key, text in typed.items():
        item = item_of(plan, measure, evaluation, key)
        comment = key.startswith(items.COMMENT)
        allow(session, evaluation, item, key, typed)
        if comment:
            remark = returning.remark_key(item.key, evaluation, secrets.token_hex(4))
            writes.append(Typed(evaluation.id, remark, text))
            continue
        value, remarks = _canonical(item, text)
        questions += remarks
        if changes(evaluation, key, value):
            writes.append(Typed(evaluation.id, key, value, _manner(item)))
    writes += reopened(session, evaluation, writes)
    if writes:
        session.store.write(writes, session.origin)
    return Entered(tuple(writes), tuple(questions))


def item_of(plan: Plan, measure: Measure, evaluation: Evaluation, key: str) -> Item:
    """The item a key names; ``comment.<key>`` names the item that is commented on.

    Raises CallError("item_unknown"), also for an answer to a remark nobody made.
    """
    known = items.items_by_key(plan, measure, evaluation.id.fiscal_year)
    if items.answered_remark(key) in evaluation.registers:
        found = items.item_of(plan, measure, evaluation.id.fiscal_year, key)
        if found is not None:
            return found
    wanted = key.removeprefix(items.COMMENT)
    if wanted not in known or known[wanted].key in ("submission", "office_stage"):
        raise CallError("item_unknown", key=key, known="、".join(known))
    return known[wanted]


def allow(
    session: Session, evaluation: Evaluation, item: Item, key: str, typed: Mapping[str, str]
) -> None:
    """Raise CallError where this desk may not write that item, or not any more."""
    if not session.is_office and items.written_by_office(key):
        raise CallError("item_of_office", label=item.label)
    if not states.editable(evaluation, key) and not typed.get("correction"):
        raise CallError("already_confirmed", measure=evaluation.id.measure)


def _canonical(item: Item, text: str) -> tuple[str, list[Remark]]:
    read = canonical(item, text)
    if read.certain:
        return read.value, []
    return read.value, [Remark(read.code, "", item.code, f"{item.label}：{read.text}")]


def changes(evaluation: Evaluation, key: str, value: str) -> bool:
    """Whether writing that value would change what stands."""
    there = evaluation.values(key)
    return there != (value,) and bool(value or there)


def _manner(item: Item) -> Manner:
    chosen = item.kind in (ItemKind.CHOICE, ItemKind.FLAG)
    return Manner.CHOICE if chosen else Manner.LETTERS


def reopened(session: Session, evaluation: Evaluation, writes: Sequence[object]) -> list[Typed]:
    """A 課 that changes what it has handed in is 入力中 again until the next 提出."""
    submission = states.submission_of(evaluation)
    if session.is_office or not writes or not submission.handed_in:
        return []
    return [Typed(evaluation.id, "submission", str(submission.reopened()))]


def view(session: Session, code: str, fiscal_year: int) -> EvaluationView:
    """One evaluation: every item with its answer, the state, the proposed grade."""
    plan = session.plan(fiscal_year)
    measure = session.measure(plan, code)
    years = session.by_measure(plan, [measure])[measure.code]
    evaluation = of_year(plan, measure, fiscal_year, years)
    assigned = session.assignments(plan, fiscal_year).get(measure.code)
    return EvaluationView(
        measure.code,
        fiscal_year,
        assigned.department if assigned else "",
        state_of(session, evaluation),
        tuple(_answers(session, plan, measure, evaluation)),
        judge(plan, measure, fiscal_year, years),
    )


def state_of(session: Session, evaluation: Evaluation) -> str:
    """The state in the words of whoever sits here."""
    if session.is_office:
        return states.office_state(evaluation).value
    return states.department_state(evaluation).value


def _answers(
    session: Session, plan: Plan, measure: Measure, evaluation: Evaluation
) -> list[Answer]:
    known = items.items_by_key(plan, measure, evaluation.id.fiscal_year)
    answers = [_answer(session, evaluation, item, key) for key, item in known.items()]
    for key in sorted(evaluation.registers):
        about = known.get(items.place_of(key))
        item = items.item_of(plan, measure, evaluation.id.fiscal_year, key)
        if key not in known and about is not None and item is not None:
            answers.append(_answer(session, evaluation, replace(item, code=about.code), key))
    return answers


def _answer(session: Session, evaluation: Evaluation, item: Item, key: str) -> Answer:
    found = evaluation.values(key)
    if len(found) < 2:
        return Answer(key, item.label, item.code, evaluation.value(key))
    sources = {
        entry.written.value: entry.origin.file_name or entry.origin.person
        for entry in session.store.history(evaluation.id, key)
    }
    conflict = tuple((value, sources.get(value, "")) for value in found)
    return Answer(key, item.label, item.code, "", conflict)


def findings(session: Session, fiscal_year: int) -> tuple[MeasureFindings, ...]:
    """What is missing or odd in each measure this desk is about; faultless ones are left out."""
    plan = session.plan(fiscal_year)
    by_measure = session.by_measure(plan)
    found = (
        MeasureFindings(m.code, check(plan, m, fiscal_year, by_measure[m.code]))
        for m in session.measures_here(plan, fiscal_year)
    )
    return tuple(f for f in found if f.findings)
