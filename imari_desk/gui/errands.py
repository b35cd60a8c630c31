"""What leads away from the form for a while: taking in, handing over, submitting, printing.

Each page is made when it is first wanted and put in the place of the panes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from imari_desk.gui.notebook import Notebook
from imari_desk.gui.page_area import PageArea
from imari_desk.gui.settings import Settings

if TYPE_CHECKING:
    from imari_desk.gui.glossary import Glossary
    from imari_desk.gui.side.sheet_window import SheetWindow


class Errands(QObject):
    """Opens and closes the pages.

    ``under_way(bool)``: whether one is open; ``wanted(str measure, int year, str key)``: a field
    to go to; ``files_used(paths)``: taken in or written.
    """

    wanted = Signal(str, int, str)
    under_way = Signal(bool)
    files_used = Signal(object)

    def __init__(self, notebook: Notebook, stack: QStackedWidget, settings: Settings) -> None:
        super().__init__(stack)
        self._notebook = notebook
        self._stack = stack  # its first page are the panes
        self._settings = settings
        self._sheets: SheetWindow | None = None
        self._glossary: Glossary | None = None

    @property
    def page(self) -> QWidget | None:
        """The page that is open, None for the panes."""
        area = self._stack.currentWidget()
        return area.widget() if isinstance(area, PageArea) else None

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at files, to be taken in; where none are given, ask which."""
        from imari_desk.gui.exchange.import_page import ImportPage

        if isinstance(self.page, ImportPage):
            self.page.add(paths)
            return
        page = ImportPage(self._notebook)
        page.taken.connect(self.files_used)
        page.wanted.connect(self._go)
        page.closed.connect(self.close)
        self._show(page)
        page.start(paths)
        if not paths:
            page.choose_files()

    def submit(self) -> None:
        """The page that shows what would be sent to the office, and sends it."""
        from imari_desk.gui.exchange.submit_page import SubmitPage

        page = SubmitPage(self._notebook, self._settings.out_folder)
        page.wanted.connect(self._go)
        page.closed.connect(self.close)
        page.written.connect(lambda path: self.files_used.emit([path]))
        page.folder_chosen.connect(self._remember_folder)
        self._show(page)
        page.start()

    def hand_over(self) -> None:
        """The page that writes a workbook for a colleague."""
        from imari_desk.gui.exchange.handover import HandoverPage

        page = HandoverPage(self._notebook, self._settings.out_folder)
        page.closed.connect(self.close)
        page.written.connect(lambda path: self.files_used.emit([path]))
        page.folder_chosen.connect(self._remember_folder)
        self._show(page)
        page.start()

    def close(self) -> None:
        """Back to the panes."""
        area = self._stack.currentWidget()
        if isinstance(area, PageArea):
            self._stack.removeWidget(area)
            area.deleteLater()
            self.under_way.emit(False)
            panes = self._stack.currentWidget()
            if panes is not None:
                panes.setFocus()

    def _show(self, page: QWidget) -> None:
        self.close()
        self._notebook.flush()
        area = PageArea(page)
        self._stack.addWidget(area)
        self._stack.setCurrentWidget(area)
        self.under_way.emit(True)
        page.setFocus()

    def _go(self, measure: str, fiscal_year: int, key: str) -> None:
        self.close()
        self.wanted.emit(measure, fiscal_year, key)

    def _remember_folder(self, folder: Path) -> None:
        self._settings.out_folder = folder

    def print(self) -> None:
        """The printed sheets, large, in a window of their own."""
        from imari_desk.gui.side.sheet_window import SheetWindow

        if self._sheets is None:
            self._sheets = SheetWindow(self._notebook, self._stack)
            self._sheets.written.connect(lambda path: self.files_used.emit([path]))
        self._sheets.start()

    def show_history(self, key: str) -> None:
        """Every value an item of the open page ever had; "" for no item."""
        from imari_desk.gui.history_window import HistoryWindow

        leaf = self._notebook.leaf
        if leaf is not None and key:
            HistoryWindow(self._notebook, leaf, key, self._stack).show()

    def explain(self, word: str = "") -> None:
        """A word of the plan's glossary; all of them for ""."""
        from imari_desk.gui.glossary import Glossary

        if self._glossary is None:
            self._glossary = Glossary(self._stack)
        glossary = self._glossary
        if self._notebook.leaf is not None:
            glossary.explain(word, self._notebook.leaf.plan.glossary)
