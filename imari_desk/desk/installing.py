"""Taking a new program folder into use: tried out on a copy of the data first, else left alone.

An installation is a folder (the root) with a program folder for each version. ``current.txt`` in
it names the one in use, ``previous.txt`` the one before, which stays until the new one has been
used. Switching is writing one small file, so it happens whole or not at all.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from imari_desk import __version__
from imari_desk.desk import self_check, shipped
from imari_desk.desk.desk import Desk
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.places import DATABASE

CURRENT, PREVIOUS = "current.txt", "previous.txt"
_GOING = ".removed"  # appended to a program folder that is being removed
_PATIENCE = 180  # seconds for the window on the copy; an antivirus reads everything first
_TOLD = 2000  # characters of what a broken program said

Say = Callable[[str], None]
ShowWindow = Callable[[Path], None]


class TrialError(Exception):
    """The new program would not do; the text says why."""


def take_into_use(
    root: Path, folder: str, data: Path, say: Say, show: ShowWindow | None = None
) -> bool:
    """Try out the program folder of that name, this very program, and switch to it if it is good.

    ``show``: opens the window on a data folder, a process of its own where not given.
    """
    moment = datetime.now().isoformat(" ", "seconds")
    say(sentence("trial.begin", moment=moment, version=__version__, folder=folder))
    try:
        _try_out(data, say, show or _show_window)
    except TrialError as reason:
        say(sentence("trial.back", reason=reason))
        return False
    except DeskError as fault:
        say(sentence("trial.back", reason=fault.text))
        return False
    _switch(root, folder)
    say(sentence("trial.kept", version=__version__))
    return True


def settle() -> None:
    """The program in use has been used: the one before it may go. Nothing where there is none."""
    program = shipped.program_folder()
    if program is None or _named(program.parent, CURRENT) != program.name:
        return
    before = _named(program.parent, PREVIOUS)
    if before and _remove(program.parent / before):
        with suppress(OSError):
            (program.parent / PREVIOUS).unlink()


def _try_out(data: Path, say: Say, show: ShowWindow) -> None:
    with TemporaryDirectory(prefix="imari-desk-", ignore_cleanup_errors=True) as place:
        copy = Path(place)
        if (data / DATABASE).is_file():
            _copy(data, copy, say)
        else:
            say(sentence("trial.no_data"))
        _check_program(say)
        show(copy)
        say(sentence("trial.window"))


def _copy(data: Path, copy: Path, say: Say) -> None:
    """Copy the database and open the copy, which brings it to this program's shape."""
    from imari_desk.store import snapshot

    snapshot.take(data / DATABASE, copy / DATABASE)
    say(sentence("trial.copied", folder=data))
    with Desk.open(copy) as desk:
        health = desk.verify()
    say(sentence("trial.opened", count=health.evaluations))


def _check_program(say: Say) -> None:
    """What the self-check says of the program's own files; the PC is as it was before."""
    line = self_check.look_at_program()
    say(sentence("trial.files", value=line.value))
    if line.weight is self_check.Weight.FAULT:
        raise TrialError(line.value)


def _show_window(data: Path) -> None:
    """The window of this program on a data folder, until it is usable. Raises TrialError."""
    words = [sys.executable, "-m", "imari_desk", "--measure-start", "--data", str(data)]
    hidden = 0x08000000 if sys.platform == "win32" else 0  # no console beside the window
    with subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        creationflags=hidden,
    ) as running:
        try:
            said, _ = running.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            running.kill()
            said, _ = running.communicate()
    text = said.decode("utf-8", "replace")
    if "usable_ms" not in text:
        facts = {"code": running.returncode, "said": text[-_TOLD:].strip()}
        raise TrialError(sentence("trial.no_window", **facts))


def _switch(root: Path, folder: str) -> None:
    before = _named(root, CURRENT)
    if before != folder:
        _name(root, PREVIOUS, before)
        _name(root, CURRENT, folder)
    kept = {folder, _named(root, PREVIOUS)}
    for path in tuple(root.iterdir()):
        if path.name.endswith(_GOING):  # some of it was in use when it was to go
            shutil.rmtree(path, ignore_errors=True)
        elif path.name not in kept and (path / shipped.LIST).is_file():
            _remove(path)


def _remove(folder: Path) -> bool:
    """Remove a program folder; whether it is gone. One that is running stays whole."""
    going = folder.with_name(folder.name + _GOING)
    if folder.is_dir():
        if not (folder / shipped.LIST).is_file():
            return True  # not ours
        try:
            folder.rename(going)  # not possible while something in it runs
        except OSError:
            return False
    shutil.rmtree(going, ignore_errors=True)
    return not going.exists()


def _named(root: Path, file: str) -> str:
    """The program folder a file of the root names; "" where none."""
    try:
        name = (root / file).read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""
    return name if name == Path(name).name else ""


def _name(root: Path, file: str, folder: str) -> None:
    half = root / f"{file}~"
    half.write_text(folder, "utf-8")
    half.replace(root / file)
