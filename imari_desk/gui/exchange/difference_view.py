"""Two texts as one, with what went and what came marked in it: never by colour alone."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from imari_desk.domain.differences import SpanKind, differences
from imari_desk.domain.words import sentence
from imari_desk.gui.look import font, px, tokens

LINE_HEIGHT = 24  # the house's type has none of its own


def marked(before: str, after: str) -> str:
    """HTML of both: what went is struck through on red, what came is underlined on green."""
    return "".join(_MARKED[kind](text) for kind, text in differences(before, after))


def marked_in(text: str, other: str) -> str:
    """HTML of one of two answers, with what the other does not say underlined."""
    return "".join(
        _plain(part) if kind is SpanKind.SAME else _told_apart(part)
        for kind, part in differences(text, other)
        if kind is not SpanKind.NEW
    )


def plain(text: str) -> str:
    """HTML of a text as it is; of nothing, the word for it."""
    return _plain(text) if text else _support(sentence("exchange.blank"))


def laid_out(html: str, width: int, size: int = 16) -> QTextDocument:
    """The text set to a width in pixels."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(f'<div style="color:{tokens().text}">{html}</div>')
    lead(document, size)
    document.setTextWidth(width)
    return document


def lead(document: QTextDocument, size: int = 16) -> None:
    """Give all lines of a document the house's height."""
    height = QTextBlockFormat()
    height.setLineHeight(
        px(size * LINE_HEIGHT / 16), QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(height)


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _gone(text: str) -> str:
    return _styled(text, tokens().error, tokens().error_tint, "line-through")


def _come(text: str) -> str:
    return _styled(text, tokens().ok, tokens().ok_tint, "underline")


def _told_apart(text: str) -> str:
    return _styled(text, tokens().heading, tokens().mark, "underline")


def _styled(text: str, ink: str, tint: str, line: str) -> str:
    if not text:
        return ""
    style = f"color:{ink};background-color:{tint};text-decoration:{line}"
    return f'<span style="{style}">{_plain(text)}</span>'


def _support(text: str) -> str:
    return f'<span style="color:{tokens().support}">{escape(text)}</span>'


_MARKED = {SpanKind.SAME: _plain, SpanKind.GONE: _gone, SpanKind.NEW: _come}
