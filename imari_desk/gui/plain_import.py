"""Python's own import, while PySide6 is there.

PySide6 puts a function of its own in its place, which reads the source of every module imported
from then on, to see whether names in it are to be written another way (``__feature__``). Nothing
here asks for that, and the desk alone imports several hundred modules after the window.
"""

from __future__ import annotations

import builtins

from PySide6 import QtCore


def use_plain_import() -> None:
    """Put back the import PySide6 has found; where it has kept none, it stays as it is."""
    assert QtCore  # it is what has put its own there
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
