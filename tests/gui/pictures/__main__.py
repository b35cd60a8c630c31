"""``python -m tests.gui.pictures DEMO DIR [NAME…]``: the pages of the window as pictures in DIR.

DEMO is a folder ``imari-desk demo`` has played into. With names only those pages are drawn. What
is drawn and how a page is added: the package's own words, in __init__.py.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.gui.pictures import clerk, office, plan, year
from tests.gui.pictures.stage import SIZES, Page, Stage

AREAS = (clerk, office, year, plan)


def main(demo: Path, out: Path, names: list[str]) -> None:
    """Draw the pages, each at every size."""
    pages: dict[str, Page] = {}
    for area in AREAS:
        pages |= area.PAGES
    if unknown := [name for name in names if name not in pages]:
        sys.exit(f"no such page: {', '.join(unknown)}; there are {', '.join(pages)}")
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="imari-desk-") as scratch:
        stage = Stage(demo, Path(scratch))
        for name in names or pages:
            for size in SIZES:
                stage.draw(pages[name], size, out / f"{name}-{size}.png")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
