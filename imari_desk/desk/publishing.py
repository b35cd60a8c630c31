"""What the office shows: the consolidated workbook, the printed sheets, the public version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from imari_desk.desk.before import grades_before, predecessors
from imari_desk.desk.files import write_file
from imari_desk.desk.session import Progress, Session
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.records import Typed
from imari_desk.domain.states import OfficeStage, OfficeState, submission_of
from imari_desk.domain.summary import MeasureYear, Summary, summarise
from imari_desk.domain.words import sentence
from imari_desk.paper import print as paper
from imari_desk.paper.shapes import SheetData
from imari_desk.paper.sheet import evaluation_sheet, public_sheet
from imari_desk.workbook.consolidated import write_consolidated
from imari_desk.workbook.public_csv import public_csv, public_indicators_csv, to_publish


def consolidate(session: Session, fiscal_year: int, path: Path) -> None:
    """The consolidated workbook of all that stands."""
    summary = summary_of(session, fiscal_year)
    write_file(path, write_consolidated(summary, session.clock().date()))


def print_sheets(
    session: Session, fiscal_year: int, path: Path, codes: Sequence[str], progress: Progress
) -> int:
    """One PDF, a sheet a measure: those named, else all this desk is about."""
    plan = session.plan(fiscal_year)
    measures = [session.measure(plan, c) for c in codes] or session.measures_here(plan, fiscal_year)
    if not measures:
        raise CallError("no_measures_yet", year=fiscal_year)
    sheets = _sheets(session, plan, fiscal_year, measures)
    data = paper.print_sheets(
        sheets,
        made_at=made_at(session),
        progress=lambda done, total: progress("print", done, total),
    )
    write_file(path, data)
    return len(sheets)


def font_notice() -> str:
    """What to tell where another typeface stands in on the printed sheets; "" where none does."""
    return paper.font_notice()


def _sheets(
    session: Session, plan: Plan, fiscal_year: int, measures: Sequence[Measure]
) -> list[SheetData]:
    by_measure = session.by_measure(plan, measures)
    assigned = session.assignments(plan, fiscal_year)
    before = predecessors(session, plan, measures, fiscal_year)
    return [
        evaluation_sheet(
            plan,
            measure,
            fiscal_year,
            by_measure[measure.code],
            assigned[measure.code].department if measure.code in assigned else "",
            before=before.get(measure.code, ()),
        )
        for measure in measures
    ]


def publish(session: Session, fiscal_year: int, folder: Path) -> tuple[Path, ...]:
    """The public version of what is 確定 and may be published; it is 公表済 then."""
    session.office_only("publish")
    summary = summary_of(session, fiscal_year)
    published = to_publish(summary)
    if not published:
        raise CallError("nothing_to_publish", year=fiscal_year)
    contents = {
        "public_file": public_csv(summary),
        "public_indicator_file": public_indicators_csv(summary),
        "public_paper": _public_paper(session, summary, published),
    }
    files = []
    for code, data in contents.items():
        files.append(folder / sentence(code, year=fiscal_year))
        write_file(files[-1], data)
    session.store.write([_published(m.evaluation) for m in published], session.origin)
    return tuple(files)


def _public_paper(session: Session, summary: Summary, published: Sequence[MeasureYear]) -> bytes:
    """The printable public version: a sheet a measure, without what is internal."""
    by_measure = session.by_measure(summary.plan, [m.measure for m in published])
    sheets = [
        public_sheet(
            summary.plan, m.measure, summary.fiscal_year, by_measure[m.measure.code], m.department
        )
        for m in published
    ]
    return paper.print_sheets(sheets, made_at=made_at(session))


def made_at(session: Session) -> datetime:
    """The time a document says it was made at, with its time zone."""
    return session.clock().astimezone().replace(microsecond=0)


def _published(evaluation: Evaluation) -> Typed:
    stage = OfficeStage(OfficeState.PUBLISHED, submission_of(evaluation).count)
    return Typed(evaluation.id, "office_stage", str(stage))


def summary_of(session: Session, fiscal_year: int) -> Summary:
    """The year in numbers, as it stands."""
    plan = session.plan(fiscal_year)
    assigned = session.assignments(plan, fiscal_year)
    departments = {code: a.department for code, a in assigned.items()}
    before = grades_before(session, plan, fiscal_year)
    return summarise(plan, fiscal_year, session.by_measure(plan), departments, before)
