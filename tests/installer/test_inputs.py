"""What is fetched for the Windows program: pinned, hashed, and the versions the tests ran with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installer import inputs

ROOT = Path(inputs.HERE).parent
PIN = re.compile(r"^([\w-]+)==(\S+)", re.MULTILINE)
LOCKS = (inputs.WHEELS, inputs.CPYTHON, inputs.HERE / "requirements.lock")


def pins(lock: Path) -> dict[str, str]:
    found = PIN.findall(lock.read_text("utf-8"))
    return {name.lower().replace("-", "_"): version for name, version in found}


def test_the_windows_program_has_the_versions_of_the_lock() -> None:
    tested = pins(ROOT / "requirements.lock")
    shipped = pins(inputs.WHEELS)
    assert {name: tested.get(name) for name in shipped} == shipped


def test_everything_the_program_depends_on_is_shipped() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.search(r"^dependencies = \[(.*?)\]", text, re.DOTALL | re.MULTILINE)
    assert wanted
    names = re.findall(r'"([\w-]+)==', wanted[1])
    assert names
    assert {name.lower().replace("-", "_") for name in names} <= set(pins(inputs.WHEELS))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_input_has_its_hash(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert len(PIN.findall(text)) == len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", text)) > 0
    assert "://" not in text


def test_another_embeddable_python_is_refused(tmp_path: Path) -> None:
    with pytest.raises(inputs.InputError, match="not there"):
        inputs.official_zip(tmp_path / inputs.EMBED_NAME)
    (tmp_path / inputs.EMBED_NAME).write_bytes(b"PK another")
    with pytest.raises(inputs.InputError, match="is not python-3"):
        inputs.official_zip(tmp_path / inputs.EMBED_NAME)
    assert len(inputs.EMBED_SHA256) == 64
