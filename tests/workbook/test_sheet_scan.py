"""Where cells stand, and the unusual ways of writing them; most sheets are read both ways."""

from __future__ import annotations

import pytest

from tests.workbook import hostile
from tests.workbook.hostile import LINKS, MAIN, book, parts, worksheet, zipped
from tests.workbook.reading import inline, refusal, sheet_of, texts_of


def test_the_order_of_rows_does_not_matter() -> None:
    rows = '<row r="9"><c r="B9"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>'
    assert texts_of(rows) == {"B9": "1", "C2": "2"}


def test_places_left_out_are_counted() -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/>"
        '<row><c r="D3"><v>3</v></c><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>'
        "<row><c><v>6</v></c></row>"
    )
    assert texts_of(rows) == {"A1": "1", "C1": "2", "D3": "3", "E3": "4", "A9": "5", "A10": "6"}


def test_a_false_dimension_changes_nothing() -> None:
    part = worksheet('<row r="5"><c r="E5"><v>1</v></c></row>').replace(
        b"<sheetData>", b'<dimension ref="A1:B2"/><sheetData>'
    )
    assert list(sheet_of(book(part)).cells) == [(5, 5)]


def test_merged_ranges_and_the_text_under_them() -> None:
    rows = f'<row r="1">{inline("上", "A1")}{inline("下", "B1")}</row>'
    tail = '<mergeCell ref="A1:C1"/><mergeCell ref="A2:XFD1048576"/>'
    tail = f'<mergeCells count="2">{tail}</mergeCells>'
    sheet = sheet_of(book(worksheet(rows, tail)))
    assert [cell.text for cell in sheet.cells.values()] == ["上", "下"]
    assert sheet.merges == ((1, 1, 1, 3), (2, 1, 1_048_576, 16_384))
    assert sheet_of(book(worksheet(rows, tail + "<!-- -->"))).merges == sheet.merges


@pytest.mark.parametrize(
    "merge", ["<mergeCell ref='A1:C1'/>", '<mergeCell ref="A1:C1"></mergeCell>']
)
def test_unusual_ways_of_writing_a_merge(merge: str) -> None:
    assert sheet_of(book(worksheet("", merge))).merges == ((1, 1, 1, 3),)


def test_a_cell_in_the_last_corner() -> None:
    assert texts_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') == {"XFD1048576": "1"}


@pytest.mark.parametrize(
    "place", ["A99999999999", "A1048577", "XFE1", "AAAA1", "A0", "1", "A", "１A", "A" + "9" * 5000]
)
@pytest.mark.parametrize("extra", ["", "<!-- -->"])
def test_a_cell_beyond_the_sheet_is_refused(place: str, extra: str) -> None:
    rows = f'<row r="1"><c r="{place}"><v>1</v></c></row>{extra}'
    assert refusal(book(worksheet(rows))) == "workbook.damaged_part"


@pytest.mark.parametrize("extra", ["", "<!-- -->"])
def test_two_cells_in_one_place_are_refused(extra: str) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' + extra
    assert refusal(book(worksheet(rows))) == "workbook.damaged_part"


@pytest.mark.parametrize("index", ["1", "-1", "x"])
def test_a_shared_string_that_is_not_there_is_refused(index: str) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'
    assert refusal(book(worksheet(rows), strings="<si><t>文</t></si>")) == "workbook.damaged_part"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" cm="1"><v>1</v></c></row>',
        '<row r="1"><c t="str" r="A1"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c\nr="A1"><v>1</v></c ></row>',
        '<row r="1"><c r="A1"><v>1</v><extLst><ext/></extLst></c></row>',
        '<row r="1"><c r="A&#49;"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"></c></row>',
        '<row r="1" spans="1:2"><c r="A1" s="0"><v>1</v></c></row><row r="2" ht="20"/>',
        '<!--<row r="1"><c r="B1"><v>1--><!-- --><row r="1"><c r="A1"><v>1</v></c></row>',
        '<?x <c r="B1"><v>1?><?y?><row r="1"><c r="A1"><v>1</v></c></row>',
    ],
)
def test_unusual_ways_of_writing_a_cell(rows: str) -> None:
    assert texts_of(rows) == {"A1": "1"}


def test_a_prefix_on_every_tag() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>'
        '<x:t>文</x:t></x:is></x:c><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    )
    made = parts(part.encode())
    made["xl/sharedStrings.xml"] = (
        f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>字</x:t></x:si></x:sst>'.encode()
    )
    made["xl/_rels/workbook.xml.rels"] = hostile.links(
        ("worksheet", "/xl/worksheets/sheet1.xml"), ("sharedStrings", "SharedStrings.xml")
    )
    sheet = sheet_of(zipped(list(made.items())))
    assert [cell.text for cell in sheet.cells.values()] == ["文", "字"]
    assert sheet.merges == ((1, 1, 1, 2),)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    declared = {"utf-16": "UTF-16", "cp1252": "windows-1252", "utf-8-sig": "UTF-8"}[encoding]
    text = f'<?xml version="1.0" encoding="{declared}"?><worksheet xmlns="{MAIN}"><sheetData>'
    text += f'<row r="1">{inline("é")}</row></sheetData></worksheet>'
    assert sheet_of(book(text.encode(encoding))).cells[1, 1].text == "é"


def test_the_strict_dialect_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml"
    made = {
        name: data.replace(MAIN.encode(), f"{strict}/spreadsheetml/main".encode()).replace(
            LINKS.encode(), f"{strict}/officeDocument/relationships".encode()
        )
        for name, data in parts(worksheet(f'<row r="1">{inline("文")}</row>')).items()
    }
    assert sheet_of(zipped(list(made.items()))).cells[1, 1].text == "文"
