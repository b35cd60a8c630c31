"""Why PySide6 is pinned: one release loses a reference to None on every void call."""

from __future__ import annotations

import sys

from pytestqt.qtbot import QtBot

from imari_desk.gui.kit import LineField

CALLS = 10_000


def test_void_calls_cost_no_reference_to_none(qtbot: QtBot) -> None:
    line = LineField()
    qtbot.addWidget(line)
    line.setFixedWidth(1)
    before = sys.getrefcount(None)
    for n in range(CALLS):
        line.setFixedWidth(n % 7 + 1)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
