"""What a typed text was understood as, said just below the field while it is being typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.line_field import LineField


class Reading(QLabel):
    """A small plate below a field. It moves nothing, takes no focus and no clicks.

    ``meaning`` gives what a text certainly means, as a person writes it, or "". It is put in the
    place of the text when the field is left, and said before if ``news`` of text and meaning has
    words for it.
    """

    def __init__(
        self, field: LineField, meaning: Callable[[str], str], news: Callable[[str, str], str]
    ) -> None:
        super().__init__(field)
        self._field, self._meaning, self._news = field, meaning, news
        field.edited.connect(self._typed)
        field.left.connect(self._left)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, meaning: str) -> None:
        """Show that it reads as this; "" where there is nothing to say."""
        words = sentence("kit.read_as", text=meaning) if meaning else ""
        self._field.describe(words)
        if not words:
            self.hide()
            return
        self.setText(words)
        ground = self._ground()
        if self.parentWidget() is not ground:
            self.setParent(ground)
        self.resize(self.sizeHint())
        below = self._field.mapTo(ground, QPoint(0, self._field.height() + look.px(9)))
        rightmost = max(0, ground.width() - self.width() - look.px(4))
        self.move(min(below.x(), rightmost), below.y())
        self.raise_()
        self.show()

    def _typed(self, text: str) -> None:
        meaning = self._meaning(text)
        self.say(self._news(text, meaning) if meaning else "")

    def _left(self) -> None:
        self.say("")
        if meaning := self._meaning(self._field.text()):
            self._field.show_text(meaning)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font(14)).horizontalAdvance(self.text())
        return QSize(wide + 2 * look.px(10), look.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone("info")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(tint))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        painter.setFont(look.font(14))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _ground(self) -> QWidget:
        """What scrolls with the field, or the window: there the plate is not cut off."""
        widget: QWidget = self._field
        while (parent := widget.parentWidget()) is not None and not widget.isWindow():
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                return widget if widget is not self._field else parent
            widget = parent
        return widget
