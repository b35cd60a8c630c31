"""Workbook files as nobody should send them, made part by part with zipfile."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

Entry = tuple[str, bytes]


def zipped(entries: Sequence[Entry], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the entries in their order, doubles and odd names and all."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo("x", (2026, 5, 20, 0, 0, 0))
            info.filename = name
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


def links(*targets: tuple[str, str], kinds: str = LINKS) -> bytes:
    """A relationships part: (kind, target) pairs get rId1, rId2…"""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE_LINKS}">{inside}</Relationships>'.encode()


def content_types(main: str = "application/vnd.openxmlformats-officedocument.{}") -> bytes:
    kind = main.format("spreadsheetml.sheet.main+xml")
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
    ).encode()


def worksheet(rows: str, tail: str = "") -> bytes:
    """A sheet part around what stands in its sheetData."""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>'
    ).encode()


def workbook(names: Sequence[str], settings: str = "", states: Mapping[str, str] = {}) -> bytes:
    """The workbook part listing sheets rId1, rId2…"""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"'
        + (f' state="{states[name]}"' if name in states else "")
        + "/>"
        for number, name in enumerate(names, 1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{settings}<sheets>{sheets}</sheets>'
        "</workbook>"
    ).encode()


def parts(
    *sheets: bytes, strings: str = "", styles: str = "", settings: str = ""
) -> dict[str, bytes]:
    """The parts of a whole workbook with sheets 表1, 表2…, to be changed before zipping."""
    names = [f"表{number}" for number in range(1, len(sheets) + 1)]
    targets = [
        ("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)
    ]
    made = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(names, settings),
    }
    if strings:
        targets.append(("sharedStrings", "sharedStrings.xml"))
        made["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>'.encode()
    if styles:
        targets.append(("styles", "styles.xml"))
        made["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'.encode()
    made["xl/_rels/workbook.xml.rels"] = links(*targets)
    for number, sheet in enumerate(sheets, 1):
        made[f"xl/worksheets/sheet{number}.xml"] = sheet
    return made


def book(*sheets: bytes, strings: str = "", styles: str = "", settings: str = "") -> bytes:
    """A whole workbook file of these sheet parts."""
    made = parts(*sheets, strings=strings, styles=styles, settings=settings)
    return zipped(list(made.items()))


def changed(data: bytes, **facts: int) -> bytes:
    """The zip with fields of every directory and local entry overwritten.

    ``flags``, ``method``: two bytes; ``size``: the inflated size the file claims.
    """
    raw = bytearray(data)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(signature)
        while at >= 0:
            if "flags" in facts:
                struct.pack_into("<H", raw, at + offset, facts["flags"])
            if "method" in facts:
                struct.pack_into("<H", raw, at + offset + 2, facts["method"])
            if "size" in facts:
                struct.pack_into("<I", raw, at + offset + 16, facts["size"])
            at = raw.find(signature, at + 4)
    return bytes(raw)


def compound(*names: str) -> bytes:
    """The first sectors of an OLE container with these names in its directory."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + directory


def owner_file(person: str = "伊万里 花子") -> bytes:
    """What Excel lays beside a workbook that is open."""
    narrow, wide = person.encode("cp932"), person.encode("utf-16-le")
    return (
        bytes([len(narrow)])
        + narrow.ljust(54, b" ")
        + struct.pack("<H", len(person))
        + wide.ljust(108, b" ").replace(b"  ", b" \0")
    )


def nested(tag: str, size: int) -> bytes:
    """A sheet of ``size`` bytes in which every tag stands within the one before."""
    start = worksheet("").partition(b"</sheetData>")[0]
    return start + (f"<{tag}>" * (size // (len(tag) + 2))).encode()
