"""What day and what time it is for the window, in one place: pictures and tests can stop it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

_sources: list[Callable[[], datetime]] = [datetime.now]


def now() -> datetime:
    """Local time."""
    return _sources[-1]()


def today() -> date:
    """The day it is here."""
    return now().date()


def run_by(source: Callable[[], datetime]) -> None:
    """Take the time from elsewhere from now on."""
    _sources[:] = [source]
