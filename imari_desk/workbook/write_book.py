"""Writes a 評価ブック: the cover, a form for each measure, データ, and the plan where asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.book import BookContents, Purpose
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.judgement import judge
from imari_desk.domain.returning import reopened
from imari_desk.domain.words import sentence
from imari_desk.workbook.collector import collector_paused
from imari_desk.workbook.cover_sheet import Listed, write_cover_sheet
from imari_desk.workbook.data_sheet import data_rows, write_data_sheet
from imari_desk.workbook.form_sheet import Form, write_form_sheet
from imari_desk.workbook.layout import Fact
from imari_desk.workbook.plan_sheet import write_plan_sheet
from imari_desk.workbook.printed import day, footer, progress, sheet_names
from imari_desk.workbook.styles import FONT, Dresser

SheetDone = Callable[[int, int], None]  # sheets written so far, sheets in all


def write_book(contents: BookContents, done: SheetDone | None = None) -> bytes:
    """The workbook as the bytes of an .xlsx file.

    The 前年度 column shows a previous evaluation only where it is of the same plan and measure
    and of the year before. Raises WorkbookError for an answer no worksheet can hold.
    """
    with collector_paused():
        return _written(contents, done)


def _written(contents: BookContents, done: SheetDone | None) -> bytes:
    book = Workbook()
    # Column widths count in digits of the normal style's font.
    vars(book)["_named_styles"]["Normal"].font = Font(name=FONT, size=10)
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = sentence("cover.sheet")
    dresser = Dresser(book)
    forms = _forms(contents)
    names = sheet_names(form.measure.code for form in forms)
    write_cover_sheet(cover, contents.header, contents.plan, _listed(forms, names), dresser)
    for n, (form, name) in enumerate(zip(forms, names, strict=True), start=1):
        write_form_sheet(book.create_sheet(name), form, dresser)
        if done:
            done(n, len(forms) + 1)
    year = contents.header.fiscal_year
    proposals = {form.measure.code: form.facts[Fact.PROPOSAL] for form in forms}
    rows = data_rows(contents.plan, _carried(contents), proposals, year, contents.told_before)
    write_data_sheet(book.create_sheet(sentence("data.sheet")), rows, dresser)
    if contents.carries_plan:
        write_plan_sheet(book.create_sheet(sentence("plan.sheet")), contents.plan, dresser)
    dresser.finish()
    target = BytesIO()
    book.save(target)
    if done:
        done(len(forms) + 1, len(forms) + 1)
    return target.getvalue()


def _forms(contents: BookContents) -> list[Form]:
    """What every form sheet shows, in the plan's order."""
    plan, header = contents.plan, contents.header
    years = _by_measure(contents)
    forms = []
    for measure in plan.measures:
        held = years.get(measure.code, {}).get(header.fiscal_year)
        if held is None:
            continue
        proposal = judge(plan, measure, header.fiscal_year, years[measure.code]).reason
        facts = {
            Fact.DEPARTMENT: contents.departments.get(measure.code, header.department),
            Fact.DUE: day(header.due),
            Fact.PROPOSAL: sentence("form.proposal", text=proposal),
            Fact.FOOTER: footer(plan, header, measure.code),
        }
        before = years[measure.code].get(header.fiscal_year - 1)
        opened = reopened(held) if header.purpose is Purpose.RETURN else None
        shown = before.registers if before else {}
        told = contents.told_before.get(measure.code, {})
        forms.append(Form(plan, measure, held, shown, facts, opened, told))
    return forms


def _carried(contents: BookContents) -> list[Evaluation]:
    """Everything データ holds: what is sent, and what the 前年度 columns show."""
    by_id = {held.id: held for held in contents.previous.values() if _shown(contents, held)}
    by_id |= {held.id: held for held in contents.evaluations}
    order = {measure.code: n for n, measure in enumerate(contents.plan.measures)}
    return sorted(by_id.values(), key=lambda e: (-e.id.fiscal_year, order[e.id.measure]))


def _shown(contents: BookContents, previous: Evaluation) -> bool:
    here = previous.id.plan == contents.plan.id and previous.id.measure in contents.plan.by_code
    return here and previous.id.fiscal_year == contents.header.fiscal_year - 1


def _by_measure(contents: BookContents) -> dict[str, dict[int, Evaluation]]:
    found: dict[str, dict[int, Evaluation]] = {}
    for held in _carried(contents):
        found.setdefault(held.id.measure, {})[held.id.fiscal_year] = held
    return found


def _listed(forms: Sequence[Form], names: Sequence[str]) -> list[Listed]:
    return [
        Listed(
            form.measure.code,
            form.measure.name,
            name,
            progress(form.plan, form.measure, form.held.id.fiscal_year, form.held.registers),
        )
        for form, name in zip(forms, names, strict=True)
    ]
