"""Where Tab goes: from input to input in the order they are read in.

Qt keeps an order of its own, which every widget enters where it happens to be made or moved to.
In a window that is put together out of parts, and changes while it is open, that is no order.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget


def following(window: QWidget, here: QWidget | None, forward: bool) -> QWidget | None:
    """The next widget in the window that Tab can enter, round again at the end.

    None where the focus is nowhere, so that nobody knows what comes next.
    """
    stops = [stop for stop in _stops(window) if stop is here or _can_enter(stop)]
    if here not in stops or len(stops) < 2:
        return None
    return stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What is in sight and can have the focus: as laid out, else as it was put in."""
    if not widget.isVisible():
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _stops(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        inner, below = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        elif below is not None:
            yield from _in_layout(below)


def _can_enter(stop: QWidget) -> bool:
    """Of buttons that exclude one another only the chosen one is a stop: arrows do the rest."""
    if not stop.focusPolicy().value & Qt.FocusPolicy.TabFocus.value or not stop.isEnabled():
        return False
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    return chosen is None or chosen is stop
