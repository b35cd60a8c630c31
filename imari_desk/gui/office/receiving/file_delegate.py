"""How a row of a file is painted: tick, name and sender, how it was read, changes, chips."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from imari_desk.desk.office.outlook import Fate, FileOutlook
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText
from imari_desk.gui.exchange.import_model import Index, Role
from imari_desk.gui.exchange.rows import FileDelegate, draw_chip, draw_text, paint_row, paint_tick
from imari_desk.gui.look import Tone, font, paint_sign, px, tokens, tone
from imari_desk.gui.office.receiving.files import Bundle, bundle_text, level_chip, sender
from imari_desk.gui.painted import CHIP, chip_width

_LEFT, _RIGHT, _TICK = 46, 12, 14
_COLUMNS = 700  # from this width on chips stand in columns of their own
_LEVEL, _COUNT, _CHIPS = 112, 56, 176  # the columns' widths


class Columns:
    """Where the columns of a row of that width stand; ``name`` is all there is where narrow."""

    def __init__(self, width: int) -> None:
        self.wide = width >= px(_COLUMNS)
        right = width - px(_RIGHT)
        self.chips = right - px(_CHIPS)
        self.count = self.chips - px(_COUNT) - px(8)
        self.level = self.count - px(_LEVEL)
        self.name = (self.level if self.wide else right - px(_COUNT)) - px(_LEFT) - px(8)


class FileRowDelegate(FileDelegate):
    """Two lines a file; where there is room the chips stand in columns, else in the second."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = 48 if isinstance(index.data(Role.VALUE), Bundle) else 62
        return QSize(px(200), px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(Role.VALUE)
        rect = QRect(option.rect)
        paint_row(painter, option)
        if isinstance(value, Bundle):
            _paint_bundle(painter, rect, value)
            return
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            paint_tick(painter, self._tick(rect), ticked == Qt.CheckState.Checked)
        _paint_file(painter, rect, value, index.data(Role.CHIPS))

    @staticmethod
    def _tick(rect: QRect) -> QRect:
        return QRect(rect.x() + px(_TICK), rect.y() + px(11), px(20), px(20))


def _paint_file(
    painter: QPainter, rect: QRect, row: FileOutlook, chips: tuple[ChipText, ...]
) -> None:
    colours, at = tokens(), Columns(rect.width())
    faint = row.fate in (Fate.REFUSED, Fate.TWIN, Fate.SEEN, Fate.LEAVE)
    x, y = rect.x() + px(_LEFT), rect.y() + px(8)
    ink = colours.support if faint else colours.heading
    draw_text(painter, QRect(x, y, at.name, px(24)), row.file.name, size=16, bold=True, ink=ink)
    below = QRect(x, y + px(25), at.name, px(22))
    if at.wide:
        middle = rect.y() + (rect.height() - px(CHIP)) // 2
        draw_text(painter, below, sender(row), ink=colours.support)
        draw_chip(painter, rect.x() + at.level, middle, level_chip(row))
        _paint_count(painter, QRect(rect.x() + at.count, rect.y(), px(_COUNT), rect.height()), row)
        _paint_chips(painter, rect.x() + at.chips, middle, px(_CHIPS), chips)
        return
    count = QRect(rect.right() - px(_COUNT + _RIGHT), y, px(_COUNT), px(24))
    _paint_count(painter, count, row)
    every = (level_chip(row),) if row.file.refused else (level_chip(row), *chips[:1])
    width = sum(ceil(chip_width(c[0])) + px(6) for c in every)
    left = rect.right() - px(_RIGHT) - width + px(6)
    below.setWidth(left - x - px(8))
    draw_text(painter, below, sender(row), ink=colours.support)
    _paint_chips(painter, left, y + px(24), width, every)


def _paint_chips(painter: QPainter, x: int, y: int, room: int, chips: tuple[ChipText, ...]) -> None:
    """As many as there is room for, with a sign that there are more."""
    left = x
    for n, chip in enumerate(chips):
        more = n < len(chips) - 1
        if n and left + ceil(chip_width(chip[0])) > x + room:
            painter.setFont(font(14))
            painter.setPen(QColor(tokens().support))
            painter.drawText(left, y + px(17), f"+{len(chips) - n}")
            return
        left += draw_chip(painter, left, y, chip) + (px(6) if more else 0)


def _paint_count(painter: QPainter, box: QRect, row: FileOutlook) -> None:
    """How many items it changes."""
    told = row.fate not in (Fate.REFUSED,)
    text = str(row.changes) if told else "―"
    painter.setFont(font(16, bold=bool(row.changes)))
    painter.setPen(QColor(tokens().heading if row.changes else tokens().support))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


def _paint_bundle(painter: QPainter, rect: QRect, bundle: Bundle) -> None:
    name: Tone = "note" if bundle.open else "ok"
    ink, tint = tone(name)
    box = QRectF(rect).adjusted(px(8), px(6), -px(8), -px(7))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(box, px(6), px(6))
    side = px(16)
    sign = QRectF(box.left() + px(10), box.center().y() - side / 2, side, side)
    paint_sign(painter, sign, "question" if bundle.open else "check", ink)
    painter.restore()
    text = box.toRect().adjusted(px(34), 0, -px(10), 0)
    draw_text(painter, text, bundle_text(bundle), bold=True, ink=ink)


class ColumnHeads(QWidget):
    """The names of the columns, over the list."""

    def __init__(self, rows: QAbstractItemView) -> None:
        super().__init__()
        self._rows = rows
        self.setFixedHeight(px(32))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setFixedHeight(px(32))

    def paintEvent(self, _event: object) -> None:
        width = self._rows.viewport().width()
        painter, at = QPainter(self), Columns(width)
        painter.fillRect(self.rect(), QColor(tokens().well))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens().line))
        name = QRect(px(_LEFT), 0, at.name, self.height())
        draw_text(painter, name, sentence("office.receiving.column.file"), bold=True)
        right = QRect(width - px(_COUNT + _RIGHT), 0, px(_COUNT), self.height())
        if at.wide:
            places = ((at.level, "level"), (at.chips, "check"))
            for left, code in places:
                box = QRect(left, 0, px(_LEVEL + 40), self.height())
                draw_text(painter, box, sentence(f"office.receiving.column.{code}"), bold=True)
            right = QRect(at.count, 0, px(_COUNT), self.height())
        painter.setFont(font(14, bold=True))
        painter.setPen(QColor(tokens().text))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, align, sentence("office.receiving.column.changes"))
        painter.end()
