"""A manual read: its blocks, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ANCHOR = re.compile(r'<a id="([a-z0-9-]+)"></a>')
_HEADING = re.compile(r"(#{1,3}) (.+)")
_PICTURE = re.compile(r"!\[([^]]+)\]\(([^)]+)\)")
_STEP = re.compile(r"\d+\. (.*)")
_INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|`(?P<code>[^`]+)`|\[(?P<text>[^]]+)\]\((?P<to>[^)]+)\)"
    r"|(?P<word>「[^」]+」)"
)
_INDENT = "   "


class Heading(NamedTuple):
    level: int
    text: str
    anchor: str = ""


class Anchor(NamedTuple):
    """A place that is led to, in front of something else than a heading."""

    name: str


class Paragraph(NamedTuple):
    text: str


class Picture(NamedTuple):
    told: str
    file: str


class Code(NamedTuple):
    text: str


class Note(NamedTuple):
    text: str


class Table(NamedTuple):
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Steps(NamedTuple):
    """``first``: the number of the first step; 0 for points without numbers."""

    first: int
    steps: tuple[tuple[Block, ...], ...]


Block = Heading | Anchor | Paragraph | Picture | Code | Note | Table | Steps


class Piece(NamedTuple):
    """A run of text: ``kind`` is "", "strong", "code", "link" or "word"."""

    kind: str
    text: str
    to: str = ""


def read(source: str) -> tuple[Block, ...]:
    """The blocks of a manual, in order."""
    return tuple(_blocks(source.splitlines()))


def pieces(text: str) -> Iterator[Piece]:
    """A paragraph's text, run by run."""
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield Piece("", text[at : found.start()])
        at = found.end()
        kind = found.lastgroup or ""
        if kind == "to":
            yield Piece("link", found["text"], found["to"])
        else:
            yield Piece(kind, found[kind])
    if at < len(text):
        yield Piece("", text[at:])


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Every text of the blocks, headings and tables too; not code and pictures."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Note():
                yield block.text
            case Table():
                yield from block.head
                yield from (cell for row in block.rows for cell in row)
            case Steps():
                yield from (text for step in block.steps for text in texts(step))


def flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, and those inside steps."""
    for block in blocks:
        yield block
        if isinstance(block, Steps):
            yield from (inner for step in block.steps for inner in flat(step))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at, anchor = 0, ""
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif found := _ANCHOR.fullmatch(line):
            anchor, at = found[1], at + 1
            after = next((one for one in lines[at:] if one.strip()), "")
            if not _HEADING.fullmatch(after):
                yield Anchor(anchor)
        elif found := _HEADING.fullmatch(line):
            yield Heading(len(found[1]), found[2], anchor)
            anchor, at = "", at + 1
        elif found := _PICTURE.fullmatch(line):
            yield Picture(found[1], found[2])
            at += 1
        elif line.startswith(("1. ", "- ")) or _STEP.match(line):
            steps, at = _steps(lines, at)
            yield steps
        else:
            block, at = _plain(lines, at)
            yield block


def _plain(lines: Sequence[str], at: int) -> tuple[Block, int]:
    """A run of lines of one kind."""
    sign = next((s for s in ("    ", "> ", "|") if lines[at].startswith(s)), "")
    end = at
    while end < len(lines) and lines[end].strip() and lines[end].startswith(sign):
        if not sign and end > at and _ends_paragraph(lines[end]):
            break
        end += 1
    inside = [line.removeprefix(sign) for line in lines[at:end]]
    match sign:
        case "    ":
            return Code("\n".join(inside)), end
        case "> ":
            return Note(_join(inside)), end
        case "|":
            cells = [tuple(c.strip() for c in line.rstrip("| ").split(" | ")) for line in inside]
            return Table(cells[0], tuple(cells[2:])), end
        case _:
            return Paragraph(_join(inside)), end


def _ends_paragraph(line: str) -> bool:
    known = (_HEADING.fullmatch(line), _ANCHOR.fullmatch(line), _PICTURE.fullmatch(line))
    return any(known) or _STEP.match(line) is not None or line.startswith(("- ", "> ", "|"))


def _steps(lines: Sequence[str], at: int) -> tuple[Steps, int]:
    numbered = _STEP.match(lines[at])
    first = int(lines[at].partition(".")[0]) if numbered else 0
    steps: list[list[str]] = []
    while at < len(lines):
        line = lines[at]
        step = _STEP.match(line)
        if (step is not None) if numbered else line.startswith("- "):
            steps.append([step[1] if step else line[2:]])
        elif line.startswith(_INDENT) or (not numbered and line.startswith("  ")):
            steps[-1].append(line.removeprefix(_INDENT if numbered else "  "))
        elif line.strip() or not _goes_on(lines, at, numbered=bool(numbered)):
            break
        else:
            steps[-1].append("")
        at += 1
    return Steps(first, tuple(read("\n".join(step)) for step in steps)), at


def _goes_on(lines: Sequence[str], at: int, *, numbered: bool) -> bool:
    """Whether after blank lines the same list goes on."""
    after = next((line for line in lines[at:] if line.strip()), "")
    return after.startswith(_INDENT if numbered else "  ") or bool(numbered and _STEP.match(after))


def _join(lines: Sequence[str]) -> str:
    """Japanese is broken anywhere; a blank belongs only between Latin words."""
    text = ""
    for line in (one.strip() for one in lines):
        between = " " if text[-1:].isascii() and line[:1].isascii() and text else ""
        text += between + line
    return text
