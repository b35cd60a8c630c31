"""A background whose answers wait until a test lets them come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from imari_desk.gui.background import Background

T = TypeVar("T")


class Held(Background):
    """Does nothing until ``release``; then one job after the other, on the caller's thread."""

    def __init__(self) -> None:
        super().__init__(inline=True)
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        now = super().run
        self._waiting.append(lambda: now(job, done, failed))

    def release(self) -> None:
        """Do what waits, and what that asks for in turn."""
        while self._waiting:
            self._waiting.pop(0)()
