"""How many evaluations stand where: a bar for all of them and one for every 分野."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.desk.office.board import FieldShares
from imari_desk.domain.standing import Share
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.painted import signed_width

_TITLE, _BAR, _LEGEND = 26, 28, 26
_GAP = 24  # between blocks, a line in the middle
_LEAST = 26  # of a part, so that its number stands whole
_DONE = (Share.CHECKED, Share.SETTLED)
_SIGNS = {
    Share.NOT_ARRIVED: "circle",
    Share.IN_HAND: "search",
    Share.RETURNED: "back",
    Share.CHECKED: "check",
    Share.SETTLED: "check",
}


def _inks(share: Share) -> tuple[QColor, QColor, QColor]:
    """Fill, edge and figure of a part."""
    colours = look.tokens()
    if share is Share.NOT_ARRIVED:
        return QColor(colours.surface), QColor(colours.field_line), QColor(colours.text)
    if share is Share.SETTLED:
        return QColor(colours.ok), QColor(colours.ok), QColor(colours.ok_tint)
    name: look.Tone = "info"
    if share is not Share.IN_HAND:
        name = "warn" if share is Share.RETURNED else "ok"
    ink, tint = (QColor(colour) for colour in look.tone(name))
    return _between(tint, ink, 0.16), ink, ink


def _between(one: QColor, other: QColor, part: float) -> QColor:
    def mix(a: float, b: float) -> float:
        return a + (b - a) * part

    return QColor.fromRgbF(
        mix(one.redF(), other.redF()),
        mix(one.greenF(), other.greenF()),
        mix(one.blueF(), other.blueF()),
    )


class ShareBars(QWidget):
    """Painted by hand; what it shows is its accessible text as well."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[FieldShares, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence("office.board.bars"))

    def show_fields(self, fields: tuple[FieldShares, ...]) -> None:
        """All of them first, then every 分野."""
        self._fields = fields
        told = "。".join(told_of(one) for one in fields)
        self.setAccessibleDescription(told)
        self.setToolTip("\n".join(told_of(one) for one in fields))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(600), look.px(_TITLE + _BAR + 8 + _LEGEND))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, gap = 0.0, look.px(_GAP)
        for number, (one, wide) in enumerate(self._blocks()):
            if number:
                line = QRectF(left - gap / 2, 0, 1, look.px(_TITLE + _BAR))
                painter.fillRect(line, QColor(look.tokens().line))
            self._paint_block(painter, QRectF(left, 0, wide, self.height()), one)
            left += wide + gap
        self._paint_legend(painter)
        painter.end()

    def _blocks(self) -> list[tuple[FieldShares, float]]:
        """Each with its width: more where there is more to count, nowhere too little for it."""
        if not self._fields:
            return []
        room = self.width() - look.px(_GAP) * (len(self._fields) - 1)
        weights = [max(sum(one.counts.values()), 1) ** 0.5 for one in self._fields]
        least = room * 0.6 / len(weights)
        rest = room - least * len(weights)
        return [
            (one, least + rest * weight / sum(weights))
            for one, weight in zip(self._fields, weights, strict=True)
        ]

    def _paint_block(self, painter: QPainter, rect: QRectF, one: FieldShares) -> None:
        colours = look.tokens()
        name = one.field or sentence("office.board.all")
        face = look.font(16, bold=True)
        painter.setFont(face)
        painter.setPen(QColor(colours.heading))
        title = QRectF(rect.left(), 0, rect.width(), look.px(_TITLE - 4))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(title, left, name)
        painter.setFont(look.font(14))
        painter.setPen(QColor(colours.support))
        count = sentence("office.board.measures", count=sum(one.counts.values()))
        after = QFontMetricsF(face).horizontalAdvance(name) + look.px(8)
        painter.drawText(title.adjusted(after, 0, 0, 0), left, count)
        done = sum(one.counts[share] for share in _DONE)
        words = sentence("office.board.checked_or_more", count=done)
        metrics = QFontMetricsF(look.font(14))
        if after + metrics.horizontalAdvance(count + words) + look.px(12) < rect.width():
            painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | _RIGHT, words)
        bar = QRectF(rect.left(), look.px(_TITLE), rect.width(), look.px(_BAR))
        _paint_bar(painter, bar, one.counts)

    def _paint_legend(self, painter: QPainter) -> None:
        left, top = 0.0, look.px(_TITLE + _BAR + 8)
        painter.setFont(look.font(14))
        side = look.px(16)
        for share in Share:
            word = sentence(f"office.board.share.{share.value}")
            box = QRectF(left, top + (look.px(_LEGEND) - side) / 2, side, side)
            _paint_part(painter, box, share, "")
            painter.setPen(QColor(look.tokens().text))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(word)
            place = QRectF(box.right() + look.px(6), top, wide + 2, look.px(_LEGEND))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            left = place.right() + look.px(18)


_RIGHT = Qt.AlignmentFlag.AlignRight


def _paint_bar(painter: QPainter, bar: QRectF, counts: Mapping[Share, int]) -> None:
    there = {share: count for share, count in counts.items() if count}
    gap, least = look.px(2), look.px(_LEAST)
    room = bar.width() - gap * max(0, len(there) - 1) - least * len(there)
    every, left = max(1, sum(there.values())), bar.left()
    for share, count in there.items():
        wide = least + max(0.0, room) * count / every
        _paint_part(painter, QRectF(left, bar.top(), wide, bar.height()), share, str(count))
        left += wide + gap


def _paint_part(painter: QPainter, box: QRectF, share: Share, figure: str) -> None:
    fill, edge, ink = _inks(share)
    pen = QPen(edge, 1)
    if share is Share.NOT_ARRIVED:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(fill)
    radius = look.px(4)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if not figure:
        return
    face = look.font(14, bold=True)
    painter.setFont(face)
    painter.setPen(ink)
    wide = signed_width(figure, face)
    if wide + look.px(16) > box.width():
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, figure)
        return
    place = QRectF(box.center().x() - wide / 2, box.top(), wide + look.px(2), box.height())
    side = look.px(13)
    mark = QRectF(place.left(), box.center().y() - side / 2, side, side)
    look.paint_sign(painter, mark, _SIGNS[share], ink)
    painter.setPen(ink)
    painter.drawText(place.adjusted(look.px(17), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, figure)


def told_of(one: FieldShares) -> str:
    """A bar in words."""
    parts = "、".join(
        f"{sentence(f'office.board.share.{share.value}')}{count}"
        for share, count in one.counts.items()
        if count
    )
    name = one.field or sentence("office.board.all")
    return sentence("office.board.bar", name=name, count=sum(one.counts.values()), shares=parts)
