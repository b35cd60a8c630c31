"""The two things that are handed out: the installer and the portable zip."""

from __future__ import annotations

import os
import subprocess
import time
import zipfile
from pathlib import Path

from installer.staging import size

SCRIPT = Path(__file__).with_name("imari-desk.nsi")
NAME = "Imari Desk"


def installer(stage: Path, version: str, digest: str, out: Path, *, quick: bool = False) -> Path:
    """The NSIS installer of a staged folder; ``quick`` packs nothing tightly, for tests.

    The program folder's name carries the list's digest, so two builds never share a folder.
    """
    folder = f"{version}-{digest[:8]}"
    out.parent.mkdir(parents=True, exist_ok=True)
    facts = {"VERSION": version, "FOLDER": folder, "STAGE": stage.resolve(), "OUT": out.resolve()}
    defined = [f"-D{key}={value}" for key, value in facts.items()]
    defined += [f"-DSIZE={size(stage) // 1024}", *(["-DQUICK"] if quick else [])]
    words = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)]
    subprocess.run(words, check=True)
    return out


def portable(stage: Path, version: str, out: Path) -> Path:
    """A zip to unpack and start from anywhere; the data stay where each user's data lie."""
    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")))[:6]
    top = f"{NAME} {version}"
    start = '@start "" "%~dp0program\\pythonw.exe" -m imari_desk %*\r\n'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr(_entry(f"{top}/{NAME}.cmd", moment), start)
        for path in sorted(p for p in stage.rglob("*") if p.is_file()):
            name = f"{top}/program/{path.relative_to(stage).as_posix()}"
            packed.writestr(_entry(name, moment), path.read_bytes())
    return out


def _entry(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, hour, minute, second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
