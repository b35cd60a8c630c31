"""An office shortly before the meeting: everything checked, one late, one graded down, one 確定."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.records import Origin, Typed
from imari_desk.places import DATABASE
from imari_desk.store.store import Store

YEAR = 2025
LATE, DOWN, SETTLED, CHANGED = "行-②", "行-⑫", "行-③", "行-⑬"
CHECKED, CONFIRMED = "確認済（提出1）", "確定（提出1）"
NOW = datetime(2026, 6, 19, 9, 30)


def clock() -> datetime:
    return NOW


def make(folder: Path) -> Path:
    """The office's data folder; what would have come in workbooks is written straight away."""
    rows = f"{LATE},情報政策課,\n{DOWN},学校教育課,\n{SETTLED},市民課,\n{CHANGED},情報政策課,\n"
    listed = folder / "担当.csv"
    listed.write_text(f"施策番号,担当課,関係課\n{rows}", "utf-8")
    with Desk.create(folder, Owner.OFFICE, clock=clock) as desk:
        desk.assign(listed)
        desk.enter(DOWN, YEAR - 1, {"grade": "A"})
        stages = {LATE: CHECKED, DOWN: CHECKED, SETTLED: CONFIRMED, CHANGED: CHECKED}
        answers: dict[str, dict[str, str]] = {
            LATE: {"grade": "B", "progress": "遅れ", "issues": "仕様が固まらなかった。"},
            DOWN: {"grade": "B", "progress": "計画どおり"},
            SETTLED: {"grade": "C", "public_text": "窓口が変わりました。", "public": "true"},
            CHANGED: {"grade": "A", "second_grade": "B", "public": "false"},
        }
        for code, typed in answers.items():
            desk.enter(code, YEAR, typed)
        plan = desk.plan().id
    with Store.open(folder / DATABASE) as store:
        for code, stage in stages.items():  # what workbooks and the office's verbs write
            at = EvaluationId(plan, code, YEAR)
            typed_on = [Typed(at, "submission", "1"), Typed(at, "office_stage", stage)]
            store.write(typed_on, Origin("", NOW.isoformat()))
    return folder
