"""One row of the evaluation: label, plan, last year, this year with its marks, remarks."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from imari_desk.desk.office.review_rows import ReviewRow
from imari_desk.domain.differences import SpanKind
from imari_desk.domain.marks import Mark
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Chip
from imari_desk.gui.look import px, tokens
from imari_desk.gui.office.review.marks import look_of
from imari_desk.gui.office.review.remarks import Composer, RemarkCard

PAD, TOP, GAP = 12, 9, 6  # around the words of a cell, and between what stands in it
_BUBBLE = 28


class Cell(QLabel):
    """Words one can select and copy, without being a stop of Tab."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("role", "small")
        self.setProperty("ring", False)

    def say(self, html: str, plain: str) -> None:
        """Show it; ``plain`` is what a screen reader says."""
        self.setText(f'<div style="line-height:145%">{html}</div>' if html else "")
        self.setAccessibleName(f"{self._name}　{plain}".strip())

    def needs(self, width: int) -> int:
        """How high it is in that width."""
        return self.heightForWidth(width) if self.text() else 0


class Bubble(QAbstractButton):
    """Begins a remark at the row; with the keyboard the row itself does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(sentence("office.review.add_remark"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        side = px(20)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = colours.primary_hover if self.underMouse() else colours.primary
        look.paint_sign(painter, place, "bubble", ink)
        painter.end()


class RowWidget(QWidget):
    """One row, laid out by the table. It is a stop of Tab while it is the current one.

    ``moved(int)`` up or down; ``remark_wanted()``; ``remarked(str)``; ``withdrawn(str)``;
    ``resized()``: something in it is higher or lower now; ``entered()``: the focus is here.
    """

    moved = Signal(int)
    remark_wanted = Signal()
    remarked = Signal(str)
    withdrawn = Signal(str)
    resized = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = ReviewRow("", (), "")
        self._label = Cell(self, "")
        self._planned = Cell(self, sentence("office.review.column.planned"))
        self._last = Cell(self, sentence("office.review.column.last"))
        self._now = Cell(self, sentence("office.review.column.now"))
        self._bubble = Bubble(self)
        self._chips: list[Chip] = []
        self._cards: list[RemarkCard] = []
        self._composer: Composer | None = None
        self._open = False
        self._folded = False  # the plan has no column of its own
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._bubble.clicked.connect(self.remark_wanted)

    # What it shows

    def show_row(self, row: ReviewRow, *, open_: bool) -> None:
        """Show a row; ``open_``: remarks can be written and taken back."""
        another = row.key != self.row.key
        self.row, self._open = row, open_
        if another and self._composer is not None:
            self._composer.hide()
        self._say_label()
        support, text = tokens().support, tokens().text
        self._planned.say(_styled(row.planned or "―", support), row.planned)
        self._last.say(_last(row), f"{row.last} {row.last_detail}".strip())
        self._now.say(_now(row, text), f"{row.now} {row.detail}".strip())
        self._show_chips(row.marks)
        self._show_cards()
        self._bubble.setVisible(open_)
        self._bubble.setAccessibleName(sentence("office.review.remark_at", label=row.label))
        self._name()

    def dress(self) -> None:
        """Colours and sizes have changed."""
        self.show_row(self.row, open_=self._open)

    def _say_label(self) -> None:
        """The label; with what the plan says below it where that has no column of its own."""
        row = self.row
        told = f"<b>{escape(row.label)}</b>"
        if self._folded and row.planned:
            told += f"<br>{_styled(row.planned, tokens().support)}"
        self._label.say(told, f"{row.label}　{row.planned if self._folded else ''}".strip())

    @property
    def composed(self) -> QRect:
        """Where the remark being written stands in the row."""
        return self._composer.geometry() if self._composer is not None else QRect()

    def set_current(self, current: bool) -> None:
        """Whether Tab stops here."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)

    def begin_remark(self) -> None:
        """Open the field for a remark."""
        if not self._open:
            return
        if self._composer is None:
            self._composer = Composer()
            self._composer.setParent(self)
            self._composer.written.connect(self._written)
            self._composer.left.connect(self._left)
            self._composer.installEventFilter(self)
        if not self._composer.text:
            self._composer.begin(self.row.label)
        self.resized.emit()

    @property
    def unfinished(self) -> str:
        """A remark that is written and not put down."""
        return self._composer.text if self._composer is not None else ""

    def _written(self, text: str) -> None:
        self.remarked.emit(text)
        self._left()

    def _left(self) -> None:
        self.resized.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self, marks: tuple[Mark, ...]) -> None:
        while len(self._chips) < len(marks):
            self._chips.append(Chip(parent=self))
        for n, chip in enumerate(self._chips):
            chip.setVisible(n < len(marks))
            if n < len(marks):
                tone, sign = look_of(marks[n])
                chip.show_word(marks[n].word, tone, sign)
                chip.setToolTip(marks[n].text)
                chip.setAccessibleDescription(marks[n].text)

    def _show_cards(self) -> None:
        comments = self.row.comments
        while len(self._cards) < len(comments):
            card = RemarkCard()
            card.setParent(self)
            card.withdrawn.connect(self.withdrawn)
            self._cards.append(card)
        for n, card in enumerate(self._cards):
            card.setVisible(n < len(comments))
            if n < len(comments):
                card.show_comment(comments[n], open_=self._open)

    def _name(self) -> None:
        row = self.row
        now = row.now or sentence("office.review.blank")
        self.setAccessibleName(sentence("office.review.row_told", label=row.label, now=now))
        last = sentence("office.review.last_told", text=row.last) if row.last else ""
        parts = (*(mark.text for mark in row.marks), last, *(c.text for c in row.comments))
        self.setAccessibleDescription("　".join(filter(None, parts)))

    # Where it stands

    def lay_out(self, edges: tuple[int, ...]) -> int:
        """Put everything between the columns' edges (five columns have six); gives the height."""
        pad, top = px(PAD), px(TOP)
        widths = [right - left - 2 * pad for left, right in pairwise(edges)]
        label_pad = px(4)
        widths[0] = edges[1] - edges[0] - label_pad - px(4)
        if (widths[1] <= 0) != self._folded:
            self._folded = widths[1] <= 0
            self._say_label()
        heights = []
        for n, cell in enumerate((self._label, self._planned, self._last)):
            left = edges[n] + (label_pad if n == 0 else pad)
            cell.setVisible(widths[n] > 0)
            high = cell.needs(widths[n]) if widths[n] > 0 else 0
            cell.setGeometry(left, top, max(widths[n], 0), high)
            heights.append(high + 2 * top)
        heights.append(self._lay_out_now(edges[3], widths[3]))
        heights.append(self._lay_out_remarks(edges[4], edges[5]))
        return max(px(40), *heights)

    def _lay_out_now(self, edge: int, width: int) -> int:
        pad, top = px(PAD), px(TOP)
        room = width - px(_BUBBLE - 8) if self._open else width
        high = self._now.needs(room)
        self._now.setGeometry(edge + pad, top, room, high)
        x, y, line = edge + pad, top + high, 0
        for chip in self._chips:
            if chip.isHidden():
                continue
            size = chip.sizeHint()
            wide = min(size.width(), room)
            if line and x + wide > edge + pad + room:
                x, y, line = edge + pad, y + line + px(4), 0
            if not line:
                y += px(GAP)
                line = size.height()
            chip.setGeometry(x, y, wide, size.height())
            x += wide + px(GAP)
        bottom = y + line
        side = px(_BUBBLE)
        beside = bottom - (line or side) + ((line or side) - side) // 2
        self._bubble.setGeometry(edge + pad + width - side + px(6), max(beside, px(4)), side, side)
        return bottom + top

    def _lay_out_remarks(self, edge: int, end: int) -> int:
        pad, y = px(PAD), px(TOP)
        width = max(end - edge - pad, px(80))
        boxes = [*self._cards, *([self._composer] if self._composer is not None else [])]
        for box in boxes:
            layout = box.layout()
            if box.isHidden() or layout is None:
                continue
            layout.activate()
            high = layout.totalHeightForWidth(width)
            high = high if high > 0 else layout.totalSizeHint().height()
            box.setGeometry(edge + pad, y, width, high)
            y += high + px(GAP)
        return y + px(TOP) - px(GAP)

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.remark_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.row.now)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.remark_wanted.emit()
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return False


def _styled(text: str, colour: str, size: int = 14) -> str:
    words = escape(text).replace("\n", "<br>")
    return f'<span style="color:{colour};font-size:{px(size)}px">{words}</span>'


def _last(row: ReviewRow) -> str:
    """Last year's answer; what this year does not say any more is struck through."""
    support = tokens().support
    if not row.last and not row.last_detail:
        return _styled("―", support)
    if row.spans:
        told = "".join(
            f'<span style="text-decoration:line-through">{_plain(text)}</span>'
            if kind is SpanKind.GONE
            else _plain(text)
            for kind, text in row.spans
            if kind is not SpanKind.NEW
        )
        return f'<span style="color:{support};font-size:{px(14)}px">{told}</span>'
    words = f"<b>{_plain(row.last)}</b>" if row.short else _plain(row.last)
    head = f'<span style="color:{support};font-size:{px(14)}px">{words}</span>'
    return _below(head, row.last_detail, support)


def _now(row: ReviewRow, text: str) -> str:
    """This year's answer; what is new in it is underlined."""
    if not row.now:
        blank = _styled(sentence("office.review.blank"), tokens().support)
        return _below(blank, row.detail, text)
    if row.spans:
        colours = tokens()
        style = f"color:{colours.ok};background-color:{colours.ok_tint};text-decoration:underline"
        told = "".join(
            f'<span style="{style}">{_plain(part)}</span>' if kind is SpanKind.NEW else _plain(part)
            for kind, part in row.spans
            if kind is not SpanKind.GONE
        )
    else:
        told = f"<b>{_plain(row.now)}</b>" if row.short else _plain(row.now)
    head = f'<span style="color:{text};font-size:{px(16)}px">{told}</span>'
    return _below(head, row.detail, text)


def _below(head: str, detail: str, colour: str) -> str:
    return head + (f"<br>{_styled(detail, colour)}" if detail else "")


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")
