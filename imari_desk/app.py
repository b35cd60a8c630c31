"""Wiring: the only module that may import everything.

Window or command is decided from the words alone, before anything heavy is imported: a window
that had to wait for the command line's imports would stand visibly later.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from imari_desk.places import user_data

DATA, MEASURE = "--data", "--measure-start"


class WindowCall(NamedTuple):
    """A call of the window: where the data lies, and the files it is to open with."""

    data: Path | None = None
    files: tuple[Path, ...] = ()
    measure: bool = False


def window_call(words: Sequence[str]) -> WindowCall | None:
    """What the words ask of the window; None where they are a command's.

    A file is told from a verb by its suffix, which no verb has.
    """
    call, rest = WindowCall(), list(words)
    while rest:
        word = rest.pop(0)
        if word == MEASURE:
            call = call._replace(measure=True)
        elif word == DATA and rest:
            call = call._replace(data=Path(rest.pop(0)))
        elif word.startswith(f"{DATA}="):
            call = call._replace(data=Path(word.partition("=")[2]))
        elif not word.startswith("-") and Path(word).suffix:
            call = call._replace(files=(*call.files, Path(word)))
        else:
            return None
    return call


def has_display() -> bool:
    """Whether a window can be shown: only a machine with X or Wayland may be without."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in known)


def main() -> None:
    """The program's entry point."""
    words = sys.argv[1:]
    call = window_call(words)
    if call is None:
        from imari_desk import cli

        sys.exit(cli.run(words))
    if not has_display():
        from imari_desk.domain.words import sentence

        sys.exit(sentence("cli_no_display"))
    folder = call.data or user_data()
    if not call.measure:
        from imari_desk.gui.second_start import hand_over

        if hand_over(folder, call.files):
            return
    from imari_desk.gui.plain_import import use_plain_import

    use_plain_import()
    from imari_desk.gui.start_up import run

    measured = _print_start if call.measure else None
    code = run(folder, call.files, measured=measured)
    if code == 0 and not call.measure:
        _settle()
    sys.exit(code)


def _settle() -> None:
    """This version has opened the data and was closed as it should be: the one before may go."""
    from imari_desk.desk.installing import settle

    settle()


def _print_start(first_paint: float, usable: float) -> None:
    """Milliseconds since the process was started, as one JSON object."""
    import json

    print(json.dumps({"first_paint_ms": round(first_paint, 1), "usable_ms": round(usable, 1)}))
