"""What the gate lets in, and what it says of everything else."""

from __future__ import annotations

import random
import subprocess
import zipfile
from pathlib import Path

import pytest

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.cells import read_cells
from imari_desk.workbook.gate import admit
from tests.workbook import hostile
from tests.workbook.hostile import book, changed, parts, worksheet, zipped

NAME = "提出_総務課.xlsx"
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>電子申請</t></is></c></row>'
GOOD = book(worksheet(CELL))


def refusal(data: bytes, name: str = NAME) -> str:
    """The code reading is refused with; the sentence must name the file."""
    with pytest.raises(WorkbookError) as caught:
        read_cells(data, name)
    assert name in caught.value.text
    return caught.value.code


def with_part(name: str, data: bytes) -> bytes:
    return zipped(list((parts(worksheet(CELL)) | {name: data}).items()))


def with_types(kind: str) -> bytes:
    return with_part("[Content_Types].xml", hostile.content_types(kind))


def test_a_workbook_is_let_in() -> None:
    assert "xl/workbook.xml" in admit(GOOD, NAME).namelist()
    assert read_cells(GOOD, NAME).sheets[0].cells[1, 1].text == "電子申請"


def test_a_workbook_with_macros_is_read_and_its_macros_are_not() -> None:
    made = parts(worksheet(CELL))
    made["[Content_Types].xml"] = hostile.content_types(
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    made["xl/vbaProject.bin"] = b"\xff" * 100
    assert read_cells(zipped(list(made.items())), "提出.xlsm").sheets[0].cells


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="0 byte"),
        pytest.param(hostile.owner_file(), "owner_file", id="owner file renamed"),
        pytest.param(hostile.compound("EncryptedPackage"), "locked", id="password"),
        pytest.param(
            hostile.compound("\x06DataSpaces", "DRMEncryptedDataSpace"), "locked", id="rm"
        ),
        pytest.param(hostile.compound("Root Entry", "Workbook"), "xls", id="xls"),
        pytest.param(hostile.compound("Root Entry", "Book"), "xls", id="xls of Excel 5"),
        pytest.param(hostile.compound("WordDocument"), "old_office", id="doc"),
        pytest.param(b"<!DOCTYPE html><html><body></body></html>", "html", id="html"),
        pytest.param(b"\xef\xbb\xbf\r\n <html xmlns='x'><table>", "html", id="html with BOM"),
        pytest.param("<table><tr><td>評価".encode("cp932"), "html", id="table saved as xls"),
        pytest.param("施策番号,担当課\r\n行-①,総務課\r\n".encode("cp932"), "plain_text", id="csv"),
        pytest.param("施策番号,担当課\n".encode("utf-8-sig"), "plain_text", id="csv with BOM"),
        pytest.param("施策番号\t担当課\n".encode("utf-16"), "plain_text", id="unicode text"),
        pytest.param(("aa" + "い1" * 1100).encode(), "plain_text", id="letter cut in two"),
        pytest.param(b"%PDF-1.7\n", "pdf", id="pdf"),
        pytest.param(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "xml_2003",
            id="xml of Excel 2003",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown", id="picture"),
        pytest.param(bytes(range(256)) * 20, "unknown", id="anything"),
        pytest.param(zipped([]), "other_zip", id="empty zip"),
        pytest.param(zipped([("写真.txt", b"x")]), "other_zip", id="any zip"),
        pytest.param(
            zipped([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
            "ods",
            id="ods",
        ),
        pytest.param(
            zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]),
            "open_document",
            id="odt",
        ),
        pytest.param(with_types("application/x.wordprocessingml.document.main+xml"), "docx"),
        pytest.param(with_types("application/x.presentationml.presentation.main+xml"), "pptx"),
        pytest.param(with_types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"),
        pytest.param(with_types("application/unheard.of"), "other_zip", id="other package"),
        pytest.param(GOOD[: len(GOOD) // 2], "cut_short", id="cut short"),
        pytest.param(GOOD[:-10], "cut_short", id="last bytes missing"),
        pytest.param(changed(GOOD, flags=1), "zip_locked", id="zip password"),
        pytest.param(changed(GOOD, method=12), "zip_method", id="bzip2"),
        pytest.param(changed(GOOD, size=0xFFFFFF), "swollen", id="claims more than it holds"),
        pytest.param(changed(GOOD, size=20), "damaged_part", id="holds more than it claims"),
        pytest.param(changed(GOOD, size=0x70000000), "swollen", id="claims gigabytes"),
        pytest.param(b"PK\x03\x04" + bytes(21 * 1024 * 1024), "large_file", id="21 MB"),
        pytest.param(
            zipped([(f"a{i}", b"") for i in range(2001)], zipfile.ZIP_STORED), "many_parts"
        ),
    ],
)
def test_other_files_are_told_apart(data: bytes, code: str) -> None:
    assert refusal(data) == f"workbook.{code}"


def test_an_owner_file_is_known_by_its_name() -> None:
    assert refusal(b"\x05abc", r"C:\評価\~$提出_総務課.xlsx") == "workbook.owner_file"
    assert read_cells(GOOD, "~$提出.xlsx").sheets


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "/xl/evil.xml", "xl\\evil.xml", "C:/evil.xml", "xl//evil.xml", "xl/./evil.xml"],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert refusal(with_part(name, b"<x/>")) == "workbook.part_outside"


def test_a_folder_entry_is_no_fault() -> None:
    assert read_cells(with_part("xl/", b""), NAME).sheets


@pytest.mark.parametrize("twin", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused(twin: str) -> None:
    entries = [*parts(worksheet(CELL)).items(), (twin, worksheet(""))]
    assert refusal(zipped(entries)) == "workbook.part_twice"


def test_many_swollen_parts_are_refused_by_their_sum() -> None:
    full = (random.Random(1).randbytes(600) + bytes(64_936)) * 800  # a hundredth when zipped
    made = [*parts(worksheet(CELL)).items(), *((f"x{i}.bin", full) for i in range(3))]
    small = zipped(made)
    assert len(small) < 2 * 1024 * 1024
    assert refusal(small) == "workbook.swollen"


def test_a_small_part_may_be_as_repetitive_as_it_likes() -> None:
    assert read_cells(with_part("xl/printerSettings1.bin", bytes(900_000)), NAME).sheets


@pytest.mark.parametrize(
    ("source", "kind", "code"),
    [("xls", "MS Excel 97", "xls"), ("ods", "calc8", "ods"), ("html", "HTML (StarCalc)", "html")],
)
@pytest.mark.slow
def test_files_of_other_programs_renamed_to_xlsx(
    tmp_path: Path, source: str, kind: str, code: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(GOOD)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", f"{source}:{kind}", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.xlsx")], check=True, capture_output=True)
    assert refusal((tmp_path / f"a.{source}").read_bytes()) == f"workbook.{code}"
