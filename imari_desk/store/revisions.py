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
        self._written: list[EvaluationId | None] = []  # one after the other, None for all

    def of(self, evaluation: EvaluationId) -> int:
        """A number that grows whenever the evaluation may have changed."""
        return self._everything + self._own.get(evaluation, 0)

    @property
    def mark(self) -> int:
        """Where ``since`` goes on from."""
        return len(self._written)

    def since(self, mark: int) -> frozenset[EvaluationId] | None:
        """What was written after that mark; None where nobody knows which."""
        found = frozenset(self._written[mark:])
        return None if None in found else frozenset(one for one in found if one is not None)

    def touch(self, about: Iterable[EvaluationId] | None) -> None:
        """Those were written; None where nobody knows which."""
        if about is None:
            self._everything += 1
            self._written.append(None)
            return
        for one in set(about):
            self._own[one] = self._own.get(one, 0) + 1
            self._written.append(one)
