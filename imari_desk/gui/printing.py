"""Sheets on paper through the system's printers: the very pages of the preview and the PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from imari_desk.domain.errors import MachineError

Progress = Callable[[str, int, int], None]


class Paper(Enum):
    """What the sheets are printed on, landscape."""

    A4 = "A4"
    A3 = "A3"


_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.A3: QPageSize.PageSizeId.A3}


def printer_for(paper: Paper, name: str) -> QPrinter:
    """The usual printer, set to landscape; ``name`` is what the print queue shows.

    The whole paper is drawn on: the sheet has margins of its own, wider than any printer's.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    landscape = QPageLayout.Orientation.Landscape
    layout = QPageLayout(QPageSize(_SIZES[paper]), landscape, QMarginsF(0, 0, 0, 0))
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, pages: Sequence[bytes], progress: Progress) -> int:
    """Draw SVG pages on the printer's paper, as lines and not as dots; gives how many.

    The printer's own choice of pages is kept to. Raises MachineError("print.failed").
    """
    wanted = chosen_pages(printer, len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise MachineError("print.failed", printer=printer.printerName() or printer.docName())
    try:
        for done, number in enumerate(wanted):
            progress("print", done, len(wanted))
            if done:
                printer.newPage()
            _draw(painter, printer, pages[number])
    finally:
        painter.end()
    progress("print", len(wanted), len(wanted))
    return len(wanted)


def chosen_pages(printer: QPrinter, count: int) -> range:
    """The pages asked for in the dialog, from 0; all where nothing was chosen."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(min(printer.fromPage(), count) - 1, min(printer.toPage(), count))


def _draw(painter: QPainter, printer: QPrinter, page: bytes) -> None:
    """One page, as large as the paper allows, in the middle."""
    renderer = QSvgRenderer(QByteArray(page))
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = renderer.viewBoxF().size()
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    place = QRectF(0, 0, size.width() * scale, size.height() * scale)
    place.moveCenter(paper.center())
    renderer.render(painter, place)
