"""The printed sheet while it is being written: on the screen, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping

from imari_desk.desk.before import predecessors
from imari_desk.desk.session import Session, of_year
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import Item, items_by_key
from imari_desk.domain.numbers import canonical
from imari_desk.domain.register import Dot, write
from imari_desk.domain.sheet_preview import SheetPreview
from imari_desk.paper import print as paper
from imari_desk.paper.sheet import evaluation_sheet

_SCREEN = Dot("screen", 1)  # never stored: the name of what is only typed


def preview(
    session: Session, code: str, fiscal_year: int, typed: Mapping[str, str]
) -> SheetPreview:
    """The sheet of one evaluation as it would be printed with what was typed, keyed by item."""
    plan = session.plan(fiscal_year)
    measure = session.measure(plan, code)
    years = session.by_measure(plan, [measure])[measure.code]
    here = of_year(plan, measure, fiscal_year, years)
    years[fiscal_year] = _with_typed(here, items_by_key(plan, measure, fiscal_year), typed)
    assigned = session.assignments(plan, fiscal_year).get(measure.code)
    department = assigned.department if assigned else ""
    before = predecessors(session, plan, [measure], fiscal_year).get(measure.code, ())
    sheet = evaluation_sheet(plan, measure, fiscal_year, years, department, before=before)
    return SheetPreview(paper.preview(sheet), paper.spots(sheet))


def _with_typed(
    evaluation: Evaluation, known: Mapping[str, Item], typed: Mapping[str, str]
) -> Evaluation:
    registers = dict(evaluation.registers)
    for key, text in typed.items():
        if key in known:
            value = canonical(known[key], text).value
            registers[key] = write(registers.get(key, ()), value, _SCREEN)
    return Evaluation(evaluation.id, registers)
