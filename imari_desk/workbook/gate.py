"""The one gate every workbook comes through: what it is, and whether it is safe to open.

Nothing is inflated here but the list of content types. Workbooks with macros (.xlsm) are let in:
macros are never looked at, and a clerk whose office uses them has done nothing wrong.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.first_bytes import recognise

MEBIBYTE = 1024 * 1024
FILE_LIMIT = 20 * MEBIBYTE
ENTRY_COUNT_LIMIT = 2_000
ENTRY_LIMIT = 64 * MEBIBYTE  # inflated
SUM_LIMIT = 128 * MEBIBYTE  # inflated
RATIO_LIMIT = 200
_RATIO_MATTERS = MEBIBYTE  # below this no ratio hurts, and repeated rows reach high ones
_HEAD_LIMIT = MEBIBYTE

_LOCAL_ENTRY = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_CONTENT_TYPES = "[content_types].xml"

# Words of a content type, first match wins, and what they make of the file; "" lets it in.
_CONTENTS = (
    (b"spreadsheetml.sheet.main+xml", ""),
    (b"spreadsheetml.template.main+xml", ""),
    (b"ms-excel.sheet.macroEnabled.main+xml", ""),
    (b"ms-excel.template.macroEnabled.main+xml", ""),
    (b"ms-excel.sheet.binary.macroEnabled.main", "workbook.xlsb"),
    (b"wordprocessingml", "workbook.docx"),
    (b"ms-word.", "workbook.docx"),
    (b"presentationml", "workbook.pptx"),
    (b"ms-powerpoint.", "workbook.pptx"),
)


def admit(data: bytes, name: str) -> zipfile.ZipFile:
    """The opened zip of an Excel workbook (.xlsx or .xlsm), safe to read part by part.

    ``name`` is the file's, for people. Raises WorkbookError with what the file is instead, or
    what is wrong with it.
    """
    if len(data) > FILE_LIMIT:
        raise WorkbookError("workbook.large_file", file=name, limit=FILE_LIMIT // MEBIBYTE)
    if not data.startswith(_LOCAL_ENTRY):
        raise WorkbookError(recognise(data, name), file=name)
    if data.count(_DIRECTORY_ENTRY) > ENTRY_COUNT_LIMIT:
        raise WorkbookError("workbook.many_parts", file=name, limit=ENTRY_COUNT_LIMIT)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise WorkbookError("workbook.cut_short", file=name) from error
    _check_entries(archive.infolist(), name)
    code = _contents(archive, name)
    if code:
        raise WorkbookError(code, file=name)
    return archive


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    total = 0
    for entry in entries:
        code = _entry_fault(entry, seen)
        if code:
            raise WorkbookError(code, file=name, place=entry.orig_filename)
        total += entry.file_size
    if total > SUM_LIMIT:
        raise WorkbookError("workbook.swollen", file=name, place="全体")


def _entry_fault(entry: zipfile.ZipInfo, seen: set[str]) -> str:
    part = entry.orig_filename
    if part.lower() in seen:
        return "workbook.part_twice"
    seen.add(part.lower())
    if _is_path_like(part):
        return "workbook.part_outside"
    if entry.flag_bits & _ENCRYPTED:
        return "workbook.zip_locked"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "workbook.zip_method"
    size = entry.file_size
    if size > ENTRY_LIMIT:
        return "workbook.swollen"
    if size > _RATIO_MATTERS and size > RATIO_LIMIT * entry.compress_size:
        return "workbook.swollen"
    return ""


def _is_path_like(part: str) -> bool:
    """A name that leads out of the zip, or that systems read differently."""
    steps = part.removesuffix("/").split("/")
    return any(step in ("", ".", "..") for step in steps) or any(sign in part for sign in "\\:\x00")


def _contents(archive: zipfile.ZipFile, name: str) -> str:
    """The code that says which other kind of file this is, "" for a workbook."""
    parts = {entry.filename.lower(): entry for entry in archive.infolist()}
    if "mimetype" in parts:
        mimetype = _head(archive, parts["mimetype"], name)
        if b"opendocument.spreadsheet" in mimetype:
            return "workbook.ods"
        if b"opendocument" in mimetype:
            return "workbook.open_document"
    if _CONTENT_TYPES in parts:
        types = _head(archive, parts[_CONTENT_TYPES], name)
        return next((code for words, code in _CONTENTS if words in types), "workbook.other_zip")
    return "workbook.other_zip"


def _head(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    try:
        with archive.open(entry) as stream:
            return stream.read(_HEAD_LIMIT)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, struct.error) as error:
        raise WorkbookError("workbook.damaged_part", file=name, place=entry.filename) from error
