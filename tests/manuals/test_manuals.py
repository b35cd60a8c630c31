"""The manuals say what the program says, and every way into them and through them arrives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from imari_desk.cli import arguments
from imari_desk.desk.packaged import packaged_plan
from imari_desk.domain.items import items_for
from imari_desk.domain.states import DepartmentState, OfficeState
from imari_desk.domain.words import SENTENCES
from imari_desk.gui.manual import PARTS, PLACES, Place
from imari_desk.gui.office.pages import PAGES
from manuals.__main__ import FOLDER, NAMES, sources, title, write_pdf, written
from manuals.blocks import Anchor, Block, Code, Heading, Picture, flat, pieces, texts

ROOT = Path(__file__).parents[2]
MOST_BYTES = 200_000  # of a picture
MANUALS = sources()
_MNEMONIC = re.compile(r"\(&[^)]+\)")
_FACT = re.compile(r"\\\{\w+\\\}")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def names() -> frozenset[str]:
    """Words of the program that have no facts in them."""
    plan = packaged_plan()
    every = [i for m in plan.measures for y in plan.years for i in items_for(plan, m, y)]
    found = {item.label for item in every} | {c for item in every for c in item.choices}
    found |= {measure.name for measure in plan.measures}
    found |= {shown(text) for text in SENTENCES.values()}
    found |= {state.value for state in (*DepartmentState, *OfficeState)}
    for script in (ROOT / "installer").glob("*.nsi"):
        said = script.read_text("utf-8").replace("${NAME}", "Imari Desk")
        found |= {shown(text) for text in re.findall(r'"([^"]*)"', said)}
    return frozenset(found)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The words with facts: as they look when these are filled in."""
    found = []
    for text in SENTENCES.values():
        told = shown(text)
        if "{" in told and len(_LETTER.findall(re.sub(r"\{\w+\}", "", told))) >= 2:
            found.append(re.compile(_FACT.sub(r"[^。]{1,12}?", re.escape(told))))
    return tuple(found)


def shown(text: str) -> str:
    """As it looks on the screen."""
    return _MNEMONIC.sub("", text).removesuffix("…").rstrip("。")


def quoted(blocks: tuple[Block, ...]) -> Iterator[str]:
    for text in texts(blocks):
        yield from (piece.text[1:-1] for piece in pieces(text) if piece.kind == "word")


def anchors(blocks: tuple[Block, ...]) -> set[str]:
    heads = {b.anchor for b in blocks if isinstance(b, Heading) and b.anchor}
    return heads | {b.name for b in blocks if isinstance(b, Anchor)}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_manual_quotes_stands_on_the_screen(name: str) -> None:
    strange = [
        word
        for word in quoted(MANUALS[name])
        if word not in names() and not any(p.fullmatch(word) for p in patterns())
    ]
    assert strange == []


@pytest.mark.parametrize("name", NAMES)
def test_links_arrive(name: str) -> None:
    for text in texts(MANUALS[name]):
        for piece in pieces(text):
            if piece.kind == "link":
                file, _, anchor = piece.to.partition("#")
                other = file.removesuffix(".md") or name
                assert anchor in anchors(MANUALS[other]), piece.to


def test_pictures_are_there_and_small_and_none_is_left_over() -> None:
    shown = {b.file for m in MANUALS.values() for b in flat(m) if isinstance(b, Picture)}
    there = {f"pictures/{path.name}" for path in (FOLDER / "pictures").iterdir()}
    assert shown == there
    sizes = {name: (FOLDER / name).stat().st_size for name in there}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_the_pages_are_made_from_what_the_sources_say_now() -> None:
    made = written()
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")}
    assert there == made.keys()
    stale = [name for name, text in made.items() if (FOLDER / name).read_text("utf-8") != text]
    assert stale == [], "python -m manuals"


def test_every_place_the_program_leads_to_is_there() -> None:
    for place in {*PARTS.values(), *PLACES.values()}:
        assert place.anchor in anchors(MANUALS[place.manual]), place
        assert f"{place.manual}.html#{place.anchor}" in (FOLDER / place.file).read_text("utf-8")


def test_every_page_of_the_office_has_its_place() -> None:
    kinds = {entry.home.partition(":")[2] for entry in PAGES}
    assert kinds <= PLACES.keys()
    assert {PLACES[kind].manual for kind in kinds} == {"office"}


def test_places_are_of_what_there_is() -> None:
    files = (ROOT / "imari_desk" / "gui").rglob("*.py")
    trees = [ast.parse(path.read_text("utf-8")) for path in files]
    kinds = {n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)}
    assert {*PARTS, *PLACES} <= kinds


def test_no_two_headings_of_a_manual_share_an_anchor() -> None:
    for name, blocks in MANUALS.items():
        found = [b.anchor for b in blocks if isinstance(b, Heading) and b.anchor]
        found += [b.name for b in blocks if isinstance(b, Anchor)]
        assert len(found) == len(set(found)), name
        assert all(b.anchor for b in blocks if isinstance(b, Heading) and b.level == 2), name


def test_every_command_named_is_one() -> None:
    known = {*arguments._VERBS, "plan"}
    named = set()
    for blocks in MANUALS.values():
        told = [b.text for b in flat(blocks) if isinstance(b, Code)]
        told += [p.text for t in texts(blocks) for p in pieces(t) if p.kind == "code"]
        for text in told:
            named |= set(re.findall(r"imari-desk(?:\.cmd)? ([a-z][\w-]*)", text))
    assert {"backup", "restore", "verify"} <= named <= known


def test_a_place_is_a_file_of_its_own() -> None:
    assert Place("clerk", "open").file == "place/clerk-open.html"


@pytest.mark.slow
def test_the_manuals_are_set_as_pdf(tmp_path: Path) -> None:
    write_pdf(tmp_path)
    for blocks in MANUALS.values():
        reader = PdfReader(tmp_path / f"{title(blocks)}.pdf")
        assert 1 < len(reader.pages) < 12
        shown = sum(len(page.images) for page in reader.pages)
        assert shown == sum(isinstance(block, Picture) for block in flat(blocks))
        told = "".join(page.extract_text() for page in reader.pages)
        heads = [b.text for b in blocks if isinstance(b, Heading)]
        plain = re.sub(r"\s", "", told)
        assert [h for h in heads if re.sub(r"\s", "", h) not in plain] == []
