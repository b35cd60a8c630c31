"""Empty rows are left out before the parser sees them, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.workbook.cells import read_cells
from imari_desk.workbook.empty_rows import without_empty_rows
from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.sheet_scan import SheetScan
from tests.workbook.hostile import book, worksheet

EMPTY = '<row r="{n}" spans="1:3" s="2" customFormat="1"><c r="A{n}" s="2"/><c r="B{n}"/></row>'
ROWS = (
    EMPTY,
    '<row r="{n}"/>',
    '<row r="{n}" ht="12.5" x14ac:dyDescent="0.4"></row>\n',
    '<row r="{n}"><c r="A{n}" s="2"/><c r="B{n}" t="str"><v>文</v></c></row>',
    '<row r="{n}"><c r="C{n}"><v>45.2</v></c></row>',
    # Rare, and never to be cut into:
    "<row><c><v>7</v></c></row>",
    "<row/>",
    '<row s="2" r="{n}"><c s="2" r="A{n}"/><c><v>8</v></c></row>',
    '<row r="{n}"><c r="A{n}" t="str"><v><![CDATA[<row r="1"/><row r="2"/>]]></v></c></row>',
    '<!-- <row r="{n}"/> -->',
)


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def cells(chunks: Iterator[bytes]) -> object:
    scan, parser = SheetScan(BookFacts([], {}, False)), expat.ParserCreate()
    parser.buffer_text = True
    scan.attach(parser)
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    scan.close()
    return scan.cells, scan.merges


def sheet(rows: list[str]) -> bytes:
    inside = "".join(row.format(n=n) for n, row in enumerate(rows, start=1))
    return worksheet(inside).replace(b"<worksheet ", b'<worksheet xmlns:x14ac="x" ')


def longer_sheet(rows: list[str]) -> bytes:
    """With a tail in which more begins with the letters of a row."""
    tail = '<rowBreaks count="1"><brk id="3"/></rowBreaks><mergeCells><mergeCell ref="A1:B2"/>'
    end = b"</sheetData>"
    return sheet(rows).replace(end, end + f"{tail}</mergeCells>".encode())


@given(st.lists(st.sampled_from(ROWS), max_size=30), st.integers(1, 400))
def test_the_same_is_read_however_the_bytes_come(rows: list[str], size: int) -> None:
    data = longer_sheet(rows)
    assert cells(without_empty_rows(pieces(data, size))) == cells(iter([data]))


@pytest.mark.parametrize("row", ROWS[:3])
def test_empty_rows_are_gone(row: str) -> None:
    data = b"".join(without_empty_rows(pieces(sheet([row] * 2000), 4096)))
    assert data.count(b"<row ") <= 1


def test_a_row_with_something_in_it_stays() -> None:
    data = b"".join(without_empty_rows(pieces(sheet([EMPTY, ROWS[3], EMPTY, EMPTY]), 4096)))
    assert data.count(b"<row ") <= 2
    assert "文".encode() in data


def test_what_follows_something_unusual_is_passed_on_as_it_is() -> None:
    rest = sheet(["<row/>", *[EMPTY] * 50])
    assert b"".join(without_empty_rows(pieces(rest, 4096))) == rest


def test_one_endless_row_is_passed_on_as_it_comes() -> None:
    row = '<row r="1">' + '<c r="A1" s="2"/>' * 200_000 + "</row>"
    given = worksheet(row)
    passed = list(without_empty_rows(pieces(given, 256 * 1024)))
    assert b"".join(passed) == given
    assert len(passed) > 5


@pytest.mark.slow
def test_more_empty_cells_than_could_be_held_do_not_hide_the_last_one() -> None:
    row = '<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/><c r="C{n}" s="1"/></row>'
    rows = "".join(row.format(n=n) for n in range(1, 600_000))
    last = '<row r="600000"><c r="B600000" t="inlineStr"><is><t>ここまで</t></is></c></row>'
    (found,) = read_cells(book(worksheet(rows + last)), "広い.xlsx").sheets
    assert [(place, cell.text) for place, cell in found.cells.items()] == [
        ((600_000, 2), "ここまで")
    ]
