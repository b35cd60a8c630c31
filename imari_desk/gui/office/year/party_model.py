"""The 課 that are asked, a row each: until when, and how far their workbooks are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from imari_desk.desk.office.year_view import Party
from imari_desk.domain.era import date_name
from imari_desk.domain.words import sentence
from imari_desk.gui.office.year.grid_delegate import PLAIN, Cell, CellRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole


class Column(IntEnum):
    """In the order of the table; the names end a sentence's code."""

    DEPARTMENT = 0
    MEASURES = 1
    DUE = 2
    STATE = 3


class PartyModel(QAbstractTableModel):
    """``due_typed(str 課, str)``; ``picked()``. With ``picks`` 課 can be ticked, else their own
    deadlines are typed.
    """

    due_typed = Signal(str, str)
    picked = Signal()

    def __init__(self, *, picks: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picks = picks
        self._rows: tuple[Party, ...] = ()
        self._ticked: set[str] = set()

    @property
    def rows(self) -> tuple[Party, ...]:
        return self._rows

    @property
    def chosen(self) -> tuple[str, ...]:
        """The 課 that are ticked, in their order."""
        return tuple(one.department for one in self._rows if one.department in self._ticked)

    def show_parties(self, rows: Sequence[Party]) -> None:
        same = [one.department for one in rows] == [one.department for one in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self._ticked &= {one.department for one in rows}
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def pick(self, departments: Sequence[str]) -> None:
        """Tick those and no others."""
        self._ticked = set(departments)
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_CHECK])
        self.picked.emit()

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return sentence(f"office.year.books.column.{Column(section).name.lower()}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if self._picks and index.column() == Column.DEPARTMENT:
            found |= flag.ItemIsUserCheckable
        if not self._picks and index.column() == Column.DUE:
            found |= flag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        one, column = self._rows[index.row()], Column(index.column())
        if role == _CHECK and self._picks and column is Column.DEPARTMENT:
            ticked = one.department in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(one, column)
        if role == Qt.ItemDataRole.EditRole:
            return one.own_due if column is Column.DUE and not self._picks else _text(one, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(one, column)
        if role == CellRole.CELL:
            return _cell(one, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_text(one) if column is Column.DEPARTMENT else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        one = self._rows[index.row()]
        if role == _CHECK and self._picks:
            self._ticked ^= {one.department}
            self.dataChanged.emit(index, index, [role])
            self.picked.emit()
            return True
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or self._picks or text == one.own_due:
            return False
        self.due_typed.emit(one.department, text)
        return True


def state_text(one: Party) -> str:
    """How far the 課's workbook is."""
    if not one.written:
        return sentence("office.year.books.state.open")
    day = date.fromisoformat(one.written[:10])
    facts = {"day": f"{day.month}/{day.day}", "measures": "、".join(one.added)}
    if one.added:
        return sentence("office.year.books.state.added", **facts)
    return sentence(f"office.year.books.state.{'due' if one.open else 'done'}", **facts)


def name_of(one: Party) -> str:
    """The 課 with the names it had before this year's 組織改編."""
    if not one.former:
        return one.department
    former = "・".join(one.former)
    return sentence("office.board.formerly", department=one.department, former=former)


def row_text(one: Party) -> str:
    """A whole row, as a screen reader says it."""
    return sentence(
        "office.year.books.row",
        department=name_of(one),
        count=len(one.measures),
        due=_text(one, Column.DUE),
        state=state_text(one),
    )


def _text(one: Party, column: Column) -> str:
    match column:
        case Column.DEPARTMENT:
            return name_of(one)
        case Column.MEASURES:
            return "　".join(code for code, _ in one.measures)
        case Column.DUE:
            if one.odd_due:
                return one.odd_due
            return date_name(one.due) if one.due else sentence("office.year.said.no_due")
        case _:
            return state_text(one)


def _tip(one: Party, column: Column) -> str:
    if column is Column.MEASURES:
        return "\n".join(f"{code}　{name}" for code, name in one.measures)
    if column is Column.DUE and one.odd_due:
        return sentence("office.year.due.odd", text=one.odd_due)
    return _text(one, column)


def _cell(one: Party, column: Column) -> Cell:
    if column is Column.DEPARTMENT:
        return Cell(bold=True)
    if column is Column.DUE:
        if one.odd_due:
            return Cell("error", "bang", chip=True)
        return Cell(bold=bool(one.own_due), sign="clock" if one.own_due else "", quiet=not one.due)
    if column is Column.STATE:
        if not one.written:
            return Cell(quiet=True, sign="circle")
        return Cell("warn", "bang") if one.open else Cell("ok", "check")
    return PLAIN
