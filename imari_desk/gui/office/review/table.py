"""The evaluation as a table one reads across: this year's column alone stands out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from imari_desk.desk.office.review_rows import ReviewRow
from imari_desk.domain.items import place_of
from imari_desk.gui import look
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.review.cells import PAD, RowWidget

_HEAD = 34
_LABEL = 112  # pixels the labels take
_SHARES = (0.19, 0.25, 0.34, 0.22)  # of what is left: plan, last year, this year, remarks
_NARROW = 640  # below it the plan has no column of its own
_NARROW_SHARES = (0.0, 0.26, 0.4, 0.34)


class _Sheet(QWidget):
    """Head and rows. The rows are kept and filled anew: making them is what takes time."""

    placed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RowWidget] = []
        self.heads = ("", "", "", "", "")
        self._shown = 0
        self._tops: list[int] = []
        self._edges: tuple[int, ...] = (0,) * 6

    def show_rows(self, count: int) -> None:
        self._shown = count

    @property
    def shown(self) -> list[RowWidget]:
        return self.rows[: self._shown]

    def place(self, width: int) -> None:
        """Lay every row out for that width."""
        self._edges = _edges(width)
        y = px(_HEAD)
        self._tops = [y]
        for row in self.shown:
            high = row.lay_out(self._edges)
            row.setGeometry(0, y, width, high)
            y += high
            self._tops.append(y)
        self.setFixedSize(width, y + px(8))
        self.update()
        self.placed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, edges = tokens(), self._edges
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = self._tops[-1] if self._tops else px(_HEAD)
        head = QRectF(0, 0, self.width(), px(_HEAD))
        painter.fillRect(head, QColor(colours.plain_tint))
        now = QRectF(edges[3], 0, edges[4] - edges[3], end)
        ground = QColor(colours.hover)
        ground.setAlphaF(0.4)
        painter.fillRect(now, ground)
        painter.setPen(QPen(QColor(colours.line), 1))
        for y in self._tops[1:]:
            painter.drawLine(0, y, self.width(), y)
        self._paint_frame(painter, now)
        self._paint_heads(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter, now: QRectF) -> None:
        colours, radius = tokens(), px(8)
        cap = QPainterPath()
        cap.addRoundedRect(QRectF(now.left(), 0, now.width(), 2 * px(_HEAD)), radius, radius)
        below = QPainterPath()
        below.addRect(QRectF(now.left(), px(_HEAD), now.width(), 2 * px(_HEAD)))
        painter.fillPath(cap.subtracted(below), QColor(colours.primary))
        painter.setPen(QPen(QColor(colours.primary), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(now.adjusted(1, px(_HEAD), -1, -1))

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(font(14, bold=True))
        for n, word in enumerate(self.heads):
            left, right = self._edges[n], self._edges[n + 1]
            if right > left:
                painter.setPen(QColor(tokens().on_primary if n == 3 else tokens().text))
                box = QRectF(left + px(PAD), 0, right - left - px(PAD), px(_HEAD))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)


_USUAL = 12  # rows of an evaluation


def _edges(width: int) -> tuple[int, ...]:
    """Where the five columns begin, and where the last one ends."""
    shares = _NARROW_SHARES if width < px(_NARROW) else _SHARES
    label = px(_LABEL)
    edges = [0, label]
    for share in shares[:-1]:
        edges.append(edges[-1] + round((width - label) * share))
    return (*edges, width)


class Table(QScrollArea):
    """Up and Down go from row to row, Enter begins a remark.

    ``remarked(str key, str text)``; ``withdrawn(str remark)``; ``row_entered(str key)``.
    """

    remarked = Signal(str, str)
    withdrawn = Signal(str)
    row_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._current = 0
        self._open = False
        self._laying = False
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.setProperty("kit", "scrolled")
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        self._spare = QTimer(self, singleShot=True, interval=0)
        self._spare.timeout.connect(self._make_ahead)
        self._spare.start()
        look.follow(self._dress)

    # What it shows

    def show_rows(
        self,
        rows: tuple[ReviewRow, ...],
        heads: tuple[str, ...],
        *,
        open_: bool,
        another: bool,
    ) -> None:
        """Show an evaluation. ``another``: not the one shown so far, so begin at its top."""
        sheet, here = self._sheet, self._has_focus()
        sheet.heads = (heads[0], heads[1], heads[2], heads[3], heads[4])
        while len(sheet.rows) < len(rows):
            sheet.rows.append(self._made(len(sheet.rows)))
        self._open = open_
        for n, widget in enumerate(sheet.rows):
            widget.setVisible(n < len(rows))
            if n < len(rows):
                widget.show_row(rows[n], open_=open_)
        sheet.show_rows(len(rows))
        if another:
            self._go(0)
        self._place()
        if another:
            self.verticalScrollBar().setValue(0)
        if here and not self._has_focus():
            self.enter()  # the row it was in is not there any more

    def go_to(self, key: str) -> None:
        """Put the focus on the row an item stands in."""
        place = place_of(key)
        rows = self._sheet.shown
        at = next((n for n, widget in enumerate(rows) if place in widget.row.keys), None)
        if at is not None:
            self._go(at)
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_row(rows[at])

    def next_mark(self) -> bool:
        """Go to the next row with a mark, round from the end; False where there is none."""
        rows = self._sheet.shown
        after = [*range(self._current + 1, len(rows)), *range(self._current + 1)]
        at = next((n for n in after if n < len(rows) and rows[n].row.marks), None)
        if at is None:
            return False
        self.go_to(rows[at].row.key)
        return True

    @property
    def current_key(self) -> str:
        """The item of the row the focus is, or was last, in; "" where nothing is shown."""
        rows = self._sheet.shown
        return rows[self._current].row.key if self._current < len(rows) else ""

    @property
    def unfinished(self) -> tuple[tuple[str, str], ...]:
        """Remarks that are written and not put down: item key and text."""
        return tuple((row.row.key, row.unfinished) for row in self._sheet.shown if row.unfinished)

    @property
    def rows(self) -> tuple[RowWidget, ...]:
        """The rows shown."""
        return tuple(self._sheet.shown)

    def enter(self) -> None:
        """Put the focus on the current row."""
        rows = self._sheet.shown
        if rows:
            rows[min(self._current, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _make_ahead(self) -> None:
        """A row at a time, while the first evaluation is still being asked for."""
        rows = self._sheet.rows
        if len(rows) < _USUAL:
            rows.append(self._made(len(rows)))
            self._spare.start()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _made(self, place: int) -> RowWidget:
        row = RowWidget(self._sheet)
        row.moved.connect(lambda by: self._step(place + by))
        row.remark_wanted.connect(lambda: self._begin(row))
        row.remarked.connect(lambda text: self.remarked.emit(row.row.key, text))
        row.withdrawn.connect(self.withdrawn)
        row.resized.connect(self._relay)
        row.entered.connect(lambda: self._entered(place))
        row.set_current(place == self._current)
        row.setVisible(False)
        return row

    def _begin(self, row: RowWidget) -> None:
        if self._open:
            row.begin_remark()
            self._place()
            box = row.composed
            top = row.mapTo(self._sheet, box.topLeft()).y()
            self.ensureVisible(0, top + box.height(), 0, px(12))
            self.ensureVisible(0, top, 0, px(12))

    def _step(self, place: int) -> None:
        rows = self._sheet.shown
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._show_row(rows[place])

    def _entered(self, place: int) -> None:
        self._go(place)
        self.row_entered.emit(self.current_key)

    def _go(self, place: int) -> None:
        self._current = place
        for n, row in enumerate(self._sheet.rows):
            row.set_current(n == place)

    def _show_row(self, row: RowWidget) -> None:
        top = row.mapTo(self._sheet, QPoint(0, 0)).y()
        self.ensureVisible(0, top + row.height(), 0, px(8))
        self.ensureVisible(0, top, 0, px(8))

    def _relay(self) -> None:
        if not self._laying:
            self._later.start()

    def _place(self) -> None:
        self._laying = True
        self._sheet.place(self.viewport().width() - px(6))
        self._laying = False
        self._later.stop()  # what asked for it is done

    def _dress(self) -> None:
        for row in self._sheet.shown:
            row.dress()
        self.setMinimumHeight(px(220))
        self._relay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()
