"""Files that were looked at, and the lines of one of them, as item models."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import Outcome
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText, FileLook, Kind, Line

Index = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row hands out beside text: the value itself, and the chips that go with it."""

    VALUE = ItemRole.UserRole + 1
    CHIPS = ItemRole.UserRole + 2


class FileList(QAbstractListModel):
    """One row a file, with a tick: whether it is to be taken in.

    A file known by its labels only, one that brings nothing new, or of which nothing would be
    applied for want of authority, is not ticked until a person does it; a refused one cannot be.
    """

    def __init__(self) -> None:
        super().__init__()
        self._looks: tuple[FileLook, ...] = ()
        self._chosen: set[Path] = set()
        self._taken: dict[Path, FileLook] = {}

    def show(self, looks: Sequence[FileLook]) -> None:
        """Show files anew; ticks that a person has set or taken away stay."""
        known = {look.report.path for look in self._looks}
        self.beginResetModel()
        self._looks = tuple(self._taken.get(look.report.path, look) for look in looks)
        for look in looks:
            if look.report.path not in known and not (look.guessed or look.idle):
                self._chosen.add(look.report.path)
        self._chosen &= {one.report.path for one in self._looks if self._may_be_chosen(one)}
        self.endResetModel()

    def clear(self) -> None:
        """Forget all files, and what was done with them."""
        self.beginResetModel()
        self._looks, self._chosen, self._taken = (), set(), {}
        self.endResetModel()

    def show_taken(self, looks: Sequence[FileLook]) -> None:
        """These were taken in; each says from now on what it has changed."""
        for look in looks:
            self._taken[look.report.path] = look
            self._chosen.discard(look.report.path)
        self._looks = tuple(self._taken.get(one.report.path, one) for one in self._looks)
        if self._looks:
            self.dataChanged.emit(self.index(0), self.index(len(self._looks) - 1))

    @property
    def looks(self) -> tuple[FileLook, ...]:
        return self._looks

    @property
    def chosen(self) -> tuple[FileLook, ...]:
        """The files to be taken in, in the order they stand."""
        return tuple(look for look in self._looks if look.report.path in self._chosen)

    @property
    def taken(self) -> tuple[FileLook, ...]:
        """The files that were taken in, as they were reported then."""
        return tuple(look for look in self._looks if look.report.path in self._taken)

    @property
    def items(self) -> frozenset[tuple[EvaluationId, str]]:
        """The items the ticked files would change; one that two files change counts once."""
        return frozenset().union(*(look.items for look in self.chosen))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._looks)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        look = self._looks[index.row()]
        match role:
            case ItemRole.DisplayRole:
                return look.name
            case ItemRole.ToolTipRole:
                return str(look.report.path)
            case ItemRole.AccessibleTextRole:
                words = "、".join(text for text, _, _ in self._chips(look))
                return f"{look.name}　{look.sender}　{words}"
            case ItemRole.CheckStateRole if self._may_be_chosen(look):
                ticked = look.report.path in self._chosen
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Role.VALUE:
                return look
            case Role.CHIPS:
                return self._chips(look)
        return None

    def setData(self, index: Index, value: Any, role: int = ItemRole.EditRole) -> bool:
        if not index.isValid() or role != ItemRole.CheckStateRole:
            return False
        look = self._looks[index.row()]
        if not self._may_be_chosen(look):
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(look.report.path)
        else:
            self._chosen.discard(look.report.path)
        self.dataChanged.emit(index, index, [int(role)])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._may_be_chosen(self._looks[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _may_be_chosen(self, look: FileLook) -> bool:
        return not look.refused and look.report.path not in self._taken

    def _chips(self, look: FileLook) -> tuple[ChipText, ...]:
        """(text, tone, sign) in the order they stand."""
        if look.refused:
            return ((sentence("exchange.chip.refused"), "plain", "close"),)
        found: list[ChipText] = []
        if look.report.path in self._taken:
            found.append((sentence("exchange.chip.taken"), "ok", "check"))
        elif look.guessed:
            found.append((sentence("exchange.chip.guessed"), "note", "question"))
        if look.items:
            items = sentence("exchange.chip.items", count=len(look.items))
            found.append((items, "info", "pencil"))
        elif look.report.outcome is Outcome.NOTHING_NEW:
            found.append((sentence("exchange.chip.nothing_new"), "plain", "dash"))
        if look.held:
            held = sentence("exchange.chip.held", count=look.held)
            found.append((held, "plain", "dash"))
        if look.conflicts:
            both = sentence("exchange.counts.conflict", count=look.conflicts)
            found.append((both, "warn", "both"))
        if look.to_look_at:
            asked = sentence("exchange.chip.to_look_at", count=look.to_look_at)
            found.append((asked, "note", "question"))
        return tuple(found)


class LineList(QAbstractListModel):
    """The lines of one file."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def add(self, lines: Sequence[Line]) -> None:
        """More lines, below those that are there."""
        if lines:
            self.beginInsertRows(NOWHERE, len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += tuple(lines)
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case ItemRole.DisplayRole:
                return line.title or line.text
            case ItemRole.AccessibleTextRole:
                return line.spoken
            case Role.VALUE:
                return line
            case Role.CHIPS:
                return (line.chip,) if line.chip else ()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._lines[index.row()].kind is Kind.HEADING:
            flags &= ~Qt.ItemFlag.ItemIsSelectable
        return flags
