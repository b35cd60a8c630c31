"""What the system says of the PC: drives, room, printers, region. Nothing here raises."""

from __future__ import annotations

import locale
import platform
import shutil
import sys
import time
from pathlib import Path

from imari_desk.places import on_network

FIXED, REMOVABLE, NETWORK = "fixed", "removable", "network"
MISSING, OTHER = "missing", "other"
_WINDOWS_DRIVES = {1: MISSING, 2: REMOVABLE, 3: FIXED, 4: NETWORK}


def system() -> str:
    """The system's name and version."""
    if sys.platform == "win32":
        found = sys.getwindowsversion()
        return f"Windows {found.major}.{found.minor} build {found.build}"
    return f"{platform.system()} {platform.release()}"


def drive(folder: Path) -> str:
    """The kind of drive a folder lies on, one of the names above."""
    if on_network(folder):
        return NETWORK
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor)
        return _WINDOWS_DRIVES.get(kind, OTHER)
    return FIXED


def free_space(folder: Path) -> int | None:
    """Free bytes where a folder lies or will lie; None where the system does not tell."""
    there = next((p for p in (folder, *folder.absolute().parents) if p.is_dir()), None)
    try:
        return shutil.disk_usage(there).free if there else None
    except OSError:
        return None


def region() -> tuple[str, str, str]:
    """Language and country, the encoding of programs that know no Unicode, the time zone."""
    zone = time.strftime("UTC%z")
    if sys.platform == "win32":
        import ctypes

        name = ctypes.create_unicode_buffer(85)
        ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))
        return name.value or "?", f"cp{ctypes.windll.kernel32.GetACP()}", zone
    language = locale.getlocale()[0]
    return language or "C", locale.getencoding(), zone


def printers() -> tuple[str, ...] | None:
    """The printers' names, the usual one first; None where the system is not asked."""
    if sys.platform != "win32":
        return None
    return _windows_printers()


def _windows_printers() -> tuple[str, ...]:
    """By the spooler's list of names (level 4), which waits for no printer."""
    import ctypes
    from ctypes import wintypes

    class Info(ctypes.Structure):
        _fields_ = (
            ("name", wintypes.LPWSTR),
            ("server", wintypes.LPWSTR),
            ("attributes", wintypes.DWORD),
        )

    if sys.platform != "win32":
        return ()
    try:
        spooler = ctypes.WinDLL("winspool.drv")
    except OSError:
        return ()
    wanted, count = wintypes.DWORD(), wintypes.DWORD()
    local_and_connected = 2 | 4
    ask = (local_and_connected, None, 4)
    spooler.EnumPrintersW(*ask, None, 0, ctypes.byref(wanted), ctypes.byref(count))
    room = ctypes.create_string_buffer(max(wanted.value, 1))
    size = (ctypes.byref(wanted), ctypes.byref(count))
    if not spooler.EnumPrintersW(*ask, room, len(room), *size):
        return ()
    found = ctypes.cast(room, ctypes.POINTER(Info))
    names = [str(found[n].name) for n in range(count.value)]
    name, length = ctypes.create_unicode_buffer(260), wintypes.DWORD(260)
    usual = name.value if spooler.GetDefaultPrinterW(name, ctypes.byref(length)) else ""
    return tuple(sorted(names, key=lambda name: (name != usual, name)))
