"""Modules compiled here and never again: nothing writes into a program folder later."""

from __future__ import annotations

import importlib.util
import marshal
import sys
from pathlib import Path

PYTHON = (3, 11)  # the program's on Windows; others compile what it cannot read
_UNCHECKED = (0b01).to_bytes(4, "little")  # goes by a hash of the source that nobody compares


def code_of(source: bytes, name: str) -> bytes:
    """A .pyc's bytes; ``name`` is what tracebacks call the module. The same everywhere."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    head = importlib.util.MAGIC_NUMBER + _UNCHECKED + importlib.util.source_hash(source)
    return head + marshal.dumps(code)


def compile_all(folder: Path) -> int:
    """Compile every module below a folder into its __pycache__; gives how many."""
    if sys.version_info[:2] != PYTHON:
        raise SystemExit(
            "The program on Windows runs on Python 3.11 and is compiled by it: "
            "make PYTHON=python3.11 installer"
        )
    files = sorted(folder.rglob("*.py"))
    for file in files:
        target = file.parent / "__pycache__" / f"{file.stem}.cpython-311.pyc"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(code_of(file.read_bytes(), file.relative_to(folder).as_posix()))
    return len(files)
