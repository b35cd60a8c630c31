"""Numbers, dates and texts, whatever way they are stored; every cell is read both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.workbook.cells import Cell, CellKind
from imari_desk.workbook.values import number_text
from tests.workbook.hostile import book, worksheet
from tests.workbook.reading import inline, one, sheet_of, texts_of

TEXT, NUMBER, DATE = CellKind.TEXT, CellKind.NUMBER, CellKind.DATE


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("電子申請", "電子申請"),
        (" 前後の空白 ", " 前後の空白 "),
        ("𠮷野家", "𠮷野家"),
        ("辻\U000e0100", "辻\U000e0100"),
        ("\ue000", "\ue000"),
        ("ﾊﾝｶｸ", "ﾊﾝｶｸ"),
        ("A&amp;B &lt;1&gt; &#x20BB7;&#65;", "A&B <1> 𠮷A"),
        ("一行目\n二行目", "一行目\n二行目"),
        ("一行目_x000D_\n二行目", "一行目\n二行目"),
        ("一行目&#13;\n二行目", "一行目\n二行目"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x0041__x3042_", "Aあ"),
        ("_xD842__xDFB7_", "𠮷"),
        ("半分_xD842_だけ", "半分_xD842_だけ"),
        ("_x0000_", "_x0000_"),
        ("_x00", "_x00"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("0012", "0012"),
        ("#N/A", "#N/A"),
    ],
)
def test_texts_are_kept_as_typed(stored: str, text: str) -> None:
    string = f'<si><t xml:space="preserve">{stored}</t></si>'
    assert one(inline(stored)) == Cell(1, 1, TEXT, text)
    assert one('<c r="A1" t="s"><v>0</v></c>', strings=string) == Cell(1, 1, TEXT, text)
    assert one(f'<c r="A1" t="str"><v>{stored}</v></c>') == Cell(1, 1, TEXT, text)


def test_line_ends_of_the_file_itself_become_one() -> None:
    assert one(inline("一行目\r二行目")).text == "一行目\n二行目"
    assert one(inline("一行目\r\n二行目")).text == "一行目\n二行目"


def test_text_in_cdata() -> None:
    assert one(inline("<![CDATA[<b>太字</b>]]>の意味")).text == "<b>太字</b>の意味"


@pytest.mark.parametrize("stored", ["", " ", "　\n ", "_x000D_", "&#160;"])
def test_blanks_alone_are_an_empty_cell(stored: str) -> None:
    string = f'<si><t xml:space="preserve">{stored}</t></si>'
    assert texts_of(f"<row>{inline(stored)}</row>") == {}
    assert texts_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=string) == {}


RUNS = (
    "<r><rPr><b/></rPr><t>伊万</t></r><r><t xml:space='preserve'>里 </t></r>"
    '<rPh sb="0" eb="2"><t>イマリ</t></rPh><phoneticPr fontId="1"/>'
)


def test_runs_are_joined_and_furigana_left_out() -> None:
    plain = '<t>情報政策課</t><rPh sb="0" eb="2"><t>ジョウホウ</t></rPh>'
    strings = f"<si>{RUNS}</si><si>{plain}</si>"
    shared = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert texts_of(shared, strings=strings) == {"A1": "伊万里 ", "B1": "情報政策課"}
    own = "".join(
        f'<c r="{place}" t="inlineStr"><is>{text}</is></c>'
        for place, text in (("A1", RUNS), ("B1", plain), ("C1", "<t>次</t>"))
    )
    assert texts_of(f'<row r="1">{own}</row>') == {"A1": "伊万里 ", "B1": "情報政策課", "C1": "次"}


def test_a_text_longer_than_the_parser_hands_over_at_once() -> None:
    long = "あ" * 32_767
    assert one(inline(long)).text == long
    assert one('<c r="A1" t="s"><v>0</v></c>', strings=f"<si><t>{long}</t></si>").text == long


def test_indented_xml_adds_no_blanks() -> None:
    rows = (
        '\n <row r="1">\n  <c r="A1" t="str">\n   <v>文</v>\n  </c>\n  <c r="B1" t="inlineStr">\n'
        '   <is>\n    <t>字</t>\n   </is>\n  </c>\n  <c r="C1">\n   <v>12</v>\n  </c>\n </row>\n'
    )
    assert texts_of(rows) == {"A1": "文", "B1": "字", "C1": "12"}
    strings = "\n <si>\n  <t>文</t>\n </si>\n"
    assert one('<c r="A1" t="s"><v>0</v></c>', strings=strings).text == "文"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("118", "118"),
        ("118.0", "118"),
        ("-5", "-5"),
        ("45.200000000000003", "45.2"),
        ("0.1", "0.1"),
        ("1E3", "1000"),
        ("1.5E-3", "0.0015"),
        ("-0", "0"),
        ("007", "7"),
        ("123456789012345678", "123456789012345680"),
        ("1E+300", "1E+300"),
    ],
)
def test_numbers_are_shortest_decimals(stored: str, text: str) -> None:
    assert one(f'<c r="A1"><v>{stored}</v></c>') == Cell(1, 1, NUMBER, text)
    assert one(f'<c r="A1" t="n"><v>{stored}</v></c>') == Cell(1, 1, NUMBER, text)


@pytest.mark.parametrize("stored", ["NaN", "1e999", "1_000", "十"])
def test_what_is_no_number_is_a_text(stored: str) -> None:
    assert one(f'<c r="A1"><v>{stored}</v></c>') == Cell(1, 1, TEXT, stored)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_its_value(value: float) -> None:
    assert float(number_text(repr(value))) == value


def styles(*formats: int | str) -> str:
    """A style sheet whose cell formats 1, 2… have these number formats."""
    codes = "".join(
        f'<numFmt numFmtId="{200 + index}" formatCode="{code}"/>'
        for index, code in enumerate(formats)
        if isinstance(code, str)
    )
    numbers = (code if isinstance(code, int) else 200 + i for i, code in enumerate(formats))
    wanted = "".join(f'<xf numFmtId="{number}"/>' for number in numbers)
    return (
        f'<numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{wanted}</cellXfs><dxfs><dxf><numFmt numFmtId="200"'
        ' formatCode="0.0"/></dxf></dxfs>'
    )


@pytest.mark.parametrize(
    "code",
    [
        14,
        22,
        27,
        30,
        36,
        50,
        58,
        "yyyy/m/d",
        "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
        "[$-ja-JP-x-gannen]ggge;@",
        "m/d(aaa)",
        "[Red]d-mmm",
        "e.m.d",
    ],
)
def test_dates_are_known_by_their_format(code: int | str) -> None:
    cell = one('<c r="A1" s="1"><v>46162</v></c>', styles=styles(code))
    assert cell == Cell(1, 1, DATE, "2026-05-20")


@pytest.mark.parametrize(
    "code",
    [
        0,
        1,
        4,
        37,
        46,
        49,
        "0.00E+00",
        "General",
        "#,##0&quot;日&quot;",
        "[h]:mm",
        "0\\d",
        "[Blue]0",
        "_(#,##0_);@",
        "G/標準&quot;年&quot;",
        "0;&quot;y&quot;;d",
    ],
)
def test_other_formats_leave_a_number(code: int | str) -> None:
    cell = one('<c r="A1" s="1"><v>46162</v></c>', styles=styles(code))
    assert cell == Cell(1, 1, NUMBER, "46162")


@pytest.mark.parametrize("code", [9, 10, "0.0%", "0%;[Red]-0%"])
def test_percentages_are_marked_and_unchanged(code: int | str) -> None:
    cell = one('<c r="A1" s="1"><v>0.8</v></c>', styles=styles(code))
    assert cell == Cell(1, 1, NUMBER, "0.8", percent=True)


def test_a_percentage_says_nothing_of_the_next_cell() -> None:
    row = f'<row r="1"><c r="A1" s="1"><v>0.8</v></c>{inline("文", "B1")}</row>'
    cells = sheet_of(book(worksheet(row), styles=styles(9))).cells
    assert [cell.percent for cell in cells.values()] == [True, False]


def test_a_percent_sign_in_words_is_no_percentage() -> None:
    cell = one('<c r="A1" s="1"><v>80</v></c>', styles=styles("0&quot;%&quot;"))
    assert not cell.percent


@pytest.mark.parametrize(
    ("serial", "since_1904", "text"),
    [
        ("46162", False, "2026-05-20"),
        ("46162.541666666664", False, "2026-05-20T13:00"),
        ("46162.5417013889", False, "2026-05-20T13:00:03"),
        ("46162.9999999", False, "2026-05-21"),
        ("0.5416666667", False, "13:00"),
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("60", False, "1900-02-29"),
        ("61", False, "1900-03-01"),
        ("2958465", False, "9999-12-31"),
        ("44700", True, "2026-05-20"),
    ],
)
def test_serial_dates(serial: str, since_1904: bool, text: str) -> None:
    settings = '<workbookPr date1904="1"/>' if since_1904 else ""
    cell = f'<c r="A1" s="1"><v>{serial}</v></c>'
    assert one(cell, styles=styles(22), settings=settings) == Cell(1, 1, DATE, text)


@pytest.mark.parametrize("serial", ["-1", "2958466", "1E20", "1E300"])
def test_a_serial_beyond_the_calendar_stays_a_number(serial: str) -> None:
    assert one(f'<c r="A1" s="1"><v>{serial}</v></c>', styles=styles(14)).kind is NUMBER


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("2026-05-20", "2026-05-20"),
        ("2026-05-20T00:00:00", "2026-05-20"),
        ("2026-05-20T13:00:00.000Z", "2026-05-20T13:00"),
        ("2026-05-20T13:00:05", "2026-05-20T13:00:05"),
    ],
)
def test_dates_written_as_iso_text(stored: str, text: str) -> None:
    assert one(f'<c r="A1" t="d"><v>{stored}</v></c>') == Cell(1, 1, DATE, text)


def test_truths_and_errors() -> None:
    assert one('<c r="A1" t="b"><v>1</v></c>') == Cell(1, 1, CellKind.BOOL, "TRUE")
    assert one('<c r="A1" t="b"><v>0</v></c>') == Cell(1, 1, CellKind.BOOL, "FALSE")
    assert one('<c r="A1" t="e"><v>#REF!</v></c>') == Cell(1, 1, CellKind.ERROR, "#REF!")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<f>1+1</f><v>2</v>", Cell(1, 1, NUMBER, "2", formula=True)),
        ("<f>1+1</f>", Cell(1, 1, CellKind.FORMULA, "=1+1")),
        ("<f>1+1</f><v></v>", Cell(1, 1, CellKind.FORMULA, "=1+1")),
        ("<f>1+1</f><v/>", Cell(1, 1, CellKind.FORMULA, "=1+1")),
        ('<f t="shared" si="0"/><v>5</v>', Cell(1, 1, NUMBER, "5", formula=True)),
        ("<v>2</v>", Cell(1, 1, NUMBER, "2")),
    ],
)
def test_formulas_with_and_without_a_value(cell: str, expected: Cell) -> None:
    assert one(f'<c r="A1">{cell}</c>') == expected


def test_formulas_that_give_a_text_or_an_error() -> None:
    text = one('<c r="A1" t="str"><f>B1</f><v>文字 </v></c>')
    assert text == Cell(1, 1, TEXT, "文字 ", formula=True)
    assert one('<c r="A1" t="str"><f>B1</f><v></v></c>').kind is CellKind.FORMULA
    error = one('<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>')
    assert error == Cell(1, 1, CellKind.ERROR, "#N/A", formula=True)
    assert one('<c r="A1" t="inlineStr"><f>B1</f><is><t>文</t></is></c>').formula
