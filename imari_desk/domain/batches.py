"""Workbooks taken in together, as one act that can be taken back as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.evaluation import EvaluationId


class BatchState(Enum):
    """How far a batch is."""

    LOOKING = "looking"  # looked at; nothing is taken in
    APPLYING = "applying"  # asked for; with nobody at it: broken off, and nothing is taken in
    APPLIED = "applied"
    SETTLED = "settled"  # applied too long ago to be taken back
    TAKEN_BACK = "taken_back"


class BatchFile(NamedTuple):
    """One workbook of a batch; ``import_id`` is 0 until it was taken in."""

    path: str
    sha256: str
    import_id: int = 0


class Batch(NamedTuple):
    """A batch as it is kept.

    ``decisions`` is subject → choice (domain/deciding.py). ``ended_at``: when it was applied or
    taken back, "" before that.
    """

    id: int
    state: BatchState
    person: str
    begun_at: str
    ended_at: str
    files: tuple[BatchFile, ...]
    decisions: Mapping[str, str]


class OnTop(NamedTuple):
    """What was written since, on top of what a batch brought: it stands in the way.

    ``evaluation`` is None and ``key`` "" where a whole workbook came in since; ``file_name`` is
    "" for what was typed.
    """

    evaluation: EvaluationId | None
    key: str
    person: str
    noted_at: str
    file_name: str = ""
