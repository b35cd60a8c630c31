"""How a row of the list of measures is painted, wide or as a narrow strip of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.look import font, paint_sign, px, tokens, tone
from imari_desk.gui.measure_model import Heading, Role, Trouble, state_chip, state_word, troubles
from imari_desk.gui.painted import (
    CHIP,
    LEAD,
    chip_width,
    fill,
    paint_chip,
    paint_lines,
    paint_ring,
    paint_signed,
    signed_width,
    wrapped,
)

if TYPE_CHECKING:
    from imari_desk.desk.leaf import MeasureLine

Index = QModelIndex | QPersistentModelIndex
_INDENT = 14  # from the row's edge to its text
_RIGHT = 10
_BAR = 3
_NAME_LINES = 2


class MeasureDelegate(QStyledItemDelegate):
    """Paints groups and measures for a width it is told, so that heights are right at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = px(232)  # of a row, in pixels
        self.narrow = False  # only codes and signs
        self.opened = ""  # code of the measure whose page is open
        # The tree asks for each row several times over: by code, for this line at this width.
        self._sizes: dict[str, tuple[MeasureLine, tuple[int, int], QSize]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: MeasureLine | None = index.data(Role.LINE)
        if line is None:
            return QSize(self.width, self._heading_height(index.data(Role.HEADING)))
        if self.narrow:
            return QSize(self.width, px(44))
        known = self._sizes.get(line.measure)
        if known is None or known[0] is not line or known[1] != (self.width, px(CHIP)):
            known = (line, (self.width, px(CHIP)), self._size(line))
            self._sizes[line.measure] = known
        return known[2]

    def _size(self, line: MeasureLine) -> QSize:
        name = wrapped(line.name, font(14), self._room(), _NAME_LINES)
        height = px(8) + px(CHIP) + px(2) + len(name.lines) * px(LEAD)
        height += len(self._trouble_rows(line)) * px(LEAD)
        return QSize(self.width, height + (px(14) if line.wanted else px(8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: MeasureLine | None = index.data(Role.LINE)
        rect = QRectF(option.rect)
        rect.setWidth(self.width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line is None:
            self._paint_heading(painter, rect, index.data(Role.HEADING))
        else:
            self._paint_ground(painter, rect, option, opened=line.measure == self.opened)
            paint = self._paint_code_only if self.narrow else self._paint_measure
            paint(painter, rect, line)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The tooltip says what the row had no room for; where it shows all there is none."""
        line: MeasureLine | None = index.data(Role.LINE)
        whole = line and not wrapped(line.name, font(14), self._room(), _NAME_LINES).cut
        if whole and not self.narrow:
            return True
        return super().helpEvent(event, view, option, index)

    def _room(self) -> float:
        return self.width - px(_INDENT) - px(_RIGHT)

    # Groups

    def _heading_height(self, heading: Heading) -> int:
        if self.narrow:
            return px(26) if heading.field else px(9)
        lines = len(wrapped(_circled(heading), font(14), self.width - px(8)).lines)
        return px(8) + (px(22) if heading.field else 0) + lines * px(LEAD) + px(2)

    def _paint_heading(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        if self.narrow:
            self._paint_narrow_heading(painter, rect, heading)
            return
        top = rect.top() + px(8)
        if heading.field:
            painter.setFont(font(14, bold=True))
            painter.setPen(QColor(tokens().heading))
            paint_lines(painter, rect.left() + px(4), top, (heading.field,), px(22))
            top += px(22)
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().support))
        lines = wrapped(_circled(heading), font(14), self.width - px(8)).lines
        paint_lines(painter, rect.left() + px(4), top, lines, px(LEAD))

    def _paint_narrow_heading(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        if heading.field:
            painter.setFont(font(14))
            painter.setPen(QColor(tokens().support))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, heading.field)
            return
        middle = rect.center().y()
        rule = QRectF(rect.left() + px(8), middle, rect.width() - px(16), 1)
        fill(painter, rule, tokens().line)

    # Measures

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, opened: bool
    ) -> None:
        """The open page's row is filled and barred; the one under the keys has a line around."""
        colours = tokens()
        box = rect.adjusted(0.5, 1.5, -0.5, -1.5)
        over, chosen = self._states(option)
        painter.setPen(Qt.PenStyle.NoPen)
        if opened or over:
            painter.setBrush(QColor(colours.selected if opened else colours.hover))
            painter.drawRoundedRect(box, px(8), px(8))
        if opened:
            painter.setBrush(QColor(colours.primary))
            bar = QRectF(box.left(), box.top() + px(8), px(4), box.height() - px(16))
            painter.drawRoundedRect(bar, px(2), px(2))
        if chosen:
            paint_ring(painter, box)

    def _states(self, option: QStyleOptionViewItem) -> tuple[bool, bool]:
        """Whether the mouse is over the row, and whether the keys are in it.

        Naming a state makes all of Qt's enumerations of styles: not before it can be one.
        """
        tree = self.parent()
        if isinstance(tree, QWidget) and not (tree.underMouse() or tree.hasFocus()):
            return False, False
        from PySide6.QtWidgets import QStyle

        flag = QStyle.StateFlag
        over, chosen = flag.State_MouseOver, flag.State_HasFocus
        return bool(option.state & over), bool(option.state & chosen)

    def _paint_measure(self, painter: QPainter, rect: QRectF, line: MeasureLine) -> None:
        opened = line.measure == self.opened
        colours = tokens()
        left, top = rect.left() + px(_INDENT), rect.top() + px(8)
        head = QRectF(left, top, self._room(), px(CHIP))
        self._paint_head(painter, head, line, opened=opened)
        painter.setFont(font(14, bold=opened))
        painter.setPen(QColor(colours.selected_text if opened else colours.text))
        name = wrapped(line.name, font(14, bold=opened), self._room(), _NAME_LINES).lines
        top += px(CHIP) + px(2)
        paint_lines(painter, left, top, name, px(LEAD))
        top += len(name) * px(LEAD)
        for row in self._trouble_rows(line):
            self._paint_troubles(painter, left, top, row)
            top += px(LEAD)
        if line.wanted:
            self._paint_track(painter, QRectF(left, top + px(3), self._room(), px(_BAR)), line)

    def _paint_head(
        self, painter: QPainter, head: QRectF, line: MeasureLine, *, opened: bool
    ) -> None:
        """Code, ☆, 14/16 and the chip of the state."""
        colours = tokens()
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        ink = QColor(colours.selected_text if opened else colours.heading)
        painter.setFont(font(14, bold=True))
        painter.setPen(ink)
        painter.drawText(head, left | middle, line.measure)
        if line.national_priority:
            after = QFontMetricsF(painter.font()).horizontalAdvance(line.measure) + px(6)
            star = QRectF(head.left() + after, head.top() + px(5), px(14), px(14))
            paint_sign(painter, star, "star", tone("office")[0])
        word = state_word(line)
        width = chip_width(word)
        chip = QRectF(head.right() - width, head.top(), width, px(CHIP))
        if line.wanted:
            painter.setFont(font(14))
            painter.setPen(QColor(colours.selected_text if opened else colours.support))
            count = QRectF(head.left(), head.top(), chip.left() - px(6) - head.left(), px(CHIP))
            share = f"{line.filled}/{line.wanted}"
            painter.drawText(count, Qt.AlignmentFlag.AlignRight | middle, share)
        paint_chip(painter, chip, word, state_chip(line))

    def _paint_code_only(self, painter: QPainter, rect: QRectF, line: MeasureLine) -> None:
        """The strip: the code, and below it a sign for what is most pressing, or the state."""
        opened = line.measure == self.opened
        painter.setFont(font(14, bold=opened))
        painter.setPen(QColor(tokens().selected_text if opened else tokens().heading))
        top = QRectF(rect.left() + px(8), rect.top() + px(4), rect.width() - px(8), px(LEAD))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, line.measure)
        pressing = next(iter(troubles(line)), None)
        name, sign = (pressing.tone, pressing.sign) if pressing else state_chip(line)
        side = px(14)
        place = QRectF(rect.center().x() + px(4) - side / 2, rect.top() + px(24), side, side)
        paint_sign(painter, place, sign, tone(name)[0])

    def _paint_track(self, painter: QPainter, track: QRectF, line: MeasureLine) -> None:
        radius = track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().grid))
        painter.drawRoundedRect(track, radius, radius)
        if line.filled:
            painter.setBrush(QColor(tokens().primary))
            track.setWidth(track.width() * min(1.0, line.filled / line.wanted))
            painter.drawRoundedRect(track, radius, radius)

    # What is wrong

    def _trouble_rows(self, line: MeasureLine) -> list[list[Trouble]]:
        """What is wrong, in as many rows as it takes."""
        rows: list[list[Trouble]] = []
        used = 0.0
        for trouble in troubles(line):
            width = signed_width(_short(trouble), font(14)) + px(10)
            if not rows or used + width - px(10) > self._room():
                rows.append([])
                used = 0.0
            rows[-1].append(trouble)
            used += width
        return rows

    def _paint_troubles(
        self, painter: QPainter, left: float, top: float, row: list[Trouble]
    ) -> None:
        painter.setFont(font(14))
        for trouble in row:
            width = signed_width(_short(trouble), font(14))
            place = QRectF(left, top, width, px(LEAD))
            ink = QColor(tone(trouble.tone)[0])
            paint_signed(painter, place, _short(trouble), trouble.sign, ink)
            left += width + px(10)


def _short(trouble: Trouble) -> str:
    return sentence(trouble.code, count=trouble.count)


def _circled(heading: Heading) -> str:
    return f"◎ {heading.group}"
