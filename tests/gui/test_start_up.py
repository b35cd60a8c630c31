"""What is imported when, seen from outside, and what the measuring prints."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from imari_desk.places import FIRST_PAGE
from tests.gui.windows import clerk

pytestmark = pytest.mark.slow
NEVER = ("openpyxl", "alembic", "typst")
AFTER_PAINT = (
    "PySide6.QtCore.Qt",  # made when first named, and dear
    "sqlalchemy",
    "sqlite3",
    "imari_desk.domain.plan",
    "imari_desk.desk.desk",
    "imari_desk.cli",
    "imari_desk.gui.frame",
    "imari_desk.gui.kit",
    "imari_desk.gui.workplace",
)
# Runs the program, and tells after the first paint and when it is usable what was imported.
WATCHED = """
import json, sys
from PySide6 import QtCore
from imari_desk.gui import main_window, start_up
seen = []
def look():
    made = ["PySide6.QtCore.Qt"] if "Qt" in vars(QtCore) else []
    seen.append(sorted(sys.modules) + made)
make = main_window.MainWindow.__init__
def watched(self, *facts, **named):
    make(self, *facts, **named)
    self.painted.connect(look)
    self.usable.connect(look)
main_window.MainWindow.__init__ = watched
sys.argv = ["imari-desk", "--measure-start", "--data", sys.argv[1]]
from imari_desk import app
try:
    app.main()
finally:
    print(json.dumps(seen))
"""


# What a page shown out of the one left last does without.
NOT_FOR_A_PAGE_THAT_IS_THERE = (
    "sqlalchemy",
    "sqlite3",
    "imari_desk.store.store",
    "imari_desk.domain.checks",
    "imari_desk.gui.form.signature",
    "imari_desk.gui.side.checks",
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clerk(tmp_path_factory.mktemp("start"))


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A clerk's folder whose window has never been open."""
    return Path(shutil.copytree(original, tmp_path / "clerk"))


def run(*words: str) -> list[str]:
    """The lines a fresh process prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def has(modules: list[str], name: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for module in modules)


def test_the_first_paint_waits_for_nothing_it_does_not_show(folder: Path) -> None:
    *_, seen = run("-c", WATCHED, str(folder))
    painted, usable = json.loads(seen)
    assert [name for name in (*AFTER_PAINT, *NEVER) if has(painted, name)] == []
    assert has(usable, "sqlalchemy")
    assert [name for name in NEVER if has(usable, name)] == []


def test_a_page_that_was_left_is_there_before_the_desk(folder: Path) -> None:
    run("-m", "imari_desk", "--measure-start", "--data", str(folder))
    *_, seen = run("-c", WATCHED, str(folder))
    _, usable = json.loads(seen)
    assert [name for name in NOT_FOR_A_PAGE_THAT_IS_THERE if has(usable, name)] == []
    assert (folder / FIRST_PAGE).is_file()  # left again for the next start


def test_measuring_prints_one_object_and_leaves(folder: Path) -> None:
    (line,) = run("-m", "imari_desk", "--measure-start", "--data", str(folder))
    measured = json.loads(line)
    assert measured.keys() == {"first_paint_ms", "usable_ms"}
    assert 0 < measured["first_paint_ms"] < measured["usable_ms"]


def test_a_first_start_is_measured_as_well(tmp_path: Path) -> None:
    (line,) = run("-m", "imari_desk", "--measure-start", "--data", str(tmp_path / "new"))
    assert json.loads(line).keys() == {"first_paint_ms", "usable_ms"}
    assert not (tmp_path / "new" / "desk.db").exists()
