"""The queue as one sees it: filters on top, the rows painted below."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imari_desk.desk.office.review_queue import QueueGroup, QueueLine
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Card, ChoiceField, LineField, Segments, Text
from imari_desk.gui.look import Tone, font, px, tokens
from imari_desk.gui.office.review.queue_model import Filter, QueueModel, Role, chip_of
from imari_desk.gui.painted import CHIP, chip_width, paint_chip, paint_ring

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD, _LEFT, _RIGHT = 60, 32, 14, 10
_SIGNS = (("hearing", "bubble"), ("corrected", "pencil"), ("again", "back"))


class QueueDelegate(QStyledItemDelegate):
    """Code and name in the first line, 課 and a chip in the second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = ""  # code of the measure whose page is open

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(_HEAD if index.data(Role.LINE) is None else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        line: QueueLine | None = index.data(Role.LINE)
        if line is None:
            self._paint_heading(painter, rect, index)
        else:
            self._paint_ground(painter, rect, option, opened=line.measure == self.opened)
            self._paint_line(painter, rect, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        painter.fillRect(rect, QColor(tokens().well))
        painter.setPen(QColor(tokens().text))
        painter.setFont(font(14, bold=True))
        words = index.data(Qt.ItemDataRole.AccessibleTextRole)
        inner = rect.adjusted(px(_LEFT), 0, -px(_RIGHT), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, opened: bool
    ) -> None:
        colours = tokens()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if opened or over:
            painter.fillRect(rect, QColor(colours.selected if opened else colours.hover))
        if opened:
            bar = QRectF(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(bar, QColor(colours.primary))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.line)
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(0.5, 0.5, -0.5, -1.5))

    def _paint_line(self, painter: QPainter, rect: QRectF, line: QueueLine) -> None:
        opened = line.measure == self.opened
        colours = tokens()
        inner = rect.adjusted(px(_LEFT), px(6), -px(_RIGHT), -px(6))
        top = QRectF(inner.left(), inner.top(), inner.width(), px(22))
        painter.setFont(font(16, bold=opened))
        painter.setPen(QColor(colours.selected_text if opened else colours.heading))
        _draw(painter, top, f"{line.measure}　{line.name}")
        below = QRectF(inner.left(), inner.bottom() - px(CHIP), inner.width(), px(CHIP))
        right = self._paint_chip(painter, below, line)
        right = self._paint_signs(painter, below, right, line)
        painter.setFont(font(14))
        painter.setPen(QColor(colours.support))
        below.setRight(right - px(6))
        _draw(painter, below, line.department)

    def _paint_chip(self, painter: QPainter, below: QRectF, line: QueueLine) -> float:
        """Paint the row's chip, or the bare sign; gives where it begins."""
        word, tone, sign = chip_of(line)
        if word:
            wide = chip_width(word)
            box = QRectF(below.right() - wide, below.top(), wide, below.height())
            paint_chip(painter, box, word, (cast("Tone", tone), sign))
            return box.left()
        if line.group is QueueGroup.DONE:
            side = px(16)
            box = QRectF(below.right() - side - px(4), below.center().y() - side / 2, side, side)
            look.paint_sign(painter, box, sign, look.tone("ok")[0])
            return box.left()
        return below.right()

    def _paint_signs(
        self, painter: QPainter, below: QRectF, right: float, line: QueueLine
    ) -> float:
        """Small signs before the chip; the tooltip and the screen reader say them in words."""
        for name, sign in _SIGNS:
            if getattr(line, name) and not (name == "again" and line.group is QueueGroup.DONE):
                side = px(15)
                right -= side + px(6)
                box = QRectF(right, below.center().y() - side / 2, side, side)
                look.paint_sign(painter, box, sign, tokens().office)
        return right


def _draw(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class _List(QListView):
    """The rows. Enter goes on into the evaluation."""

    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("ring", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class QueueView(Card):
    """``chosen(str)`` the measure whose page is wanted; ``entered()`` to go on into it."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = QueueModel(self)
        self._delegate = QueueDelegate(self)
        self._marking = False  # rows are chosen by the page, not by the person
        self.head = Text(sentence("office.review.filter"), "label")
        self.count = Text("", "support")
        self.words = LineField()
        words = (sentence("office.review.all"), sentence("office.review.marked"))
        self.which = Segments(words, small=True)
        self._choices: dict[str, ChoiceField] = {}
        self._department, self._field = QWidget(), QWidget()
        self.rows = _List()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(self._delegate)
        self._empty = Text(sentence("office.review.nothing_shown"), "support", wrap=True)
        self._combos = Row(gap=6)
        self._top = Column(
            Row(self.head, None, self.count),
            self.words,
            self.which,
            self._combos,
            gap=8,
            margins=(12, 12, 12, 10),
        )
        self.setLayout(Column(self._top, self._empty, self.rows, gap=0, margins=(1, 0, 1, 1)))
        self._name()
        self._connect()

    def show_lines(self, lines: tuple[QueueLine, ...]) -> None:
        """Show the queue of a year."""
        self._offer("department", tuple(dict.fromkeys(x.department for x in lines if x.department)))
        self._offer("field", tuple(dict.fromkeys(line.field for line in lines)))
        came = sum(line.group is not QueueGroup.MISSING for line in lines)
        self.count.setText(sentence("office.review.came", count=came))
        self.model.show_lines(lines)
        self._shown()

    def mark(self, measure: str) -> None:
        """Show which page is open."""
        self._delegate.opened = measure
        place = self.model.place_of(measure)
        if place.isValid() and place != self.rows.currentIndex():
            self._marking = True
            self.rows.setCurrentIndex(place)
            self._marking = False
        self.rows.viewport().update()

    def beside(self, measure: str, by: int) -> str:
        """The measure so many rows away from that one; "" where there is none."""
        codes = [line.measure for line in self.model.shown]
        at = codes.index(measure) + by if measure in codes else (0 if by > 0 else len(codes) - 1)
        return codes[at] if 0 <= at < len(codes) else ""

    def next_waiting(self, measure: str) -> str:
        """The next one that waits for the office, round from the end; "" where none does."""
        shown = self.model.shown
        codes = [line.measure for line in shown]
        at = codes.index(measure) + 1 if measure in codes else 0
        around = (*shown[at:], *shown[:at])
        waiting = (x.measure for x in around if x.group is QueueGroup.WAITING)
        return next((code for code in waiting if code != measure), "")

    def focus_search(self) -> None:
        """Put the focus where one types words to look for."""
        self.words.setFocus()
        self.words.selectAll()

    # Inside

    def _offer(self, name: str, choices: tuple[str, ...]) -> None:
        """A list of choices; made anew only where they are others."""
        before = self._choices.get(name)
        if before is not None and before.property("choices") == list(choices):
            return
        field = _Choice((sentence(f"office.review.every_{name}"), *choices))
        field.set_names(sentence(f"office.review.by_{name}"), "")
        field.edited.connect(lambda _text: self._refilter())
        if before is not None:
            self._combos.replaceWidget(before, field)
            before.deleteLater()
        else:
            self._combos.addWidget(field, 1)
        field.setProperty("choices", list(choices))
        self._choices[name] = field

    def _refilter(self) -> None:
        chosen = {
            name: field.text() if field.currentIndex() > 0 else ""
            for name, field in self._choices.items()
        }
        marked = self.which.text() == sentence("office.review.marked")
        self.model.filter_by(
            Filter(marked, chosen.get("department", ""), chosen.get("field", ""), self.words.text())
        )
        self._shown()

    def _shown(self) -> None:
        self._empty.setVisible(self.model.rowCount() == 0)
        self.mark(self._delegate.opened)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        line: QueueLine | None = now.data(Role.LINE) if now.isValid() else None
        if line is not None and not self._marking and line.measure != self._delegate.opened:
            self.chosen.emit(line.measure)

    def _name(self) -> None:
        self.words.set_names(sentence("office.review.search"), sentence("office.review.search_in"))
        self.which.set_names(sentence("office.review.filter"), "")
        self.which.show_text(sentence("office.review.all"))
        self.rows.setAccessibleName(sentence("office.review.queue"))
        self._empty.setContentsMargins(px(14), px(8), px(14), px(8))
        self._empty.hide()

    def _connect(self) -> None:
        self.words.edited.connect(lambda _text: self._refilter())
        self.which.edited.connect(lambda _text: self._refilter())
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self.rows.entered_row.connect(self.entered)


class _Choice(ChoiceField):
    """A choice as wide as the queue, whatever its words."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__(choices, required=True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(40))
