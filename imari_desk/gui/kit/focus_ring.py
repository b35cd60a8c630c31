"""Where the keyboard is: a ring around the focused widget, drawn over everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from imari_desk.gui import look

OUT = 6  # pixels the ring reaches beyond the widget at 100 %
_INPUTS = (QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


class FocusRing(QWidget):
    """One transparent overlay a window: 4 px outside, 2 px inside, in colours that show anywhere.

    Inputs always have it; a button pressed with the mouse does not. A widget with the property
    ``ring`` set to False draws its own.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._chain: list[QWidget] = []
        self._hole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)
        look.follow(self._place)

    def target(self) -> QWidget | None:
        """The widget it stands around."""
        return self._target

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer, inner, gap = look.px(4), look.px(2), look.px(OUT)
        hole = QRectF(self._hole)
        for colour, width, out in (
            (colours.ring, outer, gap - outer / 2),
            (colours.ring_inner, inner, gap - outer - inner / 2),
        ):
            painter.setPen(QPen(QColor(colour), width))
            radius = look.px(8) + out
            painter.drawRoundedRect(hole.adjusted(-out, -out, out, out), radius, radius)
        painter.end()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is not self.window():
            new = None
        if new is not None and not self._wanted(new):
            new = None
        self._follow(new)

    def _wanted(self, widget: QWidget) -> bool:
        if widget.property("ring") is False:
            return False
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return isinstance(widget, _INPUTS) or not by_mouse

    def _follow(self, target: QWidget | None) -> None:
        for watched in self._chain:
            if isValid(watched):  # a page that was closed took its widgets along
                watched.removeEventFilter(self)
        self._target, self._chain = target, []
        widget: QWidget | None = target
        while widget is not None:
            self._chain.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget() if widget is not self.window() else None
        self._place()

    def _place(self) -> None:
        """Stand around the target, cut off where scrolling cuts the target off."""
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        window = self.window()
        box = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        gap = look.px(OUT)
        seen = box.adjusted(-gap, -gap, gap, gap) & window.rect()
        for widget in self._chain[1:-1]:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                seen &= QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        self._hole = box.translated(-seen.topLeft())
        self.setGeometry(seen)
        self.raise_()
        self.update()
        # Last: showing lays a new window out, and everything is then placed once more.
        self.setVisible(not seen.isEmpty())
