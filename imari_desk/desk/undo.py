"""Taking back and making again what was typed, across items, measures and restarts; and putting
an exact value down again: one out of the history, one of several that stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imari_desk.desk import answering
from imari_desk.desk.leaf import Leaf, leaf
from imari_desk.desk.session import Session
from imari_desk.domain import items, states
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.records import Manner, Step, Typed


@dataclass(frozen=True, slots=True)
class Undone:
    """The page after a step was taken back or made again, and the item it concerned."""

    leaf: Leaf
    key: str


def undo(session: Session) -> Undone | None:
    """Take back the newest change typed here; None where there is none.

    Passed over is what must not be taken back: an answer an import has changed since, an
    evaluation that is 確定 by now.
    """
    return _take(session, session.store.to_undo)


def redo(session: Session) -> Undone | None:
    """Make the change taken back last again; None where there is none."""
    return _take(session, session.store.to_redo)


def _take(session: Session, ask: Callable[[int | None], Step | None]) -> Undone | None:
    step = ask(None)
    while step is not None and not _open(session, step):
        step = ask(step.id)
    if step is None:
        return None
    at = step.evaluation
    along = answering.reopened(session, session.store.evaluation(at), [step])
    session.store.take_step(step, session.origin, along)
    return Undone(leaf(session, at.measure, at.fiscal_year), step.key)


def _open(session: Session, step: Step) -> bool:
    """Whether the page still has that item, and it may be written."""
    at = step.evaluation
    plan = session.plan(at.fiscal_year)
    measure = plan.by_code.get(at.measure) if plan.id == at.plan else None
    if measure is None or items.item_of(plan, measure, at.fiscal_year, step.key) is None:
        return False
    return states.editable(session.store.evaluation(at), step.key)


def restore_value(session: Session, code: str, fiscal_year: int, key: str, value: str) -> Leaf:
    """Write a value of the item's history again, exactly as it stands there.

    Raises CallError("value_not_in_history") for any other, and as entering does.
    """
    at, _ = _place(session, code, fiscal_year)
    known = {entry.written.value for entry in session.store.history(at, key)}
    if value and value not in known:
        raise CallError("value_not_in_history", measure=code)
    return _put(session, code, fiscal_year, key, value)


def choose(session: Session, code: str, fiscal_year: int, key: str, value: str) -> Leaf:
    """Let exactly that one of several answers stand: a new write, which travels back.

    Raises CallError("candidate_gone") where it does not stand any more, and as entering does.
    """
    _, evaluation = _place(session, code, fiscal_year)
    if value not in evaluation.values(key):
        raise CallError("candidate_gone", measure=code)
    return _put(session, code, fiscal_year, key, value)


def _place(session: Session, code: str, fiscal_year: int) -> tuple[EvaluationId, Evaluation]:
    plan = session.plan(fiscal_year)
    at = EvaluationId(plan.id, session.measure(plan, code).code, fiscal_year)
    return at, session.store.evaluation(at)


def _put(session: Session, code: str, fiscal_year: int, key: str, value: str) -> Leaf:
    """Write a value as it is, not as it would be understood if somebody typed it."""
    at, evaluation = _place(session, code, fiscal_year)
    plan = session.plan(fiscal_year)
    item = answering.item_of(plan, plan.by_code[code], evaluation, key)
    answering.allow(session, evaluation, item, key, {})
    if answering.changes(evaluation, key, value):
        writes = [Typed(at, key, value, Manner.CHOICE)]
        writes += answering.reopened(session, evaluation, writes)
        session.store.write(writes, session.origin)
    return leaf(session, code, fiscal_year)
