"""An office in the middle of its year: 課 late, sent back, given time, checked, settled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.desk.session import Session, open_session
from imari_desk.domain.book import Level, Purpose
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.records import (
    Assignment,
    ImportAct,
    ImportRecord,
    Outcome,
    Request,
    Sent,
    Typed,
)
from imari_desk.domain.states import OfficeStage, OfficeState
from imari_desk.places import DATABASE

YEAR, DUE = 2025, "2026-05-29"
NOW = datetime(2026, 6, 3, 9, 30)
N, R, V, B, C, F = (
    OfficeState.NOT_SUBMITTED,
    OfficeState.RECEIVED,
    OfficeState.REVIEWING,
    OfficeState.RETURNED,
    OfficeState.CHECKED,
    OfficeState.CONFIRMED,
)
# 課 → how its measures stand, handed out in the plan's order.
PEOPLE: dict[str, tuple[OfficeState, ...]] = {
    "情報政策課": (C, C, C, R, R),
    "商工振興課": (C, C, B, N, N),
    "学校教育課": (N, N, N),
    "契約管財課": (R, N),
    "総務課": (C, C, B),
    "会計課": (B,),
    "長寿社会課": (N,),
    "人事課": (C, V),
    "都市計画課": (R,),
    "まちづくり課": (R,),
    "財政課": (C,),
    "市民課": (F, F),
    "生涯学習課": (F,),
}
EXTENDED, UNTIL, REASON = "長寿社会課", "2026-06-12", "議会の準備のため"
LATECOMER = "都市計画課"


def clock() -> datetime:
    return NOW


def make(folder: Path) -> Path:
    """The office's data folder; what would have come in workbooks is written straight away."""
    with Desk.create(folder, Owner.OFFICE, clock=clock) as desk:
        plan = desk.plan().id
        codes = iter(measure.code for measure in desk.plan().measures)
    session = open_session(folder / DATABASE, clock)
    try:
        for department, states in PEOPLE.items():
            _add(session, plan, department, {next(codes): state for state in states})
        later = Request(plan, YEAR, EXTENDED, UNTIL, REASON, "2026-05-25T10:00:00")
        session.store.record_sent((), (later,))
    finally:
        session.store.close()
    return folder


def _add(session: Session, plan: str, department: str, states: dict[str, OfficeState]) -> None:
    store = session.store
    assigned = [Assignment(plan, YEAR, code, department) for code in states]
    store.set_assignments(assigned)
    _send(session, plan, department, Purpose.REQUEST, "2026-04-10T09:00:00", DUE)
    typed = []
    for code, state in states.items():
        at = EvaluationId(plan, code, YEAR)
        typed.append(Typed(at._replace(fiscal_year=YEAR - 1), "author", f"{department[0]}田 花子"))
        typed.append(Typed(at._replace(fiscal_year=YEAR - 1), "extension", "2345"))
        if state is not N:
            typed.append(Typed(at, "submission", "1"))
        if state not in (N, R):
            typed.append(Typed(at, "office_stage", str(OfficeStage(state, 1))))
    store.write(typed, session.origin)
    if set(states.values()) != {N}:
        day = "2026-06-01" if department == LATECOMER else "2026-05-27"
        _take(session, plan, department, f"{day}T14:00:00")
    if B in states.values():
        _send(session, plan, department, Purpose.RETURN, "2026-06-02T16:00:00", "2026-06-10")


def _send(
    session: Session, plan: str, department: str, purpose: Purpose, when: str, due: str
) -> None:
    number = session.store.next_number(purpose, YEAR)
    book = Sent(number, purpose, plan, YEAR, department, f"{number}.xlsx", "0" * 64, when, due)
    asked = [Request(plan, YEAR, department, due, "", when)] if purpose is Purpose.REQUEST else []
    session.store.record_sent([book], asked)


def _take(session: Session, plan: str, department: str, when: str) -> None:
    record = ImportRecord(
        sha256=f"{hash(department) & 0xFFFF:064x}",
        file_name=f"2025_提出_{department}.xlsx",
        size=1,
        outcome=Outcome.APPLIED,
        imported_at=when,
        level=Level.FULL,
        purpose=Purpose.SUBMISSION,
        plan=plan,
        fiscal_year=YEAR,
        department=department,
    )
    session.store.apply_import(ImportAct(record, None))
