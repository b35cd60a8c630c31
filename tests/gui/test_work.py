from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from imari_desk.gui.background import Background
from imari_desk.gui.work import Progress, StoppedError, Work


def test_a_page_that_is_gone_hears_nothing(qtbot: QtBot) -> None:
    background = Background()
    page = QWidget()
    work = Work(background, page)
    heard: list[object] = []
    other: list[object] = []
    work.start(lambda _report: 1, heard.append, heard.append)
    delete(page)
    background.run(lambda: 2, other.append, other.append)
    qtbot.waitUntil(lambda: other == [2])
    background.finish()

    assert heard == []


def test_it_is_stopped_between_two_steps() -> None:
    work = Work(Background(inline=True))
    done: list[int] = []
    ended: list[Exception] = []
    seen: list[tuple[int, int]] = []
    work.progressed.connect(lambda n, of: seen.append((n, of)))

    def job(report: Progress) -> int:
        for n in range(5):
            report("x", n, 5)
            done.append(n)
            if n == 2:
                work.stop()
        report("x", 5, 5)
        return 5

    work.start(job, done.append, ended.append)
    assert done == [0, 1, 2]
    assert isinstance(ended[0], StoppedError)
    assert seen == [(0, 5), (1, 5), (2, 5)]
    assert not work.running


def test_what_is_finished_is_not_stopped_any_more() -> None:
    work = Work(Background(inline=True))
    results: list[int] = []

    def job(report: Progress) -> int:
        work.stop()
        report("x", 3, 3)
        return 3

    work.start(job, results.append, lambda _error: results.append(-1))
    assert results == [3]
