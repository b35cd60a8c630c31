"""The board on paper: the list of 課, on the printer a person chooses."""

from __future__ import annotations

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from imari_desk.desk.office.papers import PaperKind, PaperOrder, Shown
from imari_desk.domain.words import sentence
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.printing import Paper, print_pages, printer_for
from imari_desk.gui.work import Work


def print_board(hand: Hand, work: Work, parent: QWidget) -> None:
    """Have the desk set the list, then ask for a printer with the system's dialog."""
    year = hand.fiscal_year
    order = PaperOrder(PaperKind.STATUS)
    work.ask(
        lambda: hand.desk.office.papers.show(year, order),
        lambda shown: _ask(hand, work, shown, parent),
        hand.fail,
    )


def _ask(hand: Hand, work: Work, shown: Shown, parent: QWidget) -> None:
    printer = printer_for(Paper.A4, sentence("office.board.title"))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(sentence("print.dialog"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_on(printer, hand, work, shown)


def print_on(printer: QPrinter, hand: Hand, work: Work, shown: Shown) -> None:
    """Print the pages in the background."""
    pages = [page.svg for page in shown.pages]
    work.start(
        lambda progress: print_pages(printer, pages, progress),
        lambda _count: hand.said.emit(sentence("office.board.list_printed"), "ok"),
        hand.fail,
    )
