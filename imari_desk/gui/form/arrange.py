"""Rows, columns and grids whose gaps grow with the zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from imari_desk.gui import look

Margins = tuple[int, int, int, int]  # left, top, right, bottom in pixels at 100 %
NONE: Margins = (0, 0, 0, 0)
_FILL = Qt.AlignmentFlag(0)
Part = QWidget | QLayout | None  # None is room that stretches


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], align: Qt.AlignmentFlag) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part, 0, align)
        else:
            layout.addLayout(part)


class Row(QHBoxLayout):
    """Side by side; ``gap`` and ``margins`` in pixels at 100 %."""

    def __init__(self, *parts: Part, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        _fill(self, parts, Qt.AlignmentFlag.AlignVCenter)
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setSpacing(look.px(self._gap))
        self.setContentsMargins(*(look.px(n) for n in self._margins))


class Column(QVBoxLayout):
    """One below the other."""

    def __init__(self, *parts: Part, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        _fill(self, parts, _FILL)
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setSpacing(look.px(self._gap))
        self.setContentsMargins(*(look.px(n) for n in self._margins))


class Grid(QGridLayout):
    """Rows and columns."""

    def __init__(self, *, across: int = 16, down: int = 4, margins: Margins = NONE) -> None:
        super().__init__()
        self._across, self._down, self._margins = across, down, margins
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setHorizontalSpacing(look.px(self._across))
        self.setVerticalSpacing(look.px(self._down))
        self.setContentsMargins(*(look.px(n) for n in self._margins))


class Turning(QWidget):
    """Side by side where there is room, one below the other below ``limit`` pixels at 100 %."""

    def __init__(self, limit: int, *, gap: int = 16) -> None:
        super().__init__()
        self._limit = limit
        self._parts: list[QWidget] = []
        self.row = Row(gap=gap)
        self.setLayout(self.row)

    def add(self, part: QWidget, stretch: int = 0, align: Qt.AlignmentFlag = _FILL) -> None:
        """Put a part behind those that are there."""
        self._parts.append(part)
        self.row.addWidget(part, stretch, align)

    def remove(self, part: QWidget) -> None:
        """Take a part out."""
        self._parts.remove(part)
        self.row.removeWidget(part)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part: below that there is nothing left to turn."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = event.size().width() < look.px(self._limit)
        self.row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
