"""Our own mistakes: what is typed is saved, the log is written, one dialog tells of it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imari_desk.gui.crash import Crash
from imari_desk.gui.crash_dialog import CrashDialog


class Told:
    """What happened, in order."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.text = ""
        self.log: Path | None = None

    def save(self) -> None:
        self.steps.append("saved")

    def tell(self, text: str, log: Path | None) -> None:
        self.steps.append("told")
        self.text, self.log = text, log


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def crash(tmp_path: Path, told: Told) -> Iterator[Crash]:
    hooks = sys.excepthook, threading.excepthook
    made = Crash(tmp_path / "data" / "imari-desk.log", told.save, told.tell)
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    raise ZeroDivisionError("ours")


def caught() -> ZeroDivisionError:
    try:
        fail()
    except ZeroDivisionError as error:
        return error
    raise AssertionError


@pytest.mark.usefixtures("crash")
def test_what_nobody_caught_is_saved_logged_and_told(qtbot: QtBot, told: Told) -> None:
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: told.steps == ["saved", "told"])
    assert "ZeroDivisionError: ours" in told.text
    assert told.log is not None
    assert told.text in told.log.read_text("utf-8")


@pytest.mark.usefixtures("crash")
def test_a_mistake_on_another_thread_is_told_on_this_one(qtbot: QtBot, told: Told) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told.steps == []
    qtbot.waitUntil(lambda: told.steps == ["saved", "told"])
    assert "ZeroDivisionError: ours" in told.text


def test_a_second_mistake_while_one_is_told_goes_into_the_log_alone(
    qtbot: QtBot, crash: Crash, told: Told
) -> None:
    crash.report(caught())
    crash.report(ValueError("second"))
    qtbot.waitUntil(lambda: "told" in told.steps)
    assert told.steps == ["saved", "told"]
    assert told.log is not None
    assert "ValueError: second" in told.log.read_text("utf-8")


def test_saving_that_fails_too_does_not_stop_the_telling(
    qtbot: QtBot, tmp_path: Path, told: Told
) -> None:
    crash = Crash(tmp_path / "x.log", fail, told.tell)
    crash.report(ValueError("first"))
    qtbot.waitUntil(lambda: told.steps == ["told"])
    assert "ZeroDivisionError" in (tmp_path / "x.log").read_text("utf-8")


def test_where_no_log_can_be_written_it_is_told_all_the_same(
    qtbot: QtBot, tmp_path: Path, told: Told
) -> None:
    (tmp_path / "file").write_text("not a folder")
    crash = Crash(tmp_path / "file" / "x.log", told.save, told.tell)
    crash.report(ValueError("first"))
    qtbot.waitUntil(lambda: told.steps == ["saved", "told"])
    assert told.log is None
    assert "ValueError: first" in told.text


@pytest.mark.usefixtures("crash")
def test_ctrl_c_ends_the_program_as_always(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *facts: passed_on.append(facts[0]))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed_on == [KeyboardInterrupt]
    assert told.steps == []


def test_the_dialog_says_where_the_log_lies_and_copies_it(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CrashDialog("Traceback …", tmp_path / "x.log", saved=True, parent=parent)
    dialog.show()
    said = " ".join(label.text() for label in dialog.texts())
    assert str(tmp_path / "x.log") in said
    assert "記入した内容は保存しました" in said
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback …"
    dialog.go_on.click()


def test_the_dialog_does_not_say_saved_where_it_is_not(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CrashDialog("Traceback …", None, saved=False, parent=parent)
    said = " ".join(label.text() for label in dialog.texts())
    assert "まだ保存できていません" in said
    assert not dialog.folder.isVisibleTo(dialog)
