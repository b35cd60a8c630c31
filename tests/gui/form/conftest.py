"""A form in a window that has the keyboard."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from imari_desk.gui.form.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(780, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
