"""What the documents say is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from imari_desk.cli import arguments

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
FOLDERS = "imari_desk|domain|store|workbook|paper|tests|db|docs|resources"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_names_every_command_and_no_other() -> None:
    lines = [line for line in README.splitlines() if line.startswith("    imari-desk ")]
    named = {
        word
        for line in lines
        for part in line.removeprefix("    imari-desk ").split(" | ")
        if (word := part.split()[0]).isalpha() and word.islower()
    }
    assert named == {*arguments._VERBS, "plan"}


def test_every_make_target_named_in_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|    )make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (document.parent / link).exists(), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_files_named_in_the_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(rf"`((?:{FOLDERS})/[\w./-]*)`", text):
        places = (ROOT / name, ROOT / "imari_desk" / name)
        assert any(place.exists() for place in places), name
