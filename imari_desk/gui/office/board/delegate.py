"""How the board is painted: a 課's deadline on its chip, and its passage as a track."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from imari_desk.domain.standing import Group, Standing
from imari_desk.gui.look import Tone, font, paint_sign, px, tokens, tone
from imari_desk.gui.office.board.model import TRACK, Column, Due, GroupHead, Role, Track
from imari_desk.gui.painted import CHIP, chip_width, paint_chip, paint_signed

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 36, 28
PAD = 12
_DISC = 22
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_GROUPS: dict[Group, tuple[Tone, str]] = {
    Group.LATE: ("error", "bang"),
    Group.RETURNED: ("warn", "back"),
    Group.WAITING: ("plain", "circle"),
    Group.NOT_ASKED: ("note", "question"),
    Group.REVIEWING: ("info", "search"),
    Group.CHECKED: ("ok", "check"),
}


def name_width(text: str) -> int:
    """What a 課's name needs, chosen as well."""
    return ceil(QFontMetricsF(font(16, bold=True)).horizontalAdvance(text)) + px(PAD) + px(5)


def due_width(due: Due) -> int:
    """What the word about a deadline needs."""
    plain = QFontMetricsF(font(14)).horizontalAdvance(due.text)
    return ceil(chip_width(due.text) if due.chip else plain) + px(9)


class BoardDelegate(QStyledItemDelegate):
    """Paints groups and 課; the chosen row has a bar and a tint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.focused = False  # whether the keys go to the board

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(Role.ROW), GroupHead)
        return QSize(px(40), px(HEAD if head else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(Role.ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupHead):
            _paint_group(painter, rect, row)
        elif isinstance(row, Standing):
            column = Column(index.column())
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_ground(painter, rect, column, chosen=chosen, over=over)
            if chosen and self.focused:
                _paint_ring(painter, rect)
            if column in TRACK:
                _paint_step(painter, rect, index.data(Role.TRACK), column)
            elif column is Column.DUE:
                _paint_due(painter, rect, index.data(Role.DUE))
            else:
                text = str(index.data() or "")
                _paint_words(painter, rect, column, text, index.data(Role.DUE), chosen=chosen)
        painter.restore()


def _paint_group(painter: QPainter, rect: QRectF, head: GroupHead) -> None:
    painter.fillRect(rect, QColor(tokens().well))
    name, sign = _GROUPS[head.group]
    painter.setFont(font(14, bold=True))
    place = rect.adjusted(px(PAD), 0, 0, 0)
    paint_signed(painter, place, head.text, sign, QColor(tone(name)[0]))


def _paint_ground(
    painter: QPainter, rect: QRectF, column: Column, *, chosen: bool, over: bool
) -> None:
    colours = tokens()
    if chosen or over:
        painter.fillRect(rect, QColor(colours.hover if chosen else colours.well))
    rule = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(rule, QColor(colours.line))
    if chosen and column is Column.DEPARTMENT:
        bar = QRectF(rect.left(), rect.top(), px(4), rect.height() - 1)
        painter.fillRect(bar, QColor(colours.primary))


def _paint_ring(painter: QPainter, rect: QRectF) -> None:
    """The keys are here: lines over and under the row, which goes on to both sides."""
    thick = px(2)
    for top in (rect.top(), rect.bottom() - thick):
        painter.fillRect(QRectF(rect.left(), top, rect.width(), thick), QColor(tokens().ring))


def _paint_words(
    painter: QPainter, rect: QRectF, column: Column, text: str, due: Due, *, chosen: bool
) -> None:
    face, ink, align = font(14), QColor(tokens().text), _LEFT
    place = rect.adjusted(px(6), 0, -px(4), -1)
    if column is Column.DEPARTMENT:
        face, ink = font(16, bold=chosen), QColor(tokens().heading)
        place.setLeft(rect.left() + px(PAD))
    elif column is Column.MEASURES:
        align = _RIGHT
        place.setRight(rect.right() - px(12))
    elif not text:  # nothing is missing
        dash = QRectF(place.left(), place.center().y(), px(16), 1)
        painter.fillRect(dash, QColor(tokens().field_line))
    elif due.tone == "error":
        ink = QColor(tone("error")[0])
    painter.setFont(face)
    painter.setPen(ink)
    elided = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align, elided)


def _paint_due(painter: QPainter, rect: QRectF, due: Due) -> None:
    place = rect.adjusted(px(4), 0, -px(4), -1)
    face = font(14, bold=due.chip)
    if due.chip:
        high = px(CHIP)
        wide = min(chip_width(due.text), place.width())
        chip = QRectF(place.left(), place.center().y() - high / 2, wide, high)
        paint_chip(painter, chip, due.text, (due.tone, due.sign))
        return
    painter.setFont(face)
    painter.setPen(QColor(tokens().support))
    elided = QFontMetricsF(face).elidedText(due.text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LEFT, elided)


# The track: a disc where all have come, a pill where some have, a ring where none has


def _paint_step(painter: QPainter, rect: QRectF, track: Track, column: Column) -> None:
    _paint_way(painter, rect, track, column)
    done = track.done(column)
    disc = px(_DISC)
    middle = QRectF(0, 0, disc, disc)
    middle.moveCenter(rect.center())
    if column is Column.RETURNED:
        if done:
            _paint_back(painter, rect, done)
    elif done == track.every:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone("ok")[0]))
        painter.drawEllipse(middle)
        inside = middle.adjusted(px(5), px(5), -px(5), -px(5))
        paint_sign(painter, inside, "check", tone("ok")[1])
    elif done:
        _paint_pill(painter, rect, f"{done}/{track.every}", "info")
    else:
        painter.setPen(QPen(QColor(tokens().field_line), 1.2))
        painter.setBrush(QColor(tokens().surface))
        painter.drawEllipse(middle.adjusted(px(2), px(2), -px(2), -px(2)))


def _paint_way(painter: QPainter, rect: QRectF, track: Track, column: Column) -> None:
    """The line to the left and to the right of a step: whole where all have gone it."""
    whole = QPen(QColor(tone("ok")[0]), px(2))
    open_ = QPen(QColor(tokens().grid), max(1.0, px(1.5)))
    open_.setDashPattern([2.5, 2])
    for pen in (whole, open_):
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # two halves meet between two cells
    center, half = rect.center(), _half(track, column)
    if column is not Column.ASKED:
        painter.setPen(whole if track.whole(column) else open_)
        painter.drawLine(QPointF(rect.left(), center.y()), QPointF(center.x() - half, center.y()))
    if column is not Column.SETTLED:
        painter.setPen(whole if track.whole(Column(column + 1)) else open_)
        painter.drawLine(
            QPointF(center.x() + half, center.y()), QPointF(rect.right() + 1, center.y())
        )


def _half(track: Track, column: Column) -> float:
    """How far from the middle of a step its mark reaches."""
    done = track.done(column)
    if column is Column.RETURNED:
        return _back_width(done) / 2 + px(3) if done else 0
    if 0 < done < track.every:
        return _pill_width(f"{done}/{track.every}") / 2 + px(4)
    return px(_DISC) / 2 + px(4)


def _pill_width(text: str) -> float:
    return QFontMetricsF(font(14, bold=True)).horizontalAdvance(text) + px(14)


def _paint_pill(painter: QPainter, rect: QRectF, text: str, name: Tone) -> None:
    ink = QColor(tone(name)[0])
    box = QRectF(0, 0, _pill_width(text), px(CHIP))
    box.moveCenter(rect.center())
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(QColor(tokens().surface))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font(14, bold=True))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _back_width(count: int) -> float:
    return chip_width(str(count)) - px(2)


def _paint_back(painter: QPainter, rect: QRectF, count: int) -> None:
    box = QRectF(0, 0, _back_width(count), px(CHIP))
    box.moveCenter(rect.center())
    paint_chip(painter, box, str(count), ("warn", "back"))
