"""A Windows of its own under Wine, for ``make installer-test``: made anew, thrown away after."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/bizud-gothic")
PATIENCE = 300  # seconds for one program
_FELL_OVER = "wine client error"
_COMPILER = "x86_64-w64-mingw32-gcc"
# Windows has these libraries; Wine 8 has not. What Qt takes from icuuc are encodings the program
# does not use; ProcessPrng gives random bytes.
_RANDOM = """
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *to, unsigned long length);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *to, unsigned long long length)
{ return SystemFunction036(to, (unsigned long)length); }
"""


class Wine:
    """One prefix. Paths on its drive C are given with slashes, from C:\\ on."""

    def __init__(self, folder: Path, python: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder, self._python = folder, python
        self.drive = folder / "prefix" / "drive_c"
        self._words = {
            **os.environ,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
        }
        self.run("wineboot", "-i")
        for font in FONTS.glob("*.ttf"):
            shutil.copyfile(font, self.drive / "windows" / "Fonts" / font.name)

    @property
    def user(self) -> Path:
        """The user's AppData folder."""
        found = (p for p in (self.drive / "users").iterdir() if p.name != "Public")
        return next(found) / "AppData"

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; its output is text, its exit code not looked at.

        Where Wine's own server falls over (now and then it does, between two programs), once more.
        """
        done = self._run_once(*words)
        if _FELL_OVER in done.stdout:
            print(f"   once more: {done.stdout.strip()[-80:]}")
            done = self._run_once(*words)
        return done

    def _run_once(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["wine", *map(str, words)],
            env=self._words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )

    def run_line(self, program: Path, line: str) -> subprocess.CompletedProcess[str]:
        """Run a program with the rest of its command line as it stands: NSIS wants no quotes."""
        call = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1]))"
        name = f"Z:{program.resolve()}".replace("/", "\\")
        return self.run(self._python, "-c", call, f'"{name}" {line}')

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on."""
        return subprocess.Popen(
            ["wine", *map(str, words)],
            env=self._words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def add_library(self, name: str, source: str, *words: str) -> None:
        """Compile a stand-in for a library that Windows has."""
        file = self.folder / f"{name}.c"
        file.write_text(source, "ascii")
        target = self.drive / "windows" / "system32" / f"{name}.dll"
        flags = ["-shared", "-nostdlib", "-Wl,--entry=0", "-o", str(target), str(file)]
        subprocess.run([_COMPILER, *flags, *words], check=True)

    def add_missing_libraries(self, qt_core: Path) -> None:
        """What Qt and Typst ask of Windows and Wine 8 does not have."""
        lines = [
            f"__declspec(dllexport) void *{name}(void) {{ return 0; }}"
            for name in imported(qt_core, "icuuc.dll")
        ]
        self.add_library("icuuc", "\n".join(lines) + "\n")
        self.add_library("bcryptprimitives", _RANDOM, "-ladvapi32")

    def add_network_drive(self, letter: str) -> Path:
        """A drive that says of itself that it is on the network; gives its folder here."""
        place = self.folder / f"drive_{letter}"
        place.mkdir()
        (self.folder / "prefix" / "dosdevices" / f"{letter}:").symlink_to(place)
        key = r"HKEY_LOCAL_MACHINE\Software\Wine\Drives"
        self.run("reg", "add", key, "/v", f"{letter}:", "/t", "REG_SZ", "/d", "network", "/f")
        return place

    def finish(self) -> None:
        """End everything that runs in this prefix."""
        subprocess.run(["wineserver", "-k"], env=self._words, check=False)


def imported(library: Path, wanted: str) -> list[str]:
    """The names a library takes from another."""
    import pefile

    head = pefile.PE(str(library), fast_load=True)
    head.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
    for entry in head.DIRECTORY_ENTRY_IMPORT:
        if entry.dll.decode().lower() == wanted:
            return [item.name.decode() for item in entry.imports]
    return []


def wait_for(what: str, met: Callable[[], bool], patience: float = 120) -> None:
    """Until it is so. Raises TimeoutError naming what was waited for."""
    until = time.monotonic() + patience
    while not met():
        if time.monotonic() > until:
            raise TimeoutError(what)
        time.sleep(0.5)


def take_picture(buffer: Path, target: Path) -> int:
    """The screen of an Xvfb, out of its file in XWD form, as a PNG; gives how many colours.

    Xvfb must have been started with ``-fbdir`` and 24 bits.
    """
    data = buffer.read_bytes()
    head = struct.unpack(">25I", data[:100])
    size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    at = size + 12 * colours
    rows: list[bytes] = []
    seen: set[tuple[int, ...]] = set()
    for y in range(height):
        row = data[at + y * line : at + y * line + 4 * width]
        picture = bytearray(3 * width)
        picture[0::3], picture[1::3], picture[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(b"\0" + bytes(picture))
        seen.update(zip(row[2::16], row[1::16], row[0::16], strict=False))
    _write_png(target, width, height, b"".join(rows))
    return len(seen)


def _write_png(target: Path, width: int, height: int, rows: bytes) -> None:
    parts: Sequence[tuple[bytes, bytes]] = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
