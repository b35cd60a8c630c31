"""Measures to be ticked, narrowed to the words typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from imari_desk.desk.leaf import searchable
from imari_desk.desk.office.papers import PublicLine
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import LineField, Text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PickModel(QAbstractListModel):
    """The measures of the year. ``picked()``: something was ticked or unticked."""

    picked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[PublicLine, ...] = ()
        self._shown: list[PublicLine] = []
        self._words: list[str] = []
        self._ticked: set[str] = set()

    @property
    def measures(self) -> tuple[str, ...]:
        """What is ticked, in the plan's order."""
        return tuple(one.measure for one in self._every if one.measure in self._ticked)

    def show_measures(self, every: Sequence[PublicLine]) -> None:
        self._every = tuple(every)
        self._narrow()

    def search(self, words: str) -> None:
        self._words = searchable(words).split()
        self._narrow()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.measure}　{one.name}"
        if role == Qt.ItemDataRole.CheckStateRole:
            there = one.measure in self._ticked
            return Qt.CheckState.Checked if there else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._ticked ^= {self._shown[index.row()].measure}
        self.dataChanged.emit(index, index, [role])
        self.picked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [
            one
            for one in self._every
            if all(
                w in searchable(f"{one.measure} {one.name} {one.department}") for w in self._words
            )
        ]
        self.endResetModel()


class Picks(QWidget):
    """A line to search with, and the list to tick in."""

    def __init__(self) -> None:
        super().__init__()
        self.model = PickModel(self)
        self.search = LineField()
        label = Text(sentence("meeting.page.search"), "label")
        self.search.set_names(label.text(), sentence("meeting.page.search_hint"))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(sentence("office.paper.measures"))
        self.count = Text(role="support")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label)
        self._column.addWidget(self.search)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.count)
        self.search.edited.connect(self.model.search)
        self.model.picked.connect(self._count)
        look.follow(self._dress)
        self._count()

    def _count(self) -> None:
        self.count.setText(sentence("office.paper.picked", count=len(self.model.measures)))

    def _dress(self) -> None:
        self._column.setSpacing(look.px(6))
        self.list.setFont(look.font(14))
        self.list.setSpacing(look.px(3))
