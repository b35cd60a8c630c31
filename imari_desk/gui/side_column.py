"""Beside the form: the printed page, what to look at, and what happened so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.empty_window import GAP

if TYPE_CHECKING:
    from imari_desk.desk.desk import Desk
    from imari_desk.desk.leaf import Leaf
    from imari_desk.gui.side.checks import ChecksPanel
    from imari_desk.gui.side.flow import FlowPanel
    from imari_desk.gui.side.preview import PreviewPane

_TALL = 820  # pixels at 100 % from which the flow has room as well


class SideColumn(QWidget):
    """Preview over checks over flow; where it is low the flow is left to the menu.

    It is furnished once the form can be worked on: nobody looks here first.
    ``wanted(str)``: the key of an item to go to; ``enlarged()``: the printed page, please.
    """

    wanted = Signal(str)
    enlarged = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self._background, self._desk = background, desk
        self._leaf: Leaf | None = None
        self._section = ""
        self.preview: PreviewPane | None = None
        self.checks: ChecksPanel | None = None
        self.flow: FlowPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        look.follow(self._dress)

    def furnish(self) -> None:
        """Make what stands here; a second call does nothing."""
        if self.checks is not None:
            return
        from imari_desk.gui.side.checks import ChecksPanel
        from imari_desk.gui.side.flow import FlowPanel
        from imari_desk.gui.side.preview import PreviewPane

        self.preview = PreviewPane(self._background, self._desk)
        self.checks = ChecksPanel()
        self.flow = FlowPanel(self._background, self._desk)
        self._column.addWidget(self.preview)
        self._column.addWidget(self.checks, 1)
        self._column.addWidget(self.flow)
        self.checks.wanted.connect(self.wanted)
        self.preview.enlarged.connect(self.enlarged)
        self.preview.show_section(self._section)
        self._dress()
        if self._leaf is not None:
            self.show_leaf(self._leaf)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show what belongs to this page."""
        self._leaf = leaf
        for part in (self.checks, self.preview, self.flow):
            if part is not None:
                part.show_leaf(leaf)
        if self.checks is not None and self.preview is not None:
            self.setFocusProxy(self.checks.view if self.checks.rows else self.preview.enlarge)

    def show_section(self, section: str) -> None:
        """The section of the form that is being written, by its id."""
        self._section = section
        if self.preview is not None:
            self.preview.show_section(section)

    def next_check(self) -> None:
        """Go to the next thing to look at."""
        if self.checks is not None:
            self.checks.next()

    def show_flow(self) -> None:
        """Everything that happened so far, in a window."""
        if self.flow is not None:
            self.flow.show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        self._column.setSpacing(look.px(GAP))
        if self.flow is not None:
            self.flow.setVisible(self.height() >= look.px(_TALL))
