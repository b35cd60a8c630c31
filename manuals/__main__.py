"""``python -m manuals [--pdf DIR]``: see the package's own words."""

from __future__ import annotations

import sys
from pathlib import Path

from imari_desk.gui.manual import PARTS, PLACES
from manuals import pages
from manuals.blocks import Block, Heading, read

FOLDER = Path(__file__).parents[1] / "docs" / "manual"
NAMES = ("clerk", "office", "it")  # in the order they are offered


def sources() -> dict[str, tuple[Block, ...]]:
    """The manuals by name."""
    return {name: read((FOLDER / f"{name}.md").read_text("utf-8")) for name in NAMES}


def title(blocks: tuple[Block, ...]) -> str:
    """What a manual calls itself."""
    return next(b.text for b in blocks if isinstance(b, Heading))


def written() -> dict[str, str]:
    """Every page, by its place under the folder of the manuals."""
    manuals = sources()
    titles = {name: title(blocks) for name, blocks in manuals.items()}
    found = {f"{n}.html": pages.page(n, blocks, titles) for n, blocks in manuals.items()}
    for place in {*PARTS.values(), *PLACES.values()}:
        found[place.file] = pages.place(f"{place.manual}.html#{place.anchor}")
    return found


def write_pages() -> None:
    """The pages beside their sources; places nobody goes to any more are taken away."""
    (FOLDER / "place").mkdir(exist_ok=True)
    made = written()
    for old in FOLDER.rglob("*.html"):
        if old.relative_to(FOLDER).as_posix() not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


def write_pdf(folder: Path) -> None:
    """Each manual as PDF, under its title."""
    from manuals.paper import pdf

    folder.mkdir(parents=True, exist_ok=True)
    for blocks in sources().values():
        (folder / f"{title(blocks)}.pdf").write_bytes(pdf(title(blocks), blocks, FOLDER))


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            write_pages()
        case ["--pdf", to]:
            write_pdf(Path(to))
        case _:
            sys.exit(__doc__)
