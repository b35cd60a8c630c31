"""Who answers for which measure, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from imari_desk.desk.leaf import searchable
from imari_desk.desk.office.year_view import Row
from imari_desk.domain.era import short_year
from imari_desk.domain.words import sentence
from imari_desk.gui.office.year.grid_delegate import PLAIN, Cell, CellRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """In the order of the table; the names end a sentence's code."""

    MEASURE = 0
    NAME = 1
    FIELD = 2
    DEPARTMENT = 3
    RELATED = 4
    LAST = 5
    SINCE = 6


class Shown(Enum):
    """Which measures are shown; the value ends a sentence's code."""

    ALL = "all"
    MISSING = "missing"
    CHANGED = "changed"


class MeasureModel(QAbstractTableModel):
    """``department_typed(str code, str)``, ``related_typed(str code, str)``.

    Those nobody answers for stand first; where one stands stays while one types.
    """

    department_typed = Signal(str, str)
    related_typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: dict[str, Row] = {}
        self._order: list[str] = []
        self._shown: list[Row] = []
        self._words: list[str] = []
        self._which = Shown.ALL

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._shown)

    def row_of(self, measure: str) -> int:
        """Where a measure stands, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._shown) if row.measure == measure), -1)

    def show_rows(self, rows: Sequence[Row], *, again: bool) -> None:
        """Show how it stands; ``again``: of the same year, so that every row keeps its place."""
        same = again and {row.measure for row in rows} == set(self._order)
        self._every = {row.measure: row for row in rows}
        if same:  # what is shown stays, also where it would not be found again
            self._shown = [self._every[row.measure] for row in self._shown]
            last = self.index(len(self._shown) - 1, len(Column) - 1)
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), last)
            return
        first = [row.measure for row in rows if not row.department]
        self._order = first + [row.measure for row in rows if row.department]
        self._narrow()

    def search(self, words: str) -> None:
        self._words = searchable(words).split()
        self._narrow()

    def show_only(self, which: Shown) -> None:
        self._which = which
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = self._narrowed()
        self.endResetModel()

    def _narrowed(self) -> list[Row]:
        return [row for code in self._order if self._fits(row := self._every[code])]

    def _fits(self, row: Row) -> bool:
        if self._which is Shown.MISSING and row.department:
            return False
        if self._which is Shown.CHANGED and not row.changed:
            return False
        parts = (row.measure, row.name, row.field, row.department, row.last, *row.related)
        text = searchable(" ".join(parts))
        return all(word in text for word in self._words)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return sentence(f"office.year.column.{Column(section).name.lower()}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        there = bool(self._shown[index.row()].department)
        column = Column(index.column())
        if column is Column.DEPARTMENT or (column is Column.RELATED and there):
            found |= flag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column) or (
                sentence("office.year.nobody") if column is Column.DEPARTMENT else ""
            )
        if role == Qt.ItemDataRole.EditRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        if role == CellRole.CELL:
            return _cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_text(row) if column is Column.MEASURE else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column, text = self._shown[index.row()], Column(index.column()), str(value).strip()
        if text == _text(row, column) or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        typed = self.department_typed if column is Column.DEPARTMENT else self.related_typed
        typed.emit(row.measure, text)
        return True


def row_text(row: Row) -> str:
    """A whole row, as a screen reader says it."""
    return sentence(
        "office.year.row",
        measure=row.measure,
        name=row.name,
        department=row.department or sentence("office.year.nobody"),
        related="、".join(row.related) or "―",
        last=row.last or "―",
    )


def _text(row: Row, column: Column) -> str:
    match column:
        case Column.MEASURE:
            return row.measure
        case Column.NAME:
            return row.name
        case Column.FIELD:
            return row.field
        case Column.DEPARTMENT:
            return row.department
        case Column.RELATED:
            return "、".join(row.related)
        case Column.LAST:
            return _last(row)
        case _:
            return sentence("office.year.since", year=short_year(row.since)) if row.since else ""


def _tip(row: Row, column: Column) -> str:
    """A text that may be cut; of a 課 also what its sign means."""
    text = _text(row, column)
    if column is not Column.DEPARTMENT or not row.changed:
        return text
    why = "office.year.goes_on" if row.goes_on else "office.year.moved"
    return f"{text}\n{sentence(why, last=row.last)}"


def _last(row: Row) -> str:
    """Who it was, with the measures of the plan before where it goes on from those."""
    if not row.predecessors:
        return row.last
    codes = "・".join(row.predecessors)
    return f"{codes}　{row.last}".strip()


def _cell(row: Row, column: Column) -> Cell:
    if column is Column.MEASURE:
        return Cell(bold=True)
    if column is Column.DEPARTMENT:
        if not row.department:
            return Cell("note", "question", chip=True)
        return Cell(bold=True, sign="both" if row.goes_on else "pencil" if row.changed else "")
    if column is Column.NAME:
        return PLAIN
    return Cell(quiet=True)
