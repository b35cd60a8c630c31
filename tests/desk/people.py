"""An office and a 課 with real databases and real workbooks, for tests of the desk's verbs."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from tests import ready

YEAR = 2025
MINE, THEIRS = "行-②", "行-③"
DEPARTMENT, OTHER = "情報政策課", "市民課"
LIST = f"施策番号,担当課,関係課\n{MINE},{DEPARTMENT},{OTHER}\n{THEIRS},{OTHER},\n"


@dataclass
class People:
    """The office, one 課, and the folder their workbooks travel through."""

    folder: Path
    office: Desk
    clerk: Desk

    @property
    def request(self) -> Path:
        return self.folder / "依頼" / f"{YEAR}_依頼_{DEPARTMENT}.xlsx"

    def colleague(self, name: str = "colleague") -> Desk:
        """Another clerk of the same 課 with a database of their own."""
        ready.copy(_colleague, self.folder / name)
        return Desk.open(self.folder / name)

    def submit(self, name: str = "提出.xlsx") -> Path:
        return self.clerk.submit(YEAR, self.folder / name).path


def meet(folder: Path) -> People:
    """Everybody at their desk, the 依頼 sent and taken in."""
    ready.copy(_meet, folder)
    return at_their_desks(folder)


def at_their_desks(folder: Path) -> People:
    """The two at the desks that stand in a folder already."""
    return People(folder, Desk.open(folder / "office"), Desk.open(folder / "clerk"))


def _meet(folder: Path) -> None:
    (folder / "担当.csv").write_text(LIST, "utf-8")
    with (
        Desk.create(folder / "office", Owner.OFFICE) as office,
        Desk.create(folder / "clerk", Owner.DEPARTMENT, DEPARTMENT) as clerk,
    ):
        office.assign(folder / "担当.csv")
        people = People(folder, office, clerk)
        office.request(YEAR, "2026-05-29", folder / "依頼")
        clerk.import_files([people.request])


def _colleague(folder: Path) -> None:
    Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT).close()


def value(desk: Desk, key: str, measure: str = MINE) -> str:
    return next(a.value for a in desk.show(measure, YEAR).answers if a.key == key)


def conflict(desk: Desk, key: str, measure: str = MINE) -> list[str]:
    answer = next(a for a in desk.show(measure, YEAR).answers if a.key == key)
    return [text for text, _ in answer.conflict]


def edited(path: Path, to: Path, change: Callable[[Workbook], object]) -> Path:
    """A copy of a workbook somebody has worked on."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    change(book)
    book.save(to)
    return to
