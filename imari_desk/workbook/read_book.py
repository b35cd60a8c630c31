"""Reads a 評価ブック that came back, from whomever, after whatever was done to it.

Everything needed stands in visible cells: what was written in データ, what was edited in the
forms. Sheets are told by the words on them; what cannot be told is listed, never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping

from imari_desk.domain.book import (
    BookHeader,
    HandEdit,
    Level,
    Purpose,
    ReadBook,
    ReadEvaluation,
)
from imari_desk.domain.era import read_year
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.cells import read_cells
from imari_desk.workbook.findings import Findings
from imari_desk.workbook.printed import Footer, day
from imari_desk.workbook.read_cover import account_for_cover, header_of, iso, read_cover
from imari_desk.workbook.read_data import Known, KnownBook, read_data
from imari_desk.workbook.read_form import FormReading, Frame, read_form
from imari_desk.workbook.read_head import identify, read_head
from imari_desk.workbook.read_plan import account_for_plan, choose_plan
from imari_desk.workbook.recognise import Recognised, most_common, recognise
from imari_desk.workbook.source import SourceBook, cell_name


def read_book(data: bytes, name: str, plans: Mapping[tuple[str, int], Plan]) -> ReadBook:
    """Everything found in a workbook; nothing in it is applied.

    ``name`` is the file's, for people; ``plans`` the known ones by id and version. Raises
    WorkbookError for a file that is no readable workbook; one that is no 評価ブック comes back at
    Level.NONE with the reason among its problems.
    """
    source = read_cells(data, name)
    return _BookReader(source, recognise(source), plans).read()


class _BookReader:
    def __init__(
        self, source: SourceBook, found: Recognised, plans: Mapping[tuple[str, int], Plan]
    ) -> None:
        self._source, self._found, self._plans = source, found, plans
        self._findings = Findings()
        self._covers = [read_cover(sheet) for sheet in found.covers]
        self._heads = [(form, read_head(form)) for form in found.forms]
        self._edits: dict[tuple[str, int], dict[str, dict[str, HandEdit]]] = {}
        self._departments: dict[tuple[str, int], str] = {}
        self._form_levels: set[Level] = set()

    def read(self) -> ReadBook:
        if not (self._found.forms or self._found.data):
            self._findings.report("read.foreign", "", None)
            return self._result(None, None, Level.NONE, ())
        footer = most_common(form.footer for form in self._found.forms if form.footer)
        key = next((c.plan_key for c in self._covers if c.plan_key), None)
        key = key or ((footer.plan, footer.version) if footer else None)
        plan = choose_plan(key, self._found, self._plans, self._findings)
        if plan is None:
            return self._result(None, None, Level.NONE, ())
        known = read_data(self._found.data, plan, self._findings) if self._found.data else None
        header = self._header(plan, footer, known or {})
        self._read_forms(plan, header, known)
        self._account(plan)
        level = self._level(known)
        if level is Level.NONE:
            self._findings.report("read.foreign", "", None)
        evaluations = self._evaluations(plan, header, known or {})
        return self._result(plan, header, level, evaluations)

    def _header(self, plan: Plan, footer: Footer | None, known: KnownBook) -> BookHeader:
        """The cover's header, else one put together from the forms and データ."""
        for cover in self._covers:
            if (header := header_of(cover)) is not None:
                return header._replace(plan=plan.id, plan_version=plan.version)
        self._findings.ask("read.no_cover", "", None)
        years = [year for _, year in known] or [y for y in self._years() if y in plan.years]
        return BookHeader(
            purpose=footer.purpose if footer and footer.purpose else Purpose.SUBMISSION,
            plan=plan.id,
            plan_version=plan.version,
            fiscal_year=footer.fiscal_year if footer else max(years, default=plan.last_year),
            department=next((head.department for _, head in self._heads if head.department), ""),
            number=footer.number if footer else "",
            due=next((iso(head.due) for _, head in self._heads if head.due), ""),
        )

    def _years(self) -> list[int]:
        read = (read_year(head.year) for _, head in self._heads)
        return [year for year in read if isinstance(year, int)]

    def _read_forms(self, plan: Plan, header: BookHeader, known: KnownBook | None) -> None:
        printed = frozenset((day(header.due),))
        for form, head in self._heads:
            found = identify(form, head, plan, self._findings)
            if found is None:
                self._findings.leave_all(form.sheet)
                continue
            measure, year = found
            id = (measure.code, year)
            here = (known or {}).get(id) or Known(EvaluationId(plan.id, *id))
            before = (known or {}).get((measure.code, year - 1))
            registers = before.registers if before else {}
            frame = Frame(plan, measure, year, here, registers, known is not None, printed)
            if form.footer_at:
                head.taken.add(form.footer_at)
            self._note(id, head.department, read_form(form, frame, head, self._findings))

    def _note(self, id: tuple[str, int], department: str, reading: FormReading) -> None:
        self._form_levels.add(reading.level)
        if department:
            self._departments.setdefault(id, department)
        edits = self._edits.setdefault(id, {})
        for key, edit in reading.edits.items():
            there = edits.setdefault(key, {})
            there[edit.value] = min(edit, there.get(edit.value, edit), key=_where)

    def _level(self, known: KnownBook | None) -> Level:
        """How well the book could be told; below FULL everything filled in looks new."""
        if known is not None:
            return Level.FULL
        self._findings.ask("read.no_data", "", None)
        levels = (Level.CODES, Level.LABELS)
        return next((level for level in levels if level in self._form_levels), Level.NONE)

    def _account(self, plan: Plan) -> None:
        """List what stands outside the forms and データ, and on top of all sheets."""
        findings = self._findings
        for cover in self._covers:
            account_for_cover(cover, plan, findings)
        for sheet in self._found.plans:
            account_for_plan(sheet, plan, findings)
        for sheet in self._found.others:
            findings.leave_all(sheet)
        for sheet in self._source.sheets:
            for comment in sheet.comments:
                text = sentence("read.comment", author=comment.author, text=comment.text)
                findings.leave_text(sheet, cell_name(comment.row, comment.column), text)
            for text in sheet.drawing_texts:
                findings.leave_text(sheet, "", text)
            if sheet.drawings:
                findings.leave_text(sheet, "", sentence("read.drawing"))

    def _evaluations(
        self, plan: Plan, header: BookHeader, known: KnownBook
    ) -> tuple[ReadEvaluation, ...]:
        """In the plan's order, so that the order of sheets makes no difference."""
        order = {measure.code: n for n, measure in enumerate(plan.measures)}
        found = []
        for id in sorted({*known, *self._edits}, key=lambda i: (order[i[0]], i[1])):
            here = known.get(id) or Known(EvaluationId(plan.id, *id))
            edits = {
                key: tuple(sorted(by_value.values(), key=_where))
                for key, by_value in self._edits.get(id, {}).items()
            }
            department = self._departments.get(id, header.department)
            found.append(ReadEvaluation(here.id, department, here.registers, edits, here.places))
        return tuple(found)

    def _result(
        self,
        plan: Plan | None,
        header: BookHeader | None,
        level: Level,
        evaluations: tuple[ReadEvaluation, ...],
    ) -> ReadBook:
        findings, source = self._findings, self._source
        carried = plan if plan and (plan.id, plan.version) not in self._plans else None
        return ReadBook(
            header,
            level,
            evaluations,
            tuple(findings.unread),
            tuple(findings.questions),
            tuple(findings.problems),
            source.saved_at,
            source.program,
            carried,
        )


def _where(edit: HandEdit) -> tuple[str, str, str]:
    return edit.value, edit.place.sheet, edit.place.cell
