"""Which sheet of a workbook is what, told by the words on it, never by its name or place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from imari_desk.domain.words import sentence
from imari_desk.workbook.earlier import labels_before, today
from imari_desk.workbook.findings import Position
from imari_desk.workbook.printed import DATA_HEADINGS, NUMBER_MARK, Footer, read_footer
from imari_desk.workbook.source import Sheet, SourceBook

YEAR, MEASURE, CODE, LABEL, VALUE, UNIT, VERSION = DATA_HEADINGS

# What the headings of データ turn into when people tidy them, letters and digits only.
_OTHER_HEADINGS = {
    YEAR: ("評価年度", "会計年度"),
    MEASURE: ("施策コード", "施策番号コード", "施策no", "施策"),
    CODE: ("コード", "項目番号", "項目no"),
    LABEL: ("項目", "項目の名前", "名称"),
    VALUE: ("回答", "内容", "値回答", "入力値", "記入内容"),
    UNIT: ("値の単位",),
    VERSION: ("バージョン", "版番号", "値の版"),
}
_HEADINGS = {
    word: heading for heading in DATA_HEADINGS for word in (heading, *_OTHER_HEADINGS[heading])
}
_NEEDED = {YEAR, MEASURE, CODE, VALUE, VERSION}

FORM_LABELS = tuple(
    sentence(code) for code in ("form.measure", "form.year", "form.department", "form.due")
)
_COVER_LABELS = (sentence("cover.number"), sentence("cover.purpose"))
_PLAN_ROWS = ("id", "short_title", "first_year")
# Codes that stand on every form, whatever the plan.
_COMMON_CODES = ("T01", "T02", "T03", "T04", "H01", "D01", "P04", "A01", "A03")
_ENOUGH_CODES = 3
_MARKS = frozenset((*DATA_HEADINGS, *FORM_LABELS, *_COVER_LABELS, *_PLAN_ROWS, *_COMMON_CODES))


@dataclass(frozen=True, slots=True)
class DataTable:
    """A データ sheet: the row of its headings, and the column of each heading it has.

    ``lines``: row → texts in the order of the headings, where the sheet holds nothing else.
    """

    sheet: Sheet
    head: int
    columns: Mapping[str, int]
    lines: Mapping[int, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet that holds a form: where its head labels stand, and its last row."""

    sheet: Sheet
    labels: Mapping[str, Position]
    footer: Footer | None
    footer_at: Position | None


@dataclass(frozen=True, slots=True)
class Recognised:
    """The sheets of a workbook by what they are."""

    covers: tuple[Sheet, ...]
    forms: tuple[FormSheet, ...]
    data: tuple[DataTable, ...]
    plans: tuple[Sheet, ...]
    others: tuple[Sheet, ...]


def recognise(book: SourceBook) -> Recognised:
    """Sort the sheets. A sheet that has only changed words gets a second, slower look."""
    covers, forms, data, plans, others = [], [], [], [], []
    for sheet in book.sheets:
        match _whole_table(sheet) or _by_marks(sheet):
            case DataTable() as found:
                data.append(found)
            case FormSheet() as found:
                forms.append(found)
            case "plan":
                plans.append(sheet)
            case "cover":
                covers.append(sheet)
            case _:
                others.append(sheet)
    return Recognised(tuple(covers), tuple(forms), tuple(data), tuple(plans), tuple(others))


def _whole_table(sheet: Sheet) -> DataTable | None:
    """データ as it was written, known by its headings at a glance."""
    table = sheet.table
    if table is None or table.heads != DATA_HEADINGS:
        return None
    columns = {heading: n for n, heading in enumerate(DATA_HEADINGS, start=1)}
    return DataTable(sheet, 1, columns, table.rows)


def _by_marks(sheet: Sheet) -> DataTable | FormSheet | str | None:
    found = _kind(sheet, _marks(sheet), sure=True)
    return found or _kind(sheet, _marks_again(sheet), sure=False)


def plain(text: str) -> str:
    """Letters and digits only, in one width: how words are compared that people retyped."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


_PLAIN_MARKS = {plain(word): word for word in _MARKS} | _HEADINGS


def _marks(sheet: Sheet) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    before = labels_before()
    for row, column, _, text, _, _ in sheet.found:
        if text in _MARKS or text in before:
            found.setdefault(before.get(text, text), []).append((row, column))
    return found


def _marks_again(sheet: Sheet) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    for row, column, _, text, _, _ in sheet.found:
        if len(text) <= 20 and (word := _PLAIN_MARKS.get(plain(today(text)))):
            found.setdefault(word, []).append((row, column))
    return found


def _kind(
    sheet: Sheet, marks: Mapping[str, list[Position]], *, sure: bool
) -> DataTable | FormSheet | str | None:
    """What the marks make of a sheet; ``sure``: a form must show more than a few codes."""
    if (table := _data_table(sheet, marks)) is not None:
        return table
    columns = [{column for _, column in marks.get(path, ())} for path in _PLAN_ROWS]
    if set.intersection(*columns):
        return "plan"
    if all(label in marks for label in _COVER_LABELS):
        return "cover"
    footers = _footers(sheet)
    labels = {label: min(marks[label]) for label in FORM_LABELS if label in marks}
    codes = sum(code in marks for code in _COMMON_CODES)
    perhaps = FORM_LABELS[0] in labels or codes >= _ENOUGH_CODES
    if not footers and (sure or not perhaps) and len(labels) < len(FORM_LABELS):
        return None
    at = max(footers) if footers else None
    return FormSheet(sheet, labels, footers[at] if at else None, at)


def _data_table(sheet: Sheet, marks: Mapping[str, list[Position]]) -> DataTable | None:
    for row in sorted({row for row, _ in marks.get(CODE, ())}):
        columns = {
            heading: min(column for at, column in marks[heading] if at == row)
            for heading in DATA_HEADINGS
            if any(at == row for at, _ in marks.get(heading, ()))
        }
        if columns.keys() >= _NEEDED:
            return DataTable(sheet, row, columns)
    return None


def _footers(sheet: Sheet) -> dict[Position, Footer]:
    found = {
        (row, column): read_footer(text)
        for row, column, _, text, _, _ in sheet.found
        if NUMBER_MARK in text
    }
    return {at: footer for at, footer in found.items() if footer is not None}


def most_common(footers: Iterable[Footer]) -> Footer | None:
    """The footer most sheets agree with; the first of them where several do."""
    counts: dict[tuple[object, ...], list[Footer]] = {}
    for footer in footers:
        key = (footer.plan, footer.version, footer.fiscal_year, footer.number)
        counts.setdefault(key, []).append(footer)
    return max(counts.values(), key=len)[0] if counts else None
