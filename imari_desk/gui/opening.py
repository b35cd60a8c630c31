"""Opening the data of a folder. Runs on the background: here the desk itself is imported, after
the window has been painted, because that takes longer than showing a window does.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from imari_desk.gui.settings import NOWHERE, Place

if TYPE_CHECKING:
    from imari_desk.desk.desk import Desk
    from imari_desk.desk.leaf import Leaf, MeasureLine
    from imari_desk.domain.errors import MachineError


REQUEST = "依頼"  # stands in the name of every workbook that asks
OFFERED = 3


class FoundFile(NamedTuple):
    """A workbook that lies where files arrive, and when it was saved there."""

    path: Path
    saved: datetime


class Opened(NamedTuple):
    """A desk, and what is to be shown of it first.

    ``lines`` and ``leaf``: the list of the year and the page to open; no page where the 課 has no
    measure in that year. ``held``: who has it, where it is open for reading only. ``department``:
    the 課 whose desk it is.
    """

    desk: Desk
    fiscal_year: int
    is_office: bool
    lines: tuple[MeasureLine, ...] = ()
    leaf: Leaf | None = None
    held: MachineError | None = None
    department: str = ""


def open_folder(folder: Path, place: Place = NOWHERE) -> Opened:
    """Open the database of the folder, at the place where one left off if it is there still.

    One that another program holds is opened to be read.

    Raises MachineError as Desk.open does.
    """
    from imari_desk.desk.desk import Desk

    return _open(Desk.at(folder), place)


def _open(desk: Desk, place: Place) -> Opened:
    from imari_desk.domain.items import Owner

    held, department = desk.held, desk.department
    year = place.fiscal_year or desk.current_year()
    if desk.role is Owner.OFFICE:
        return Opened(desk, year, is_office=True, held=held, department=department)
    lines = desk.lines(year)
    measure = _first(lines, place.measure)
    leaf = desk.leaf(measure, year) if measure else None
    return Opened(desk, year, False, lines, leaf, held, department)


def remembered(folder: Path, place: Place) -> Opened | None:
    """The page that was open last, where nothing has changed since; its desk is not open yet."""
    from imari_desk.desk import first_page
    from imari_desk.desk.desk import Desk

    page = first_page.take(folder, place.measure, place.fiscal_year)
    if page is None:
        return None
    desk = Desk.at(folder)
    year, department = place.fiscal_year, page.department
    return Opened(desk, year, False, page.lines, page.leaf, department=department)


def open_remembered(shown: Opened) -> Opened:
    """Open the desk of a page that is shown already; gives what the database says.

    Raises MachineError as Desk.at does.
    """
    measure = shown.leaf.measure.code if shown.leaf is not None else ""
    return _open(shown.desk, Place(measure, shown.fiscal_year))


def let_go(desk: Desk, leaf: Leaf) -> None:
    """Close the desk; first lay that page beside its database, for the next start."""
    from imari_desk.desk import first_page

    try:
        if desk.session is not None:
            first_page.keep(desk.session, leaf.measure.code, leaf.fiscal_year)
    finally:
        desk.close()


def _first(lines: tuple[MeasureLine, ...], wanted: str) -> str:
    """The measure that was open last, else the first with something left to fill in."""
    if any(line.measure == wanted for line in lines):
        return wanted
    asked = [line for line in lines if line.evaluated] or list(lines)
    left = [line for line in asked if line.missing or line.conflicts]
    return next((line.measure for line in [*left, *asked]), "")


def find_requests(folders: Sequence[Path]) -> tuple[FoundFile, ...]:
    """依頼 workbooks that lie right in these folders, by their names, the newest first."""
    found = []
    for folder in dict.fromkeys(folders):
        with suppress(OSError):  # a folder that cannot be looked into has nothing to offer
            for path in folder.glob(f"*{REQUEST}*.xlsx"):
                found.append(FoundFile(path, datetime.fromtimestamp(path.stat().st_mtime)))
    return tuple(sorted(found, key=lambda file: file.saved, reverse=True)[:OFFERED])


def start_with(folder: Path, workbook: Path) -> Opened:
    """Make the database a 依頼 or 引継ぎ workbook asks for, take it in, and open it.

    Raises DeskError where the workbook is none, or is for nobody in particular.
    """
    from imari_desk.desk import first_start
    from imari_desk.desk.desk import machine_person

    first_start.begin(folder, workbook, person=machine_person())
    return open_folder(folder)


def start_office(folder: Path) -> Opened:
    """Make the office's database with the packaged plan, and open it.

    Raises MachineError as Desk.create does.
    """
    from imari_desk.desk.desk import Desk, machine_person
    from imari_desk.domain.items import Owner

    Desk.create(folder, Owner.OFFICE, person=machine_person()).close()
    return open_folder(folder)


def open_office_rehearsal(folder: Path) -> Opened:
    """The same for the office."""
    from imari_desk.desk import first_start

    return open_folder(first_start.office_rehearsal(folder))


def practice_files(folder: Path) -> Path:
    """Where the workbooks lie that can be taken in to practise."""
    from imari_desk.desk import first_start

    return folder / first_start.PRACTICE_OFFICE / first_start.SENT


def open_rehearsal(folder: Path) -> Opened:
    """Open sample data that lie apart from the real ones; they are made anew each time."""
    from imari_desk.desk import first_start

    return open_folder(first_start.rehearsal(folder))
