"""Beside the form: the printed page, what to look at, and what happened so far."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import Leaf
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.panes import GAP
from imari_desk.gui.side.checks import ChecksPanel
from imari_desk.gui.side.flow import FlowPanel
from imari_desk.gui.side.preview import PreviewPane

_TALL = 820  # pixels at 100 % from which the flow has room as well


class SideColumn(QWidget):
    """Preview over checks over flow; where it is low the flow is left to the menu."""

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.preview = PreviewPane(background, desk)
        self.checks = ChecksPanel()
        self.flow = FlowPanel(background, desk)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.preview)
        self._column.addWidget(self.checks, 1)
        self._column.addWidget(self.flow)
        self.setFocusProxy(self.checks.view)
        look.follow(self._dress)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show what belongs to this page."""
        self.checks.show_leaf(leaf)
        self.preview.show_leaf(leaf)
        self.flow.show_leaf(leaf)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        self._column.setSpacing(look.px(GAP))
        self.flow.setVisible(self.height() >= look.px(_TALL))
