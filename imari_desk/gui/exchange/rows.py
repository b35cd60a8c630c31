"""How files and their lines are drawn: texts as tall as they need, chips beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from imari_desk.domain.taking_in import Effect
from imari_desk.gui.exchange.difference_view import laid_out, marked, marked_in, plain
from imari_desk.gui.exchange.import_lines import ChipText, FileLook, Kind, Line
from imari_desk.gui.exchange.import_model import Role
from imari_desk.gui.look import font, is_dark, paint_sign, px, tokens, zoom
from imari_desk.gui.painted import CHIP, chip_width, paint_chip, paint_lines, wrapped

Index = QModelIndex | QPersistentModelIndex
BOX = 20  # a tick's side
NARROW = 560  # below this the label stands above the text


def draw_text(
    painter: QPainter, box: QRect, text: str, *, size: int = 14, bold: bool = False, ink: str = ""
) -> None:
    """One line, cut with an ellipsis in the middle where it does not fit."""
    painter.setFont(font(size, bold=bold))
    painter.setPen(QColor(ink or tokens().text))
    metrics = QFontMetrics(painter.font())
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)


def draw_document(painter: QPainter, document: QTextDocument, x: int, y: int) -> None:
    painter.save()
    painter.translate(x, y)
    document.drawContents(painter)
    painter.restore()


def draw_chip(painter: QPainter, x: int, y: int, chip: ChipText) -> int:
    """Draw a chip and answer how wide it is."""
    text, name, sign = chip
    width = ceil(chip_width(text))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chip(painter, QRectF(x, y, width, px(CHIP)), text, (name, sign))
    painter.restore()
    return width


def paint_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row: chosen, under the pointer, or plain, with a rule below."""
    # A copy: the option's own rectangle is Qt's memory, lent for the moment of asking.
    rect, colours = QRect(option.rect), tokens()
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.selected))
        painter.fillRect(rect.x(), rect.y(), px(4), rect.height(), QColor(colours.primary))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))


class FileDelegate(QStyledItemDelegate):
    """A tick, the file's name, what it is, and its chips."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        rows = self._chip_rows(self._width(option), index.data(Role.CHIPS))
        return QSize(px(160), px(12 + 24 + 22 + 6) + px(CHIP + 6) * len(rows) + px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: FileLook = index.data(Role.VALUE)
        rect, colours = QRect(option.rect), tokens()
        paint_row(painter, option)
        x, y, width = rect.x() + px(48), rect.y() + px(12), rect.width() - px(48 + 12)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            paint_tick(painter, self._tick(rect), ticked == Qt.CheckState.Checked)
        faint = colours.support if look.refused else colours.heading
        draw_text(painter, QRect(x, y, width, px(24)), look.name, size=16, bold=True, ink=faint)
        under = QRect(x, y + px(24), width, px(22))
        draw_text(painter, under, look.sender, ink=colours.support)
        top = y + px(24 + 22 + 6)
        for row in self._chip_rows(rect.width(), index.data(Role.CHIPS)):
            left = x
            for chip in row:
                left += draw_chip(painter, left, top, chip) + px(6)
            top += px(CHIP + 6)

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the tick, or the space bar, turns it."""
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return False
        if isinstance(event, QMouseEvent):
            inside = self._tick(option.rect).contains(event.position().toPoint())
            if not inside or event.type() != QEvent.Type.MouseButtonRelease:
                return False
        elif event.type() != QEvent.Type.KeyPress or not _is_space(event):
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return bool(index.model().setData(index, turned, Qt.ItemDataRole.CheckStateRole))

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        view = option.widget
        return view.viewport().width() if isinstance(view, QAbstractItemView) else px(320)

    @staticmethod
    def _tick(rect: QRect) -> QRect:
        return QRect(rect.x() + px(16), rect.y() + px(14), px(BOX), px(BOX))

    @staticmethod
    def _chip_rows(width: int, chips: Sequence[ChipText]) -> list[list[ChipText]]:
        room = width - px(48 + 12)
        rows: list[list[ChipText]] = []
        left = 0
        for chip in chips:
            wide = ceil(chip_width(chip[0])) + px(6)
            if not rows or left + wide > room:
                rows.append([])
                left = 0
            rows[-1].append(chip)
            left += wide
        return rows


class LineDelegate(QStyledItemDelegate):
    """A label, the text with its differences marked, a chip: as tall as the text needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(Role.VALUE)
        width = FileDelegate._width(option)
        if line.kind is Kind.HEADING:
            return QSize(px(160), px(20 + 24 + 8))
        documents = _texts(line, _text_width(line, width))
        texts = sum(map(_height, documents)) + px(_APART) * (len(documents) - 1)
        above = px(24) if _stacked(line, width) else 0
        below = px(22) if line.note else 0
        label = px(20) * len(_label(line, px(_LABEL))) if line.title and not above else 0
        return QSize(px(160), max(px(CHIP), label, above + texts + below) + px(10 + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(Role.VALUE)
        rect = QRect(option.rect)
        if line.kind is Kind.HEADING:
            _paint_heading(painter, rect, line)
            return
        paint_row(painter, option)
        colours, stacked = tokens(), _stacked(line, rect.width())
        x, y = rect.x() + px(16), rect.y() + px(10)
        if stacked:
            box = QRect(x, y, rect.width() - px(32 + 110), px(24))
            draw_text(painter, box, line.title, bold=True, ink=colours.heading)
            y += px(24)
        elif line.title:
            painter.setFont(font(14, bold=True))
            painter.setPen(QColor(colours.heading))
            paint_lines(painter, x, y + px(2), _label(line, px(_LABEL)), px(20))
            x += px(_LABEL + 16)
        for document in _texts(line, _text_width(line, rect.width())):
            draw_document(painter, document, x, y)
            y += _height(document) + px(_APART)
        if line.note:
            note = QRect(x, y - px(_APART), _text_width(line, rect.width()), px(22))
            draw_text(painter, note, line.note, ink=colours.support)
        for chip in index.data(Role.CHIPS):
            left = rect.right() - px(12) - ceil(chip_width(chip[0]))
            draw_chip(painter, left, rect.y() + px(10), chip)


_LABEL = 168  # width of the labels' column
_APART = 6  # between two answers to one item


def paint_tick(painter: QPainter, box: QRect, ticked: bool) -> None:
    colours = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.primary if ticked else colours.field_line), 1))
    painter.setBrush(QColor(colours.primary if ticked else colours.field))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    if ticked:
        inner = QRectF(box).adjusted(px(3), px(3), -px(3), -px(3))
        paint_sign(painter, inner, "check", colours.on_primary)
    painter.restore()


def _is_space(event: QEvent) -> bool:
    return getattr(event, "key", lambda: None)() in (Qt.Key.Key_Space, Qt.Key.Key_Select)


def _paint_heading(painter: QPainter, rect: QRect, line: Line) -> None:
    colours = tokens()
    box = QRect(rect.x() + px(16), rect.y() + px(20), rect.width() - px(32), px(24))
    painter.setFont(font(14))
    note = QFontMetrics(painter.font()).horizontalAdvance(line.note)
    painter.setPen(QColor(colours.support))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.note)
    room = box.adjusted(0, 0, -(note + px(16)) if note else 0, 0)
    draw_text(painter, room, line.title, size=16, bold=True, ink=colours.heading)
    painter.fillRect(
        rect.x() + px(16), rect.bottom(), rect.width() - px(32), 1, QColor(colours.support)
    )


def _label(line: Line, width: int) -> tuple[str, ...]:
    """The label in lines; a 実施評価指標 may be long."""
    return wrapped(line.title, font(14, bold=True), width, most=4).lines


def _stacked(line: Line, width: int) -> bool:
    return bool(line.title) and width < px(NARROW)


def _text_width(line: Line, width: int) -> int:
    """The room a line's text has in a view of that width."""
    room = width - px(32)
    if line.title and not _stacked(line, width):
        room -= px(_LABEL + 16)
    if line.chip is not None and not _stacked(line, width):
        room -= px(110)
    return max(room, px(120))


def _height(document: QTextDocument) -> int:
    return round(document.size().height())


def _texts(line: Line, width: int) -> tuple[QTextDocument, ...]:
    return _documents(line, width, is_dark(), zoom())


@lru_cache(maxsize=2000)
def _documents(line: Line, width: int, _dark: bool, _zoom: float) -> tuple[QTextDocument, ...]:
    """Set once for each width and look: a file may have hundreds of lines."""
    return tuple(laid_out(html, width) for html in _html(line))


def _html(line: Line) -> list[str]:
    if line.effect is Effect.CONFLICT:
        first, *others = line.after
        return [marked_in(first, others[0]), *(marked_in(text, first) for text in others)]
    if line.effect is not None:
        before = line.before[0] if len(line.before) == 1 else ""
        after = line.after[0] if line.after else ""
        return [marked(before, after) or plain("")]
    return [plain(line.text)]
