"""What there is to look at on a page, gathered and put in order, as an item model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui.form.sections import section_of, sections_of
from imari_desk.gui.look import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CheckKind(Enum):
    """The kinds, most pressing first; the value is the last part of the word's code."""

    COMMENT = "comment"
    CONFLICT = "conflict"
    MISSING = "missing"
    DOUBT = "doubt"
    NOTE = "note"

    @property
    def word(self) -> str:
        return sentence(f"checks.kind.{self.value}")

    @property
    def look(self) -> tuple[Tone, str]:
        """Tone and sign."""
        return _LOOKS[self]


_LOOKS: dict[CheckKind, tuple[Tone, str]] = {
    CheckKind.COMMENT: ("warn", "back"),
    CheckKind.CONFLICT: ("note", "both"),
    CheckKind.MISSING: ("error", "bang"),
    CheckKind.DOUBT: ("note", "question"),
    CheckKind.NOTE: ("plain", "circle"),
}
_ORDER = list(CheckKind)
_OF_SEVERITY = {
    Severity.MISSING: CheckKind.MISSING,
    Severity.CONTRADICTION: CheckKind.DOUBT,
    Severity.CAUTION: CheckKind.DOUBT,
    Severity.NOTE: CheckKind.NOTE,
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing to look at. ``section`` is the form's part it stands in: 「4 取組と課題」."""

    kind: CheckKind
    key: str
    section: str
    text: str


def rows_of(leaf: Leaf) -> tuple[CheckRow, ...]:
    """Everything a page asks for, by kind and then in the order of the form; 確定 asks nothing."""
    if leaf.state is DepartmentState.CONFIRMED:
        return ()
    names = _section_names(leaf)
    rows = [
        CheckRow(CheckKind.COMMENT, c.item, names.get(c.item, ""), c.text)
        for c in leaf.comments
        if c.open
    ]
    rows += [
        CheckRow(_kind(finding), finding.key, names[finding.key], finding.text)
        for finding in leaf.findings
        if finding.key in names
    ]
    place = {key: n for n, key in enumerate(names)}
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.kind), place.get(r.key, len(place)))))


class CheckRole(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1  # CheckRow


class CheckModel(QAbstractListModel):
    """The rows, one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CheckRow, ...] = ()

    def show_rows(self, rows: tuple[CheckRow, ...]) -> None:
        """Show these rows; the same ones again change nothing."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == CheckRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            facts = {"kind": row.kind.word, "section": row.section, "text": row.text}
            return sentence("checks.row", **facts)
        return None


def _kind(finding: Finding) -> CheckKind:
    """Two answers are chosen between, whatever the check calls them."""
    doubt = finding.severity is Severity.CONTRADICTION and finding.code == "check.conflict"
    return CheckKind.CONFLICT if doubt else _OF_SEVERITY[finding.severity]


def _section_names(leaf: Leaf) -> dict[str, str]:
    """The part of the form each item stands in, as the form numbers them; keys in its order."""
    return {
        item.key: f"{number} {sentence(f'form.tab.{section.id}')}"
        for number, section in enumerate(sections_of(leaf), start=1)
        for item in leaf.items
        if section_of(item) == section
    }
