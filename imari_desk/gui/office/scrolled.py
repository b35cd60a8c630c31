"""What may be higher than its place: scrolled, with the part that has the focus in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from imari_desk.gui import look

_AROUND = 28  # pixels at 100 % kept in sight over and under it


class Scrolled(QScrollArea):
    """Never sideways. The keys scroll it by going from part to part."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        inside.setProperty("kit", "scrolled")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, look.px(_AROUND))
