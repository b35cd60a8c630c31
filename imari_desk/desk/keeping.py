"""Whether the database is whole, and what it says, in one line."""

from __future__ import annotations

from pathlib import Path

from imari_desk.desk.reports import Health
from imari_desk.desk.session import Session
from imari_desk.domain import evaluation as evaluations
from imari_desk.domain import items
from imari_desk.domain.book import Remark
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.records import Backup
from imari_desk.places import DATABASE
from imari_desk.store.store import Store


def verify(session: Session) -> Health:
    """Look at every record, and say what stands as two digests: the 課's answers, the office's."""
    found = session.store.verify()
    everything = [
        e
        for plan in sorted({v.plan for v in session.store.plan_versions()})
        for e in session.store.evaluations(plan)
    ]
    problems = tuple(Remark(f.code, f.measure, f.key, f.text) for f in found.problems)
    return Health(
        found.ok,
        evaluations.digest(_part(e, office=False) for e in everything),
        evaluations.digest(_part(e, office=True) for e in everything),
        found.evaluations,
        problems,
    )


def backups(folder: Path) -> tuple[Backup, ...]:
    """The automatic backups of a data folder, the newest first, whether it can be opened or not."""
    return Store.backups(folder / DATABASE)


def _part(evaluation: Evaluation, *, office: bool) -> Evaluation:
    """The registers one side writes."""
    registers = evaluation.registers.items()
    return Evaluation(
        evaluation.id, {k: r for k, r in registers if items.written_by_office(k) is office}
    )
