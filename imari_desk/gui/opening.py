"""Opening the data of a folder. Runs on the background: here the desk itself is imported, after
the window has been painted, because that takes longer than showing a window does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from imari_desk.desk.desk import Desk
    from imari_desk.domain.errors import MachineError


class Opened(NamedTuple):
    """An open desk and the year to show.

    ``held``: who has it, where it is open for reading only. ``rehearsal``: sample data.
    """

    desk: Desk
    fiscal_year: int
    is_office: bool
    held: MachineError | None = None
    rehearsal: bool = False


def open_folder(folder: Path) -> Opened:
    """Open the database of the folder; one that another program holds is opened to be read.

    Raises MachineError as Desk.open does.
    """
    from imari_desk.desk.desk import Desk, machine_person
    from imari_desk.domain.errors import MachineError
    from imari_desk.domain.items import Owner

    held = None
    try:
        desk = Desk.open(folder, person=machine_person())
    except MachineError as error:
        if error.code != "database_locked":
            raise
        held = error
        desk = Desk.open(folder, read_only=True, person=machine_person())
    return Opened(desk, desk.current_year(), desk.role is Owner.OFFICE, held)


def start_with(folder: Path, workbook: Path) -> Opened:
    """Make the database a 依頼 or 引継ぎ workbook asks for, take it in, and open it.

    Raises DeskError where the workbook is none, or is for nobody in particular.
    """
    from imari_desk.desk import first_start

    first_start.begin(folder, workbook)
    return open_folder(folder)


def open_rehearsal(folder: Path) -> Opened:
    """Open sample data that lie apart from the real ones; they are made anew each time."""
    from imari_desk.desk import first_start

    return open_folder(first_start.rehearsal(folder))._replace(rehearsal=True)
