"""Long work: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit.button import Button
from imari_desk.gui.kit.keys import show_in_place
from imari_desk.gui.kit.text import Text


class Progress(QWidget):
    """What is being done and how far it is. ``cancelled()``: the person wants it to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Text(role="small")
        self._count = Text(role="support")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(sentence("kit.cancel"), "small")
        self._cancel.clicked.connect(self._stop)
        self._head, self._row, self._column = QHBoxLayout(), QHBoxLayout(self), QVBoxLayout()
        self._head.addWidget(self._what, 1)
        self._head.addWidget(self._count)
        self._column.addLayout(self._head)
        self._column.addWidget(self._bar)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self._cancel)
        self._row.setContentsMargins(0, 0, 0, 0)
        look.follow(self._dress)
        self.setVisible(False)

    def start(self, what: str, total: int = 0, *, can_cancel: bool = True) -> None:
        """Show the work; ``total`` 0 where nobody knows how long it takes."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        show_in_place(self._cancel, can_cancel)
        self._cancel.setEnabled(True)
        self.step(0, total)
        show_in_place(self, True)

    def step(self, done: int, total: int, what: str = "") -> None:
        """So much is done. ``what`` replaces the words of ``start``."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(sentence("kit.progress", done=done, total=total) if total else "")
        if what:
            self._what.setText(what)

    def finish(self) -> None:
        """Take it away."""
        self.setVisible(False)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()

    def _dress(self) -> None:
        self._row.setSpacing(look.px(16))
        self._column.setSpacing(look.px(6))
        self._bar.setFixedHeight(look.px(8))
