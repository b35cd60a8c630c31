"""A page that has more to show than the window has room for: it scrolls, up and down alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QWidget

from imari_desk.gui import look

_ROUND = 16  # pixels kept free round what has the focus


class PageArea(QScrollArea):
    """Holds a page; what gets the focus comes into sight."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        page.setProperty("kit", "scrolled")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = self.widget()
        if new is not None and page is not None and page.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, look.px(_ROUND))


def turn(parts: QSplitter, width: int) -> None:
    """Side by side where both parts have room in that width, else one below the other."""
    every = (parts.widget(n) for n in range(parts.count()))
    least = sum(part.minimumWidth() for part in every if part is not None)
    beside = least + parts.handleWidth() <= width
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    parts.setOrientation(across if beside else down)
