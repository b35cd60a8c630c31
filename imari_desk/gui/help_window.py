"""Small windows of help: the keys, and what this program is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from imari_desk import __version__
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Text


class HelpWindow(QDialog):
    """A title, lines or pairs of words, and a way to close it. Escape closes it too."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._column.addWidget(Text(title, "head"))
        self._column.addLayout(self._grid)
        close = Button(sentence("kit.close"), "primary")
        close.clicked.connect(self.accept)
        self._column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        look.follow(self._dress)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """What it is, and the keys for it."""
        for row, (word, keys) in enumerate(pairs):
            self._grid.addWidget(Text(word, "small"), row, 0)
            self._grid.addWidget(Text(keys, "label"), row, 1)
        self.show()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Sentences under one another."""
        for row, line in enumerate(lines):
            text = Text(line, "small", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(text, row, 0)
        self.setMinimumWidth(look.px(520))
        self.show()

    def _dress(self) -> None:
        pad = look.px(20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(14))
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
