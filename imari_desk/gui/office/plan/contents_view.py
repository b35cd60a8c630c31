"""The list of what a plan is made of, as one sees it, and what is done with a measure there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imari_desk.domain.plan_places import Fault
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import Kind, Line
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, Card, Text
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.plan.contents import (
    FIELD,
    HEADING,
    MEASURE,
    ContentsModel,
    ContentsRow,
    Index,
    Role,
)
from imari_desk.gui.painted import CHIP, chip_width, paint_chip, paint_ring

_HIGH = {FIELD: 34, HEADING: 30, MEASURE: 38}
_PART = 40
_TOOLS = ("add", "copy", "up", "down", "take_out")


class ContentsDelegate(QStyledItemDelegate):
    """A heading, or a name with a chip at its right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ContentsRow = index.data(Role.ROW)
        return QSize(px(120), px(_HIGH.get(row.kind, _PART)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: ContentsRow = index.data(Role.ROW)
        rect = QRectF(option.rect)
        if row.kind in (FIELD, HEADING):
            self._paint_heading(painter, rect, row)
        else:
            self._paint_row(painter, rect, option, row)
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, rect: QRectF, row: ContentsRow) -> None:
        colours = tokens()
        if row.kind == FIELD:
            painter.fillRect(rect, QColor(colours.well))
        painter.setFont(font(14, bold=True))
        painter.setPen(QColor(colours.heading if row.kind == FIELD else colours.support))
        mark = "" if row.kind == FIELD else "◎ "
        _draw(painter, rect.adjusted(px(14), 0, -px(10), 0), mark + row.title)

    @staticmethod
    def _paint_row(
        painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, row: ContentsRow
    ) -> None:
        colours = tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(rect, QColor(colours.selected if chosen else colours.hover))
        if chosen:
            bar = QRectF(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(bar, QColor(colours.primary))
        inner = rect.adjusted(px(14), 0, -px(10), 0)
        if row.chip is not None:
            wide = chip_width(row.chip[0])
            top = rect.center().y() - px(CHIP) / 2
            box = QRectF(inner.right() - wide, top, wide, px(CHIP))
            paint_chip(painter, box, row.chip[0], row.chip[1:])
            inner.setRight(box.left() - px(8))
        painter.setFont(font(16, bold=chosen))
        painter.setPen(QColor(colours.selected_text if chosen else colours.heading))
        if row.kind == MEASURE:
            code = row.code or "―"
            width = max(px(52), QFontMetricsF(painter.font()).horizontalAdvance(code) + px(8))
            _draw(painter, QRectF(inner.left(), inner.top(), width, inner.height()), code)
            inner.setLeft(inner.left() + width)
        _draw(painter, inner, row.title)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(0.5, 0.5, -0.5, -1.5))


class ContentsList(QListView):
    """Walked by keys; Enter goes into the page, Delete takes a measure out, Alt+arrows move it."""

    entered_row = Signal(QModelIndex)
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ContentsDelegate(self))
        self.setProperty("ring", False)  # the row has one
        self.setAccessibleName(sentence("office.plan.contents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        key = Qt.Key(event.key())
        if key in moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.acted.emit(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.acted.emit("take_out")
        else:
            super().keyPressEvent(event)


class ContentsView(Card):
    """``chosen()``: another row; ``entered()``: into its page; ``acted(str)``: add, copy, up, down,
    take_out; ``fault_wanted(Path)``."""

    chosen = Signal()
    entered = Signal()
    acted = Signal(str)
    fault_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model_ = ContentsModel(self)
        self.list = ContentsList()
        self.list.setModel(self.model_)
        self.tools: dict[str, Button] = {}
        self.faults, self._fault_lines = Rows(), LineList()
        self._faults: tuple[Fault, ...] = ()
        self._said = Text("", "label")
        self._below = QWidget()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self.chosen.emit())
        self.list.entered_row.connect(lambda _index: self.entered.emit())
        self.list.acted.connect(self.acted)
        self.faults.clicked.connect(self._jump)
        self.faults.entered_row.connect(self._jump)
        self.setFocusProxy(self.list)

    @property
    def row(self) -> ContentsRow | None:
        """The chosen row."""
        found = self.list.currentIndex()
        return self.model_.rows[found.row()] if found.isValid() else None

    def choose(self, name: tuple[str, int]) -> None:
        """Choose a row by its name."""
        found = self.model_.place_of(name)
        if found.isValid():
            self.list.setCurrentIndex(found)
            self.list.scrollTo(found)

    def show_tools(self, count: int) -> None:
        """What can be done with the chosen row; ``count`` measures there are."""
        row = self.row
        place = row.place if row is not None else -1
        self.tools["copy"].setEnabled(place >= 0)
        self.tools["take_out"].setEnabled(place >= 0)
        self.tools["up"].setEnabled(place > 0)
        self.tools["down"].setEnabled(0 <= place < count - 1)

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Everything to be put right; each leads to its place."""
        if faults == self._faults:
            return
        self._faults = faults
        self._fault_lines.show([_fault_line(one) for one in faults])
        self._said.setText(sentence("office.plan.to_do", count=len(faults)))
        self._below.setVisible(bool(faults))

    def _jump(self, index: QModelIndex) -> None:
        if index.isValid():
            self.fault_wanted.emit(self._faults[index.row()].path)

    def _lay_out(self) -> None:
        tools = Row(gap=6, margins=(10, 4, 10, 10))
        for name in _TOOLS:
            button = Button(sentence(f"office.plan.{name}"), "small")
            button.setToolTip(sentence(f"office.plan.{name}_told"))
            button.clicked.connect(lambda _on=False, what=name: self.acted.emit(what))
            self.tools[name] = button
            tools.addWidget(button)
        tools.addStretch(1)
        self.faults.setModel(self._fault_lines)
        self.faults.setItemDelegate(LineDelegate(self.faults))
        self.faults.setAccessibleName(sentence("office.plan.faults"))
        below = Column(Row(self._said, None, margins=(14, 8, 14, 0)), gap=4)
        below.addWidget(self.faults, 1)
        self._below.setLayout(below)
        self._below.setVisible(False)
        column = Column(gap=0, margins=(1, 6, 1, 1))
        column.addWidget(self.list, 5)
        column.addLayout(tools)
        column.addWidget(self._below, 3)
        self.setLayout(column)


def _draw(painter: QPainter, box: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)


def _fault_line(one: Fault) -> Line:
    """What it is about, and there what is to be put right."""
    field = one.place.field
    told = sentence("office.plan.fault", field=field, text=one.text) if field else one.text
    return Line(Kind.REMARK, one.place.subject, told)
