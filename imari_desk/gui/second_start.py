"""A second start while a window is open: the open one comes forward and takes in the files.

The two speak through small files beside the data, as nothing of this program opens a connection.
Nothing of Qt is needed for that, so that the second start asks before it shows anything.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_THERE = "window.there"  # who has the window of this folder open
_CALL = "window.call-"  # one second start, until it is answered
PATIENCE = 4.0  # seconds a second start waits for its answer
_PAUSE = 0.05


def announce(folder: Path) -> bool:
    """Let other starts know that a window of this folder is open here; whether they can.

    They cannot where there is no folder yet, or where another PC has said so of itself.
    """
    pid, host = _there(folder)
    if pid and host != _here():
        return False
    try:
        for left_over in folder.glob(f"{_CALL}*"):
            left_over.unlink(missing_ok=True)
        _write(folder / _THERE, [str(os.getpid()), _here()])
    except OSError:
        return False
    return True


def withdraw(folder: Path) -> None:
    """The window that was announced here is closed."""
    pid, host = _there(folder)
    if pid == os.getpid() and host == _here():
        with suppress(OSError):
            (folder / _THERE).unlink(missing_ok=True)


def hand_over(folder: Path, files: Sequence[Path], patience: float = PATIENCE) -> bool:
    """Ask the window that is open on this PC to come forward; False where none answers."""
    pid, host = _there(folder)
    if not pid or pid == os.getpid() or host != _here() or not _runs(pid):
        return False
    call = folder / f"{_CALL}{os.getpid()}"
    try:
        _write(call, [str(path.absolute()) for path in files])
    except OSError:
        return False
    _may_come_forward(pid)
    until = time.monotonic() + patience
    while call.exists() and time.monotonic() < until:
        time.sleep(_PAUSE)
    return not _taken(call)


def answer(folder: Path) -> tuple[tuple[Path, ...], ...]:
    """The second starts there have been since: the files of each. They are answered with that."""
    calls = []
    with suppress(OSError):
        for call in sorted(folder.glob(f"{_CALL}*")):
            names = _lines(call)
            if not call.name.endswith("~") and _taken(call):
                calls.append(tuple(Path(name) for name in names))
    return tuple(calls)


def _taken(call: Path) -> bool:
    """Remove a call; whether it was still there. Whoever removes it decides what becomes of it."""
    try:
        call.unlink()
    except OSError:
        return False
    return True


def _there(folder: Path) -> tuple[int, str]:
    """Process and PC of the window that was announced; (0, "") where none was."""
    pid, _, host = "\n".join(_lines(folder / _THERE)).partition("\n")
    return (int(pid), host) if pid.isdecimal() else (0, "")


def _here() -> str:
    import platform

    return platform.node()


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []


def _write(file: Path, lines: Sequence[str]) -> None:
    """Whole or not at all: who looks for the file finds all of it."""
    half = file.with_name(f"{file.name}~")
    half.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    half.replace(file)


def _runs(pid: int) -> bool:
    """Whether there is such a process; after a crash the announcement is left behind."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)  # may ask about it
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)  # asks only
    except ProcessLookupError:
        return False
    except OSError:
        pass  # somebody else's
    return True


def _may_come_forward(pid: int) -> None:
    """Windows lets only the program one has just started pass the foreground on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
