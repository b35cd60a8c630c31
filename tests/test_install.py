"""The built wheel, installed where no checkout is, on every Python this machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("resources/plan/imari-dx-2021.toml", "resources/paper/main.typ", "db/migrations/env.py")
MANUAL = ("clerk.html", "office.html", "it.html", "manual.css", "pictures/clerk-form.png")
OPENING = """
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from imari_desk.gui import manual

app = QApplication([])
QDesktopServices.openUrl = lambda url: print(url.toLocalFile()) or True
window = QWidget()
manual.open_whole(window)
manual.open_here(window)
"""

pytestmark = pytest.mark.slow


def pythons() -> list[str]:
    """This Python, and 3.11 to 3.13 where they are found on the path or among pyenv's."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = {own: sys.executable}
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for version in ("3.11", "3.12", "3.13"):
        places = [shutil.which(f"python{version}"), *pyenv.glob(f"{version}.*/bin/python")]
        for place in places:
            if place and version not in found and _works(str(place)):
                found[version] = str(place)
    return [found[version] for version in sorted(found)]


def _works(python: str) -> bool:
    words = [python, "-c", "import ensurepip, venv, sqlite3"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the sdist."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", str(out), cwd=ROOT)
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


def run(*words: str, cwd: Path) -> str:
    """The program's output; its complaints are in the failure."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def test_wheel_and_sdist_carry_what_the_program_reads(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[0]) as wheel:
        in_wheel = set(wheel.namelist())
    with tarfile.open(built[1]) as sdist:
        in_sdist = {name.partition("/")[2] for name in sdist.getnames()}
    assert {f"imari_desk/{part}" for part in PARTS} <= in_wheel
    assert {*PARTS, "README.md", "pyproject.toml"} <= in_sdist
    assert {f"imari_desk/manual/{part}" for part in MANUAL} <= in_wheel
    assert {f"docs/manual/{part}" for part in (*MANUAL, "clerk.md")} <= in_sdist
    assert not [name for name in in_wheel if name.startswith(("tests/", "manuals/"))]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("python", pythons())
def test_the_whole_round_runs_from_the_wheel(
    python: str, built: tuple[Path, Path], tmp_path: Path
) -> None:
    run(python, "-m", "venv", "env", cwd=tmp_path)
    inside = tmp_path / "env" / "bin"
    lock = str(ROOT / "requirements.lock")
    install = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", lock)
    run(str(inside / "python"), *install, str(built[0]), cwd=tmp_path)
    shown = run(str(inside / "imari-desk"), "demo", "demo", cwd=tmp_path)
    for name in ("assign.csv", "依頼", "提出", "差戻し", "確定", "集計.xlsx", "公表"):
        assert (tmp_path / "demo" / name).exists(), name
        assert name in shown
    assert (tmp_path / "demo" / "評価シート.pdf").stat().st_size > 100_000
    opened = run(str(inside / "python"), "-c", OPENING, cwd=tmp_path).splitlines()
    assert [Path(name).name for name in opened] == ["clerk.html", "clerk-window.html"]
    assert all(Path(name).is_file() and Path(name).is_relative_to(tmp_path) for name in opened)
