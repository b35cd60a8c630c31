"""集計ブック: the office's year in one workbook; its last sheet is for programs."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain.summary import Summary
from imari_desk.domain.words import sentence
from imari_desk.workbook.office_data import write_data
from imari_desk.workbook.office_grades import write_departments, write_fields
from imari_desk.workbook.office_head import Report
from imari_desk.workbook.office_indicators import write_charts, write_indicators
from imari_desk.workbook.office_list import write_list
from imari_desk.workbook.styles import FONT


def write_consolidated(summary: Summary, day: date) -> bytes:
    """The workbook as the bytes of an .xlsx file; ``day`` stands under every title.

    Raises WorkbookError for an answer no worksheet can hold.
    """
    report = Report(summary, day)
    book = Workbook()
    vars(book)["_named_styles"]["Normal"].font = Font(name=FONT, size=10)
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = sentence("sum.list")
    write_list(first, report)
    write_fields(book.create_sheet(sentence("sum.fields")), report)
    write_departments(book.create_sheet(sentence("sum.departments")), report)
    table = book.create_sheet(sentence("sum.indicators"))
    row = write_indicators(table, report)
    write_charts(book.create_sheet(sentence("sum.charts")), report, table, row)
    write_data(book.create_sheet(sentence("sum.data")), report)
    target = BytesIO()
    book.save(target)
    return target.getvalue()
