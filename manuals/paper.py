"""The manuals as PDF, set by the typst that prints the sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import typst

from imari_desk.paper.fonts import families, installed
from manuals.blocks import (
    Anchor,
    Block,
    Code,
    Heading,
    Note,
    Paragraph,
    Picture,
    Steps,
    Table,
    pieces,
)

_SPECIAL = re.compile(r"[\\#$*_`<>@\[\]~=/'\"+.-]")
_SHORT = 16  # characters of a table's first column that are not broken
_HEAD = """
#set document(title: "{title}")
#set page(paper: "a4", margin: (x: 20mm, y: 18mm), numbering: "1 / 1",
  header: context if counter(page).get().first() > 1 [#text(8pt, fill: luma(90))[{title}]])
#set text(font: ({fonts}), size: 10pt, lang: "ja", fill: rgb("#333333"))
#set par(leading: 0.75em, spacing: 1em, justify: false)
#set raw(theme: none)
#show raw: set text(font: ({fonts}), size: 1.1em)
#show heading: set text(fill: rgb("#1a1a1a"))
#show heading.where(level: 1): set text(18pt)
#show heading.where(level: 2): it => block(
  above: 2.2em, below: 1em, stroke: (bottom: 1.5pt + rgb("#0017c1")), width: 100%,
  inset: (bottom: 5pt), text(14pt, it.body))
#show heading.where(level: 3): set text(11.5pt)
#show link: set text(fill: rgb("#0017c1"))
#show figure.caption: set text(8.5pt)
#show table.cell.where(y: 0): strong
#let note(body) = block(fill: rgb("#fbf5e0"), stroke: (left: 3pt + rgb("#927200")), inset: 8pt,
  width: 100%, body)
#show figure: set block(breakable: false)
#let picture(file) = layout(room => {
  let wide = measure(image(file)).width * 0.42
  box(stroke: 0.5pt + luma(180), image(file, width: calc.min(wide, room.width * 0.84)))
})
#let word(body) = text(weight: "bold", body)
"""


def pdf(title: str, blocks: Sequence[Block], folder: Path) -> bytes:
    """One manual on A4. ``folder``: where the pictures it shows lie."""
    fonts = ", ".join(f'"{name}"' for name in families(installed().families()))
    body = "\n\n".join(_block(block) for block in blocks)
    source = _HEAD.replace("{title}", title).replace("{fonts}", f"{fonts},") + body
    compiler = typst.Compiler(root=folder, font_paths=installed(), ignore_system_fonts=True)
    pages = compiler.compile(input=source.encode(), format="pdf")
    assert isinstance(pages, bytes)
    return pages


def _block(block: Block) -> str:
    match block:
        case Heading(level, text, anchor):
            label = f" <{anchor}>" if anchor else ""
            return f"#heading(level: {level})[{_text(text)}]{label}"
        case Anchor(name):
            return f"#metadata(none) <{name}>"
        case Paragraph(text):
            return _text(text)
        case Note(text):
            return f"#note[{_text(text)}]"
        case Picture(told, file):
            told = f"caption: [{_plain(told)}], supplement: none, numbering: none"
            return f'#figure(picture("{file}"), {told})'
        case Code(text):
            lines = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'#block(fill: luma(242), inset: 8pt, width: 100%, raw("{lines}"))'
        case Table(head, rows):
            cells = ", ".join(f"[{_text(cell)}]" for row in (head, *rows) for cell in row)
            short = max(len(row[0]) for row in rows) <= _SHORT
            wide = "auto, " if short else "2fr, "
            wide += "3fr, " * (len(head) - 1)
            return f"#table(columns: ({wide}), stroke: 0.5pt + luma(160), inset: 6pt, {cells})"
        case Steps(first, steps):
            items = ", ".join(
                "[" + "\n\n".join(_block(inner) for inner in step) + "]" for step in steps
            )
            return f"#enum(start: {first}, {items})" if first else f"#list({items})"


def _text(text: str) -> str:
    found = []
    for piece in pieces(text):
        match piece.kind:
            case "strong":
                found.append(f"#strong[{_plain(piece.text)}]")
            case "code":
                inside = piece.text.replace("\\", "\\\\").replace('"', '\\"')
                found.append(f'#raw("{inside}")')
            case "word":
                found.append(f"#word[{_plain(piece.text)}]")
            case "link" if piece.to.startswith("#"):
                found.append(f"#link(<{piece.to[1:]}>)[{_plain(piece.text)}]")
            case _:
                found.append(_plain(piece.text))
    return "".join(found)


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
