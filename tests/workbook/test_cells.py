"""Every cell a workbook holds, as it was typed, whoever wrote the file."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.cells import Cell, CellKind, cell_name, read_cells
from imari_desk.workbook.values import number_text
from tests.workbook import hostile
from tests.workbook.hostile import book, parts, worksheet, zipped
from tests.workbook.reading import NAME, inline, refusal, sheet_of

TEXT, NUMBER, DATE = CellKind.TEXT, CellKind.NUMBER, CellKind.DATE


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(12, 3, "C12"), (1, 26, "Z1"), (1, 27, "AA1"), (1_048_576, 16_384, "XFD1048576")],
)
def test_cell_names(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_hidden_sheets_are_named_so_and_read() -> None:
    part = worksheet(f'<row r="1">{inline("文")}</row>')
    made = parts(part, part, part)
    states = {"隠": "hidden", "深": "veryHidden"}
    made["xl/workbook.xml"] = hostile.workbook(["表", "隠", "深"], states=states)
    found = read_cells(zipped(list(made.items())), NAME).sheets
    assert [(sheet.name, sheet.hidden) for sheet in found] == [
        ("表", False),
        ("隠", True),
        ("深", True),
    ]
    assert all(sheet.cells for sheet in found)


def test_a_missing_sheet_part_is_named() -> None:
    made = parts(worksheet(""), worksheet(""))
    del made["xl/worksheets/sheet2.xml"]
    with pytest.raises(WorkbookError, match="表2") as caught:
        read_cells(zipped(list(made.items())), NAME)
    assert caught.value.code == "workbook.sheet_missing"


@pytest.mark.parametrize("target", ["../../evil.xml", "../docs/sheet1.xml", "/etc/passwd"])
def test_a_sheet_outside_the_workbooks_folder_is_refused(target: str) -> None:
    made = parts(worksheet("")) | {"docs/sheet1.xml": worksheet("")}
    made["xl/_rels/workbook.xml.rels"] = hostile.links(("worksheet", target))
    assert refusal(zipped(list(made.items()))) == "workbook.part_outside"


def test_one_part_cannot_be_two_sheets() -> None:
    made = parts(worksheet(""), worksheet(""))
    made["xl/_rels/workbook.xml.rels"] = hostile.links(
        ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet1.xml")
    )
    assert refusal(zipped(list(made.items()))) == "workbook.part_twice"


def test_a_workbook_without_sheets_is_refused() -> None:
    made = parts(worksheet("")) | {"xl/workbook.xml": hostile.workbook([])}
    assert refusal(zipped(list(made.items()))) == "workbook.no_sheets"


def test_a_workbook_without_its_workbook_part_is_refused() -> None:
    made = parts(worksheet(""))
    del made["xl/workbook.xml"]
    assert refusal(zipped(list(made.items()))) == "workbook.part_missing"


def test_a_sheet_that_is_a_chart() -> None:
    made = parts(worksheet(""))
    made["xl/_rels/workbook.xml.rels"] = hostile.links(("chartsheet", "worksheets/sheet1.xml"))
    sheet = sheet_of(zipped(list(made.items())))
    assert sheet.drawings
    assert not sheet.cells


def test_when_and_with_what_it_was_saved() -> None:
    made = parts(worksheet(""))
    base = "http://schemas.openxmlformats.org"
    made["_rels/.rels"] = hostile.links(
        ("officeDocument", "xl/workbook.xml"),
        ("metadata/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    )
    made["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{base}/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>2026-05-20T04:00:00Z'
        "</dcterms:modified></cp:coreProperties>"
    ).encode()
    made["docProps/app.xml"] = (
        b"<Properties><Application>Microsoft Excel</Application></Properties>"
    )
    found = read_cells(zipped(list(made.items())), NAME)
    assert (found.saved_at, found.program) == ("2026-05-20T04:00:00Z", "Microsoft Excel")
    bare = read_cells(book(worksheet("")), NAME)
    assert (bare.saved_at, bare.program) == ("", "")


def with_properties(text: bytes) -> bytes:
    made = parts(worksheet(f'<row r="1">{inline("文")}</row>'))
    made["_rels/.rels"] = hostile.links(
        ("officeDocument", "xl/workbook.xml"),
        ("metadata/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    )
    return zipped(list((made | {"docProps/core.xml": text, "docProps/app.xml": text}).items()))


@pytest.mark.parametrize("text", [b"", b"<modified>", b"\xff\xfe", b"<a><b></a>"])
def test_damage_where_no_answer_stands_costs_no_answer(text: bytes) -> None:
    found = read_cells(with_properties(text), NAME)
    assert (found.saved_at, found.program) == ("", "")
    assert found.sheets[0].cells[1, 1].text == "文"


def test_what_is_forbidden_is_so_there_too() -> None:
    assert refusal(with_properties(b"<!DOCTYPE a><a/>")) == "workbook.doctype"


PLACES = st.tuples(st.integers(1, 60), st.integers(1, 30))
TYPED = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), max_size=30
)
VALUES = st.one_of(
    TYPED.filter(lambda text: not text.isspace() and "_x" not in text),
    st.sampled_from(["_x000D_", "=A1", "𠮷", " 空白 ", "&<>\"'", "]]>", "#N/A", "一\n二"]),
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
)


def written(grid: dict[tuple[int, int], object]) -> bytes:
    """The grid as openpyxl writes it; texts always as texts."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for (row, column), value in grid.items():
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = value.replace("_x000D_", "_x005F_x000D_")
            cell.data_type = "s"
        else:
            cell.value = value  # type: ignore[assignment]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def expected(place: tuple[int, int], value: object) -> Cell:
    match value:
        case bool():
            return Cell(*place, CellKind.BOOL, str(value).upper())
        case int():
            return Cell(*place, NUMBER, str(value))
        case float():  # what openpyxl writes of it
            return Cell(*place, NUMBER, number_text(f"{value:.16g}"))
        case date():
            return Cell(*place, DATE, value.isoformat())
        case _:
            return Cell(*place, TEXT, str(value))


@given(st.dictionaries(PLACES, VALUES, max_size=40))
def test_whatever_is_written_is_read_back(grid: dict[tuple[int, int], object]) -> None:
    found = sheet_of(written(grid)).cells
    assert found == {place: expected(place, value) for place, value in grid.items() if value != ""}
