"""Where things lie: the folders packaged with the program, and the user's data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# In the data folder:
DATABASE = "desk.db"
LOG = "imari-desk.log"  # what went wrong, for those who mend it
FIRST_PAGE = "first.page"  # what the next start shows first; never data

# In the usual folder alone:
CHOSEN = "data-folder.txt"  # names the folder that was chosen in its place


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
    """The user's data folder: the one chosen in the window, else the usual one."""
    return chosen_data() or usual_data()


def chosen_data() -> Path | None:
    """The folder chosen in the window, whether it is there now or not; None for the usual one."""
    try:
        found = Path((usual_data() / CHOSEN).read_text("utf-8").strip())
    except (OSError, ValueError):
        return None
    return found if found.is_absolute() else None


def remember_data(folder: Path) -> None:
    """Let that be the user's data folder from the next start on. Raises OSError."""
    usual = usual_data()
    usual.mkdir(parents=True, exist_ok=True)
    if folder == usual:
        (usual / CHOSEN).unlink(missing_ok=True)
    else:
        (usual / CHOSEN).write_text(f"{folder.absolute()}\n", "utf-8")


def usual_data() -> Path:
    """Where the platform keeps what belongs to one user on one PC."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "ImariDesk"
    base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "imari-desk"
