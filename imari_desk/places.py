"""Where the files packaged with the program lie."""

from __future__ import annotations

from pathlib import Path


def packaged(name: str) -> Path:
    """The packaged folder of that name (``resources``, ``db``).

    It lies inside the package when installed, one folder up in a checkout. Raises
    FileNotFoundError where neither is there: the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / name, here.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)
