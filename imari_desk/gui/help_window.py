"""Small windows of help: the keys, and what this program is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from imari_desk import __version__
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, FocusRing, Text
from imari_desk.gui.page_area import PageArea

_FRAME = 40  # pixels of the screen left to the window's own frame


class HelpWindow(QDialog):
    """A title, lines or pairs of words, and a way to close it. Escape closes it too."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        self._column, self._grid = QVBoxLayout(self), QGridLayout(inside)
        self._area = PageArea(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        self._area.setAccessibleName(title)
        self._column.addWidget(Text(title, "head"))
        self._column.addWidget(self._area, 1)
        close = Button(sentence("kit.close"), "primary")
        close.clicked.connect(self.accept)
        self._column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._ring = FocusRing(self)
        look.follow(self._dress)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """What it is, and the keys for it."""
        for row, (word, keys) in enumerate(pairs):
            self._grid.addWidget(Text(word, "small"), row, 0)
            self._grid.addWidget(Text(keys, "label"), row, 1)
        self._open(0)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Sentences under one another."""
        for row, line in enumerate(lines):
            text = Text(line, "small", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(text, row, 0)
        self._open(480)

    def _open(self, width: int) -> None:
        """As large as what it says, as far as the screen has room; the rest is scrolled to."""
        if (inside := self._grid.parentWidget()) is not None:
            inside.ensurePolished()
        wide = max(self._grid.sizeHint().width(), look.px(width))
        self._area.setMinimumWidth(wide + self._area.verticalScrollBar().sizeHint().width())
        high = max(self._grid.totalHeightForWidth(wide), self._grid.sizeHint().height())
        around = self.sizeHint().height() - self._area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.sizeHint().width(), min(high + around, room))
        self.show()

    def _dress(self) -> None:
        pad = look.px(20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(14))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(32))
        self._grid.setVerticalSpacing(look.px(8))


def show_keys(keys: Sequence[tuple[str, str]], parent: QWidget) -> None:
    """The list of keys."""
    HelpWindow(sentence("help.keys"), parent).show_pairs(keys)


def show_about(folder: object, parent: QWidget) -> None:
    """Which version this is and where the data lie."""
    facts = {"version": __version__, "folder": folder}
    lines = [sentence(f"help.about.{n}", **facts) for n in (1, 2, 3)]
    HelpWindow(sentence("help.about"), parent).show_lines(lines)
