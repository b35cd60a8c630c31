"""Pieces of the start page: the place to drop a file on, found files, the three steps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, Text
from imari_desk.gui.opening import FoundFile

_STEPS = (1, 2, 3)


class Elided(QWidget):
    """A line of quiet text, cut in the middle where there is no room; whole in its tooltip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font(14)).horizontalAdvance(self._text)
        return QSize(wide + look.px(2), look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(80), look.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look.font(14))
        painter.setPen(QColor(look.tokens().support))
        elide = Qt.TextElideMode.ElideMiddle
        text = painter.fontMetrics().elidedText(self._text, elide, self.width())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), align, text)
        painter.end()


class DropPlace(QFrame):
    """A dashed box that says files may be put here; the window takes the drop."""

    def __init__(self, choose: Button) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        hint = Text(sentence("start.drop"), "support")
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(hint)
        self._column.addStretch(1)
        look.follow(self._dress)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(10))
        self.setMinimumHeight(look.px(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.well))
        radius = look.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class FoundRow(QFrame):
    """One found workbook with its button. ``chosen(Path)``."""

    chosen = Signal(object)

    def __init__(self, file: FoundFile, *, first: bool) -> None:
        super().__init__()
        words = sentence("start.open_found" if first else "start.open_other")
        self._button = Button(words, "primary" if first else "small")
        self._button.setAccessibleName(f"{file.path.name} {words}")
        self._button.clicked.connect(lambda: self.chosen.emit(file.path))
        self.setFocusProxy(self._button)
        day = sentence("start.day", day=file.saved.day, month=file.saved.month)
        detail = sentence("start.found_detail", folder=file.path.parent, day=day)
        self._words = QVBoxLayout()
        self._words.addWidget(Text(file.path.name, "subject" if first else "body"))
        self._words.addWidget(Elided(detail))
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._button)
        look.follow(self._dress)

    def _dress(self) -> None:
        self._words.setSpacing(look.px(2))
        self._row.setContentsMargins(look.px(14), look.px(8), look.px(10), look.px(8))
        self._row.setSpacing(look.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.setBrush(QColor(colours.field))
        radius = look.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class Steps(Card):
    """Open, fill in, submit: what is ahead, in three words."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words: list[QVBoxLayout] = []
        self._steps: list[QHBoxLayout] = []
        for number in _STEPS:
            words, step = QVBoxLayout(), QHBoxLayout()
            words.addWidget(Text(sentence(f"start.step.{number}"), "subject"))
            words.addWidget(Text(sentence(f"start.step.{number}_text"), "support"))
            step.addWidget(_Number(number, here=number == 1))
            step.addLayout(words, 1)
            self._row.addLayout(step, 1)
            self._words.append(words)
            self._steps.append(step)
        look.follow(self._dress)

    def stack(self, direction: QBoxLayout.Direction) -> None:
        """Side by side, or under one another."""
        self._row.setDirection(direction)

    def _dress(self) -> None:
        self._row.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        for layout in (self._row, *self._steps):
            layout.setSpacing(look.px(12))
        for words in self._words:
            words.setSpacing(look.px(2))


class _Number(QWidget):
    """A number in a disc; the step one is at is filled."""

    def __init__(self, number: int, *, here: bool) -> None:
        super().__init__()
        self._number, self._here = number, here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.px(32), look.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.primary if self._here else colours.selected))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(colours.on_primary if self._here else colours.selected_text))
        painter.setFont(look.font(16, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
