"""A form in a window that has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imari_desk.gui.form.form import Form
from imari_desk.gui.tab_walk import following


class FormWindow(Form):
    """Tab goes as in the window of the program."""

    def focusNextPrevChild(self, next: bool) -> bool:
        stop = following(self, self.focusWidget(), next)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop is not None


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = FormWindow()
    qtbot.addWidget(made)
    made.resize(780, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
