"""Reads データ: what the program last wrote, with the version of every value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import product

from imari_desk.domain import register
from imari_desk.domain.book import Place
from imari_desk.domain.codes import matching_code
from imari_desk.domain.era import read_year
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import items_for
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.register import Register, Written
from imari_desk.workbook.findings import Findings, Position
from imari_desk.workbook.printed import (
    BEFORE_CODE,
    DATA_HEADINGS,
    PROPOSAL_CODE,
    check,
    key_of,
    label_of,
)
from imari_desk.workbook.recognise import CODE, LABEL, UNIT, VALUE, DataTable
from imari_desk.workbook.source import cell_name

# A cell of nothing but blanks is an empty cell to whoever reads it; the check tells which it was.
_BLANKS = tuple("".join(b) for n in (1, 2, 3) for b in product(" 　\n\t", repeat=n))
_EMPTY = [""] * len(DATA_HEADINGS)
_CODE = DATA_HEADINGS.index(CODE)
_SOME_DAMAGE = 4  # rows that may fail their check before the whole sheet is doubted


@dataclass(slots=True)
class Known:
    """One evaluation as データ has it.

    ``doubts``: of an item whose row fails its check, what tells whether a text was its value.
    ``proposal``: what the program proposed when it wrote, "" where it said nothing;
    ``told_before``: the texts it showed of the plan before.
    """

    id: EvaluationId
    registers: dict[str, Register] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    doubts: dict[str, list[Callable[[str], bool]]] = field(default_factory=dict)
    proposal: str = ""
    told_before: list[str] = field(default_factory=list)


KnownBook = dict[tuple[str, int], Known]  # by measure code and fiscal year


def read_data(tables: Iterable[DataTable], plan: Plan, findings: Findings) -> KnownBook | None:
    """Every row of every データ sheet; None where the rows no longer hold together.

    Sheets that say the same twice say it once. A row whose check fails was changed by hand: it is
    reported, and its value stands beside what others know under that version.
    """
    book: KnownBook = {}
    for table in tables:
        reader = _Reader(table, plan, findings, book)
        if not reader.read():
            findings.report("read.data_broken", table.sheet.name, None, sheet=table.sheet.name)
            return None
    return book


class _Rows:
    """What the rows of one evaluation share."""

    def __init__(self, plan: Plan, measure: Measure, year: int, known: Known) -> None:
        self.measure, self.year, self.known = measure, year, known
        self._plan = plan
        self._items = _items(plan, measure, year)

    def item(self, code: str) -> tuple[str, str, str] | None:
        """(key, label, unit) of a code; None for one that belongs to nothing."""
        found = self._items.get(code)
        if found is None and (key := key_of(self._plan, self.measure, self.year, code)):
            return key, label_of(self._plan, self.measure, self.year, key), ""
        return found


@lru_cache(maxsize=4096)
def _items(plan: Plan, measure: Measure, fiscal_year: int) -> dict[str, tuple[str, str, str]]:
    items = items_for(plan, measure, fiscal_year)
    return {item.code: (item.key, item.label, item.unit) for item in items}


class _Reader:
    """Reads one データ sheet into a book."""

    def __init__(self, table: DataTable, plan: Plan, findings: Findings, book: KnownBook) -> None:
        self._sheet, self._head = table.sheet, table.head
        self._columns, self._whole = table.columns, table.lines
        self._letters = cell_name(1, table.columns[VALUE])[:-1]
        self._plan, self._findings, self._book = plan, findings, book
        self._shared: dict[tuple[str, str], _Rows | None] = {}
        self._odd: set[Position] = set()  # cells whose text is not what it should be
        self._changed: list[tuple[int, _Rows, str]] = []

    def read(self) -> bool:
        """Take in every row below the headings, list what is none; False for a ruin."""
        lines = self._lines()
        good = {row for row, line in lines.items() if line[_CODE] and self._row(row, line)}
        if len(self._changed) > _SOME_DAMAGE and len(self._changed) * 2 > len(lines):
            self._findings.leave_all(self._sheet)
            return False
        for row, shared, label in self._changed:
            code, at = shared.measure.code, (row, self._columns[VALUE])
            facts = {"row": row, "measure": code, "label": label, "sheet": self._sheet.name}
            self._findings.report("read.data_changed", self._sheet.name, at, **facts)
        if self._whole is None or self._odd or len(good) < len(lines):
            self._account(good)
        return True

    def _lines(self) -> Mapping[int, Sequence[str]]:
        """The rows below the headings, each with its texts in the order of the headings."""
        if self._whole is not None:
            return self._whole
        order = {self._columns[h]: n for n, h in enumerate(DATA_HEADINGS) if h in self._columns}
        lines: dict[int, list[str]] = {}
        for row, column, _, text, _, _ in self._sheet.found:
            place = order.get(column)
            if place is None or row <= self._head:
                continue
            line = lines.get(row)
            if line is None:
                line = lines[row] = _EMPTY.copy()
            line[place] = text
        return {row: line for row, line in lines.items() if line[_CODE]}

    def _row(self, row: int, line: Sequence[str]) -> bool:
        """Take in one row; False for one that says nothing known."""
        year, measure, code, label, value, unit, stamp = line
        shared = self._rows(year, measure)
        found = shared.item(code) if shared else None
        if shared and code == PROPOSAL_CODE and not stamp:
            shared.known.proposal = value
            return True
        if shared and code == BEFORE_CODE and not stamp:
            shared.known.told_before.append(value)
            return True
        if shared is None or found is None:
            self._refuse(row, f"{year} {measure} {code}")
            return False
        if not self._take(row, shared, code, found, value, stamp):
            return False
        if label != found[1]:
            self._odd.add((row, self._columns.get(LABEL, 0)))
        if unit != found[2]:
            self._odd.add((row, self._columns.get(UNIT, 0)))
        return True

    def _take(
        self,
        row: int,
        shared: _Rows,
        code: str,
        found: tuple[str, str, str],
        value: str,
        stamp: str,
    ) -> bool:
        """One row whose evaluation and item are known; False where its 版 is none."""
        version, _, mark = stamp.rpartition(" ")
        known, key = shared.known, found[0]
        shape = (shared.year, shared.measure.code, code)
        if version and check(*shape, value, version) != mark:
            right = partial(_fits, *shape, version, mark)
            blank = None if value else next(filter(right, _BLANKS), None)
            if blank is None:
                self._changed.append((row, shared, found[1]))
                known.doubts.setdefault(key, []).append(right)
            value = blank or value
        try:
            written = register.from_text(value, version or mark)
        except ValueError:
            self._refuse(row, stamp)
            return False
        self._stand(known, key, written, row)
        return True

    def _stand(self, known: Known, key: str, written: Written, row: int) -> None:
        there = known.registers.get(key)
        if there is None:
            known.registers[key] = (written,)
            known.places[key] = Place(self._sheet.name, f"{self._letters}{row}")
        else:
            known.registers[key] = register.join(there, (written,))

    def _rows(self, year_text: str, measure_text: str) -> _Rows | None:
        """The evaluation a row belongs to."""
        try:
            return self._shared[year_text, measure_text]
        except KeyError:
            self._shared[year_text, measure_text] = found = self._found(year_text, measure_text)
            return found

    def _found(self, year_text: str, measure_text: str) -> _Rows | None:
        plan = self._plan
        code = measure_text if measure_text in plan.by_code else None
        code = code or matching_code(measure_text, plan.by_code)
        year = read_year(year_text)
        if code is None or not isinstance(year, int):
            return None
        evaluation = EvaluationId(plan.id, code, year)
        known = self._book.setdefault((code, year), Known(evaluation))
        return _Rows(plan, plan.by_code[code], year, known)

    def _refuse(self, row: int, seen: str) -> None:
        at, name = (row, self._columns[CODE]), self._sheet.name
        self._findings.report("read.data_row", name, at, sheet=name, row=row, seen=seen.strip())

    def _account(self, good: set[int]) -> None:
        """List every cell that is neither a heading nor as it should be in a row taken in."""
        ours = set(self._columns.values())
        rows = {self._head, *good}
        for row, column, _, _, _, _ in self._sheet.found:
            if row not in rows or column not in ours or (row, column) in self._odd:
                self._findings.leave(self._sheet, self._sheet.cells[row, column])


def _fits(year: int, measure: str, code: str, version: str, mark: str, value: str) -> bool:
    return check(year, measure, code, value, version) == mark
