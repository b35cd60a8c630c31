"""That every library finds the libraries it was made against: shipped ones, or Windows' own."""

from __future__ import annotations

import importlib
from pathlib import Path

from installer.cpython import is_library

# Parts of Windows 10 from 1809 on.
# fmt: off
_WINDOWS = frozenset((
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "cfgmgr32", "combase", "comctl32",
    "comdlg32", "crypt32", "d3d9", "d3d11", "d3d12", "dwmapi", "dwrite", "dxgi", "gdi32",
    "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "msvcrt", "ncrypt", "netapi32", "ntdll",
    "ole32", "oleaut32", "powrprof", "propsys", "psapi", "rpcrt4", "secur32", "setupapi",
    "shell32", "shlwapi", "uiautomationcore", "user32", "userenv", "usp10", "uxtheme",
    "version", "winmm", "wintrust", "ws2_32", "wtsapi32",
))
# fmt: on


def missing(folder: Path) -> dict[str, tuple[str, ...]]:
    """Path → names of libraries it wants that are neither shipped nor part of Windows."""
    files = sorted(path for path in folder.rglob("*") if is_library(path.name))
    here = {path.name.lower() for path in files}
    found = {}
    for path in files:
        names = tuple(n for n in _wanted(path) if n not in here and not _of_windows(n))
        if names:
            found[path.relative_to(folder).as_posix()] = names
    return found


def _of_windows(name: str) -> bool:
    system = name.startswith(("api-ms-win-", "ext-ms-win-")) or name.endswith(".drv")
    return system or name.removesuffix(".dll") in _WINDOWS


def _wanted(path: Path) -> list[str]:
    pefile = importlib.import_module("pefile")
    head = pefile.PE(str(path), fast_load=True)
    head.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
    return [entry.dll.decode().lower() for entry in getattr(head, "DIRECTORY_ENTRY_IMPORT", [])]
