"""The manuals as pages for a browser: no script, nothing fetched, printable."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

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

_PAGE = """<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} ― Imari Desk</title>
<link rel="stylesheet" href="manual.css">
</head>
<body>
<header><nav>{manuals}</nav></header>
<div class="sheet">
<nav class="contents">
<h2>目次</h2>
{contents}
</nav>
<main>
{body}
</main>
</div>
</body>
</html>
"""
_PLACE = """<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=../{to}">
<title>Imari Desk</title>
</head>
<body><p><a href="../{to}">手引きを開く</a></p></body>
</html>
"""


def page(name: str, blocks: Sequence[Block], titles: dict[str, str]) -> str:
    """The manual of that name as a page; ``titles``: all manuals, for the line at the top."""
    others = "\n".join(
        f'<a href="{one}.html"{" aria-current=page" if one == name else ""}>{escape(title)}</a>'
        for one, title in titles.items()
    )
    return _PAGE.format(
        title=escape(titles[name]),
        manuals=others,
        contents=_contents(blocks),
        body="\n".join(_block(block) for block in blocks),
    )


def place(to: str) -> str:
    """A page that leads on to a place in a manual. A system that opens a file drops what stands
    after #, so that a place needs a file of its own.
    """
    return _PLACE.format(to=escape(to))


def _contents(blocks: Sequence[Block]) -> str:
    heads = [b for b in blocks if isinstance(b, Heading) and b.level == 2]
    items = (f'<li><a href="#{h.anchor}">{escape(h.text)}</a></li>' for h in heads)
    return "<ul>\n" + "\n".join(items) + "\n</ul>"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text, anchor):
            name = f' id="{anchor}"' if anchor else ""
            return f"<h{level}{name}>{_text(text)}</h{level}>"
        case Anchor(name):
            return f'<a id="{name}"></a>'
        case Paragraph(text):
            return f"<p>{_text(text)}</p>"
        case Note(text):
            return f'<p class="note">{_text(text)}</p>'
        case Picture(told, file):
            image = f'<img src="{escape(file)}" alt="{escape(told)}">'
            below = f"<figcaption>{escape(told)}</figcaption>"
            return f'<figure><a href="{escape(file)}">{image}</a>{below}</figure>'
        case Code(text):
            return f"<pre>{escape(text)}</pre>"
        case Table():
            return _table(block)
        case Steps(first, steps):
            tag = "ol" if first else "ul"
            start = f' start="{first}"' if first > 1 else ""
            items = "\n".join(
                f"<li>{''.join(_block(inner) for inner in step)}</li>" for step in steps
            )
            return f"<{tag}{start}>\n{items}\n</{tag}>"


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(cell)}</th>" for cell in table.head)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _text(text: str) -> str:
    found = []
    for piece in pieces(text):
        inside = escape(piece.text)
        match piece.kind:
            case "strong":
                found.append(f"<strong>{inside}</strong>")
            case "code":
                found.append(f"<code>{inside}</code>")
            case "word":
                found.append(f"<b>{inside}</b>")
            case "link":
                found.append(f'<a href="{escape(piece.to.replace(".md", ".html"))}">{inside}</a>')
            case _:
                found.append(inside)
    return "".join(found)
