"""The measures that could be put on the agenda: those there is a reason for first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from imari_desk.desk.leaf import searchable
from imari_desk.domain.meeting import Candidate
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, LineField, Text

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class CandidateModel(QAbstractListModel):
    """Measures that are not on the agenda yet, narrowed to the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[Candidate, ...] = ()
        self._shown: list[Candidate] = []
        self._taken: frozenset[str] = frozenset()
        self._words: list[str] = []

    def show_candidates(self, every: Sequence[Candidate]) -> None:
        self._every = tuple(every)
        self._narrow()

    def leave_out(self, measures: Collection[str]) -> None:
        """Those that are on the agenda."""
        if frozenset(measures) != self._taken:
            self._taken = frozenset(measures)
            self._narrow()

    def search(self, words: str) -> None:
        self._words = searchable(words).split()
        self._narrow()

    def at(self, row: int) -> Candidate | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.at(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.measure} {one.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join((f"{one.measure} {one.name}", one.department, *one.reasons))
        return one if role == Qt.ItemDataRole.UserRole else None

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [
            one
            for one in self._every
            if one.measure not in self._taken
            and all(word in searchable(_told(one)) for word in self._words)
        ]
        self.endResetModel()


def _told(one: Candidate) -> str:
    return " ".join((one.measure, one.name, one.department, *one.reasons))


class _Row(QStyledItemDelegate):
    """Code and name, below them the 課 and why the measure should be talked about."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.px(200), look.px(54))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, colours = index.data(Qt.ItemDataRole.UserRole), look.tokens()
        if not isinstance(one, Candidate):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.selected if chosen else colours.hover if over else colours.surface
        painter.fillRect(option.rect, QColor(ground))
        room = QRectF(option.rect).adjusted(look.px(12), look.px(5), -look.px(12), -look.px(5))
        half = room.height() / 2
        first = QRectF(room.left(), room.top(), room.width(), half)
        ink = colours.selected_text if chosen else colours.text
        self._write(painter, first, f"{one.measure}　{one.name}", ink, bold=True)
        below = first.translated(0, half)
        if one.reasons:
            text = "・".join(one.reasons)
            used = self._write(painter, below, text, ink if chosen else colours.warn, bold=True)
            below.setLeft(below.left() + used + look.px(10))
        self._write(painter, below, one.department, ink if chosen else colours.support)
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, room: QRectF, text: str, ink: str, *, bold: bool = False
    ) -> float:
        """Write as much as there is room for; gives how wide it is."""
        painter.setFont(look.font(14, bold))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.width())))
        painter.setPen(QColor(ink))
        painter.drawText(room, _LEFT, shown)
        return float(metrics.horizontalAdvance(shown))


class _List(QListView):
    """``wanted()``: Enter on a row."""

    wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class Candidates(QWidget):
    """A line to search with, the list, and the button that puts one on the agenda.

    ``chosen(str)``: the measure's code, "" for an item about the whole plan.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = CandidateModel(self)
        self.search = LineField()
        label = Text(sentence("meeting.page.search"), "label")
        self.search.set_names(label.text(), sentence("meeting.page.search_hint"))
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(sentence("meeting.page.candidates"))
        self.add_button = Button(sentence("meeting.page.add"), sign="plus")
        self.whole_button = Button(sentence("meeting.page.add_whole"), "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._hint = Text(sentence("meeting.page.candidates_hint"), "support", wrap=True)
        for part in (self._hint, label, self.search):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.add_button)
        self._column.addWidget(self.whole_button)
        self.search.edited.connect(self.model.search)
        self.search.returnPressed.connect(self._take_first)
        self.add_button.clicked.connect(self._take)
        self.list.wanted.connect(self._take)
        self.list.doubleClicked.connect(lambda _index: self._take())
        self.whole_button.clicked.connect(lambda: self.chosen.emit(""))
        look.follow(self._dress)

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        one = self.model.at(row)
        if one is not None:
            self.chosen.emit(one.measure)
            self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))

    def _take_first(self) -> None:
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self._take()

    def _dress(self) -> None:
        self._column.setSpacing(look.px(8))
