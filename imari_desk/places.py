"""Where things lie: the folders packaged with the program, and the user's data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# In the data folder:
DATABASE = "desk.db"
LOG = "imari-desk.log"  # what went wrong, for those who mend it


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


def user_data() -> Path:
    """The user's data folder: where the platform keeps what belongs to one user on one PC."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "ImariDesk"
    base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "imari-desk"
