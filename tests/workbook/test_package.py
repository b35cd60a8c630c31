"""Files made to hurt: what they cost, and what is said of them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.cells import read_cells
from tests.workbook import hostile
from tests.workbook.hostile import book, parts, worksheet, zipped
from tests.workbook.reading import NAME, inline, refusal


def changed_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    made = parts(worksheet(f'<row r="1">{inline("文")}</row>'))
    made[name] = change(made[name])
    return zipped(list(made.items()))


DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
ENTITY_PARTS = [
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
]


@pytest.mark.parametrize("part", ENTITY_PARTS)
def test_a_doctype_is_refused_in_every_part(part: str) -> None:
    data = changed_part(part, lambda data: data.replace(b"?>\r\n", b"?>\r\n" + DOCTYPE, 1))
    assert refusal(data) == "workbook.doctype"


@pytest.mark.parametrize("part", ENTITY_PARTS)
def test_broken_xml_is_refused_in_every_part(part: str) -> None:
    assert refusal(changed_part(part, lambda data: data[:-5])) == "workbook.damaged_part"
    assert refusal(changed_part(part, lambda _: b"")) == "workbook.damaged_part"


def test_lone_surrogates_in_the_file_are_refused() -> None:
    for half in (b"\xed\xa1\x82", b"&#xD842;"):
        part = worksheet(f'<row r="1">{inline("文")}</row>').replace("文".encode(), half)
        assert refusal(book(part)) == "workbook.damaged_part"


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(
        book(worksheet(f'<row r="1">{inline("文")}</row>'), strings="<si><t>a</t></si>")
    )
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    named: list[bool] = []
    try:
        read_cells(bytes(whole), NAME)
    except WorkbookError as error:
        named.append(NAME in error.text)
    assert all(named)


CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.cells import read_cells
try:
    found = read_cells(open(sys.argv[1], "rb").read(), "a.xlsx")
    print(sum(len(sheet.cells) for sheet in found.sheets))
except WorkbookError as error:
    print(error.code)
"""


def read_in_child(tmp_path: Path, data: bytes) -> str:
    """What a process that may take 600 MB says: the number of cells, or the code of refusal."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr


MEGA = 1024 * 1024
CORNER = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def styled_rows(count: int) -> bytes:
    rows = (
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(1, count)
    )
    return worksheet("".join(rows) + CORNER)


def stored(sheet: bytes, **extra: bytes) -> bytes:
    """A workbook with nothing compressed, so that no ratio gives it away."""
    made = parts(sheet, strings="<si/>", styles="<xf/>")
    return zipped(list((made | extra).items()), zipfile.ZIP_STORED)


FEW_ROWS = worksheet(CORNER)
DAMAGED, SWOLLEN, MUCH = "workbook.damaged_part", "workbook.swollen", "workbook.too_much"

BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a million empty styled rows": (lambda: book(styled_rows(1_000_000)), "1"),
    "one far cell": (lambda: book(FEW_ROWS), "1"),
    "compressed a thousandfold": (lambda: book(hostile.nested("c", 60 * MEGA)), SWOLLEN),
    "claims four gigabytes": (lambda: hostile.changed(book(FEW_ROWS), size=0xFFFFFFF0), SWOLLEN),
    "claims little and holds much": (
        lambda: hostile.changed(book(b" " * (60 * MEGA)), size=2000),
        DAMAGED,
    ),
    "styles of 256 MB": (
        lambda: zipped([*parts(FEW_ROWS).items(), ("xl/styles.xml", b" " * (256 * MEGA))]),
        SWOLLEN,
    ),
    "tags in tags in a sheet": (lambda: stored(hostile.nested("t", 15 * MEGA)), MUCH),
    "rows in rows": (lambda: stored(hostile.nested("row", 3 * MEGA)), DAMAGED),
    "tags in tags among the strings": (
        lambda: stored(FEW_ROWS, **{"xl/sharedStrings.xml": b"<sst>" + b"<r>" * (5 * MEGA)}),
        MUCH,
    ),
    "tags in tags among the styles": (
        lambda: stored(FEW_ROWS, **{"xl/styles.xml": b"<a>" * (5 * MEGA)}),
        MUCH,
    ),
    "tags in tags in a small part": (
        lambda: stored(FEW_ROWS, **{"xl/workbook.xml": b"<a>" * (5 * MEGA)}),
        DAMAGED,
    ),
    "sheets without end": (
        lambda: stored(FEW_ROWS, **{"xl/workbook.xml": b"<a>" + b"<b/>" * (4 * MEGA)}),
        MUCH,
    ),
    "cells without end": (
        lambda: stored(worksheet(full_rows(300_000))),
        MUCH,
    ),
    "many cells in many sheets": (
        lambda: zipped(
            list(parts(*[worksheet(full_rows(13_000))] * 30).items()), zipfile.ZIP_DEFLATED
        ),
        MUCH,
    ),
    "a text without end": (
        lambda: stored(worksheet(f'<row r="1">{inline("a" * (15 * MEGA))}</row>')),
        DAMAGED,
    ),
    "a string without end": (
        lambda: stored(FEW_ROWS, **{"xl/sharedStrings.xml": b"<sst><si><t>" + b"a" * (15 * MEGA)}),
        DAMAGED,
    ),
    "a tag without end": (
        lambda: stored(worksheet("<row " + " ".join(f'a{i}=""' for i in range(1_500_000)))),
        DAMAGED,
    ),
}


def full_rows(count: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919}</v></c></row>' for n in range(1, count))


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_cost_little_memory(tmp_path: Path, bomb: str) -> None:
    make, outcome = BOMBS[bomb]
    assert read_in_child(tmp_path, make()) == outcome
