"""The program folder, put together: CPython, the wheels without what is left out, our own wheel."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from installer.compiled import compile_all
from installer.cpython import LIB
from installer.inputs import InputError, sha256
from installer.left_out import LeftOut

SHIPPED = "shipped.json"
COMMAND = "imari-desk.cmd"
OWN = f"{LIB}/imari_desk"
_VERSION = re.compile(r'^__version__ = ".*"$', re.MULTILINE)


def unpack_wheels(wheels: Iterable[Path], folder: Path, left_out: LeftOut) -> None:
    """Unpack wheels as installed, without what is left out."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                if not name.endswith("/") and not left_out.covers("wheels", name):
                    packed.extract(name, folder / LIB)


def add_command(folder: Path) -> None:
    """The command line for those who look after the PC: ``imari-desk.cmd verify``."""
    text = '@"%~dp0python.exe" -m imari_desk %*\n'
    (folder / COMMAND).write_text(text, "ascii", newline="\r\n")


def set_version(folder: Path, version: str) -> None:
    """Give the staged program another version: an older or newer one for a test."""
    file = folder / OWN / "__init__.py"
    file.write_text(_VERSION.sub(f'__version__ = "{version}"', file.read_text("utf-8")), "utf-8")


def version_of(folder: Path) -> str:
    """The staged program's version."""
    match = _VERSION.search((folder / OWN / "__init__.py").read_text("utf-8"))
    if match is None:
        raise InputError("imari_desk/__init__.py names no version.")
    return match[0].split('"')[1]


def finish(folder: Path) -> str:
    """Compile, list and date everything; gives the digest of the list."""
    compile_all(folder / LIB)
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != SHIPPED)
    sums = {path.relative_to(folder).as_posix(): sha256(path) for path in files}
    text = json.dumps({"version": version_of(folder), "files": sums}, indent=0, sort_keys=True)
    (folder / SHIPPED).write_text(text, "utf-8")
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
    for path in folder.rglob("*"):
        os.utime(path, (moment, moment))
    return hashlib.sha256(text.encode()).hexdigest()


def variant(folder: Path, target: Path, version: str, change: Callable[[Path], None]) -> str:
    """A copy of a finished folder under another version, changed before it is listed anew."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target)
    set_version(target, version)
    change(target)
    return finish(target)


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
