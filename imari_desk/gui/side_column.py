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
        while self.furnish_more():
            pass

    def furnish_more(self) -> bool:
        """Make one more of the parts that stand here; whether there are still others."""
        if self.checks is None:
            self._make_checks()
        elif self.preview is None:
            self._make_preview()
        elif self.flow is None:
            self._make_flow()
        self._dress()
        return self.flow is None

    def _make_checks(self) -> None:
        from imari_desk.gui.side.checks import ChecksPanel

        self.checks = ChecksPanel()
        self._column.addWidget(self.checks, 1)
        self.checks.wanted.connect(self.wanted)
        if self._leaf is not None:
            self.checks.show_leaf(self._leaf)

    def _make_preview(self) -> None:
        from imari_desk.gui.side.preview import PreviewPane

        self.preview = PreviewPane(self._background, self._desk)
        self._column.insertWidget(0, self.preview)
        self.preview.enlarged.connect(self.enlarged)
        self.preview.show_section(self._section)
        if self._leaf is not None:
            self.preview.show_leaf(self._leaf)
        self._lead_focus()

    def _make_flow(self) -> None:
        from imari_desk.gui.side.flow import FlowPanel

        self.flow = FlowPanel(self._background, self._desk)
        self._column.addWidget(self.flow)
        if self._leaf is not None:
            self.flow.show_leaf(self._leaf)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show what belongs to this page."""
        self._leaf = leaf
        for part in (self.checks, self.preview, self.flow):
            if part is not None:
                part.show_leaf(leaf)
        self._lead_focus()

    def show_section(self, section: str) -> None:
        """The section of the form that is being written, by its id."""
        self._section = section
        if self.preview is not None:
            self.preview.show_section(section)

    def next_check(self) -> None:
        """Go to the next thing to look at."""
        self.furnish()
        if self.checks is not None:
            self.checks.next()

    def show_flow(self) -> None:
        """Everything that happened so far, in a window."""
        self.furnish()
        if self.flow is not None:
            self.flow.show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _lead_focus(self) -> None:
        if self.checks is not None and self.preview is not None:
            self.setFocusProxy(self.checks.view if self.checks.rows else self.preview.enlarge)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(GAP))
        if self.flow is not None:
            self.flow.setVisible(self.height() >= look.px(_TALL))
