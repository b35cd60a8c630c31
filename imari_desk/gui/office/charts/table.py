"""The table behind a chart: every number in it, copied as a spreadsheet takes it in."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from imari_desk.gui import look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Table(NamedTuple):
    """What a chart shows in cells; ``targets`` say where each row leads (none: nowhere)."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    targets: tuple[object, ...] = ()


class TableModel(QAbstractTableModel):
    """A table as an item model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table((), ())

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.table.heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self.table.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.table.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.heads[index.column()]} {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = text.replace(",", "").rstrip("％%").replace(".", "", 1)
            return _RIGHT if number.isdecimal() else _LEFT
        return None


class ChartTable(QTableView):
    """A table walked by keys: Enter leads where the row does, Ctrl+C copies what is selected.

    ``chosen(object)``: a row's target.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cells = TableModel(self)
        self.setModel(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(self._choose)
        look.follow(self._dress)

    def show_table(self, table: Table) -> None:
        """Show another table."""
        if table != self.cells.table:
            self.cells.show_table(table)
            self._fit()

    def copy(self) -> None:
        """Put the selected rows, all where none is selected, on the clipboard with their heads."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        table = self.cells.table
        rows = [table.rows[n] for n in chosen] if len(chosen) > 1 else table.rows
        QGuiApplication.clipboard().setText(as_tsv((table.heads, *rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        targets = self.cells.table.targets
        if index.isValid() and index.row() < len(targets):
            target = targets[index.row()]
            if target is not None:
                self.chosen.emit(target)

    def _fit(self) -> None:
        """Columns as wide as their texts, long ones cut."""
        metrics = self.fontMetrics()
        table = self.cells.table
        for column, head in enumerate(table.heads):
            texts = [head, *(row[column] for row in table.rows[:200])]
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self.setColumnWidth(column, min(widest + look.px(24), look.px(280)))

    def _dress(self) -> None:
        self.setFont(look.font(14))
        colours = look.tokens()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.selected))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.selected_text))
        palette.setColor(QPalette.ColorRole.Text, QColor(colours.text))
        self.setPalette(palette)
        head = (
            f"QHeaderView {{ background: {colours.surface}; border: none; }}"
            f"QHeaderView::section {{ background: {colours.well}; color: {colours.heading};"
            f" border: none; border-bottom: 1px solid {colours.grid};"
            f" padding: 0 {look.px(8)}px; font-size: {look.px(14)}px; font-weight: 700; }}"
            f"QTableView {{ gridline-color: {colours.line}; }}"
            "QAbstractScrollArea::corner { background: transparent; border: none; }"
            f"QTableView::item {{ padding: 0 {look.px(8)}px; }}"
        )
        self.setStyleSheet(head)
        self.verticalHeader().setDefaultSectionSize(look.px(30))
        self.horizontalHeader().setFixedHeight(look.px(32))
        self._fit()


def as_tsv(rows: tuple[tuple[str, ...], ...]) -> str:
    """Rows as a spreadsheet pastes them: no tab or line end inside a cell."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
