"""Garbage goes on the UI thread, by and by, and the interpreter's own rounds stay off."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from imari_desk.gui.collector import Collector


class Ring:
    """Something that only the collector can take apart."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector() -> Iterator[Collector]:
    enabled, owner = gc.isenabled(), QObject()
    yield Collector(owner)
    gc.unfreeze()
    if enabled:
        gc.enable()


def test_the_interpreters_own_rounds_are_off(collector: Collector) -> None:
    assert not gc.isenabled()
    assert collector.parent() is not None


def test_rings_go_without_being_asked(collector: Collector, qtbot: QtBot) -> None:
    assert collector.parent() is not None
    gone = weakref.ref(Ring())
    # Far more than worth it: whatever else goes meanwhile counts against them.
    kept = [Ring() for _ in range(20_000)]
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert len(kept) == 20_000


def test_little_is_left_lying(collector: Collector) -> None:
    gc.collect()
    gone = weakref.ref(Ring())
    collector.collect()
    assert gone() is not None
