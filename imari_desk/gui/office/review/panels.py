"""In the place of the review for a while: what is done with many evaluations at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from imari_desk.desk.office.reviewing import Reviewing
from imari_desk.domain.book import Purpose
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.review.confirming import ConfirmPanel
from imari_desk.gui.office.review.hearing import HearingPanel
from imari_desk.gui.office.review.sending import SendPanel

P = TypeVar("P", SendPanel, ConfirmPanel, HearingPanel)


class Panels(QStackedWidget):
    """The review, and panels made when they are first wanted.

    ``reviewing`` is asked on the background only. ``turned()``: something else is shown now;
    ``left()``: the review is shown again; ``wanted(str)``: look at that measure.
    """

    turned = Signal()
    left = Signal()
    wanted = Signal(str)

    def __init__(self, review: QWidget, hand: Hand, reviewing: Callable[[], Reviewing]) -> None:
        super().__init__()
        self._hand, self._reviewing = hand, reviewing
        self._panels: dict[type, SendPanel | ConfirmPanel | HearingPanel] = {}
        self.addWidget(review)

    @property
    def panel(self) -> SendPanel | ConfirmPanel | HearingPanel | None:
        """The panel in the place of the review; None where that is shown."""
        shown = self.currentWidget()
        return next((panel for panel in self._panels.values() if panel is shown), None)

    def show_review(self) -> None:
        """The review again."""
        self.setCurrentIndex(0)
        self.turned.emit()

    def show_sending(self, purpose: Purpose = Purpose.RETURN) -> None:
        """The panel that writes the workbooks of every 課."""
        panel = self._show(SendPanel)
        panel.show_purpose(purpose)
        panel.setFocus()

    def show_confirming(self) -> None:
        """The panel that confirms many."""
        panel = self._show(ConfirmPanel)
        panel.refresh()
        panel.setFocus()

    def show_hearings(self) -> None:
        """The list of hearings."""
        panel = self._show(HearingPanel)
        panel.refresh()
        panel.setFocus()

    def _show(self, kind: type[P]) -> P:
        self._hand.notebook.flush()
        panel = self._panels.get(kind)
        if panel is None:
            panel = self._panels[kind] = kind(self._hand, self._reviewing)
            self.addWidget(panel)
            panel.closed.connect(self._leave)
            if isinstance(panel, ConfirmPanel):
                panel.returning_wanted.connect(lambda: self.show_sending(Purpose.CONFIRMATION))
            if isinstance(panel, ConfirmPanel | HearingPanel):
                panel.wanted.connect(self.wanted)
        self.setCurrentWidget(panel)
        self.turned.emit()
        assert isinstance(panel, kind)
        return panel

    def _leave(self) -> None:
        self.show_review()
        self.left.emit()
