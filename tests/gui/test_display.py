"""The whole job once more on a display, a real X server without a screen; its pictures stay."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui.album import PLACE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "pictures" / "display"  # left lying for whoever wants to look
STEPS = ("first page", "filled in", "all filled in", "before handing in", "handed in")


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a display nobody sees, of the size most screens have."""
    here, there = os.pipe()
    screen = ("-screen", "0", "1920x1080x24", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(there), *screen], pass_fds=[there], stderr=subprocess.DEVNULL
    )
    os.close(there)
    with os.fdopen(here) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=30)


def test_the_whole_job_on_a_display(display: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
    chosen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", PLACE: str(PICTURES)}
    words = ("-q", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/gui/test_whole_job.py")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=ROOT,
        env=kept | chosen,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    taken = sorted(PICTURES.glob("*.png"))
    assert [file.stem.partition(" ")[2] for file in taken] == list(STEPS)
    shots = [QImage(str(file)) for file in taken]
    assert all(min(shot.width(), shot.height()) >= 600 for shot in shots)
    contents = {bytes(shot.constBits()) for shot in shots}
    assert len(contents) == len(STEPS), "two moments look the same"
