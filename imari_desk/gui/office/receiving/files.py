"""The files that were looked at, one row each, with a tick: whether it is to be taken in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, Signal

from imari_desk.desk.office.looking import LookedFile
from imari_desk.desk.office.outlook import Fate, FileOutlook
from imari_desk.domain.book import Level
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText
from imari_desk.gui.exchange.import_model import NOWHERE, Index, Role

ItemRole = Qt.ItemDataRole
_LEVELS: dict[Level, ChipText] = {
    Level.FULL: ("full", "ok", "check"),
    Level.CODES: ("codes", "info", "circle"),
    Level.LABELS: ("labels", "note", "question"),
    Level.NONE: ("none", "plain", "close"),
}
_MAY_TICK = (Fate.TAKE, Fate.ASKS, Fate.LEAVE)


class Bundle:
    """The row above the files: what can be decided for several at once."""

    def __init__(self, groups: int, open_ones: int) -> None:
        self.groups, self.open = groups, open_ones


def at_first(file: LookedFile) -> FileOutlook:
    """A file as it looks before the others are known."""
    fate = Fate.REFUSED if file.refused else Fate.ASKS if file.wants else Fate.TAKE
    if file.seen is not None and not file.parts:
        fate = Fate.SEEN
    return FileOutlook(file, fate, len(file.report.changes) - file.held)


def level_chip(row: FileOutlook) -> ChipText:
    """How well the file could be read."""
    word, tone, sign = _LEVELS[row.file.report.level]
    return (sentence(f"office.receiving.level.{word}"), tone, sign)


def state_chips(row: FileOutlook, *, taken: bool = False) -> tuple[ChipText, ...]:
    """What a person has to know of a file, the most pressing first."""
    if taken:
        return ((sentence("office.receiving.chip.taken"), "ok", "check"),)
    told = _told_alone(row)
    if told is not None:
        return (told,)
    found: list[ChipText] = []
    for kind in row.file.wants if row.fate is Fate.ASKS else ():
        found.append((sentence(f"office.receiving.chip.{kind.value}"), "note", "question"))
    if row.torn:
        text = sentence("exchange.counts.conflict", count=row.torn)
        found.append((text, "warn", "both"))
    if row.file.held:
        text = sentence("office.receiving.chip.held", count=row.file.held)
        found.append((text, "note", "bang"))
    if row.file.margin:
        text = sentence("office.receiving.chip.margin", count=len(row.file.margin))
        found.append((text, "note", "pencil"))
    questions = len([c for c in row.file.asked if c.code != "held_back"])
    if questions:
        text = sentence("office.receiving.chip.questions", count=questions)
        found.append((text, "note", "question"))
    if row.file.stale:
        found.append((sentence("office.receiving.chip.stale"), "plain", "clock"))
    elif not row.changes and not found:
        found.append((sentence("office.receiving.chip.unchanged"), "plain", "same"))
    return tuple(found)


def _told_alone(row: FileOutlook) -> ChipText | None:
    """Where one thing is all there is to say."""
    match row.fate:
        case Fate.REFUSED:
            return (sentence("office.receiving.chip.refused"), "plain", "dash")
        case Fate.TWIN:
            return (sentence("office.receiving.chip.twin"), "plain", "same")
        case Fate.SEEN:
            return (sentence("office.receiving.chip.seen"), "plain", "check")
        case Fate.LEAVE:
            return (sentence("office.receiving.chip.left"), "plain", "dash")
        case _:
            return None


def sender(row: FileOutlook) -> str:
    """From whom it is and how much it is about, in one line."""
    report = row.file.report
    if row.file.refused:
        return sentence("office.receiving.sender_refused")
    code = "office.receiving.sender"
    if report.header is not None and report.header.purpose.from_office:
        code = "office.receiving.sender_blank"
    purpose = report.header.purpose.value if report.header else ""
    return sentence(
        code, department=report.department, count=len(row.file.measures), purpose=purpose
    )


class FileRows(QAbstractListModel):
    """A bundle of common decisions, where there is one, then one row a file.

    ``ticked(FileOutlook, bool)``: the person wants that file taken in, or left out.
    """

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FileOutlook] = []
        self._bundle: Bundle | None = None
        self._taken: frozenset[str] = frozenset()

    def add(self, row: FileOutlook) -> None:
        """One more file, while the others are still being read."""
        place = self.rowCount()
        self.beginInsertRows(NOWHERE, place, place)
        self._rows.append(row)
        self.endInsertRows()

    def show(self, rows: Sequence[FileOutlook], bundle: Bundle | None = None) -> None:
        """These files; where it is the same number of rows the chosen one stays chosen."""
        before = self.rowCount()
        after = len(rows) + (bundle is not None)
        if before == after and (bundle is None) is (self._bundle is None):
            self._rows, self._bundle = list(rows), bundle
            if after:
                self.dataChanged.emit(self.index(0), self.index(after - 1))
            return
        self.beginResetModel()
        self._rows, self._bundle = list(rows), bundle
        self.endResetModel()

    def show_taken(self, digests: frozenset[str]) -> None:
        """Files of that content were taken in."""
        self._taken = digests
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @property
    def rows(self) -> tuple[FileOutlook, ...]:
        return tuple(self._rows)

    @property
    def first(self) -> int:
        """The place of the first file."""
        return 0 if self._bundle is None else 1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + self.first

    def at(self, index: Index) -> FileOutlook | Bundle | None:
        """What stands in a row."""
        if not index.isValid():
            return None
        if self._bundle is not None and index.row() == 0:
            return self._bundle
        return self._rows[index.row() - self.first]

    def is_taken(self, row: FileOutlook) -> bool:
        return row.file.sha256 in self._taken and row.fate in (Fate.TAKE, Fate.SEEN)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        value = self.at(index)
        if value is None:
            return None
        if isinstance(value, Bundle):
            return self._of_bundle(value, role)
        match role:
            case ItemRole.DisplayRole:
                return value.file.name
            case ItemRole.ToolTipRole:
                return f"{value.file.path}\n{sender(value)}"
            case ItemRole.AccessibleTextRole:
                return self._spoken(value)
            case ItemRole.CheckStateRole if value.fate in _MAY_TICK and not self.is_taken(value):
                there = value.fate is Fate.TAKE
                return Qt.CheckState.Checked if there else Qt.CheckState.Unchecked
            case Role.VALUE:
                return value
            case Role.CHIPS:
                return state_chips(value, taken=self.is_taken(value))
        return None

    def _of_bundle(self, bundle: Bundle, role: int) -> Any:
        match role:
            case ItemRole.DisplayRole | ItemRole.AccessibleTextRole:
                return bundle_text(bundle)
            case Role.VALUE:
                return bundle
            case Role.CHIPS:
                return ()
        return None

    def _spoken(self, row: FileOutlook) -> str:
        chips = (level_chip(row), *state_chips(row, taken=self.is_taken(row)))
        count = sentence("exchange.counts.changed", count=row.changes) if row.changes else ""
        words = "、".join(filter(None, (*(text for text, _, _ in chips), count)))
        return f"{row.file.name}　{sender(row)}　{words}"

    def setData(self, index: Index, value: Any, role: int = ItemRole.EditRole) -> bool:
        row = self.at(index)
        if role != ItemRole.CheckStateRole or not isinstance(row, FileOutlook):
            return False
        if row.fate not in _MAY_TICK or self.is_taken(row):
            return False
        self.ticked.emit(row, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.data(index, ItemRole.CheckStateRole) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def bundle_text(bundle: Bundle) -> str:
    """The row of common decisions as a sentence."""
    code = "office.receiving.bundle" if bundle.open else "office.receiving.bundle_done"
    return sentence(code, count=bundle.groups, open=bundle.open)
