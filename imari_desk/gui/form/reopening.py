"""What a 差戻し asks for is open; the rest of the page is one press away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from imari_desk.domain.words import sentence
from imari_desk.gui.kit import Button, LineMessage

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf
    from imari_desk.domain.returning import Reopened


class Reopening:
    """Knows which pages somebody has opened as a whole, and puts the button for it into the line
    on top of the page. ``opened`` is called when that happens.
    """

    def __init__(self, line: LineMessage, opened: Callable[[], None]) -> None:
        self._opened = opened
        self._whole: set[tuple[str, int, str]] = set()
        self._page = ("", 0, "")
        self.button = Button(sentence("form.open_rest"), "small", sign="pencil")
        self.button.setToolTip(sentence("form.told.open_rest"))
        self.button.setAccessibleDescription(sentence("form.told.open_rest"))
        self.button.hide()
        line.add_button(self.button)
        self.button.clicked.connect(self._open)

    def of(self, leaf: Leaf) -> Reopened | None:
        """What may be changed on that page; None for all of it."""
        return None if leaf.locked or _name(leaf) in self._whole else leaf.reopened

    def show_leaf(self, leaf: Leaf) -> None:
        """Another page, or the same as it stands now."""
        self._page = _name(leaf)
        self.button.setVisible(self.of(leaf) is not None)

    def _open(self) -> None:
        self._whole.add(self._page)
        self.button.hide()
        self._opened()


def _name(leaf: Leaf) -> tuple[str, int, str]:
    """The page and its 差戻し: the next one asks anew."""
    stage = leaf.evaluation.value("office_stage")
    return leaf.measure.code, leaf.fiscal_year, stage
