"""Where an evaluation stands, for the 課 and for the office, read from its passage registers.

``submission`` is written by the 課: 「2」 is its second submission, 「2（入力中）」 means that it
has taken that up again. ``office_stage`` is written by the office: 「差戻し（提出1）」. What the
office said of submission 1 is over once submission 2 is there; a 確定 stays until a 訂正.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import COMMENT, written_by_office
from imari_desk.domain.numerals import narrow

_SUBMISSION = re.compile(r"(?P<count>[0-9]{1,6})(?P<again>\(入力中\))?")
_STAGE = re.compile(r"(?P<state>\S+?)\s*\(提出(?P<count>[0-9]{1,6})\)")
_PASSAGE_KEYS = {"submission", "submission_note"}
_OPEN_AT_CONFIRMED = {"public_text", "public"}
_ALWAYS_OPEN = {"office_stage", "correction"}


class DepartmentState(Enum):
    """The 課's state of one evaluation."""

    UNTOUCHED = "未着手"
    TYPING = "入力中"
    IN_HOUSE = "課内確認中"
    SUBMITTED = "提出済"
    RETURNED = "差戻し"
    CONFIRMED = "確定"


class OfficeState(Enum):
    """The office's state of one evaluation, in the order of the passage."""

    NOT_SUBMITTED = "未提出"
    RECEIVED = "受付済"
    REVIEWING = "点検中"
    RETURNED = "差戻し"
    CHECKED = "確認済"
    HQ = "本部付議"
    CONFIRMED = "確定"
    PUBLISHED = "公表済"


SETTLED = (OfficeState.CONFIRMED, OfficeState.PUBLISHED)

_REVIEW = {OfficeState.REVIEWING, OfficeState.RETURNED, OfficeState.CHECKED}
_FOLLOWING: dict[OfficeState, set[OfficeState]] = {
    OfficeState.NOT_SUBMITTED: set(),
    OfficeState.RECEIVED: _REVIEW | {OfficeState.HQ, OfficeState.CONFIRMED},
    OfficeState.REVIEWING: _REVIEW | {OfficeState.HQ, OfficeState.CONFIRMED},
    OfficeState.RETURNED: {OfficeState.REVIEWING},
    OfficeState.CHECKED: _REVIEW | {OfficeState.HQ, OfficeState.CONFIRMED},
    OfficeState.HQ: _REVIEW | {OfficeState.CONFIRMED},
    OfficeState.CONFIRMED: {OfficeState.PUBLISHED},
    OfficeState.PUBLISHED: set(),
}


@dataclass(frozen=True, slots=True)
class Submission:
    """The 課's ``submission``: how often it has submitted, and whether it has reopened that."""

    count: int = 0
    open_again: bool = False

    @classmethod
    @lru_cache(maxsize=256)  # a board of thousands reads the same few words again and again
    def parse(cls, text: str) -> Submission:
        """The inverse of str(); what cannot be read counts as no submission."""
        found = _SUBMISSION.fullmatch(narrow(text))
        return cls(int(found["count"]), bool(found["again"])) if found else cls()

    @property
    def handed_in(self) -> bool:
        return self.count > 0 and not self.open_again

    def next(self) -> Submission:
        """The submission after this one."""
        return Submission(self.count + 1)

    def reopened(self) -> Submission:
        """The same after the 課 has changed an answer again."""
        return Submission(self.count, open_again=self.count > 0)

    def __str__(self) -> str:
        if not self.count:
            return ""
        return f"{self.count}（入力中）" if self.open_again else str(self.count)


@dataclass(frozen=True, slots=True)
class OfficeStage:
    """The office's ``office_stage``: what it said of which submission."""

    state: OfficeState
    submission: int

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> OfficeStage | None:
        """The inverse of str(); None for anything else."""
        found = _STAGE.fullmatch(narrow(text))
        names = {state.value: state for state in OfficeState}
        if found is None or found["state"] not in names:
            return None
        return cls(names[found["state"]], int(found["count"]))

    def __str__(self) -> str:
        return f"{self.state.value}（提出{self.submission}）"


def submission_of(evaluation: Evaluation) -> Submission:
    """The newest submission; of two copies of it the one that was handed in."""
    found = [Submission.parse(v) for v in evaluation.values("submission")]
    return max(found, key=lambda s: (s.count, not s.open_again), default=Submission())


def stage_of(evaluation: Evaluation) -> OfficeStage | None:
    """What the office last said; of two stages for one submission the earlier in the passage."""
    order = list(OfficeState)
    found = [s for v in evaluation.values("office_stage") if (s := OfficeStage.parse(v))]
    return max(found, key=lambda s: (s.submission, -order.index(s.state)), default=None)


def office_state(evaluation: Evaluation) -> OfficeState:
    """The office's state. It cannot know what a 課 does before a submission arrives."""
    stage, submission = stage_of(evaluation), submission_of(evaluation)
    if stage and (stage.state in SETTLED or stage.submission >= submission.count):
        return stage.state
    return OfficeState.RECEIVED if submission.count else OfficeState.NOT_SUBMITTED


def department_state(evaluation: Evaluation) -> DepartmentState:
    """The 課's state. An approver's name before the submission means 課内確認中."""
    office, submission = office_state(evaluation), submission_of(evaluation)
    if office in SETTLED:
        return DepartmentState.CONFIRMED
    if submission.handed_in:
        returned = office is OfficeState.RETURNED
        return DepartmentState.RETURNED if returned else DepartmentState.SUBMITTED
    if not any(_of_department(k) and any(evaluation.values(k)) for k in evaluation.registers):
        return DepartmentState.UNTOUCHED
    if any(evaluation.values("approver")) and not submission.count:
        return DepartmentState.IN_HOUSE
    return DepartmentState.TYPING


def settled(evaluation: Evaluation) -> bool:
    """確定 or 公表済: only a 訂正 with a reason changes it now."""
    return office_state(evaluation) in SETTLED


def may_follow(now: OfficeState, then: OfficeState, correction: str = "") -> bool:
    """Whether the office may take that step; ``correction`` is the reason of a 訂正.

    受付済 and 未提出 come about by themselves. After 確定 only 公表済 follows; with a reason
    every step of the review is open again.
    """
    reopened = now in SETTLED and bool(correction.strip())
    return then in _FOLLOWING[now] or (reopened and then in _REVIEW)


def editable(evaluation: Evaluation, key: str) -> bool:
    """Whether an answer may still be changed without a 訂正, by whoever owns it.

    確定 closes everything but what publishing needs, 公表済 that too. Comments, the stage and the
    reason of a 訂正 can always be written.
    """
    state = office_state(evaluation)
    if state not in SETTLED or key in _ALWAYS_OPEN or key.startswith(COMMENT):
        return True
    return state is OfficeState.CONFIRMED and key in _OPEN_AT_CONFIRMED


def _of_department(key: str) -> bool:
    return key not in _PASSAGE_KEYS and not written_by_office(key)
