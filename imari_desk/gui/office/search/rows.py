"""What was found as rows of a list: a heading a measure and year, below it the items."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.desk.office.finding import Found, Hit
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.searching import Span
from imari_desk.domain.words import sentence

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BEFORE, _LONGEST = 28, 150  # characters shown before the first word, and at most


class Role(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class Heading(NamedTuple):
    """A measure in a year; ``year`` is 計画, or a plan's name, for what that says of no year."""

    year: str
    measure: str
    department: str


class Passage(NamedTuple):
    """An item with the words marked in a part of its text."""

    hit: Hit
    text: str
    spans: tuple[Span, ...]


Row = Heading | Passage


def rows_of(found: Found) -> tuple[Row, ...]:
    """Headings and items in the order they were found."""
    return tuple(_rows(found))


def excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The part of a text where the first word stands, in one line, and the words in it."""
    line = "".join(" " if sign in "\n\r\t" else sign for sign in text)
    first = spans[0].start if spans else 0
    start = 0 if first <= _BEFORE or len(line) <= _LONGEST else first - _BEFORE
    end = min(len(line), start + _LONGEST)
    head, tail = ("…" if start else ""), ("…" if end < len(line) else "")
    moved = len(head) - start
    inside = (Span(max(s.start, start) + moved, min(s.end, end) + moved) for s in spans)
    kept = tuple(s for s in inside if len(head) <= s.start < s.end)
    return f"{head}{line[start:end]}{tail}", kept


class FoundModel(QAbstractListModel):
    """The rows; only items can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def first_passage(self) -> QModelIndex:
        """The first row that can be chosen; invalid where there is none."""
        rows = enumerate(self._rows)
        return self.index(next((n for n, row in rows if isinstance(row, Passage)), -1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Passage):
            return row.hit.text
        return None


def _rows(found: Found) -> Iterator[Row]:
    for heading, hits in groupby(found.hits, _heading):
        yield heading
        for hit in hits:
            yield Passage(hit, *excerpt(hit.text, hit.spans))


def _heading(hit: Hit) -> Heading:
    year = (
        fiscal_year_name(hit.fiscal_year)
        if hit.fiscal_year
        else hit.plan or sentence("office.search.of_plan")
    )
    return Heading(year, f"{hit.measure} {hit.name}", hit.department)


def _spoken(row: Row) -> str:
    if isinstance(row, Heading):
        return "　".join(filter(None, row))
    heading = _heading(row.hit)
    place = sentence(
        "office.search.place", year=heading.year, code=row.hit.measure, name=row.hit.name
    )
    return sentence("office.search.hit", place=place, label=row.hit.label, text=row.text)
