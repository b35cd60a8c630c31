"""The assignment list as offices save it, and CSV that no spreadsheet computes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.tables import (
    AssignmentRow,
    csv_bytes,
    list_assignments,
    pasted_assignments,
    read_assignments,
)
from tests.domain.plans import small_plan

PLAN = small_plan()
LIST = "施策番号,担当課,関係課\r\n行-①,市民課,\r\n行－2,教育総務課,市民課、財政課\r\n"
ROWS = (
    AssignmentRow("行-①", "市民課", ()),
    AssignmentRow("行-②", "教育総務課", ("市民課", "財政課")),
)


def read(content: bytes | str) -> tuple[AssignmentRow, ...]:
    data = content.encode() if isinstance(content, str) else content
    return read_assignments(data, PLAN, "課.csv")


def refused(content: bytes | str) -> WorkbookError:
    with pytest.raises(WorkbookError) as caught:
        read(content)
    return caught.value


def outcome(content: bytes) -> str:
    """What a person is told: a sentence, or that it was read."""
    try:
        return f"{len(read(content))} rows"
    except WorkbookError as error:
        return error.text


def workbook(*rows: tuple[str, ...], before: int = 0) -> bytes:
    book = Workbook()
    for n in range(before):
        book.create_sheet(f"表紙{n}", 0).append(["担当課の一覧"])
    sheet = book["Sheet"]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_every_encoding_a_spreadsheet_saves_is_read(encoding: str) -> None:
    assert read(LIST.encode(encoding)) == ROWS


def test_tabs_part_cells_too() -> None:
    assert read(LIST.replace(",", "\t").encode("utf-16")) == ROWS


def test_a_workbook_is_read_whatever_stands_before_the_list() -> None:
    cells = [tuple(line.split(",")) for line in LIST.splitlines()]
    content = workbook(("令和7年度 担当課",), (), *cells, before=2)
    assert read(content) == ROWS


@pytest.mark.parametrize(
    "heads",
    [
        "施策 番号,担 当 課,関連課",
        "番号（※）,担当課名,関係課等",
        "施策ＮＯ,所管課,関係部署",
        "コード,課名,関係課",
    ],
)
def test_headings_may_be_worded_otherwise(heads: str) -> None:
    assert read(LIST.replace("施策番号,担当課,関係課", heads)) == ROWS


def test_columns_are_found_by_their_headings() -> None:
    text = "備考,関係課,担当課,施策番号\n例,市民課;財政課,教育総務課,行②\n"
    assert read(text) == (AssignmentRow("行-②", "教育総務課", ("市民課", "財政課")),)


def test_the_related_column_may_be_missing_and_rows_may_be_blank() -> None:
    assert read("施策番号,担当課\n\n,\n行-①,市民課\n") == ROWS[:1]


def test_the_same_row_twice_is_one() -> None:
    assert read("施策番号,担当課\n行-①,市民課\n行-①,市民課\n") == ROWS[:1]


def test_every_row_that_cannot_be_used_is_named() -> None:
    rows = ["行-①,市民課", "行-①,財政課", "行-99,総務課", ",総務課", "行-②,", "行-③,=A1"]
    error = refused("施策番号,担当課\n" + "\n".join(rows))
    assert error.code == "list.rows"
    assert error.facts["count"] == 5
    for place in ("3行目：行-①", "4行目：施策番号「行-99」", "5行目", "6行目：行-②", "7行目"):
        assert place in error.text
    assert "\n2行目" not in error.text


def test_a_row_of_a_workbook_is_named_with_its_sheet() -> None:
    content = workbook(("施策番号", "担当課"), ("行-①", "#REF!"))
    assert "シート「Sheet」の2行目" in refused(content).text


@pytest.mark.parametrize("name", ["課" * 61, "市民\n課", "市民\x07課"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    assert "行-①" in refused(f'施策番号,担当課\n行-①,"{name}"\n').text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "list.no_header"),
        ("施策番号,担当課\n", "list.empty"),
        ("番号,名前\n行-①,市民課\n", "list.no_header"),
        ("x" * 2_000_001, "list.too_large"),
        (b"\xff\xfe\x00\xd8", "list.unreadable"),
        (b"\x81\x00\x81", "list.unreadable"),
        ("施策番号,担当課\n" + "あ" * 140_000, "list.unreadable"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(content: bytes | str, code: str) -> None:
    error = refused(content)
    assert error.code == code
    assert error.text


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    assert outcome(content)


@given(st.text(max_size=200))
def test_no_text_below_the_headings_crashes_the_reader(text: str) -> None:
    assert outcome(("施策番号,担当課,関係課\n" + text).encode("utf-8", "replace"))


def parsed(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_has_a_bom_and_windows_line_ends() -> None:
    content = csv_bytes([["施策", "値"], ["行-①", "1,234"]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith('\r\n行-①,"1,234"\r\n'.encode())


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-A1", "@SUM(A1)", "＝1+1", " =1", "\t=1", "　＋A1", "-1+2"]
)
def test_what_a_spreadsheet_would_compute_is_defused(text: str) -> None:
    expected = text if text == "+81" else f"'{text}"
    assert parsed(csv_bytes([[text]])) == [[expected]]


@pytest.mark.parametrize("text", ["-5", "-0.5", "45.2", "行-①", "―", "a=b", "", "改行\nあり", '"'])
def test_everything_else_is_written_as_it_is(text: str) -> None:
    assert parsed(csv_bytes([["x", text]])) == [["x", text]]


def test_a_lone_surrogate_does_not_stop_the_file() -> None:
    assert parsed(csv_bytes([["a\ud800b"]])) == [["a?b"]]


def test_rows_that_can_be_used_stand_beside_the_faults_of_the_others() -> None:
    found = list_assignments(f"{LIST}行-99,市民課,\r\n行-③,,\r\n".encode(), PLAN, "課.csv")
    assert found.rows == ROWS
    assert [fault.partition("：")[0] for fault in found.faults] == ["4行目", "5行目"]


@pytest.mark.parametrize(
    "text",
    [
        LIST.replace(",", "\t"),
        "担当課\t番号\t関係課\n市民課\t行-①\t\n教育総務課\t行-②\t市民課、財政課\n",
        "行-①\t市民課\n行-②\t教育総務課\t市民課、財政課\n",
        '行-①\t{0}\t市民課\t\n行-②\t{1}\t教育総務課\t"市民課\n財政課"\n',
        "1\t行-①\t{0}\t{field}\t市民課\n2\t行-②\t{1}\t{field}\t教育総務課\t市民課・x\n",
    ],
    ids=["headings", "turned", "positions", "names", "fields"],
)
def test_a_range_pasted_from_a_spreadsheet(text: str) -> None:
    names = [PLAN.by_code[row.measure].name for row in ROWS]
    found = pasted_assignments(text.format(*names, field=PLAN.fields[0].name), PLAN)
    assert [(r.measure, r.department) for r in found.rows] == [
        (r.measure, r.department) for r in ROWS
    ]
    assert found.faults == ()


@pytest.mark.parametrize("text", ["", "市民課\n財政課\n", "施策番号\t担当課\n"])
def test_a_range_that_says_nothing_of_measures(text: str) -> None:
    with pytest.raises(WorkbookError):
        pasted_assignments(text, PLAN)
