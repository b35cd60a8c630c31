"""The program as it was handed out: where its folder is, and whether its files are still those."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import imari_desk

LIST = "shipped.json"  # in the program folder: the version, and path → SHA-256 of every file


class Files(NamedTuple):
    """How many files there should be, and those that are gone, changed or were not there."""

    total: int
    other: tuple[str, ...]


def program_folder() -> Path | None:
    """The folder the installer made; None where the program was started another way."""
    package = Path(imari_desk.__file__).resolve().parent
    folder = package.parent.parent
    return folder if (folder / LIST).is_file() else None


def look(folder: Path) -> Files:
    """Compare a program folder with its list. Raises OSError, ValueError for a spoilt list."""
    listed = dict(json.loads((folder / LIST).read_text("utf-8"))["files"])
    other = [name for name, digest in listed.items() if _digest(folder / name) != digest]
    more = [name for name in _code(folder) if name not in listed]
    return Files(len(listed), tuple(sorted(other + more)))


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _code(folder: Path) -> Iterator[str]:
    """What could be run out of the folder: more than was shipped may not be among it."""
    for path in folder.rglob("*"):
        if path.suffix.lower() in {".exe", ".dll", ".pyd", ".py", ".pyc", ".pth", "._pth"}:
            yield path.relative_to(folder).as_posix()
