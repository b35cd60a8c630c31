"""What a workbook that is handed over will hold: each measure, its state, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import MeasureLine
from imari_desk.desk.reports import MeasureFindings
from imari_desk.domain.book import Purpose
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.items import items_by_key
from imari_desk.domain.plan import Plan
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import Kind, Line, item_label
from imari_desk.gui.painted import STATE_CHIPS


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the page says before a workbook is written."""

    lines: tuple[Line, ...]
    file_name: str
    measures: int
    lacking: int  # measures with gaps
    gaps: int  # items missing, over all measures that are not 確定
    settled: bool  # all are 確定: nothing waits to be sent


def contents(desk: Desk, fiscal_year: int, purpose: Purpose) -> Contents:
    """Ask the desk; runs on the background."""
    from imari_desk.desk.sending import book_name

    plan, rows = desk.plan(), desk.lines(fiscal_year)
    found = {f.measure: f for f in desk.check(fiscal_year)}
    lines = tuple(_line(plan, fiscal_year, row, found.get(row.measure)) for row in rows)
    still = [row for row in rows if row.state is not DepartmentState.CONFIRMED]
    gaps = [len(_missing(found.get(row.measure))) for row in still]
    name = book_name(fiscal_year, purpose, desk.department)
    return Contents(lines, name, len(rows), sum(map(bool, gaps)), sum(gaps), not still)


def _missing(found: MeasureFindings | None) -> tuple[Finding, ...]:
    return tuple(f for f in found.findings if f.severity is Severity.MISSING) if found else ()


def _line(plan: Plan, year: int, row: MeasureLine, found: MeasureFindings | None) -> Line:
    measure = plan.by_code[row.measure]
    known, gaps = items_by_key(plan, measure, year), _missing(found)
    labels = [item_label(plan, row.measure, known[f.key]) for f in gaps]
    first = gaps[0].key if gaps else ""
    tone, sign = STATE_CHIPS[row.state]
    return Line(
        Kind.REMARK,
        f"{row.measure}　{row.name}",
        _said(row, labels),
        sentence("exchange.odd", count=row.odd) if row.odd else "",
        chip=(row.state.value, tone, sign),
        target=(EvaluationId(plan.id, row.measure, year), first),
    )


def _said(row: MeasureLine, labels: Sequence[str]) -> str:
    if row.state is DepartmentState.CONFIRMED:
        return sentence("exchange.confirmed")
    if labels:
        return sentence("exchange.missing", count=len(labels), labels="、".join(labels))
    return sentence("exchange.complete" if row.evaluated else "exchange.nothing_asked")
