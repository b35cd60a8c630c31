"""点検: the queue, what is odd in an evaluation, 差戻し, 確認, 確定, 訂正."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from imari_desk.desk import answering
from imari_desk.desk import leaf as pages
from imari_desk.desk.leaf import Leaf
from imari_desk.desk.office.review_queue import HEARING, SEEN, Queue, QueueLine
from imari_desk.desk.office.review_rows import ReviewRow, rows_of
from imari_desk.desk.session import Session
from imari_desk.domain import items, returning, states
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.marks import Mark, MarkKind
from imari_desk.domain.records import Manner, Typed
from imari_desk.domain.states import OfficeStage, OfficeState
from imari_desk.domain.words import sentence

if TYPE_CHECKING:
    from imari_desk.desk.office.returning import Returning


class ReviewPage(NamedTuple):
    """One evaluation as the office reviews it.

    ``may``: the steps that may follow now without a reason; ``correctable``: it is 確定, and a
    訂正 with a reason opens it again; ``remarks`` of the submission under review; ``questions``
    for the hearing, None where it is not on that list; ``correction`` the last 訂正's reason.
    """

    leaf: Leaf
    state: OfficeState
    submission: int
    rows: tuple[ReviewRow, ...]
    marks: tuple[Mark, ...]
    remarks: int
    may: frozenset[OfficeState]
    correctable: bool
    correction: str
    questions: str | None


class Ready(NamedTuple):
    """Whether an evaluation can be 確定 now. ``ready``: nothing speaks against it; ``why`` says
    what does; ``possible``: it may be all the same.
    """

    line: QueueLine
    ready: bool
    possible: bool
    why: str


class Staged(NamedTuple):
    """What a step came to: the measures it was taken for, and those it cannot follow for now."""

    done: tuple[str, ...]
    left: tuple[str, ...]


class Reviewing:
    """The verbs of that page, at the office's open database. Keep it: it remembers marks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._queue = Queue(session)

    @cached_property
    def returning(self) -> Returning:
        """What goes back to the 課."""
        from imari_desk.desk.office.returning import Returning

        return Returning(self._session)

    # Looking

    def lines(self, fiscal_year: int) -> tuple[QueueLine, ...]:
        """The queue; marks only of those that ``work`` has come to."""
        return self._queue.lines(fiscal_year)

    def work(self, fiscal_year: int, most: int = 12) -> int:
        """Work out the marks of a few evaluations; gives how many are left to do."""
        return self._queue.work(fiscal_year, most)

    def page(self, leaf: Leaf) -> ReviewPage:
        """The page of one evaluation, made of the leaf the notebook holds."""
        evaluation = leaf.evaluation
        state = states.office_state(evaluation)
        marks: tuple[Mark, ...] = ()
        if state is not OfficeState.NOT_SUBMITTED:
            marks = self._queue.marks_of(leaf.plan, leaf.measure, leaf.fiscal_year)
        notes = self._session.store.notes.of(leaf.plan.id, leaf.fiscal_year, HEARING)
        submission = states.submission_of(evaluation).count
        return ReviewPage(
            leaf,
            state,
            submission,
            rows_of(leaf, marks),
            marks,
            len(returning.remarks_of(evaluation, submission)),
            frozenset(then for then in OfficeState if states.may_follow(state, then)),
            state in states.SETTLED,
            evaluation.value("correction"),
            _questions(notes.get(evaluation.id)),
        )

    def looked(self, measure: str, fiscal_year: int) -> None:
        """Note that somebody has looked at the evaluation as it stands now."""
        at = self._evaluation(measure, fiscal_year).id
        count = len(self._session.store.history(at))
        if self._session.store.notes.of(at.plan, fiscal_year, SEEN).get(at) != str(count):
            self._session.store.notes.put(SEEN, {at: str(count)})

    # Writing

    def comment(self, measure: str, fiscal_year: int, key: str, text: str) -> Leaf:
        """A remark at an item; it can be taken back like anything typed.

        Raises CallError for an item that is not the 課's to answer.
        """
        evaluation = self._evaluation(measure, fiscal_year)
        plan = self._session.plan(fiscal_year)
        answering.item_of(plan, plan.by_code[measure], evaluation, key)
        remark = returning.remark_key(key, evaluation, secrets.token_hex(4))
        writes = [Typed(evaluation.id, remark, text.strip(), Manner.CHOICE)]
        self._session.store.write([*writes, *_begun(evaluation)], self._session.origin)
        return pages.leaf(self._session, measure, fiscal_year)

    def withdraw(self, measure: str, fiscal_year: int, remark: str) -> Leaf:
        """Take a remark back: it stays in the history, and nobody sees it any more."""
        evaluation = self._evaluation(measure, fiscal_year)
        if items.commented_item(remark) is not None and any(evaluation.values(remark)):
            typed = Typed(evaluation.id, remark, "", Manner.CHOICE)
            self._session.store.write([typed], self._session.origin)
        return pages.leaf(self._session, measure, fiscal_year)

    def stage(self, measures: Sequence[str], fiscal_year: int, state: OfficeState) -> Staged:
        """Take that step for each; those it may not follow for are left as they are."""
        done, left = [], []
        writes = []
        for measure in measures:
            evaluation = self._evaluation(measure, fiscal_year)
            if not states.may_follow(states.office_state(evaluation), state):
                left.append(measure)
                continue
            writes.append(_staged(evaluation, state))
            done.append(measure)
        if writes and state is OfficeState.CONFIRMED:
            self._session.store.fix_plan(fiscal_year)
        self._session.store.write(writes, self._session.origin)
        return Staged(tuple(done), tuple(left))

    def correct(self, measure: str, fiscal_year: int, reason: str) -> Leaf:
        """訂正: open what is 確定 again, with the reason that is printed on the sheet.

        Raises CallError("office.review.no_reason") without one, ("office.review.not_settled") for
        an evaluation that needs none.
        """
        evaluation = self._evaluation(measure, fiscal_year)
        if not reason.strip():
            raise CallError("office.review.no_reason", measure=measure)
        if not states.settled(evaluation):
            raise CallError("office.review.not_settled", measure=measure)
        writes = [
            Typed(evaluation.id, "correction", reason.strip()),
            _staged(evaluation, OfficeState.REVIEWING),
        ]
        self._session.store.write(writes, self._session.origin)
        return pages.leaf(self._session, measure, fiscal_year)

    def ready(self, fiscal_year: int) -> tuple[Ready, ...]:
        """Every evaluation of the year that is not 確定 yet, in the plan's order."""
        plan = self._session.plan(fiscal_year)
        place = {measure.code: n for n, measure in enumerate(plan.measures)}
        lines = sorted(self.lines(fiscal_year), key=lambda line: place[line.measure])
        open_ones = [line for line in lines if line.state not in states.SETTLED]
        return tuple(_ready(line) for line in open_ones)

    def hear(self, measure: str, fiscal_year: int, questions: str | None) -> None:
        """Put the evaluation on the list of hearings with these questions; None takes it off.

        The list is the office's own: it stands in no workbook.
        """
        at = self._evaluation(measure, fiscal_year).id
        text = "" if questions is None else f"+{questions}"
        self._session.store.notes.put(HEARING, {at: text})

    def hearings(self, fiscal_year: int) -> tuple[tuple[QueueLine, str], ...]:
        """The list of hearings in the plan's order, with the questions."""
        plan = self._session.plan(fiscal_year)
        notes = self._session.store.notes.of(plan.id, fiscal_year, HEARING)
        asked = {at.measure: _questions(note) or "" for at, note in notes.items()}
        lines = {line.measure: line for line in self.lines(fiscal_year)}
        return tuple((lines[m.code], asked[m.code]) for m in plan.measures if m.code in asked)

    def _evaluation(self, measure: str, fiscal_year: int) -> Evaluation:
        plan = self._session.plan(fiscal_year)
        code = self._session.measure(plan, measure).code
        return self._session.store.evaluation(EvaluationId(plan.id, code, fiscal_year))


def _ready(line: QueueLine) -> Ready:
    possible = states.may_follow(line.state, OfficeState.CONFIRMED)
    torn = any(mark.kind is MarkKind.CONFLICT for mark in line.marks or ())
    checked = line.state in (OfficeState.CHECKED, OfficeState.HQ)
    if checked and not torn:
        return Ready(line, ready=True, possible=True, why="")
    name = "torn" if torn and possible else line.state.name.lower()
    return Ready(line, ready=False, possible=possible, why=sentence(f"office.review.why.{name}"))


def _questions(note: str | None) -> str | None:
    return None if note is None else note.removeprefix("+")


def _staged(evaluation: Evaluation, state: OfficeState) -> Typed:
    stage = OfficeStage(state, states.submission_of(evaluation).count)
    return Typed(evaluation.id, "office_stage", str(stage))


def _begun(evaluation: Evaluation) -> list[Typed]:
    """Who writes a remark has begun to review."""
    begins = states.office_state(evaluation) is OfficeState.RECEIVED
    return [_staged(evaluation, OfficeState.REVIEWING)] if begins else []
