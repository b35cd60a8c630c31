"""The whole job once more on a display, a real X server without a screen; its pictures stay."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.display import display
from tests.gui.album import PLACE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "pictures" / "display"  # left lying for whoever wants to look
STEPS = ("first page", "filled in", "all filled in", "before handing in", "handed in")


def test_the_whole_job_on_a_display() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
    chosen = {"QT_QPA_PLATFORM": "xcb", PLACE: str(PICTURES)}
    words = ("-q", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/gui/test_whole_job.py")
    with display() as name:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            cwd=ROOT,
            env=kept | chosen | {"DISPLAY": name},
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
