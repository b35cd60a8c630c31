"""The queue as an item model: headings, and under each its evaluations."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.desk.leaf import searchable
from imari_desk.desk.office.review_queue import QueueGroup, QueueLine
from imari_desk.domain.marks import weight
from imari_desk.domain.states import OfficeState
from imari_desk.domain.words import sentence

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1  # QueueLine, None for a heading


class Filter(NamedTuple):
    """Which evaluations are shown; "" and False leave nothing out."""

    marked: bool = False
    department: str = ""
    field: str = ""
    words: str = ""

    def takes(self, line: QueueLine) -> bool:
        """Whether it shows that one. Where marks are not known yet nothing is left out."""
        told = searchable(f"{line.measure} {line.name} {line.department}")
        return (
            (not self.marked or line.marks is None or bool(line.marks) or line.hearing)
            and self.department in ("", line.department)
            and self.field in ("", line.field)
            and all(word in told for word in searchable(self.words).split())
        )


class _Heading(NamedTuple):
    group: QueueGroup
    members: int


class QueueModel(QAbstractListModel):
    """Headings cannot be chosen. The same rows again stay where they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[QueueLine, ...] = ()
        self._filter = Filter()
        self._rows: tuple[QueueLine | _Heading, ...] = ()

    def show_lines(self, lines: tuple[QueueLine, ...]) -> None:
        """Show these, as far as the filter takes them."""
        self._every = lines
        self._show()

    def filter_by(self, wanted: Filter) -> None:
        """Show only those the filter takes."""
        self._filter = wanted
        self._show()

    @property
    def shown(self) -> tuple[QueueLine, ...]:
        """The evaluations shown, from top to bottom."""
        return tuple(row for row in self._rows if isinstance(row, QueueLine))

    def place_of(self, measure: str) -> QModelIndex:
        """Where an evaluation stands; invalid where it is not shown."""
        for n, row in enumerate(self._rows):
            if isinstance(row, QueueLine) and row.measure == measure:
                return self.index(n)
        return QModelIndex()

    def _show(self) -> None:
        rows = tuple(_rows([line for line in self._every if self._filter.takes(line)]))
        if [_name(row) for row in rows] != [_name(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [n for n, row in enumerate(rows) if row != self._rows[n]]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, _Heading):
            return _of_heading(row, role)
        if role == Role.LINE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.measure}　{row.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def _rows(lines: Sequence[QueueLine]) -> list[QueueLine | _Heading]:
    found: list[QueueLine | _Heading] = []
    for group in QueueGroup:
        here = [line for line in lines if line.group is group]
        if here:
            found += [_Heading(group, len(here)), *here]
    return found


def _name(row: QueueLine | _Heading) -> str:
    return row.group.value if isinstance(row, _Heading) else row.measure


def _of_heading(row: _Heading, role: int) -> Any:
    text = sentence(f"office.review.group.{row.group.value}")
    if role == Qt.ItemDataRole.DisplayRole:
        return text
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return sentence("office.review.group_count", group=text, count=row.members)
    return None


def chip_of(line: QueueLine) -> tuple[str, str, str]:
    """The one chip a row has room for: word, tone and sign; "" for none."""
    if line.group is QueueGroup.RETURNED:
        return sentence("office.review.returned_on", day=day_of(line.returned_at)), "warn", "back"
    if line.group is QueueGroup.MISSING:
        return ("" if line.asked else sentence("list.not_evaluated")), "plain", "dash"
    if line.group is QueueGroup.DONE:
        word = line.state.value if line.state is not OfficeState.CHECKED else ""
        return word, "office" if line.state is OfficeState.HQ else "ok", "check"
    odd, empty = weight(line.marks or ())
    if odd:
        return sentence("office.review.marks", count=odd), "note", "bang"
    return (sentence("office.review.empties", count=empty) if empty else ""), "plain", "circle"


def day_of(noted_at: str) -> str:
    """「6/10」 of an ISO moment; "" where there is none."""
    parts = noted_at[:10].split("-")
    return f"{int(parts[1])}/{int(parts[2])}" if len(parts) == 3 else ""


def spoken(line: QueueLine) -> str:
    """Everything the row shows, as a screen reader says it."""
    odd, empty = weight(line.marks or ())
    parts = [f"{line.measure} {line.name}", line.department, line.state.value]
    if line.again:
        parts.append(sentence("office.review.again"))
    if odd:
        parts.append(sentence("office.review.marks", count=odd))
    if empty:
        parts.append(sentence("office.review.empties", count=empty))
    if line.hearing:
        parts.append(sentence("office.review.hearing"))
    if line.corrected:
        parts.append(sentence("office.review.corrected"))
    return "、".join(filter(None, parts))
