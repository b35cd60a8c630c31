"""The office's whole year through the real window, from an empty folder to a 訂正."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.desk.rehearsal_script import load_script
from imari_desk.gui import clock
from imari_desk.gui.office.meeting.room import Room
from tests.desk.office.arriving import put_into_the_post
from tests.gui.office.dialogs import Dialogs
from tests.gui.office.shows import Shows
from tests.gui.office.year_begins import (
    CITIZENS,
    begin,
    fridays_post,
    take_in_alone,
    who_is_missing,
)
from tests.gui.office.year_ends import (
    confirm_some,
    correction,
    everything_leads_somewhere,
    meeting,
    papers,
    send_confirmations,
    the_confirmation_arrives,
)
from tests.gui.office.year_goes_on import (
    check_the_rest,
    clerk_answers,
    give_back,
    the_reply_is_seen,
    view_and_grade,
)
from tests.gui.windows import Windows


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()
    clock.run_by(datetime.now)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_whole_year(
    qapp: QApplication,
    qtbot: QtBot,
    windows: Windows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shows = Shows()
    qapp.installEventFilter(shows)
    script, dialogs = load_script(), Dialogs(monkeypatch)
    monkeypatch.setattr(Room, "showFullScreen", Room.show)
    clock.run_by(lambda: datetime(2026, 6, 8, 9, 30))
    officer = begin(qtbot, windows, tmp_path, script)
    put_into_the_post(tmp_path, script, lambda path: take_in_alone(officer, path))
    who_is_missing(officer, script)
    fridays_post(officer, tmp_path, script)
    returned = give_back(officer, tmp_path)
    again = clerk_answers(qtbot, windows, tmp_path, returned[CITIZENS])
    officer.sit_down()
    take_in_alone(officer, again)
    the_reply_is_seen(officer)
    view_and_grade(officer)
    check_the_rest(officer)
    confirm_some(officer)
    meeting(officer, tmp_path, dialogs)
    everything_leads_somewhere(officer)
    send_confirmations(officer)
    the_confirmation_arrives(tmp_path)
    papers(officer, tmp_path, dialogs)
    correction(officer)
    assert shows.windows <= {"MainWindow", "Room"}
    qapp.removeEventFilter(shows)
