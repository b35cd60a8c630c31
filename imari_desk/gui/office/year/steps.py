"""The steps of the year's preparation, side by side: which is open, which are done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from imari_desk.desk.office.year_view import Step
from imari_desk.domain.words import sentence
from imari_desk.gui import look

_HIGH = 64
_DISC = 28
_NARROW, _TIGHT = 180, 125  # below which the number stands closer, and the name is smaller
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Said(NamedTuple):
    """What a step says below its name."""

    done: bool
    text: str


class StepButton(QRadioButton):
    """One step: its number, or a tick where it is done, its name, and how it stands."""

    def __init__(self, step: Step, number: int) -> None:
        super().__init__()
        self.step, self._number = step, number
        self._name = sentence(f"office.year.step.{step.value}")
        self._said = Said(False, "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    @property
    def said(self) -> Said:
        return self._said

    def say(self, said: Said) -> None:
        self._said = said
        self._tell()
        self.update()

    def _tell(self) -> None:
        code = "office.year.step_done" if self._said.done else "office.year.step_open"
        facts = {"number": self._number, "name": self._name, "said": self._said.text}
        self.setAccessibleName(sentence(code, **facts).strip())
        self.setToolTip(f"{self._name}\n{self._said.text}")

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(look.px(120), look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(64), look.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, chosen = look.tokens(), self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.primary if chosen else colours.line), 1))
        ground = colours.hover if chosen else colours.well if self.underMouse() else colours.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if chosen:
            side, thick = look.px(8), look.px(3)
            bar = QRectF(side, box.bottom() - thick, box.width() - 2 * side, thick)
            painter.fillRect(bar, QColor(colours.primary))
        narrow = self.width() < look.px(_NARROW)
        tight = self.width() < look.px(_TIGHT)
        wide, pad = look.px(22 if narrow else _DISC), look.px(5 if narrow else 12)
        disc = QRectF(pad, (self.height() - wide) / 2, wide, wide)
        self._paint_disc(painter, disc)
        words = QRectF(disc.right() + look.px(5 if narrow else 10), look.px(9), 0, look.px(24))
        words.setRight(self.width() - look.px(3 if narrow else 8))
        size = 14 if tight else 16
        self._paint_line(painter, words, self._name, size, QColor(colours.heading), bold=True)
        words.moveTop(look.px(33))
        words.setHeight(look.px(22))
        ink = QColor(colours.support if self._said.done else look.tone("note")[0])
        self._paint_line(painter, words, self._said.text, 14, ink, bold=False)
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        colours = look.tokens()
        if self._said.done:
            ink, tint = look.tone("ok")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(disc)
            edge = disc.width() / 4
            inner = disc.adjusted(edge, edge, -edge, -edge)
            look.paint_sign(painter, inner, "check", tint)
            return
        painter.setPen(QPen(QColor(colours.primary), look.px(2)))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        painter.setFont(look.font(14, bold=True))
        painter.setPen(QColor(colours.primary))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_line(
        self, painter: QPainter, place: QRectF, text: str, size: int, ink: QColor, *, bold: bool
    ) -> None:
        face = look.font(size, bold=bold)
        painter.setFont(face)
        painter.setPen(ink)
        fits = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, fits)


class Steps(QWidget):
    """``chosen(Step)``. The arrow keys go from step to step."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(sentence("office.year.steps"))
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self.buttons: dict[Step, StepButton] = {}
        for number, step in enumerate(Step, start=1):
            button = StepButton(step, number)
            self.buttons[step] = button
            self._group.addButton(button)
            self._row.addWidget(button, 1)
            button.toggled.connect(lambda on, one=step: self._toggled(one, on))
        look.follow(self._dress)

    @property
    def step(self) -> Step:
        """The one that is open."""
        return next((s for s, b in self.buttons.items() if b.isChecked()), Step.PLAN)

    def open(self, step: Step) -> None:
        """Go to a step."""
        self.buttons[step].setChecked(True)
        self.setFocusProxy(self.buttons[step])

    def say(self, said: Mapping[Step, Said]) -> None:
        """How every step stands."""
        for step, one in said.items():
            self.buttons[step].say(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _toggled(self, step: Step, on: bool) -> None:
        if on:
            self.setFocusProxy(self.buttons[step])
            self.chosen.emit(step)

    def _dress(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        for button in self.buttons.values():
            button.setFixedHeight(look.px(_HIGH))
