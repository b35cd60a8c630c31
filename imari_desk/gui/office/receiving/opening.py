"""A file shown in the program the system has for it: always a copy, so that it stays as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from imari_desk.desk.files import read_file, write_file
from imari_desk.domain.words import sentence


def copy_of_file(folder: Path, path: Path) -> Path:
    """A copy of a file, to be opened. Raises DeskError where it cannot be read or written."""
    return copy_of(folder, path.name, read_file(path))


def copy_of(folder: Path, name: str, content: bytes) -> Path:
    """Write a copy under a name of its own into a folder, to be opened."""
    home = folder / sentence("office.receiving.copies")
    target, n = home / name, 2
    while target.exists() and target.read_bytes() != content:
        target, n = home / f"{Path(name).stem}_{n}{Path(name).suffix}", n + 1
    if not target.exists():
        write_file(target, content)
    return target


def show(path: Path) -> None:
    """Show it in the program the system has for it. On the UI thread."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
