"""One measure of the chosen 課: its code, its name, how it stands; pressing it goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from imari_desk.domain.standing import Share, Stand
from imari_desk.gui import look
from imari_desk.gui.painted import chip_width, paint_chip

_HIGH, _CHIP = 36, 24
_LOOKS: dict[Share, tuple[look.Tone, str]] = {
    Share.NOT_ARRIVED: ("plain", "circle"),
    Share.IN_HAND: ("info", "search"),
    Share.RETURNED: ("warn", "back"),
    Share.CHECKED: ("ok", "check"),
    Share.SETTLED: ("ok", "check"),
}


class StandRow(QPushButton):
    """A button to a screen reader, a line of a list to the eye."""

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self.stand = stand
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = f"{stand.measure} {stand.name}"
        self.setAccessibleName(f"{words} {stand.state.value}")
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(look.px(240), look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, stand = look.tokens(), self.stand
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(colours.line))
        wide, high = chip_width(stand.state.value), look.px(_CHIP)
        chip = QRectF(self.width() - wide, (self.height() - high) / 2, wide, high)
        paint_chip(painter, chip, stand.state.value, _LOOKS[stand.share])
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        bold, plain = look.font(14, bold=True), look.font(14)
        painter.setFont(bold)
        painter.setPen(QColor(colours.heading))
        painter.drawText(self.rect(), middle, stand.measure)
        left = max(look.px(44), QFontMetricsF(bold).horizontalAdvance(stand.measure) + look.px(8))
        place = QRectF(left, 0, chip.left() - look.px(8) - left, self.height())
        name = QFontMetricsF(plain).elidedText(
            stand.name, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.setFont(plain)
        painter.setPen(QColor(colours.text))
        painter.drawText(place, middle, name)
        painter.end()
