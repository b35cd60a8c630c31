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

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "9p", "fuse.sshfs", "davfs"}
)


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


def on_network(folder: Path) -> bool:
    """Whether the folder lies on a network drive, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.absolute().anchor
        remote = 4  # what the system calls such a drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == remote
    mounts = _mounts()
    where = folder.absolute()
    mounted = next((p for p in (where, *where.parents) if p in mounts), None)
    return mounted is not None and mounts[mounted] in _NETWORK


def _mounts() -> dict[Path, str]:
    """Mount point → kind of file system; {} where the system does not tell."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return {}
    fields = (line.split() for line in lines)
    return {Path(f[1].replace("\\040", " ")): f[2] for f in fields if len(f) > 2}


def usual_data() -> Path:
    """Where the platform keeps what belongs to one user on one PC."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "ImariDesk"
    base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "imari-desk"
