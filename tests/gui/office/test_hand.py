from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from imari_desk.desk.desk import Desk
from imari_desk.gui.background import Background
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.settings import Settings
from tests.desk.people import YEAR, People


def test_an_answer_that_comes_after_the_window_has_gone_is_dropped(
    people: People, tmp_path: Path, qtbot: QtBot
) -> None:
    background = Background()
    desk: Desk = people.office
    hand = Hand(desk, background, Settings(tmp_path), YEAR)
    heard: list[object] = []
    after: list[object] = []
    hand.tell(lambda: 1, heard.append)
    delete(hand)
    background.run(lambda: 2, after.append, after.append)
    qtbot.waitUntil(lambda: after == [2])
    background.finish()
    assert heard == []
