"""Printed pages as pictures, drawn off the UI thread: the newest wish wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage, QImageReader

from imari_desk.domain.sheet_preview import SheetPreview
from imari_desk.gui.background import Background
from imari_desk.gui.work import Work

A4 = (297.0, 210.0)  # millimetres, landscape
_BOX = re.compile(rb'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_POINT = 25.4 / 72  # millimetres


class Drawing(NamedTuple):
    """The pages of one sheet as pictures of the same width."""

    sheet: SheetPreview
    images: tuple[QImage, ...]


def shape_of(svg: bytes) -> tuple[float, float]:
    """Width and height of a page in millimetres; landscape A4 where it does not say."""
    found = _BOX.search(svg, 0, 400)
    return (float(found[1]) * _POINT, float(found[2]) * _POINT) if found else A4


def picture(svg: bytes, width: int) -> QImage:
    """One page as a picture ``width`` device pixels wide.

    Read by the image reader rather than drawn by the SVG renderer: it is the same drawing, but
    the reader lets the UI thread run while it works (docs/decisions/0006).
    """
    data = QBuffer()
    data.setData(QByteArray(svg))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(data, QByteArray(b"svg"))
    wide, high = shape_of(svg)
    reader.setScaledSize(QSize(width, round(width * high / wide)))
    reader.setBackgroundColor(QColor("white"))
    return reader.read()


class Draughtsman(QObject):
    """Draws one wish at a time; of the wishes that come meanwhile the last is drawn next.

    ``drawn(Drawing)``; ``failed(Exception)``.
    """

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = Work(background, self)
        self._busy = False
        self._next: tuple[Callable[[], SheetPreview], int] | None = None

    def draw(self, sheet: Callable[[], SheetPreview], width: int) -> None:
        """Draw the pages ``sheet`` gives, ``width`` device pixels wide. It runs elsewhere."""
        if self._busy:
            self._next = (sheet, width)
            return
        self._busy = True

        def work() -> Drawing:
            made = sheet()
            return Drawing(made, tuple(picture(page, width) for page in made.pages))

        self._work.ask(work, self._done, self._broken)

    def _done(self, drawing: Drawing) -> None:
        self._busy = False
        if self._next is None:
            self.drawn.emit(drawing)
        self._go_on()

    def _broken(self, error: Exception) -> None:
        self._busy = False
        if self._next is None:
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        wish, self._next = self._next, None
        if wish is not None:
            self.draw(*wish)
