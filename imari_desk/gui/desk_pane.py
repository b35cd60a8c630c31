"""The middle of the window: the header, and below it the section tabs over the form."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.gui import look
from imari_desk.gui.empty_window import GAP
from imari_desk.gui.form.form import Form
from imari_desk.gui.header import Header
from imari_desk.gui.kit import Card, Rule
from imari_desk.gui.section_tabs import SectionTabs, section_states

_LOW = 480  # pixels at 100 % below which the header is one line


class DeskPane(QWidget):
    """One page to write on. Tabs, header and form move together."""

    def __init__(self) -> None:
        super().__init__()
        self._down = False  # whether the form is scrolled
        self.header = Header()
        self.tabs = SectionTabs()
        self.form = Form()
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 0, 1, 1)
        inside.setSpacing(0)
        for widget in (self.tabs, Rule(), self.form):
            inside.addWidget(widget, 1 if widget is self.form else 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.header)
        self._column.addWidget(card, 1)
        self.setFocusProxy(self.form)
        self.tabs.chosen.connect(self.form.go_to_section)
        self.form.section_changed.connect(self.tabs.set_current)
        self.form.scrolled.connect(self._scroll)
        look.follow(self._dress)

    def show_leaf(self, leaf: Leaf, *, another: bool) -> None:
        """Show a page; ``another``: not the one that was open."""
        self.header.show_leaf(leaf)
        self.tabs.show_sections(section_states(leaf))
        if another:
            self._scroll(False)
            self.form.show_leaf(leaf)
        else:
            self.form.update_leaf(leaf)

    def show_first(self, leaf: Leaf, key: str) -> None:
        """Show the page a start begins with, as much as is seen; ``key``: where one goes to."""
        self.header.show_leaf(leaf)
        self.tabs.show_sections(section_states(leaf))
        self.form.show_first(leaf, key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _scroll(self, down: bool) -> None:
        self._down = down
        self._fold()

    def _fold(self) -> None:
        """One line of header while the form is scrolled, and where there is little height."""
        self.header.fold(self._down or self.height() < look.px(_LOW))

    def _dress(self) -> None:
        self._column.setSpacing(look.px(GAP))
        self._fold()
