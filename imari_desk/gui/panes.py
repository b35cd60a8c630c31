"""List, form and side next to one another; what does not fit folds away behind a button.

Widths are in pixels at 100 %: at a higher zoom the window counts as so much narrower. The form
never gets less than it needs, so nothing is ever scrolled sideways: first the side folds, then
the list. A folded pane, when asked for, lies over the form until it is left.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look

GAP = 8
MARGIN = 12
_FORM = 740  # the least the form is laid out for; below it its rows wrap
_NARROW, _WIDE = 1366, 1920  # window widths the two layouts are drawn for
_LIST = (256, 280)
_SIDE = (288, 600)
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
        width, height = self.width(), self.height()
        units = width / look.zoom()
        left_width, side_width = _between(_LIST, units), _between(_SIDE, units)
        without_list = MARGIN + _FORM + MARGIN
        side_folds = units < without_list + left_width + side_width + 2 * GAP
        list_folds = units < without_list + left_width + GAP
        gap, margin, bottom = look.px(GAP), look.px(MARGIN), look.px(GAP)
        inside = QRect(margin, gap, max(0, width - 2 * margin), max(0, height - gap - bottom))
        if self._over is not None and not (list_folds if self._over is self._list else side_folds):
            self._over = None
        middle = QRect(inside)
        if not list_folds:
            self._list.setGeometry(_left(inside, look.px(left_width)))
            middle.setLeft(inside.left() + look.px(left_width) + gap)
        if not side_folds:
            self._side.setGeometry(_right(inside, look.px(side_width)))
            middle.setRight(inside.right() - look.px(side_width) - gap)
        self._form.setGeometry(middle)
        self._show(list_folds, side_folds, inside)

    def _show(self, list_folds: bool, side_folds: bool, inside: QRect) -> None:
        over = min(look.px(_OVER), inside.width())
        if self._over is self._list:
            self._list.setGeometry(_left(inside, over))
        elif self._over is self._side:
            self._side.setGeometry(_right(inside, over))
        self._list.setVisible(not list_folds or self._over is self._list)
        self._side.setVisible(not side_folds or self._over is self._side)
        if self._over is not None:
            self._over.raise_()
        if (list_folds, side_folds) != self._folds:
            self._folds = (list_folds, side_folds)
            self.folded.emit(list_folds, side_folds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self.fold()
        else:
            super().keyPressEvent(event)


def _between(sizes: tuple[int, int], units: float) -> int:
    """A width between its two layouts', as the window is between theirs."""
    share = min(1.0, max(0.0, (units - _NARROW) / (_WIDE - _NARROW)))
    return round(sizes[0] + (sizes[1] - sizes[0]) * share)


def _left(inside: QRect, width: int) -> QRect:
    return QRect(inside.left(), inside.top(), width, inside.height())


def _right(inside: QRect, width: int) -> QRect:
    return QRect(inside.right() - width + 1, inside.top(), width, inside.height())


def _enter(pane: QWidget) -> None:
    """Put the focus on the first thing in a pane that takes it."""
    target = pane.focusProxy() or pane
    if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
        candidates = (w for w in pane.findChildren(QWidget) if w.isVisibleTo(pane))
        tabbed = Qt.FocusPolicy.TabFocus.value
        target = next((w for w in candidates if w.focusPolicy().value & tabbed), pane)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
