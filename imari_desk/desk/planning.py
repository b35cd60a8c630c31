"""The plan and who answers for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from imari_desk.desk.files import read_file, write_file
from imari_desk.desk.reports import KeptPlan
from imari_desk.desk.session import Session
from imari_desk.domain.era import fiscal_year_of
from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.records import Assignment
from imari_desk.workbook.plan_book import read_plan_book, write_plan_book
from imari_desk.workbook.tables import read_assignments


def export_plan(session: Session, path: Path) -> Plan:
    """Write the current plan as a workbook to be corrected in a spreadsheet program."""
    plan = session.store.plan()
    write_file(path, write_plan_book(plan))
    return plan


def import_plan(session: Session, path: Path) -> KeptPlan:
    """Read a plan, from a workbook or a plan file, as a new version. Nothing new: the old one.

    Raises PlanError and WorkbookError naming the place.
    """
    session.office_only("plan import")
    data = read_file(path)
    plan = read_plan(data, path)
    known = [v.version for v in session.store.plan_versions() if v.plan == plan.id]
    gone: tuple[str, ...] = ()
    if known:
        latest = session.store.plan_version(plan.id, max(known))
        if replace(plan, version=latest.version, version_note=latest.version_note) == latest:
            return KeptPlan(latest)
        plan = replace(plan, version=latest.version + 1)
        gone = tuple(code for code in latest.by_code if code not in plan.by_code)
    session.store.safeguard("plan", now=session.now)
    session.store.add_plan(plan, now=session.now)
    session.store.drafts.sign(plan.id, plan.version, session.person)
    return KeptPlan(plan, gone)


def read_plan(data: bytes, path: Path) -> Plan:
    """The plan a workbook or a plan file holds. Raises PlanError and WorkbookError."""
    if path.suffix.lower() != ".toml":
        return read_plan_book(data, path.name)
    try:
        return parse_plan(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PlanError("plan_not_utf8", path=path) from error


def assign(session: Session, path: Path) -> tuple[Assignment, ...]:
    """Take in a list 施策番号, 担当課, 関係課.

    The first list answers for the whole plan, a later one from the year under evaluation on, so
    that after a 組織改編 the years before keep their names.
    Raises WorkbookError naming the row where the list cannot be taken in.
    """
    session.office_only("assign")
    plan = session.store.plan()
    rows = read_assignments(read_file(path), plan, path.name)
    year = plan.first_year
    if session.store.assignments(plan.last_year, plan.id):
        year = year_under_evaluation(plan, session.clock().date())
    assignments = tuple(
        Assignment(plan.id, year, row.measure, row.department, row.related) for row in rows
    )
    session.store.set_assignments(assignments)
    return assignments


def year_under_evaluation(plan: Plan, today: date) -> int:
    """The plan year that was over last: evaluations look back."""
    return min(max(fiscal_year_of(today) - 1, plan.first_year), plan.last_year)
