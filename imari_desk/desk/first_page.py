"""The page that was open last, laid beside the database for the next start.

Opening the database takes longer than all the rest of a start: until it is open, the window shows
this. It never plays the part of data. It is taken away when it is read, put back when the
database is let go of, shown only where the database file is exactly the one it was made of, and
compared with it as soon as that is open. Deleting it costs time and nothing else.

What is read is taken for foreign: nothing but frozen values of domain and desk is made of it.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from imari_desk import __version__
from imari_desk.desk import leaf as pages
from imari_desk.desk.leaf import Leaf, MeasureLine
from imari_desk.desk.session import Session
from imari_desk.places import DATABASE, FIRST_PAGE
from imari_desk.store.file_state import FileState, file_state

_PROGRAM = (__version__, sys.version)
_NUMBERS = {("fractions", "Fraction"), ("decimal", "Decimal")}
_HOMES = ("imari_desk.domain.", "imari_desk.desk.leaf")


class FirstPage(NamedTuple):
    """What the window shows first: the 課, the list of the page's year, the page."""

    department: str
    lines: tuple[MeasureLine, ...]
    leaf: Leaf


def keep(session: Session, measure: str, fiscal_year: int) -> None:
    """Lay that page beside the open database; where it cannot be, nothing is.

    Not where the database is open for reading only: who holds it is going to change it.
    Raises CallError for an unknown measure or year.
    """
    if session.store.read_only:
        return
    lines, leaf = pages.lines(session, fiscal_year), pages.leaf(session, measure, fiscal_year)
    with suppress(OSError):
        state = file_state(session.store.path)
        if state is not None:
            kept = _written(state, FirstPage(session.desk.department, lines, leaf))
            session.store.path.with_name(FIRST_PAGE).write_bytes(kept)


def _written(state: FileState, page: FirstPage) -> bytes:
    body = pickle.dumps(tuple(page))
    reader = _Reader(BytesIO(body))
    reader.load()
    return pickle.dumps((_PROGRAM, state, reader.shapes, crc32(body))) + body


def take(folder: Path, measure: str, fiscal_year: int) -> FirstPage | None:
    """Take the page away and give it; None where there is none that may be shown.

    ``measure`` and ``fiscal_year``: the page that is wanted.
    """
    path = folder / FIRST_PAGE
    try:
        kept = path.read_bytes()
        path.unlink()
        page = _read(kept, file_state(folder / DATABASE))
    except Exception:  # whatever is wrong with it: what counts is in the database
        return None
    here = page is not None and (page.leaf.measure.code, page.leaf.fiscal_year)
    return page if here == (measure, fiscal_year) else None


def _read(kept: bytes, state: FileState | None) -> FirstPage | None:
    """Raises whatever a file that is none of ours makes go wrong."""
    file = BytesIO(kept)
    program, database, shapes, digest = _Reader(file).load()
    body = kept[file.tell() :]
    if (program, database, digest) != (_PROGRAM, state, crc32(body)):
        return None
    reader = _Reader(BytesIO(body))
    page = FirstPage(*reader.load())
    return page if reader.shapes == shapes and isinstance(page.leaf, Leaf) else None


class _Reader(pickle.Unpickler):
    """Makes values of domain and desk, numbers and what Python is made of; nothing else.

    ``shapes``: by module and class, what the values read so far are made of.
    """

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self.shapes: dict[tuple[str, str], tuple[str, ...]] = {}

    def find_class(self, module: str, name: str) -> type:
        """Raises UnpicklingError for everything that is not admitted."""
        number = (module, name) in _NUMBERS
        home = number or module.startswith(_HOMES)
        found = super().find_class(module, name) if home and "." not in name else None
        shape = _shape(found)
        if not isinstance(found, type) or not (shape or number):
            raise pickle.UnpicklingError(f"{module}.{name}")
        self.shapes[module, name] = shape
        return found


def _shape(kind: object) -> tuple[str, ...]:
    """The names of a value's parts: another program may have others under the same class."""
    for parts in ("__dataclass_fields__", "_fields", "__members__"):
        if hasattr(kind, parts):
            return tuple(getattr(kind, parts))
    return ()
