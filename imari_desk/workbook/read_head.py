"""Reads the head of a form: which measure, which year, whose."""

from __future__ import annotations

from dataclasses import dataclass

from imari_desk.domain.codes import matching_code
from imari_desk.domain.era import read_year
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.findings import Findings, Position
from imari_desk.workbook.form_grid import Merges
from imari_desk.workbook.recognise import FormSheet

_MEASURE = sentence("form.measure")
_YEAR = sentence("form.year")
_DEPARTMENT = sentence("form.department")
_DUE = sentence("form.due")


@dataclass(slots=True)
class Head:
    """What the head of a form says as it stands there, "" for what it does not.

    ``taken`` are the cells that say it.
    """

    measure: str
    year: str
    department: str
    due: str
    taken: set[Position]
    merges: Merges


def read_head(form: FormSheet) -> Head:
    """The texts right of the labels."""
    merges = Merges(form.sheet)
    texts, taken = {}, set()
    for label, at in form.labels.items():
        value = merges.right_of(at)
        cell = form.sheet.cells.get(value)
        texts[label] = cell.text if cell is not None else ""
        taken.add(at)
        if label != _DUE:
            taken.add(value)
    get = texts.get
    return Head(
        get(_MEASURE, ""),
        get(_YEAR, ""),
        get(_DEPARTMENT, "").strip(),
        get(_DUE, ""),
        taken,
        merges,
    )


def identify(
    form: FormSheet, head: Head, plan: Plan, findings: Findings
) -> tuple[Measure, int] | None:
    """The measure and year of a form; None, and said why, where that is not certain."""
    footer, name = form.footer, form.sheet.name
    if footer is not None and footer.plan != plan.id:
        findings.report("read.other_plan", name, form.footer_at, sheet=name, plan=footer.plan)
        return None
    told = footer.measure if footer else ""
    code, below = _code(plan, head.measure or told), _code(plan, told)
    if code is None:
        at, seen = form.labels.get(_MEASURE), head.measure or told
        findings.report("read.measure_unknown", name, at, sheet=name, seen=seen)
        return None
    year = read_year(head.year) if head.year else (footer.fiscal_year if footer else None)
    if not isinstance(year, int) or year not in plan.years:
        at = form.labels.get(_YEAR)
        findings.report("read.year_unknown", name, at, sheet=name, seen=head.year)
        return None
    if footer is not None and (below, footer.fiscal_year) != (code, year):
        findings.report("read.form_disagrees", name, form.footer_at, sheet=name)
        return None
    return plan.by_code[code], year


def _code(plan: Plan, text: str) -> str | None:
    return text if text in plan.by_code else matching_code(text, plan.by_code)
