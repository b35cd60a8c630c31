"""Menus whose signs grow with the zoom: the style draws its own at one size."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from imari_desk.gui import look


class Menu(QMenu):
    """A menu; the sign before a choice in force, and behind what opens another menu, are drawn."""

    def submenu(self, title: str) -> Menu:
        """A menu that opens from an entry of this one."""
        made = Menu(title, self)
        self.addMenu(made)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for action in self.actions():
            place = QRect(self.actionGeometry(action))
            if action.menu() is not None:
                self._draw(painter, place.right() - look.px(18), place, "chevron_right", action)
            elif action.isChecked():
                self._draw(painter, place.left() + look.px(6), place, "check", action)
        painter.end()

    def _draw(self, painter: QPainter, left: int, place: QRect, sign: str, action: QAction) -> None:
        colours, side = look.tokens(), look.px(12)
        ink = colours.selected_text if action is self.activeAction() else colours.text
        look.paint_sign(painter, QRectF(left, place.center().y() - side / 2, side, side), sign, ink)
