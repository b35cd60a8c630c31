"""What a list would change, before it does: the measures that change, and the rows of no use."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from imari_desk.desk.office.year_view import Proposal, Proposed
from imari_desk.domain.succession import Answering
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.office.year.grid import Grid, Wide
from imari_desk.gui.office.year.grid_delegate import PLAIN, Cell, CellRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS = ("measure", "name", "before", "after")
_WIDTHS = (Wide(84), Wide(160, 1.0), Wide(140, 1.0), Wide(200, 1.5))


class ProposalModel(QAbstractTableModel):
    """The faults, each a row of its own, then the measures that change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = Proposal((), 0)

    def show_proposal(self, found: Proposal) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        found = self._found
        return 0 if parent.isValid() else len(found.faults) + len(found.changes)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return sentence(f"office.year.preview.column.{_COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column, faults = index.row(), index.column(), self._found.faults
        fault = row < len(faults)
        if role == CellRole.CELL:
            if fault:
                return Cell("warn", "bang") if column == 0 else PLAIN
            return Cell(bold=column in (0, 3), quiet=column == 2)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if fault:
                return faults[row] if column == 0 else ""
            return _texts(self._found.changes[row - len(faults)])[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            if fault:
                return faults[row]
            texts = _texts(self._found.changes[row - len(faults)])
            return sentence("office.year.preview.row", **dict(zip(_COLUMNS, texts, strict=True)))
        return None


class Preview(Card):
    """``taken(tuple[Answering, ...])``; ``closed()``."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[Answering, ...] = ()
        self.title = Text("", "head")
        self.count = Text("", "body")
        self.faults = LineMessage()
        self.model = ProposalModel(self)
        self.table = Grid(self.model, _WIDTHS, tuple)
        self.table.setAccessibleName(sentence("office.year.preview.lines"))
        self.apply = Button("", "primary")
        self.cancel = Button(sentence("office.year.preview.cancel"))
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        for part in (self.title, self.count, self.faults):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 1)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.apply)
        self._column.addLayout(self._buttons)
        self.apply.clicked.connect(lambda: self.taken.emit(self._wanted))
        self.cancel.clicked.connect(self.closed)
        look.follow(self._dress)

    def show_proposal(self, title: str, found: Proposal) -> None:
        self._wanted = tuple(one.answering for one in found.changes)
        count = len(self._wanted)
        self.title.setText(title)
        code = "office.year.preview.count" if count else "office.year.preview.none"
        self.count.setText(sentence(code, count=count, same=found.same))
        faults = sentence("office.year.preview.faults", count=len(found.faults))
        self.faults.say(faults if found.faults else "", "warn")
        self.table.clearSpans()
        self.model.show_proposal(found)
        for row in range(len(found.faults)):
            self.table.setSpan(row, 0, 1, len(_COLUMNS))
        self.apply.setText(sentence("office.year.preview.apply", count=count))
        self.apply.setVisible(bool(count))
        self.setFocusProxy(self.apply if count else self.cancel)

    def _dress(self) -> None:
        pad = look.px(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(8))


def _texts(one: Proposed) -> tuple[str, str, str, str]:
    """What stands in the columns."""
    wanted = one.answering
    before = _with(one.before or sentence("office.year.nobody"), one.related_before)
    after = _with(_named(wanted.department, one), tuple(_named(n, one) for n in wanted.related))
    return wanted.measure, one.name, before, after


def _with(department: str, related: tuple[str, ...]) -> str:
    if not related:
        return department
    names = "、".join(related)
    return sentence("office.year.preview.with_related", department=department, related=names)


def _named(name: str, one: Proposed) -> str:
    """The name; one nobody has heard of yet is perhaps misspelt."""
    return sentence("office.year.preview.first", name=name) if name in one.first else name
