"""Last year's answer: beside a text at the same height, or in one line below another input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Button, Text

if TYPE_CHECKING:
    from imari_desk.gui.form.standing import Standing


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Past(QFrame):
    """Text one reads and does not write in. ``needs(int)``: how high it has to be."""

    needs = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.text = Text("", "small", wrap=True)
        self.setLayout(Column(self.text, None, gap=0, margins=(12, 8, 12, 8)))

    def say(self, text: str) -> None:
        if text != self.text.text():
            self.text.setText(text)
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.needs.emit(layout.totalHeightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.well))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.end()


class LastYearBox(QWidget):
    """The head of last year's text, and the ``box`` the text stands in, laid out by the field."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = _Past()
        self._year = Text("", "support")
        self._take = Button(sentence("form.take_text"), "link")
        self._take.clicked.connect(self.taken)
        self._offered = False
        self.setLayout(Row(self._year, None, self._take))

    def show_answer(self, label: str, standing: Standing) -> None:
        last = standing.last
        self._year.setText(sentence("form.last_year_of", year=standing.last_name))
        self.box.say(last or sentence("form.last_year_none"))
        self._offered = bool(last)
        self._take.setAccessibleName(sentence("form.take_name", label=label))

    def show_offer(self, wanted: bool) -> None:
        """Whether taking the answer over would change anything."""
        self._take.setVisible(wanted and self._offered)


class _Line(Text):
    """One line that gives way to the width there is: it ends in … then."""

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), look.px(128)), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look.font(14))
        painter.setPen(QColor(look.tokens().support))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), _LEFT, text)
        painter.end()


class LastYearLine(QWidget):
    """「前年度　佐藤 美咲」 and a button to say the same again where that makes sense.

    Both are made when there is a first answer to show: of most items there never is.
    """

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers = False  # whether last year's answer may be taken over
        self._parts: tuple[Text, Button] | None = None
        self._offered = False
        self.hide()

    def show_answer(self, label: str, standing: Standing) -> None:
        last = " ".join(standing.last.split())
        self._offered = self.offers and bool(last)
        if last:
            text, take = self._parts = self._parts or self._made()
            short = last if len(last) <= 40 else f"{last[:39]}…"
            code = "form.last_year_before" if standing.before else "form.last_year"
            text.setText(sentence(code, value=short, year=standing.last_name))
            take.setAccessibleName(sentence("form.take_name", label=label))
        self.setVisible(bool(last))

    def show_offer(self, wanted: bool) -> None:
        """Whether taking the answer over would change anything."""
        if self._parts is not None:
            self._parts[1].setVisible(wanted and self._offered)

    def _made(self) -> tuple[Text, Button]:
        text, take = _Line("", "support"), Button(sentence("form.take"), "link")
        take.clicked.connect(self.taken)
        self.setLayout(Row(text, take, None))
        return text, take
