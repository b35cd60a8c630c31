"""Charts on paper: as wide as the page, one below the other, cut only between their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtPrintSupport import QPrinter

from imari_desk.domain.errors import MachineError
from imari_desk.gui import look
from imari_desk.gui.office.charts.chart import Chart, write

WIDTH = 1040  # a page's width in the charts' own pixels
_TITLE, _GAP = 36, 24


class _Pages:
    """The paper: what has been used of a page, and when the next one begins."""

    def __init__(self, printer: QPrinter, painter: QPainter) -> None:
        self._printer, self._painter = printer, painter
        room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        self._scale = room.width() / WIDTH
        self.height = room.height() / self._scale
        self.used = 0.0
        self.count = 1
        painter.scale(self._scale, self._scale)

    @property
    def left(self) -> float:
        return self.height - self.used

    def turn(self) -> None:
        """Begin a page."""
        self._printer.newPage()
        self.used = 0.0
        self.count += 1


def print_charts(printer: QPrinter, titled: Sequence[tuple[str, Chart]]) -> int:
    """Draw the charts in light colours; gives how many pages. Raises MachineError."""
    painter = QPainter()
    if not painter.begin(printer):
        raise MachineError("print.failed", printer=printer.printerName() or printer.docName())
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pages = _Pages(printer, painter)
        for title, chart in titled:
            with chart.on_paper(WIDTH) as high:
                _print_one(painter, pages, title, chart, high)
        return pages.count
    finally:
        painter.end()


def _print_one(painter: QPainter, pages: _Pages, title: str, chart: Chart, high: int) -> None:
    head = chart.head_height()
    whole = _TITLE + head + high
    if pages.used and (whole > pages.left and (whole <= pages.height or pages.left < 200)):
        pages.turn()
    start = 0.0
    while start < high:
        if start:
            pages.turn()
        box = QRectF(0, pages.used, WIDTH, _TITLE)
        write(painter, box, title, size=18, bold=True, ink=look.tokens().heading)
        room = pages.left - _TITLE - head
        end = high if high - start <= room else max(chart.cut(start + room), start + 1)
        painter.save()
        painter.translate(0, pages.used + _TITLE)
        chart.paint_head(painter, WIDTH)
        painter.translate(0, head - start)
        painter.setClipRect(QRectF(0, start, WIDTH, end - start))
        painter.setPen(QColor(look.tokens().text))
        chart.paint(painter, QRectF(0, start, WIDTH, end - start))
        painter.restore()
        pages.used += _TITLE + head + (end - start) + _GAP
        start = end
