"""Which plan a workbook is about, and the plan it carries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import plan_from_rows, plan_rows
from imari_desk.domain.words import sentence
from imari_desk.workbook.findings import Findings, Position
from imari_desk.workbook.plan_sheet import HEADINGS
from imari_desk.workbook.recognise import Recognised
from imari_desk.workbook.source import Sheet

PlanKey = tuple[str, int]  # plan id and version


def choose_plan(
    key: PlanKey | None, found: Recognised, plans: Mapping[PlanKey, Plan], findings: Findings
) -> Plan | None:
    """The plan to read a workbook with: one that is known, else the one it carries.

    ``key`` is what the workbook says. Where it says nothing, a plan is guessed and asked about.
    """
    if key is not None and key in plans:
        return plans[key]
    for sheet in found.plans:
        try:
            plan = plan_from_rows((p, v) for p, v, _ in _rows(sheet))
        except PlanError as fault:
            findings.report(
                "read.plan_damaged", sheet.name, None, sheet=sheet.name, text=fault.text
            )
            continue
        if key is None or key == (plan.id, plan.version):
            return plans.get((plan.id, plan.version), plan)
    if key is not None:
        findings.report("read.plan_unknown", "", None, plan=key[0], version=key[1])
        return None
    return _guessed(plans, findings)


def account_for_plan(sheet: Sheet, plan: Plan, findings: Findings) -> None:
    """List every cell of a 計画 sheet that is not as the plan has it."""
    ours = _ours(plan)
    good: set[Position] = set()
    for path, value, at in _rows(sheet):
        if ours.get(path) == value:
            good |= {at, (at[0], at[1] + 1)}
    headings = {sentence(code) for code in HEADINGS}
    odd = [c for at, c in sheet.cells.items() if at not in good and c.text not in headings]
    for cell in odd:
        findings.leave(sheet, cell)
    if odd:
        findings.report("read.plan_changed", sheet.name, None, sheet=sheet.name)


@lru_cache(maxsize=64)
def _ours(plan: Plan) -> dict[str, str]:
    return dict(plan_rows(plan))


def _rows(sheet: Sheet) -> list[tuple[str, str, Position]]:
    """(path, value, cell of the path) for every row of a 計画 sheet."""
    at = next((at for at, cell in sorted(sheet.cells.items()) if cell.text == "id"), None)
    if at is None:
        return []
    rows = []
    headings = {sentence(code) for code in HEADINGS}
    for (row, column), cell in sheet.cells.items():
        if column == at[1] and cell.text not in headings:
            value = sheet.cells.get((row, column + 1))
            rows.append((cell.text, value.text if value is not None else "", (row, column)))
    return rows


def _guessed(plans: Mapping[PlanKey, Plan], findings: Findings) -> Plan | None:
    """The newest version of the only plan there is."""
    if len({id for id, _ in plans}) != 1:
        findings.report("read.plan_unknown", "", None, plan="？", version="？")
        return None
    plan = plans[max(plans)]
    findings.ask("read.plan_guessed", "", None, title=plan.title, version=plan.version)
    return plan
