"""The first start: a 課's data made out of the workbook it was sent, or sample data to practise.

Both are made beside their place and put there in one step: they are there whole or not at all.
They are closed then; opening them is Desk.open, as always.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from imari_desk.desk.desk import Desk, machine_clock
from imari_desk.desk.files import read_file, write_file
from imari_desk.desk.packaged import packaged_plan
from imari_desk.desk.rehearsal_script import load_script
from imari_desk.domain.book import Level, Purpose
from imari_desk.domain.errors import MachineError, WorkbookError
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.practice import MARK, is_practice
from imari_desk.places import DATABASE
from imari_desk.store import opening
from imari_desk.workbook.read_book import read_book
from imari_desk.workbook.tables import csv_bytes

PRACTICE = "練習"  # the folder of the sample data, inside the data folder
PRACTICE_OFFICE, SENT = "練習（推進室）", "提出"
OFFICE_NAME = "推進室（練習）"
_SUBMIT = 3  # 課 whose workbooks are there to be taken in
_LATE = timedelta(days=3)  # that the others are overdue
_TIME = timedelta(days=14)  # to practise in, before what is asked for is due
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Glance:
    """What a workbook says of itself. ``measures`` counts those to be filled in; ``due`` is ISO
    text or ""; ``title`` the plan's. ``sure``: it was told by more than its labels.
    """

    purpose: Purpose
    department: str
    fiscal_year: int
    measures: int
    due: str
    title: str
    sure: bool


def inspect(path: Path) -> Glance:
    """Look at a workbook one could begin with; nothing is changed.

    Raises CallError and MachineError where the file cannot be read; WorkbookError where it is no
    評価ブック, a 提出 (which is for the office), a practice one, or names no 課.
    """
    return _look(path)[0]


def begin(
    folder: Path,
    workbook: Path,
    *,
    accept: bool = False,
    clock: Clock = machine_clock,
    person: str = "",
) -> Path:
    """Make the database of the 課 the workbook is for, and take the workbook in; gives the folder.

    ``accept``: also a workbook told by its labels only. Raises as inspect does, and
    MachineError("database_exists"), WorkbookError("first.unsure").
    """
    glance, plan = _look(workbook)
    if not glance.sure and not accept:
        raise WorkbookError("first.unsure", name=workbook.name)
    if (folder / DATABASE).exists():
        raise MachineError("database_exists", path=folder / DATABASE)
    with _made_beside(folder) as part:
        role = Owner.DEPARTMENT
        desk = Desk.create(part, role, glance.department, plan=plan, clock=clock, person=person)
        with desk:
            desk.import_files([workbook], accept=accept)
    return folder


def rehearsal(folder: Path, *, clock: Clock = machine_clock, person: str = "") -> Path:
    """Make sample data to practise with, anew, inside the data folder; gives their own folder.

    Raises MachineError("database_locked") where somebody is practising there at this moment.
    """
    place = folder / PRACTICE
    if (place / DATABASE).exists():
        Desk.open(place).close()
    with _made_beside(place) as part, TemporaryDirectory() as name:
        request = _practice_request(Path(name), clock)
        department = load_script().practice.department
        desk = Desk.create(part, Owner.DEPARTMENT, department, clock=clock, person=person)
        with desk:
            desk.import_files([request])
        opening.remove(place / DATABASE)
    return place


def office_rehearsal(folder: Path, *, clock: Clock = machine_clock, person: str = "") -> Path:
    """Make an office's sample data, anew, inside the data folder; gives their own folder.

    Everybody has been asked and nobody's answer is in; what some 課 have sent lies in the folder
    ``SENT`` beside the data, to be taken in. Raises as rehearsal does.
    """
    place = folder / PRACTICE_OFFICE
    if (place / DATABASE).exists():
        Desk.open(place).close()
    shutil.rmtree(place / SENT, ignore_errors=True)
    with _made_beside(place) as part, TemporaryDirectory() as name:
        with Desk.create(part, Owner.OFFICE, OFFICE_NAME, clock=clock, person=person) as office:
            books = _practice_requests(office, Path(name), clock)
        for department, request in list(books.items())[:_SUBMIT]:
            _practice_submission(Path(name), place / SENT, department, request, clock)
        opening.remove(place / DATABASE)
    return place


def _practice_requests(office: Desk, folder: Path, clock: Clock) -> dict[str, Path]:
    """Who answers, last year's answers, and the 依頼 of every 課; by the 課's marked name."""
    script = load_script()
    rows = [(code, _marked(name)) for name, codes in script.departments.items() for code in codes]
    write_file(folder / "assign.csv", csv_bytes([("施策番号", "担当課"), *rows]))
    office.assign(folder / "assign.csv")
    for (code, year), answers in script.past.items():
        if year == script.fiscal_year - 1:
            office.enter(code, year, answers)
    due = (clock() - _LATE).date().isoformat()
    books = office.request(script.fiscal_year, due, folder, script.practice.message)
    return {book.department: book.path for book in books}


def _practice_submission(
    folder: Path, sent: Path, department: str, request: Path, clock: Clock
) -> None:
    script = load_script()
    own = next(name for name in script.departments if _marked(name) == department)
    with Desk.create(folder / department, Owner.DEPARTMENT, department, clock=clock) as desk:
        desk.import_files([request])
        for code, answers in script.answers_of(own).items():
            desk.enter(code, script.fiscal_year, answers)
        desk.submit(script.fiscal_year, sent / f"{script.fiscal_year}_提出_{department}.xlsx")


def _marked(department: str) -> str:
    """The demo's 課 by a name that no workbook of theirs is mistaken by."""
    return f"{department.removesuffix('（例）')}{MARK}"


def _practice_request(folder: Path, clock: Clock) -> Path:
    """The 依頼 an office would send to the 課 that practises, with the years before."""
    script = load_script()
    practice = script.practice
    rows = [("施策番号", "担当課"), *((code, practice.department) for code in practice.measures)]
    write_file(folder / "assign.csv", csv_bytes(rows))
    with Desk.create(folder / "office", Owner.OFFICE, clock=clock) as office:
        office.assign(folder / "assign.csv")
        for (code, year), answers in script.past.items():
            if code in practice.measures:
                office.enter(code, year, answers)
        due = (clock() + _TIME).date().isoformat()
        (book,) = office.request(script.fiscal_year, due, folder, practice.message)
        return book.path


def _look(path: Path) -> tuple[Glance, Plan]:
    own = packaged_plan()
    book = read_book(read_file(path), path.name, {(own.id, own.version): own})
    header, plan = book.header, book.plan or own
    if header is None or book.level is Level.NONE or not header.department:
        raise WorkbookError("first.no_book", name=path.name)
    if header.purpose is Purpose.SUBMISSION:
        raise WorkbookError("first.submission", name=path.name)
    if is_practice(header.department):
        raise WorkbookError("practice_book", name=path.name)
    asked = {e.id.measure for e in book.evaluations if e.id.fiscal_year == header.fiscal_year}
    glance = Glance(
        header.purpose,
        header.department,
        header.fiscal_year,
        len(asked),
        header.due,
        plan.title,
        book.level is not Level.LABELS,
    )
    return glance, plan


@contextmanager
def _made_beside(folder: Path) -> Iterator[Path]:
    """A folder to make data in that are moved to their place when all went well."""
    part = folder / ".making"
    shutil.rmtree(part, ignore_errors=True)
    try:
        yield part
        opening.move(part / DATABASE, folder / DATABASE)
    finally:
        shutil.rmtree(part, ignore_errors=True)
