"""How what was found is drawn: the words underlined on yellow in their sentence."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from imari_desk.domain.searching import Span
from imari_desk.gui.exchange.difference_view import laid_out
from imari_desk.gui.exchange.rows import draw_document, draw_text, paint_row
from imari_desk.gui.look import font, is_dark, px, tokens, zoom
from imari_desk.gui.office.search.rows import Heading, Passage, Role

Index = QModelIndex | QPersistentModelIndex
_HEADING, _LABEL, _SIDE, _NARROW = 44, 168, 20, 640


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """HTML of a text with the words in it told apart by ground, line and weight."""
    ground, ink = tokens().mark, tokens().heading
    style = f"background-color:{ground};color:{ink};text-decoration:underline;font-weight:700"
    parts, at = [], 0
    for span in spans:
        parts.append(escape(text[at : span.start]))
        parts.append(f'<span style="{style}">{escape(text[span.start : span.end])}</span>')
        at = span.end
    return "".join([*parts, escape(text[at:])])


class FoundDelegate(QStyledItemDelegate):
    """Headings on a tinted line; items with their label left, above where there is little room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Role.ROW)
        if isinstance(row, Heading):
            return QSize(px(200), px(_HEADING))
        width = _width(option)
        text = _document(row, _room(width))
        above = px(24) if width < px(_NARROW) else 0
        return QSize(px(200), ceil(text.size().height()) + above + px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, Heading):
            _paint_heading(painter, QRect(option.rect), row)
        else:
            _paint_passage(painter, option, row)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else px(800)


def _room(width: int) -> int:
    """How wide the text is."""
    label = 0 if width < px(_NARROW) else px(_LABEL)
    return max(width - 2 * px(_SIDE) - label, px(120))


def _paint_heading(painter: QPainter, rect: QRect, row: Heading) -> None:
    colours = tokens()
    painter.fillRect(rect.adjusted(0, px(8), 0, 0), QColor(colours.well))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))
    box = rect.adjusted(px(_SIDE), px(8), -px(_SIDE), 0)
    left = box.x()
    for text, size, bold, ink in (
        (row.year, 14, False, colours.support),
        (row.measure, 16, True, colours.heading),
        (row.department, 14, False, colours.support),
    ):
        room = QRect(left, box.y(), box.right() - left, box.height())
        if text and room.width() > px(40):
            draw_text(painter, room, text, size=size, bold=bold, ink=ink)
            left += painter.fontMetrics().horizontalAdvance(text) + px(16)


def _paint_passage(painter: QPainter, option: QStyleOptionViewItem, row: Passage) -> None:
    rect, colours = QRect(option.rect), tokens()
    paint_row(painter, option)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    wide = rect.width() >= px(_NARROW)
    x, y = rect.x() + px(_SIDE), rect.y() + px(8)
    ink = colours.selected_text if chosen else colours.heading
    label = QRect(x, y, px(_LABEL - 16) if wide else rect.width() - 2 * px(_SIDE), px(24))
    draw_text(painter, label, row.hit.label, bold=True, ink=ink)
    text = _document(row, _room(rect.width()))
    draw_document(painter, text, x + (px(_LABEL) if wide else 0), y + (0 if wide else px(24)))


def _document(row: Passage, width: int) -> QTextDocument:
    return _set(row.text, row.spans, width, is_dark(), zoom(), font().family())


@lru_cache(maxsize=400)
def _set(
    text: str, spans: tuple[Span, ...], width: int, _dark: bool, _zoom: float, _family: str
) -> QTextDocument:
    """Laying a text out takes longer than painting it."""
    return laid_out(marked(text, spans), width)
