"""List, form and side next to one another; what does not fit folds away behind a button.

A folded pane, when asked for, lies over the form until it is left.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look
from imari_desk.gui.empty_window import arranged

_OVER = 360  # an unfolded pane, at most


class Panes(QWidget):
    """Lays out its three children by hand.

    ``folded(bool list, bool side)``: which of them now need a button.
    """

    folded = Signal(bool, bool)

    def __init__(self, left: QWidget, form: QWidget, side: QWidget) -> None:
        super().__init__()
        self._list, self._form, self._side = left, form, side
        self._over: QWidget | None = None  # the folded pane that lies over the form
        self._folds = (False, False)
        for child in (left, form, side):  # reading order is tab order
            child.setParent(self)
        self.setFocusProxy(form)
        look.follow(self.arrange)

    @property
    def folds(self) -> tuple[bool, bool]:
        """Whether the list, and the side, are folded away."""
        return self._folds

    def unfold(self, pane: QWidget) -> None:
        """Bring a pane into sight and the focus into it; a second call folds it again."""
        hidden = self._folds[0] if pane is self._list else self._folds[1]
        if not hidden:
            _enter(pane)
        elif self._over is pane:
            self.fold()
        else:
            self._over = pane
            self.arrange()
            _enter(pane)

    def fold(self) -> None:
        """Put away what lies over the form; the focus goes back to the form."""
        if self._over is not None:
            self._over = None
            self.arrange()
            _enter(self._form)

    def arrange(self) -> None:
        """Give every pane its place for the width and zoom there are."""
        left, middle, side = arranged(self.rect())
        over = look.px(_OVER)
        if self._over is not None and (left, side)[self._over is self._side] is not None:
            self._over = None
        if self._over is self._list:
            left = QRect(middle.left(), middle.top(), min(over, middle.width()), middle.height())
        elif self._over is self._side:
            side = QRect(middle)
            side.setLeft(max(middle.left(), middle.right() - over))
        self._form.setGeometry(middle)
        for pane, place in ((self._list, left), (self._side, side)):
            pane.setVisible(place is not None)
            if place is not None:
                pane.setGeometry(place)
        if self._over is not None:
            self._over.raise_()
        folds = (left is None or self._over is self._list, side is None or self._over is self._side)
        if folds != self._folds:
            self._folds = folds
            self.folded.emit(*folds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self.fold()
        else:
            super().keyPressEvent(event)


def _enter(pane: QWidget) -> None:
    """Put the focus on the first thing in a pane that takes it."""
    target = pane.focusProxy() or pane
    if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
        candidates = (w for w in pane.findChildren(QWidget) if w.isVisibleTo(pane))
        tabbed = Qt.FocusPolicy.TabFocus.value
        target = next((w for w in candidates if w.focusPolicy().value & tabbed), pane)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
