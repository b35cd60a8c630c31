"""公表: what everyone may read about, and why the rest is held back."""

from __future__ import annotations

from enum import Enum

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.states import SETTLED, office_state


class HeldBack(Enum):
    """Why an evaluation is not published."""

    NOT_SETTLED = "not_settled"  # not 確定 yet
    NOT_SAID = "not_said"  # 公表可否 is empty, or two answers stand
    NOT_PUBLIC = "not_public"  # 公表しない


def held_back(evaluation: Evaluation) -> HeldBack | None:
    """Why it is not published; None for what is: 確定, and 公表する in the office's own word."""
    word = evaluation.value("public")
    if word == "false":
        return HeldBack.NOT_PUBLIC
    if office_state(evaluation) not in SETTLED:
        return HeldBack.NOT_SETTLED
    return None if word == "true" else HeldBack.NOT_SAID
