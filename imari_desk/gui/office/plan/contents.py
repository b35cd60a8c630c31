"""What a plan is made of, as a list: the plan as a whole, then its measures by 分野 and ◎."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imari_desk.desk.office.plans import Looked
from imari_desk.domain.plan_draft import Draft, Path
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WHOLE, SCALE, TERMS, VERSIONS, SAVING = "whole", "scale", "terms", "versions", "saving"
MEASURE, HEADING, FIELD = "measure", "heading", "field"
_PARTS = (WHOLE, SCALE, TERMS, VERSIONS)
_ROOTS: dict[str, Path] = {SCALE: ("scale",), TERMS: ("glossary",)}


class Role(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class ContentsRow(NamedTuple):
    """One row. ``place`` is a measure's in the plan, -1 for the others."""

    kind: str
    title: str
    code: str = ""
    place: int = -1
    chip: ChipText | None = None

    @property
    def path(self) -> Path:
        """Where in the plan it is about."""
        return ("measures", self.place) if self.kind == MEASURE else _ROOTS.get(self.kind, ())

    @property
    def name(self) -> tuple[str, int]:
        """What stays the same while its words change."""
        return (self.kind, self.place)


class ContentsModel(QAbstractListModel):
    """Headings cannot be chosen. The same rows again stay where they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ContentsRow, ...] = ()

    def show_draft(self, draft: Draft, base: Draft, found: Looked) -> None:
        """Show what there is, what is wrong with it and what was changed."""
        rows = tuple(rows_of(draft, base, found))
        if [(r.name, r.title) for r in rows if r.kind in (FIELD, HEADING)] == [
            (r.name, r.title) for r in self.rows if r.kind in (FIELD, HEADING)
        ] and len(rows) == len(self.rows):
            changed = [n for n, row in enumerate(rows) if row != self.rows[n]]
            self.rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, name: tuple[str, int]) -> QModelIndex:
        """Where a row stands by its name; invalid where it is not there."""
        for n, row in enumerate(self.rows):
            if row.name == name:
                return self.index(n)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].kind in (FIELD, HEADING):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        shown = " ".join(filter(None, (row.code, row.title)))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown
            case Qt.ItemDataRole.AccessibleTextRole:
                return "、".join(filter(None, (shown, row.chip[0] if row.chip else "")))
            case Role.ROW:
                return row
        return None


def rows_of(draft: Draft, base: Draft, found: Looked) -> list[ContentsRow]:
    """The rows of a draft."""
    rows = [
        ContentsRow(part, sentence(f"office.plan.{part}"), chip=_of_part(part, found))
        for part in _PARTS
    ]
    groups = {one.get("id"): one for one in draft.get("groups", [])}
    fields = {one.get("id"): str(one.get("name", "")) for one in draft.get("fields", [])}
    before = {one.get("code"): one for one in base.get("measures", [])}
    faulty: dict[object, int] = {}
    for fault in found.faults:
        if fault.path[:1] == ("measures",) and len(fault.path) > 1:
            faulty[fault.path[1]] = faulty.get(fault.path[1], 0) + 1
    last_field, last_group = "", object()
    for place, measure in enumerate(draft.get("measures", [])):
        group = groups.get(measure.get("group"), {})
        field = fields.get(group.get("field"), "")
        if field != last_field:
            rows.append(ContentsRow(FIELD, field or sentence("office.plan.no_field")))
        if measure.get("group") != last_group:
            name = str(group.get("name", "")) or sentence("office.plan.no_group")
            rows.append(ContentsRow(HEADING, name))
        last_field, last_group = field, measure.get("group")
        chip = _of_measure(measure, before, faulty.get(place, 0), bool(base))
        title = str(measure.get("name", "")) or sentence("office.plan.no_name")
        rows.append(ContentsRow(MEASURE, title, str(measure.get("code", "")), place, chip))
    return rows


def _of_part(part: str, found: Looked) -> ChipText | None:
    """How much is wrong with a part that is no measure."""
    roots = {SCALE: ("scale",), TERMS: ("glossary",)}
    if part == WHOLE:
        others = ("measures", "scale", "glossary")
        count = sum(
            f.path[:1] not in [(o,) for o in others] or f.path == ("measures",)
            for f in found.faults
        )
    else:
        count = sum(f.path[:1] == roots.get(part) for f in found.faults)
    return _faulty(count)


def _of_measure(
    measure: dict[str, Any], before: dict[object, Any], faults: int, has_base: bool
) -> ChipText | None:
    """The gravest thing to say about a measure."""
    if faults:
        return _faulty(faults)
    known = before.get(measure.get("code"))
    if has_base and known is None:
        return (sentence("office.plan.chip.new"), "ok", "plus")
    if has_base and known != measure:
        return (sentence("office.plan.chip.changed"), "info", "pencil")
    if not measure.get("phases", {}).get("checked"):
        return (sentence("office.plan.chip.unchecked"), "plain", "question")
    return None


def _faulty(count: int) -> ChipText | None:
    return (sentence("office.plan.chip.faults", count=count), "error", "bang") if count else None


def checked_bars(measures: Sequence[dict[str, Any]]) -> int:
    """How many measures' bars were compared with the original."""
    return sum(bool(one.get("phases", {}).get("checked")) for one in measures)
