"""Who signed each library and program: Windows and its allow-lists ask the same."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from installer.cpython import LIB, is_library
from installer.inputs import InputError

TRUSTED = ("Python Software Foundation", "Microsoft Corporation", "The QT Company Oy")
_NAME = re.compile(r"(?:^|, )O=([^,]+)")


def signers(folder: Path) -> dict[str, str]:
    """Path → who signed it, "" where nobody did, of every library and program below a folder.

    Raises InputError for a signature that does not hold, a signer nobody named, and an unsigned
    file of the CPython itself.
    """
    with _openssl_of_today():
        reader = importlib.import_module("signify.authenticode").AuthenticodeFile
    files = sorted(path for path in folder.rglob("*") if is_library(path.name))
    found = {path.relative_to(folder).as_posix(): _signer(path, reader) for path in files}
    for name, signer in found.items():
        if signer not in TRUSTED and (signer or not name.startswith(f"{LIB}/")):
            raise InputError(f"{name} is signed by {signer or 'nobody'}.")
    return found


def _signer(path: Path, reader: Any) -> str:
    with path.open("rb") as file:
        signed = reader.from_stream(file)
        signatures = list(signed.signatures)
        if not signatures:
            return ""
        result, error = signed.explain_verify()
    if result.name != "OK":
        raise InputError(f"The signature of {path.name} does not hold: {error or result.name}")
    signature = signatures[0]
    serial = signature.signer_info.serial_number
    subject = next(c.subject.dn for c in signature.certificates if c.serial_number == serial)
    match = _NAME.search(subject)
    return match[1] if match else subject


@contextmanager
def _openssl_of_today() -> Iterator[None]:
    """oscrypto reads no OpenSSL version of two digits, such as 3.0.17; while it is imported it
    is given the first of them."""
    search = re.search

    def forgiving(pattern: Any, text: Any, flags: int = 0) -> Any:
        if pattern == r"\b(\d\.\d\.\d[a-z]*)\b":
            pattern = r"\b(\d\.\d\.\d)"
        return search(pattern, text, flags)

    re.search = forgiving  # type: ignore[assignment]
    try:
        yield
    finally:
        re.search = search
