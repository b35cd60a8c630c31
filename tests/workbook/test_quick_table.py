"""A sheet that is one table: found row by row, and the same as found cell by cell."""

from __future__ import annotations

import pytest

from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.quick_table import find_table
from imari_desk.workbook.values import Shown
from tests.workbook.hostile import book, worksheet
from tests.workbook.reading import refusal, sheet_of

FACTS = BookFacts((), {}, since_1904=False)
HEADS = '<row r="1">{}</row>'.format(
    "".join(
        f'<c r="{column}1" s="1" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in (("A", "年度"), ("B", "値"), ("C", "単位"))
    )
)


def text(place: str, value: str) -> str:
    return f'<c r="{place}" s="2" t="inlineStr"><is><t>{value}</t></is></c>'


def number(place: str, value: str) -> str:
    return f'<c r="{place}" s="3" t="n"><v>{value}</v></c>'


def empty(place: str) -> str:
    return f'<c r="{place}" s="2" t="n" />'


def row(number_: int, *cells: str) -> str:
    return f'<row r="{number_}">{"".join(cells)}</row>'


SECOND = row(2, number("A2", "2025"), text("B2", "例 𠮷野"), text("C2", "件"))
THIRD = row(3, number("A3", "2024"), text("B3", " 　"), empty("C3"))


def test_a_table_is_found_whole() -> None:
    table = find_table(worksheet(HEADS + SECOND + THIRD), FACTS)
    assert table is not None
    assert table.heads == ("年度", "値", "単位")
    assert table.rows == {2: ["2025", "例 𠮷野", "件"], 3: ["2024", " 　", ""]}
    assert table.numbers == {0}


def test_its_cells_are_those_found_one_by_one() -> None:
    rows = HEADS + SECOND + THIRD
    whole = sheet_of(book(worksheet(rows)))
    single = sheet_of(book(worksheet(rows + "<!-- -->")))
    assert whole.table is not None
    assert single.table is None
    assert list(whole.cells.items()) == list(single.cells.items())


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(SECOND, id="no headings"),
        pytest.param(HEADS.replace("C1", "D1") + SECOND, id="a heading beyond a gap"),
        pytest.param(HEADS.replace('t="inlineStr"', 't="str"') + SECOND, id="other headings"),
        pytest.param(HEADS + SECOND + row(3, number("A3", "2024"), text("B3", "値")), id="a gap"),
        pytest.param(
            HEADS + SECOND + row(3, text("A3", "2024"), text("B3", "x"), empty("C3")),
            id="a text among numbers",
        ),
        pytest.param(
            HEADS + SECOND + row(3, number("A3", "2024"), number("B3", "7"), empty("C3")),
            id="a number among texts",
        ),
        pytest.param(HEADS + SECOND.replace("2025", "2025.50"), id="a number not written out"),
        pytest.param(
            HEADS + SECOND + THIRD.replace("</row>", text("D3", "欄外") + "</row>"),
            id="a cell beyond the headings",
        ),
        pytest.param(
            HEADS + SECOND + THIRD.replace('r="B3"', 'r="B4"'), id="a cell out of its row"
        ),
        pytest.param(HEADS + SECOND + SECOND, id="a row twice"),
        pytest.param(
            HEADS
            + SECOND
            + row(1048577, number("A1048577", "1"), empty("B1048577"), empty("C1048577")),
            id="a row beyond the sheet",
        ),
        pytest.param(HEADS + SECOND.replace("件", "&amp;"), id="a reference"),
        pytest.param(HEADS + SECOND.replace("件", "_x0041_"), id="an escape"),
        pytest.param(HEADS + SECOND.replace("件", "\x01"), id="a control character"),
        pytest.param(HEADS + SECOND.replace("件", "]]>"), id="a mark that may not stand in text"),
        pytest.param(HEADS + SECOND.replace("件", "\uffff"), id="a sign that is none"),
        pytest.param(HEADS + SECOND.replace("</row>", "</row"), id="a tag cut short"),
        pytest.param(HEADS.replace('s="1" t', "s=1 t", 1) + SECOND, id="a heading badly written"),
        pytest.param(HEADS + SECOND.replace("件", "</t></is><f>1</f><is><t>"), id="a formula"),
        pytest.param(HEADS.replace('r="1"', 'r="1" ht="20"', 1) + SECOND, id="a row set up"),
    ],
)
def test_whatever_else_stands_there_is_read_cell_by_cell(rows: str) -> None:
    assert find_table(worksheet(rows), FACTS) is None


def test_where_a_number_may_be_a_date_no_table_is_found() -> None:
    dates = BookFacts((), {"3": Shown.DATE}, since_1904=False)
    assert find_table(worksheet(HEADS + SECOND), dates) is None


def test_what_stands_around_the_rows_of_a_table_is_left_to_the_parser() -> None:
    assert find_table(worksheet(HEADS + SECOND, "<open>"), FACTS) is not None
    assert refusal(book(worksheet(HEADS + SECOND, "<open>"))) == "workbook.damaged_part"
    assert refusal(book(worksheet(HEADS + SECOND.replace("件", "\x01")))) == "workbook.damaged_part"


def test_a_table_with_merged_cells_is_none() -> None:
    merged = '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>'
    assert find_table(worksheet(HEADS + SECOND, merged), FACTS) is None
