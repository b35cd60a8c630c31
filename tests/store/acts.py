"""What the tests of the store write into it."""

from __future__ import annotations

from hashlib import sha256

from imari_desk.domain.book import Level, Place, Purpose
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.records import (
    Finding,
    FindingKind,
    ImportAct,
    ImportRecord,
    Manner,
    Origin,
    Outcome,
    Typed,
)
from imari_desk.domain.register import Dot, Written
from imari_desk.domain.taking_in import Arrival, Intake
from tests.domain.plans import small_plan

PLAN = small_plan()
FIRST = PLAN.measures[1].code
SECOND = PLAN.measures[2].code
E_2025 = EvaluationId(PLAN.id, FIRST, 2025)
ME = Origin("伊万里花子", "2026-05-20T10:15:00+09:00")


def typed(
    key: str, value: str, evaluation: EvaluationId = E_2025, manner: Manner = Manner.DEED
) -> Typed:
    return Typed(evaluation, key, value, manner)


def import_act(content: bytes = b"PK workbook", value: str = "取り組んだ") -> ImportAct:
    """A workbook that brings one answer, one held back, and one note in the margin."""
    brought, held = Written(Dot("h1", 1), value), Written(Dot("h2", 1), "よその課の値")
    place = Place(FIRST, "C12")
    intake = Intake(
        Evaluation(E_2025),
        Evaluation(E_2025, {"activities": (brought,)}),
        (),
        (
            Arrival("activities", brought, place, True, False),
            Arrival("office_view", held, place, True, True),
        ),
    )
    record = ImportRecord(
        sha256(content).hexdigest(),
        "評価ブック（市民課）.xlsx",
        len(content),
        Outcome.APPLIED,
        "2026-05-21T09:00:00+09:00",
        Level.FULL,
        Purpose.SUBMISSION,
        PLAN.id,
        PLAN.version,
        2025,
        "市民課",
        "2025-S-0001-abcd",
        person="市民課",
    )
    note = Finding(FindingKind.UNREAD, FIRST, "H3", "あとで電話します")
    return ImportAct(record, content, (intake,), (note,))
