"""差戻し: which items it reopens, and what came back changed where nobody asked for it.

A remark's id begins with the submission it was made of, so a second 差戻し reopens what the
second look found and not what the first one did. All of it is read from what stands: whatever
order the workbooks come in, it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from imari_desk.domain import items, states
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.states import OfficeStage, OfficeState

_MADE_OF = re.compile(r"(?P<submission>[1-9][0-9]{0,5})x[0-9a-f]+")
# Items that are one answer in several parts, by the name of the whole.
_WHOLE = {
    "grade_reason": "grade",
    "direction_reason": "direction",
    "phase.plan": "progress",
    "phase.design": "progress",
    "phase.run": "progress",
    "wrap_up_text": "wrap_up",
    "next_plan": "wrap_up",
    "settlement": "budget",
}
# Who answers, and who has looked at it, is another person or day each time.
_SIGNATURE = frozenset({"author", "extension", "entered_on", "approver", "approved_on"})
_NUMBERED = ("indicator.", "milestone.")


def whole_of(key: str) -> str:
    """The answer an item is a part of: a remark at one part reopens all of it."""
    if key.startswith(_NUMBERED):
        return key.rpartition(".")[0]
    return _WHOLE.get(key, key)


class Reopened(NamedTuple):
    """What a 差戻し reopens: the answers remarked on, by their names, and who signs."""

    wholes: frozenset[str]

    def has(self, key: str) -> bool:
        """Whether it reopens that item."""
        return key in _SIGNATURE or whole_of(key) in self.wholes


def remark_key(item_key: str, evaluation: Evaluation, token: str) -> str:
    """The key of a new remark at an item, made of what was submitted last; ``token`` in hex."""
    count = states.submission_of(evaluation).count
    return items.comment_key(item_key, f"{count}x{token}" if count else token)


def made_of(remark: str) -> int | None:
    """Which submission a remark was made of; None where its key does not say."""
    found = _MADE_OF.fullmatch(remark.rpartition("~")[2])
    return int(found["submission"]) if found else None


def remarks_of(evaluation: Evaluation, submission: int) -> tuple[str, ...]:
    """Keys of the remarks that belong to that submission; one taken back has no text any more."""
    return tuple(
        key
        for key in evaluation.registers
        if items.commented_item(key) is not None
        and any(evaluation.values(key))
        and made_of(key) in (None, submission)
    )


def reopened(evaluation: Evaluation) -> Reopened | None:
    """What a standing 差戻し reopens. None: everything, for want of a 差戻し or of remarks."""
    stage = states.stage_of(evaluation)
    if stage is None or states.office_state(evaluation) is not OfficeState.RETURNED:
        return None
    return _reopened_by(evaluation, stage.submission)


def _reopened_by(evaluation: Evaluation, submission: int) -> Reopened | None:
    about = {items.place_of(key) for key in remarks_of(evaluation, submission)}
    return Reopened(frozenset(map(whole_of, about))) if about else None


class Noted(NamedTuple):
    """One value of an evaluation's history: whether an import brought it, whether it counts."""

    key: str
    value: str
    brought: bool
    held: bool = False


def changed_since(evaluation: Evaluation, noted: Sequence[Noted], seen: int) -> dict[str, str]:
    """Items of the 課 that imports changed after the first ``seen`` values of the history.

    Item key → what stood before. What stands again as it stood is not changed.
    """
    stood: dict[str, str] = {}
    for one in noted[:seen]:
        if not one.held:
            stood[one.key] = one.value
    brought = [one.key for one in noted[seen:] if one.brought and not one.held]
    return {
        key: stood.get(key, "")
        for key in dict.fromkeys(brought)
        if _is_answer(key) and evaluation.values(key) != (stood.get(key, ""),)
    }


def outside(evaluation: Evaluation, noted: Sequence[Noted]) -> dict[str, str]:
    """What came in after the newest 差戻し at items it did not reopen: key → what stood before."""
    for n in range(len(noted) - 1, -1, -1):
        stage = OfficeStage.parse(noted[n].value) if noted[n].key == "office_stage" else None
        if stage is not None and stage.state is OfficeState.RETURNED:
            opened = _reopened_by(evaluation, stage.submission)
            changed = changed_since(evaluation, noted, n)
            if opened is None:
                return {}
            return {key: before for key, before in changed.items() if not opened.has(key)}
    return {}


def _is_answer(key: str) -> bool:
    """Whether it is an item of the form, and the 課's."""
    passage = key in ("submission", "submission_note")
    return not (passage or items.written_by_office(key) or items.answered_remark(key))
