"""Sheets → PDF for files, SVG for the preview and the system's printer: one template, one page.

Nothing is fetched: the template is handed over as bytes and knows no packages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import typst

from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.sheet_preview import Spot
from imari_desk.domain.words import sentence
from imari_desk.paper.fonts import families, installed, notice
from imari_desk.paper.report_shapes import (
    Divider,
    MeetingData,
    StatusList,
    WrapUpData,
    WrapUpSummary,
)
from imari_desk.paper.shapes import SheetData
from imari_desk.places import packaged

Progress = Callable[[int, int], None]
Paper = SheetData | MeetingData | WrapUpData | WrapUpSummary | StatusList | Divider

_TEMPLATE = "paper"
_ROOT = re.compile(rb"<svg\b")


class Part(NamedTuple):
    """A paper in a document. ``level`` is that of its bookmark: 2 is below the 1 before it."""

    paper: Paper
    level: int = 1


class Document(NamedTuple):
    """Papers that are printed together, one after the other."""

    title: str
    author: str
    parts: tuple[Part, ...]


def print_sheets(
    sheets: Sequence[SheetData],
    *,
    made_at: datetime | None = None,
    progress: Progress | None = None,
) -> bytes:
    """One PDF of all sheets in order, as print_document makes it.

    Raises CallError for no sheets.
    """
    if not sheets:
        raise CallError("paper.nothing")
    return print_document(sheets_document(sheets), made_at=made_at, progress=progress)


def print_document(
    document: Document, *, made_at: datetime | None = None, progress: Progress | None = None
) -> bytes:
    """One tagged PDF of all parts in order, text searchable, with a bookmark a measure.

    The same document and ``made_at`` (with time zone; None leaves the date out) give the same
    bytes. ``progress`` is told (done, of): before the pages are set, and after.
    Raises MachineError where font or template are missing.
    """
    count = len(document.parts)
    if progress:
        progress(0, count)
    pages = _set(document, "pdf", made_at)
    if progress:
        progress(count, count)
    return pages[0]


def preview(sheet: SheetData) -> tuple[bytes, ...]:
    """The sheet's pages as SVG, the very pages of the PDF. Raises as print_sheets does."""
    return pages_of(sheets_document([sheet]))


def pages_of(document: Document) -> tuple[bytes, ...]:
    """The document's pages as SVG, the very pages of the PDF. Raises as print_document does.

    Drawn with no line width of its own at the root: Qt's print engine would otherwise draw
    every glyph with an outline.
    """
    pages = _set(document, "svg", None)
    return tuple(_ROOT.sub(b'<svg stroke-width="0"', page, count=1) for page in pages)


def sheets_document(sheets: Sequence[SheetData]) -> Document:
    """Evaluation sheets one after the other, under a title that names their years."""
    names = list(dict.fromkeys(sheet.years[sheet.year].label for sheet in sheets))
    years = names[0] if len(names) == 1 else f"{min(names)}～{max(names)}"
    title = sentence("paper.document", years=years, plan=sheets[0].plan_title)
    return Document(title, sheets[0].municipality, tuple(Part(sheet) for sheet in sheets))


def spots(sheet: SheetData) -> tuple[Spot, ...]:
    """Where the sections of the form stand on the pages of ``preview``."""
    found: Any = fits([sheet])[0]["spots"]
    return tuple(Spot(section, page - 1, *box) for section, page, *box in found)


def font_notice() -> str:
    """What to tell the user where another typeface stands in for the right one; else "".

    Raises MachineError where nothing can be printed for want of one.
    """
    return notice(installed().families())


def fits(sheets: Sequence[SheetData]) -> list[dict[str, object]]:
    """How each sheet was fitted: measure, text size in pt, whether texts went to a 別紙, spots."""
    files = _files(sheets_document(sheets))
    found = typst.query(files, "<fit>", field="value", font_paths=installed())
    fitted: list[dict[str, object]] = json.loads(found)
    return fitted


def _set(document: Document, form: Literal["pdf", "svg"], made_at: datetime | None) -> list[bytes]:
    try:
        pages = _compiler().compile(input=_files(document, made_at), format=form, timestamp=made_at)
    except typst.TypstError as error:
        place = re.search(r"[\w-]+\.typ:\d+", error.diagnostic)
        file = place.group() if place else _TEMPLATE
        raise MachineError("paper.template", file=file, detail=error.message) from error
    return pages if isinstance(pages, list) else [pages or b""]


def _files(document: Document, made_at: datetime | None = None) -> Any:
    """The template and what it draws: the files it sees, by name (which typst's own annotations
    do not mention)."""
    data = {
        "title": document.title,
        "dated": made_at is not None,
        "author": document.author,
        "fonts": families(installed().families()),
        "parts": [
            {"kind": _KINDS[type(paper)], "level": level, "data": asdict(paper)}
            for paper, level in document.parts
        ],
    }
    return {**_template(), "data.json": json.dumps(data, ensure_ascii=False).encode()}


_KINDS = {
    SheetData: "sheet",
    MeetingData: "meeting",
    WrapUpData: "wrap_up",
    WrapUpSummary: "wrap_up_summary",
    StatusList: "status",
    Divider: "divider",
}


def _template() -> dict[str, bytes]:
    """Read anew each time, so that a template somebody has just changed is used."""
    folder = packaged("resources") / _TEMPLATE
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.typ"))}


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=installed(), ignore_system_fonts=True)
