"""What a file is that is no zip, told by its first bytes and never by its name's ending."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OWNER_SIZE = 165  # bytes; length and name in two encodings, padded with blanks
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div)\b|mime-version:", re.I)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_HEAD = 4096


def recognise(data: bytes, name: str) -> str:
    """The code of the sentence that says what this file is instead of a workbook."""
    if PureWindowsPath(name).name.startswith("~$") or _is_owner_file(data):
        return "workbook.owner_file"
    if not data:
        return "workbook.empty"
    if data.startswith(_OLE):
        return _recognise_ole(data)
    if data.startswith(b"PK\x05\x06"):
        return "workbook.other_zip"
    if data.startswith(b"%PDF-"):
        return "workbook.pdf"
    return _recognise_text(data[:_HEAD])


def _is_owner_file(data: bytes) -> bool:
    """What Excel lays beside a workbook somebody has open: who that is, and nothing else."""
    return (
        len(data) == _OWNER_SIZE
        and 0 < data[0] <= 54
        and 0 < data[55] <= 54
        and data[56] == 0
        and not data[1 + data[0] : 55].strip(b" \x00")
    )


def _recognise_ole(data: bytes) -> str:
    if _wide("EncryptedPackage") in data or _wide("DRMEncrypted") in data:
        return "workbook.locked"
    if _wide("Workbook") in data or _wide("Book") in data:
        return "workbook.xls"
    return "workbook.old_office"


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _recognise_text(head: bytes) -> str:
    marked = head.startswith(_BYTE_ORDER_MARKS)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    if _HTML.search(head[:1024]):
        return "workbook.html"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "workbook.xml_2003"
    if marked or (not _CONTROL.search(head) and _is_decodable(head)):
        return "workbook.plain_text"
    return "workbook.unknown"


def _is_decodable(head: bytes) -> bool:
    """Whether the head is text in an encoding met here; its last letter may be cut in two."""
    for encoding in ("utf-8", "cp932"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start >= len(head) - 4 and len(head) == _HEAD:
                return True
        else:
            return True
    return False
