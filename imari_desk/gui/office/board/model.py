"""The rows of the board: groups, and in them the 課, a column for each step of the passage."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.desk.office.board import BoardView
from imari_desk.domain.standing import Group, Standing
from imari_desk.domain.words import sentence
from imari_desk.gui.look import Tone

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_FLAG = Qt.ItemFlag
_FLAGS = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemNeverHasChildren


class Column(IntEnum):
    """In the order of the board; the names end a sentence's code."""

    DEPARTMENT = 0
    MEASURES = 1
    DUE = 2
    ASKED = 3
    RECEIVED = 4
    REVIEWED = 5
    RETURNED = 6
    CHECKED = 7
    SETTLED = 8
    MISSING = 9


TRACK = range(Column.ASKED, Column.SETTLED + 1)


class Role(IntEnum):
    """What a row is besides its words: a Standing or a GroupHead; a 課's Due and its Track."""

    ROW = Qt.ItemDataRole.UserRole
    DUE = Qt.ItemDataRole.UserRole + 1
    TRACK = Qt.ItemDataRole.UserRole + 2


class GroupHead(NamedTuple):
    """The line over a group of 課."""

    group: Group
    departments: int

    @property
    def text(self) -> str:
        group = sentence(f"office.board.group.{self.group.value}")
        return sentence("office.board.group_count", group=group, count=self.departments)


class Due(NamedTuple):
    """What the column of the deadline says; ``chip``: on a tint, with its sign."""

    text: str
    tone: Tone = "plain"
    sign: str = ""
    chip: bool = False


def due_of(one: Standing, today: date) -> Due:
    """The most pressing thing about a 課's deadline."""
    days = one.late(today)
    if days:
        return Due(sentence("office.board.late", days=days), "error", "bang", chip=True)
    if one.sent_back:
        return Due(_again(one), "warn", "back", chip=True)
    if one.missing:
        if one.due is None:
            return Due(sentence("office.board.no_due"))
        text = sentence("office.board.until_day", day=short(one.due))
        return Due(text, chip=one.extended, sign="clock" if one.extended else "")
    if one.arrived is None:
        return Due(sentence("office.board.here"))
    if one.came_late:
        day = short(one.arrived)
        return Due(sentence("office.board.came_late", day=day, days=one.came_late))
    code = "office.board.in_time" if one.due else "office.board.came"
    return Due(sentence(code, day=short(one.arrived)))


def _again(one: Standing) -> str:
    if one.again_by is not None:
        return sentence("office.board.again_by", day=short(one.again_by))
    if one.returned is not None:
        return sentence("office.board.sent_back_on", day=short(one.returned))
    return sentence("office.board.sent_back")


def short(day: date) -> str:
    """「6/10」."""
    return f"{day.month}/{day.day}"


class Track(NamedTuple):
    """How many of ``every`` measure have come to each step, in the order of TRACK.

    Worked out once for a row: painting asks for it again and again.
    """

    every: int
    steps: tuple[int, ...]

    def done(self, column: Column) -> int:
        return self.steps[column - TRACK.start]

    def whole(self, column: Column) -> bool:
        """Whether all have come there; what was sent back is a stop beside the way."""
        if column is Column.RETURNED:
            return not self.done(column) and self.done(Column.CHECKED) == self.every
        return self.done(column) == self.every


def track_of(one: Standing) -> Track:
    every = len(one.stands)
    asked, back = every if one.asked else 0, len(one.sent_back)
    steps = (asked, one.received, one.reviewed, back, one.checked, one.settled)
    return Track(every, steps)


class BoardModel(QAbstractTableModel):
    """Groups and 課. Nothing in it can be changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Standing | GroupHead, ...] = ()
        self._tracks: dict[int, Track] = {}  # by row
        self._dues: dict[int, Due] = {}
        self._today = date.min

    def show_board(self, view: BoardView) -> None:
        """Show another state of the board."""
        self.beginResetModel()
        self._today = view.today
        rows: list[Standing | GroupHead] = []
        for group, found in groupby(view.standings, key=lambda one: one.group(view.today)):
            members = tuple(found)
            rows += [GroupHead(group, len(members)), *members]
        self._rows = tuple(rows)
        self._tracks = {n: track_of(r) for n, r in enumerate(rows) if isinstance(r, Standing)}
        self._dues = {
            n: due_of(r, view.today) for n, r in enumerate(rows) if isinstance(r, Standing)
        }
        self.endResetModel()

    @property
    def today(self) -> date:
        return self._today

    def row_of(self, department: str) -> int:
        """The row of a 課, -1 where it is not there."""
        found = (n for n, row in enumerate(self._rows) if _is(row, department))
        return next(found, -1)

    def standing(self, row: int) -> Standing | None:
        """The 課 of a row; None for a group's head and for no row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Standing) else None

    def heads(self) -> tuple[int, ...]:
        """The rows of the groups' heads."""
        return tuple(n for n, row in enumerate(self._rows) if isinstance(row, GroupHead))

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.standing(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return sentence(f"office.board.column.{Column(section).name.lower()}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Role.ROW:
            return row
        if isinstance(row, GroupHead):
            wanted = role == Qt.ItemDataRole.DisplayRole and column is Column.DEPARTMENT
            return row.text if wanted else None
        if role == Role.DUE:
            return self._dues[index.row()]
        if role == Role.TRACK:
            return self._tracks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, column, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.DEPARTMENT:
            return row_text(row, self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        return None


def cell_text(one: Standing, column: Column, today: date) -> str:
    """What a cell says, in words."""
    if column is Column.DEPARTMENT:
        return name_of(one)
    if column is Column.MEASURES:
        return str(len(one.stands))
    if column is Column.DUE:
        return due_of(one, today).text
    if column is Column.MISSING:
        return "　".join(stand.measure for stand in one.missing)
    track = track_of(one)
    done = track.done(column)
    if column is Column.RETURNED:
        return sentence("office.board.count", count=done) if done else ""
    return sentence("office.board.part", count=done, all=track.every)


def name_of(one: Standing) -> str:
    """The 課, with the names it had before the 組織改編 of that year."""
    if not one.former:
        return one.department
    former = "・".join(one.former)
    return sentence("office.board.formerly", department=one.department, former=former)


def row_text(one: Standing, today: date) -> str:
    """A whole row, as a screen reader says it."""
    return sentence(
        "office.board.row",
        department=name_of(one),
        due=due_of(one, today).text,
        all=len(one.stands),
        received=one.received,
        reviewed=one.reviewed,
        returned=len(one.sent_back),
        checked=one.checked,
        settled=one.settled,
    )


def _tip(one: Standing, column: Column) -> str | None:
    """The names behind codes and counts."""
    stands = {
        Column.MISSING: one.missing,
        Column.RECEIVED: one.missing,
        Column.RETURNED: one.sent_back,
        Column.MEASURES: one.stands,
        Column.DEPARTMENT: one.stands,
    }.get(column, ())
    if column is Column.DUE:
        return one.reason or None
    lines = [f"{s.measure} {s.name}　{s.state.value}" for s in stands]
    if column is Column.DEPARTMENT and one.former:
        lines.insert(0, name_of(one))
    return "\n".join(lines) or None


def _is(row: Standing | GroupHead, department: str) -> bool:
    return isinstance(row, Standing) and row.department == department
