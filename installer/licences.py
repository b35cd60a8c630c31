"""The licences of everything shipped, as files beside the program, and its bill of materials."""

from __future__ import annotations

import json
import shutil
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from email.parser import HeaderParser
from pathlib import Path
from typing import Any, NamedTuple

from installer.inputs import InputError, sha256

FOLDER = "licences"
BOM = "imari-desk.cdx.json"
_TEXT = ("licen", "copying", "notice", "authors")
_COMMON = Path("/usr/share/common-licenses")
# Wheels that name their licence and do not bring its text.
_FROM_SYSTEM = {"PySide6_Essentials": ("LGPL-3", "GPL-3"), "shiboken6": ("LGPL-3", "GPL-3")}
_OF_QT = Path(__file__).with_name("licences_of_qt.txt")


class Part(NamedTuple):
    """One thing shipped that somebody else made."""

    name: str
    version: str
    licence: str
    file: Path


def parts(wheels: Sequence[Path]) -> tuple[Part, ...]:
    """The wheels by what they say of themselves."""
    return tuple(_part(wheel) for wheel in wheels)


def _part(wheel: Path) -> Part:
    with zipfile.ZipFile(wheel) as packed:
        name = next(n for n in packed.namelist() if n.endswith(".dist-info/METADATA"))
        said = HeaderParser().parsestr(packed.read(name).decode())
    licence = said["License-Expression"] or said["License"] or ""
    if not licence or len(licence) > 100:  # some paste the whole text
        raise InputError(f"{wheel.name} names no licence.")
    return Part(said["Name"], said["Version"], licence, wheel)


def write_texts(found: Sequence[Part], cpython: Path, folder: Path) -> None:
    """The texts, a folder a part. Raises InputError where a part has none."""
    for part in found:
        target = folder / FOLDER / f"{part.name}-{part.version}"
        target.mkdir(parents=True, exist_ok=True)
        _unpack_texts(part.file, target)
        for name in _FROM_SYSTEM.get(part.name, ()):
            shutil.copyfile(_COMMON / name, target / f"{name}.txt")
        if not any(target.iterdir()):
            raise InputError(f"{part.file.name} brings no text of its licence.")
    target = folder / FOLDER / "CPython-3.11.9"
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(cpython, target / "LICENSE.txt")
    shutil.copyfile(_OF_QT, folder / FOLDER / "Qt-third-party.txt")


def _unpack_texts(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            path = Path(name)
            of_wheel = ".dist-info/" in name and any(w in path.name.lower() for w in _TEXT)
            if of_wheel or name.endswith(".cyclonedx.json"):
                (target / path.name).write_bytes(packed.read(name))


def write_bom(
    found: Sequence[Part], version: str, python: Path, folder: Path, signed: Mapping[str, str]
) -> None:
    """The bill of materials (CycloneDX 1.5): parts with digests, libraries with who signed them."""
    components = [_component(p.name, p.version, p.licence, p.file) for p in found]
    components.append(_component("CPython", "3.11.9", "PSF-2.0", python, "application"))
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": _own(version)},
        "components": [*components, *_libraries(folder, signed)],
    }
    seed = json.dumps(made, sort_keys=True)
    made["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, seed)}"
    (folder / FOLDER / BOM).write_text(json.dumps(made, indent=1), "utf-8")


def _own(version: str) -> dict[str, str]:
    return {"type": "application", "name": "imari-desk", "version": version}


def _component(
    name: str, version: str, licence: str, file: Path, kind: str = "library"
) -> dict[str, Any]:
    expression = " " in licence or "-" in licence
    how = {"expression": licence} if expression else {"license": {"name": licence}}
    made: dict[str, Any] = {"type": kind, "name": name, "version": version, "licenses": [how]}
    made["hashes"] = [{"alg": "SHA-256", "content": sha256(file)}]
    if kind == "library":
        made["purl"] = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return made


def _libraries(folder: Path, signed: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "type": "file",
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": sha256(folder / name)}],
            "properties": [{"name": "imari-desk:signed-by", "value": signer or "nobody"}],
        }
        for name, signer in sorted(signed.items())
    ]
