"""What stands above every table of the consolidated workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.era import date_name, fiscal_year_name, short_year
from imari_desk.domain.plan import Plan
from imari_desk.domain.summary import Summary
from imari_desk.domain.words import sentence
from imari_desk.workbook.office_look import NOTE, TITLE, height_of, put
from imari_desk.workbook.styles import merge, set_widths


@dataclass(frozen=True, slots=True)
class Report:
    """A year's summary and the day it is as of."""

    summary: Summary
    day: date

    @property
    def plan(self) -> Plan:
        return self.summary.plan

    @property
    def year(self) -> str:
        return fiscal_year_name(self.summary.fiscal_year)

    @property
    def last_year(self) -> str:
        return short_year(self.summary.fiscal_year - 1)


def put_head(
    sheet: Worksheet, report: Report, title: str, notes: Sequence[str], widths: Sequence[float]
) -> int:
    """Sets the widths; title, plan and day, each note; gives the row the table may start in."""
    set_widths(sheet, tuple(widths))
    plan = report.plan
    made = sentence(
        "sum.made",
        plan=plan.title,
        version=plan.version,
        day=date_name(report.day),
        measures=len(plan.measures),
    )
    put(sheet, 1, 1, title, TITLE)
    sheet.row_dimensions[1].height = 26
    for row, text in enumerate((made, *notes), start=2):
        for column in range(1, len(widths) + 1):
            put(sheet, row, column, text if column == 1 else None, NOTE)
        merge(sheet, row, 1, len(widths))
        sheet.row_dimensions[row].height = height_of(text, sum(widths), NOTE.size)
    row = 3 + len(notes)
    sheet.row_dimensions[row].height = 6
    return row + 1


def legend(plan: Plan) -> str:
    """The scale in one line."""
    grades = "　".join(f"{g.letter} {g.legend}" for g in plan.scale.grades)
    return sentence("sum.legend", legend=grades)
