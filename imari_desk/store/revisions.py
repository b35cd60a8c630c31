"""How often each evaluation was written during one opening of a database."""

from __future__ import annotations

from collections.abc import Iterable

from imari_desk.domain.evaluation import EvaluationId


class Revisions:
    """Counts writes, so that what was worked out of an evaluation need not be worked out again.

    Nobody but the one store that holds the database writes, so within an opening the same number
    means the same answers.
    """

    def __init__(self) -> None:
        self._everything = 0
        self._own: dict[EvaluationId, int] = {}

    def of(self, evaluation: EvaluationId) -> int:
        """A number that grows whenever the evaluation may have changed."""
        return self._everything + self._own.get(evaluation, 0)

    def touch(self, about: Iterable[EvaluationId] | None) -> None:
        """Those were written; None where nobody knows which."""
        if about is None:
            self._everything += 1
            return
        for one in set(about):
            self._own[one] = self._own.get(one, 0) + 1
