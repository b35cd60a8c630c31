"""Plain tables other programs make and read: the assignment list in, the public CSV out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

from imari_desk.domain.codes import matching_code
from imari_desk.domain.errors import WorkbookError
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.cells import read_cells
from imari_desk.workbook.source import Sheet

MOST_BYTES = 2_000_000
MOST_COLUMNS = 50  # what stands further right is no part of the list
HEADER_WITHIN = 20  # rows; a title and a date may stand above the header
LONGEST_NAME = 60  # characters of a 課's name

_HEADINGS = {
    "measure": {"施策番号", "施策コード", "施策no", "番号", "コード", "施策"},
    "department": {"担当課", "担当課名", "担当", "担当部署", "所管課", "主管課", "課名", "課"},
    "related": {"関係課", "関係課名", "関連課", "関係部署", "関連部署", "関係課等"},
}
_DECORATION = re.compile(r"\(.*?\)|[\s*※:]")
_BETWEEN = re.compile(r"[、,，;；/／\n]+")
_ZIP, _OLD_XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_STARTS_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One row of the list; ``measure`` is the plan's own code."""

    measure: str
    department: str
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssignmentList:
    """What a list says, and of every row that cannot be used a sentence that names it."""

    rows: tuple[AssignmentRow, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a table: where it stands, and its cells as text."""

    sheet: str
    row: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        if column is None or column >= len(self.cells):
            return ""
        return self.cells[column].strip()


def read_assignments(content: bytes, plan: Plan, name: str) -> tuple[AssignmentRow, ...]:
    """The list 施策番号, 担当課, 関係課 of a .csv (UTF-8, UTF-16 or CP932) or .xlsx file.

    Raises WorkbookError as list_assignments does, and one that names every row that cannot be
    used.
    """
    found = list_assignments(content, plan, name)
    if found.faults:
        faults = "\n".join(found.faults)
        raise WorkbookError("list.rows", count=len(found.faults), faults=faults)
    return found.rows


def list_assignments(content: bytes, plan: Plan, name: str) -> AssignmentList:
    """Everything the list says, row by row, with the faults of those that cannot be used.

    The columns are found by their headings, in any order; ``name`` is the file's, for sentences
    about it. Raises WorkbookError for a file that is no such list, and for an empty one.
    """
    return _listed(*_below_header(_tables(content, name)), plan)


def pasted_assignments(text: str, plan: Plan) -> AssignmentList:
    """The same of a range copied in a spreadsheet program.

    Without headings the column with the measures' codes tells: the 課 stands in the next one that
    does not name the measure or its 分野, the 関係課 behind it. Raises WorkbookError where no
    column has codes.
    """
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter="\t")
    try:
        lines = [_Line("", n, tuple(cells)) for n, cells in enumerate(reader, start=1)]
    except csv.Error as fault:
        raise WorkbookError("list.unreadable") from fault
    try:
        below, columns = _below_header([lines])
    except WorkbookError:
        below, columns = lines, _by_position(lines, plan)
    return _listed(below, columns, plan)


def _by_position(lines: Sequence[_Line], plan: Plan) -> dict[str, int]:
    """In which columns the codes, the 課 and the 関係課 stand."""
    wide = max((len(line.cells) for line in lines), default=0)
    codes = [sum(_means(line.cell(n), plan) for line in lines) for n in range(wide)]
    if not any(codes):
        raise WorkbookError("list.no_codes")
    measure = codes.index(max(codes))
    names = {m.name for m in plan.measures} | {f.name for f in plan.fields}
    known = {_plain(name) for name in (*names, *(g.name for g in plan.groups))}
    free = [
        n
        for n in range(measure + 1, wide)
        if not any(_plain(line.cell(n)) in known for line in lines)
    ]
    department = free[0] if free else measure + 1
    return {"measure": measure, "department": department, "related": department + 1}


def _means(text: str, plan: Plan) -> bool:
    return matching_code(text, plan.by_code) is not None


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split()).lower()


def _listed(lines: Sequence[_Line], columns: dict[str, int], plan: Plan) -> AssignmentList:
    """Row by row; raises WorkbookError("list.empty") where there is nothing at all."""
    found: dict[str, AssignmentRow] = {}
    faults: list[str] = []
    for line in lines:
        if not any(line.cell(column) for column in columns.values()):
            continue
        row = _assignment(line, columns, plan)
        if isinstance(row, AssignmentRow) and found.setdefault(row.measure, row) != row:
            row = _fault("list.twice", line, measure=row.measure)
        if isinstance(row, str):
            faults.append(row)
    if not found and not faults:
        raise WorkbookError("list.empty")
    return AssignmentList(tuple(found.values()), tuple(faults))


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV for everyone: UTF-8 with BOM, CRLF, and no cell a spreadsheet would compute.

    A text that starts like a formula and is no plain number gets an apostrophe in front.
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_harmless(cell) for cell in r] for r in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(text: str) -> str:
    if text.lstrip(" \u3000").startswith(_STARTS_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _tables(content: bytes, name: str) -> list[list[_Line]]:
    """The rows of the text file, or of every sheet of the workbook."""
    if content.startswith((_ZIP, _OLD_XLS)):
        return [_rows_of(sheet) for sheet in read_cells(content, name).sheets]
    if len(content) > MOST_BYTES:
        raise WorkbookError("list.too_large", limit=MOST_BYTES // 1_000_000)
    text = _decoded(content)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [[_Line("", rows.line_num, tuple(cells)) for cells in rows]]
    except csv.Error as fault:
        raise WorkbookError("list.unreadable") from fault


def _rows_of(sheet: Sheet) -> list[_Line]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if column <= MOST_COLUMNS:
            rows.setdefault(row, {})[column] = cell.text
    return [
        _Line(sheet.name, row, tuple(cells.get(n, "") for n in range(1, MOST_COLUMNS + 1)))
        for row, cells in sorted(rows.items())
    ]


def _decoded(content: bytes) -> str:
    """The text, in the encoding its first bytes name, else UTF-8, else what Excel saves here."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise WorkbookError("list.unreadable")


def _below_header(tables: Iterable[Sequence[_Line]]) -> tuple[Sequence[_Line], dict[str, int]]:
    """The rows below the first headings found, and in which column each heading stands.

    Raises WorkbookError("list.no_header").
    """
    for lines in tables:
        for number, line in enumerate(lines[:HEADER_WITHIN]):
            columns = _headings(line)
            if "measure" in columns and "department" in columns:
                return lines[number + 1 :], columns
    raise WorkbookError("list.no_header")


def _headings(line: _Line) -> dict[str, int]:
    words = [_DECORATION.sub("", normalize("NFKC", cell)).lower() for cell in line.cells]
    return {
        name: next(n for n, word in enumerate(words) if word in heads)
        for name, heads in _HEADINGS.items()
        if any(word in heads for word in words)
    }


def _assignment(line: _Line, columns: dict[str, int], plan: Plan) -> AssignmentRow | str:
    typed, department = line.cell(columns["measure"]), line.cell(columns["department"])
    related = names_in(line.cell(columns.get("related")))
    code = matching_code(typed, plan.by_code)
    if not typed:
        return _fault("list.no_measure", line, department=department)
    if code is None:
        return _fault("list.unknown_measure", line, measure=typed, plan=plan.short_title)
    if not department:
        return _fault("list.no_department", line, measure=code)
    if odd := next((name for name in (department, *related) if not is_name(name)), ""):
        return _fault("list.odd_name", line, measure=code, name=odd)
    return AssignmentRow(code, department, related)


def names_in(text: str) -> tuple[str, ...]:
    """Several 課 in one cell."""
    return tuple(filter(None, map(str.strip, _BETWEEN.split(text))))


def is_name(name: str) -> bool:
    """One line, not a formula or an error, and short enough to stand in a file name."""
    return len(name) <= LONGEST_NAME and not (
        name.startswith(("=", "#")) or any(category(c) in ("Cc", "Cs") for c in name)
    )


def _fault(code: str, line: _Line, **facts: str) -> str:
    short = {name: text if len(text) <= 40 else f"{text[:39]}…" for name, text in facts.items()}
    place = sentence("list.row_of_sheet" if line.sheet else "list.row", line=line)
    return sentence(code, place=place, **short)
