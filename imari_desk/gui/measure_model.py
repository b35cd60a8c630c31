"""The list of measures as an item model: ◎ groups, and under each its measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.look import Tone
from imari_desk.gui.painted import STATE_CHIPS

if TYPE_CHECKING:
    from imari_desk.desk.leaf import MeasureLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_GROUP = 0  # internal id of a group's index; a measure's is its group's row + 1


class Role(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1  # MeasureLine of a measure, None for a group
    HEADING = Qt.ItemDataRole.UserRole + 2  # Heading of a group, None for a measure


@dataclass(frozen=True, slots=True)
class Heading:
    """A ◎ group; ``field`` is the 分野 where its first group stands, else ""."""

    field: str
    group: str


@dataclass(frozen=True, slots=True)
class _Group:
    heading: Heading
    lines: tuple[MeasureLine, ...]


class MeasureModel(QAbstractItemModel):
    """Two levels: groups in the plan's order (not selectable), their measures below them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[_Group, ...] = ()

    def show_lines(self, lines: tuple[MeasureLine, ...]) -> None:
        """Show these rows, in the plan's order. The same rows again stay where they are."""
        groups = tuple(_grouped(lines))
        if _shape(groups) != _shape(self._groups):
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return
        self._groups = groups
        for row, group in enumerate(groups):
            above = self.index(row, 0)
            last = len(group.lines) - 1
            self.dataChanged.emit(self.index(0, 0, above), self.index(last, 0, above))

    def update_line(self, line: MeasureLine) -> bool:
        """Bring one row up to date; False where it is not among those shown."""
        place = self.place_of(line.measure)
        if not place.isValid():
            return False
        row = place.parent().row()
        group = self._groups[row]
        lines = tuple(line if old.measure == line.measure else old for old in group.lines)
        changed = _Group(group.heading, lines)
        self._groups = (*self._groups[:row], changed, *self._groups[row + 1 :])
        self.dataChanged.emit(place, place)
        return True

    def place_of(self, code: str) -> QModelIndex:
        """Where a measure stands; invalid where it is not shown."""
        for row, group in enumerate(self._groups):
            for n, line in enumerate(group.lines):
                if line.measure == code:
                    return self.index(n, 0, self.index(row, 0))
        return QModelIndex()

    def places(self) -> tuple[QModelIndex, ...]:
        """Every measure shown, from top to bottom."""
        groups = [(self.index(row, 0), group) for row, group in enumerate(self._groups)]
        return tuple(self.index(n, 0, i) for i, group in groups for n in range(len(group.lines)))

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        if child is None:
            return super().parent()
        above = child.internalId() if child.isValid() else _GROUP
        return QModelIndex() if above == _GROUP else self.createIndex(above - 1, 0, _GROUP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_group = parent.internalId() == _GROUP and parent.column() == 0
        return len(self._groups[parent.row()].lines) if is_group else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The one column's name; it is not shown, but read out."""
        return sentence("list.title") if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.internalId() == _GROUP:
            return Qt.ItemFlag.NoItemFlags
        leaf = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | leaf

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        above = index.internalId()
        if above == _GROUP:
            return _of_group(self._groups[index.row()].heading, role)
        group = self._groups[above - 1]
        return _of_line(group.lines[index.row()], role)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a measure asks of the clerk: a sentence's code, how often, and how it is shown."""

    code: str
    count: int
    sign: str
    tone: Tone


def troubles(line: MeasureLine) -> tuple[Trouble, ...]:
    """What is wrong with a measure, most pressing first; nothing once it is 確定.

    An untouched measure lacks everything, which its state says already.
    """
    if line.state is DepartmentState.CONFIRMED:
        return ()
    untouched = line.state is DepartmentState.UNTOUCHED
    every = (
        Trouble("list.comments", line.comments, "back", "warn"),
        Trouble("list.conflicts", line.conflicts, "both", "note"),
        Trouble("list.missing", 0 if untouched else line.missing, "bang", "error"),
        Trouble("list.odd", line.odd - line.conflicts, "question", "note"),
    )
    return tuple(trouble for trouble in every if trouble.count > 0)


def state_word(line: MeasureLine) -> str:
    """The state as it stands in the chip: 評価なし where the plan asks nothing of the year."""
    if line.state is DepartmentState.IN_HOUSE:
        return sentence("list.in_house")  # the whole word leaves no room for ☆ and 14/16
    return sentence("list.not_evaluated") if _silent(line) else line.state.value


def state_chip(line: MeasureLine) -> tuple[Tone, str]:
    """Tone and sign of that chip."""
    return ("plain", "dash") if _silent(line) else STATE_CHIPS[line.state]


def _silent(line: MeasureLine) -> bool:
    return not line.evaluated and line.state is DepartmentState.UNTOUCHED


def _of_group(heading: Heading, role: int) -> Any:
    if role == Role.HEADING:
        return heading
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return sentence("list.group", field=heading.field, group=heading.group).strip()
    return None


def _of_line(line: MeasureLine, role: int) -> Any:
    if role == Role.LINE:
        return line
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return f"{line.measure}　{line.name}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return _spoken(line)
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return sentence("list.group", field=line.field, group=line.group)
    return None


def _spoken(line: MeasureLine) -> str:
    """Everything the row shows, as a screen reader says it."""
    parts = [f"{line.measure} {line.name}"]
    if line.national_priority:
        parts.append(sentence("list.national_priority"))
    parts.append(state_word(line))
    if line.wanted:
        parts.append(sentence("list.filled", filled=line.filled, wanted=line.wanted))
    parts += [sentence(t.code, count=t.count) for t in troubles(line)]
    return "、".join(parts)


def _grouped(lines: tuple[MeasureLine, ...]) -> list[_Group]:
    found: list[_Group] = []
    shown = ""
    for (field, group), members in groupby(lines, key=lambda line: (line.field, line.group)):
        found.append(_Group(Heading("" if field == shown else field, group), tuple(members)))
        shown = field
    return found


def _shape(groups: tuple[_Group, ...]) -> list[tuple[Heading, list[str]]]:
    return [(g.heading, [line.measure for line in g.lines]) for g in groups]
