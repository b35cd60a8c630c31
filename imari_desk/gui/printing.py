"""Sheets on paper through the system's printers: the very pages of the preview and the PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from imari_desk.domain.errors import MachineError

Progress = Callable[[str, int, int], None]


class Paper(Enum):
    """What is printed on."""

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
    return print_each(printer, (pages[number] for number in wanted), len(wanted), progress)


def print_each(printer: QPrinter, pages: Iterable[bytes], total: int, progress: Progress) -> int:
    """Draw pages that are made while they are printed; each turns the paper as it is itself.

    ``total``: how many ``progress`` is told there are. Raises MachineError("print.failed").
    """
    painter, done = QPainter(), 0
    try:
        for page in pages:
            renderer = QSvgRenderer(QByteArray(page))
            printer.setPageOrientation(_orientation(renderer))
            progress("print", min(done, total), total)
            if done:
                printer.newPage()
            elif not painter.begin(printer):
                name = printer.printerName() or printer.docName()
                raise MachineError("print.failed", printer=name)
            _draw(painter, printer, renderer)
            done += 1
    finally:
        painter.end()
    progress("print", total, total)
    return done


def chosen_pages(printer: QPrinter, count: int) -> range:
    """The pages asked for in the dialog, from 0; all where nothing was chosen."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(min(printer.fromPage(), count) - 1, min(printer.toPage(), count))


def _orientation(renderer: QSvgRenderer) -> QPageLayout.Orientation:
    size = renderer.viewBoxF().size()
    wide = size.width() > size.height()
    return QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait


def _draw(painter: QPainter, printer: QPrinter, renderer: QSvgRenderer) -> None:
    """One page, as large as the paper allows, in the middle."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = renderer.viewBoxF().size()
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    place = QRectF(0, 0, size.width() * scale, size.height() * scale)
    place.moveCenter(paper.center())
    renderer.render(painter, place)
