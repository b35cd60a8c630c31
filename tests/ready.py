"""Folders made once a run and copied for each test that wants one: a database is dear to build.

A test gets a copy of its own, so nothing it does is seen by another. ::

    def room(folder: Path) -> None: ...        # fills an empty folder

    ready.copy(room, tmp_path)
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

Fill = Callable[[Path], object]

_made: dict[Fill, Path] = {}


def copy(fill: Fill, to: Path) -> None:
    """Put into ``to`` what ``fill`` puts into an empty folder. ``fill`` leaves nothing open."""
    if fill not in _made:
        folder = Path(mkdtemp(prefix="imari-desk-tests-"))
        try:
            fill(folder)
        except BaseException:
            shutil.rmtree(folder)
            raise
        _made[fill] = folder
    shutil.copytree(_made[fill], to, dirs_exist_ok=True)


def clear() -> None:
    """At the end of the run: everything goes."""
    while _made:
        shutil.rmtree(_made.popitem()[1], ignore_errors=True)
