"""Nothing is sent anywhere: no command and no window opens a socket that could leave the machine.

Everything runs under strace, and where the system permits it in a network namespace that is
empty: what needed a network would fail there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.display import display

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
IMARI_DESK = (sys.executable, "-m", "imari_desk")
CALLS = "trace=socket,connect,bind,sendto,sendmsg"
YEAR = "2025"
_FAMILY = re.compile(r"\b(AF_\w+|PF_\w+)")
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@cache
def alone() -> tuple[str, ...]:
    """What a command is begun with to be without any network; () where that is not permitted."""
    for words in (("unshare", "-n"), ("unshare", "-r", "-n")):
        try:
            if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
                return words
        except FileNotFoundError:
            return ()
    return ()


def traced(
    folder: Path, *words: str, right: tuple[int, ...] = (0,), chosen: Mapping[str, str] = _OFFSCREEN
) -> set[str]:
    """Run it; the kinds of addresses and sockets it and all it started came near."""
    log = folder / "calls.txt"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
    watching = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", CALLS, "-o", str(log))
    done = subprocess.run(
        [*alone(), *watching, *words],
        cwd=ROOT,
        env=kept | dict(chosen),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in right, done.stdout[-3000:] + done.stderr[-3000:]
    return set(_FAMILY.findall(log.read_text("utf-8", "replace")))


def test_the_trace_sees_a_socket(tmp_path: Path) -> None:
    reach = "import socket; socket.socket(socket.AF_INET6); socket.socket().connect_ex(('::', 1))"
    seen = traced(tmp_path, sys.executable, "-c", reach, right=(0, 1))
    assert {"AF_INET", "AF_INET6"} <= seen


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The round, played under the same eyes."""
    folder = tmp_path_factory.mktemp("no-network")
    assert traced(folder, *IMARI_DESK, "demo", str(folder / "demo")) <= {"AF_UNIX"}
    return folder / "demo"


def copied(data: Path, to: Path) -> Path:
    return shutil.copytree(data, to / "data")


def test_the_commands_of_the_office(demo: Path, tmp_path: Path) -> None:
    data = copied(demo / "データ" / "推進室", tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    book = next((demo / "提出").glob("*.xlsx"))
    commands = (
        ("verify",),
        ("status", "--year", YEAR, "--json"),
        ("check", "--year", YEAR),
        ("plan", "export", str(out / "plan.xlsx")),
        ("import", str(book)),
        ("print", "--year", YEAR, "--measure", "行-①", str(out / "sheet.pdf")),
        ("consolidate", "--year", YEAR, str(out / "whole.xlsx")),
        ("publish", "--year", YEAR, str(out / "public")),
        ("backup", str(out / "all.zip")),
        ("restore", str(out / "all.zip")),
        ("--self-check",),
    )
    for command in commands:
        words = (*IMARI_DESK, "--data", str(data), *command)
        assert traced(tmp_path, *words, right=(0, 1)) <= {"AF_UNIX"}, command


def test_the_commands_of_a_department(demo: Path, tmp_path: Path) -> None:
    data = copied(demo / "データ" / "市民窓口課（例）", tmp_path)
    commands = (
        ("show", "--measure", "行-①", "--year", YEAR),
        ("submit", "--year", YEAR, str(tmp_path / "提出.xlsx")),
        ("handover", "--year", YEAR, str(tmp_path / "引継ぎ.xlsx")),
    )
    for command in commands:
        words = (*IMARI_DESK, "--data", str(data), *command)
        assert traced(tmp_path, *words) <= {"AF_UNIX"}, command


@pytest.mark.parametrize("who", ["推進室", "市民窓口課（例）"])
def test_the_window_once(who: str, demo: Path, tmp_path: Path) -> None:
    data = copied(demo / "データ" / who, tmp_path)
    words = (*IMARI_DESK, "--measure-start", "--data", str(data))
    assert traced(tmp_path, *words) <= {"AF_UNIX"}


@pytest.mark.timeout(900)
def test_the_whole_job_on_a_display(tmp_path: Path) -> None:
    job = ("-q", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/gui/test_whole_job.py")
    with display() as name:
        chosen = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        seen = traced(tmp_path, sys.executable, "-m", "pytest", *job, chosen=chosen)
    assert seen == {"AF_UNIX"}  # the display's own
