"""What is measured: one 課 answers for all 28 measures, made by the desk itself.

As in life the office holds the four years before; its 依頼 carries them, and so does the 提出 that
comes back: five years of 28 measures, every item answered, of which the last is new.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import Answers, Script, load_script
from imari_desk.domain.items import Item, ItemKind, Owner
from imari_desk.places import DATABASE
from imari_desk.workbook.layout import form_items
from imari_desk.workbook.tables import csv_bytes

DEPARTMENT = "DX推進課（例）"
DUE = "2026-05-29"


@dataclass(frozen=True)
class Sample:
    """Folders and files of the sample, all below one folder that goes when the program ends.

    ``asked`` has asked for the answers and has none; ``whole`` has taken ``book`` in; ``clerk``
    is the 課 that wrote it.
    """

    asked: Path
    whole: Path
    book: Path
    fiscal_year: int
    clerk: Path

    @contextmanager
    def copy_of(self, folder: Path) -> Iterator[Path]:
        """A fresh copy of a data folder, without the workbooks it has sent."""
        with TemporaryDirectory(dir=self.book.parent) as name:
            shutil.copyfile(folder / DATABASE, Path(name) / DATABASE)
            yield Path(name)


@cache
def _base() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="imari-desk-bench-")


@cache
def sample() -> Sample:
    """The sample, made once a run."""
    base, script = Path(_base().name), load_script()
    asked, whole, clerk = base / "asked", base / "whole", base / "department"
    made = Sample(asked, whole, base / "book.xlsx", script.fiscal_year, clerk)
    request = _ask(made.asked, script)
    _answer(clerk, script, request, made.book)
    shutil.copytree(made.asked, made.whole)
    with Desk.open(made.whole) as office:
        office.import_files([made.book])
    return made


def _ask(folder: Path, script: Script) -> Path:
    with Desk.create(folder, Owner.OFFICE) as office:
        for (code, year), answers in every_answer(script).items():
            if year < script.fiscal_year:
                office.enter(code, year, answers)
        rows = [("施策番号", "担当課"), *((m.code, DEPARTMENT) for m in script.plan.measures)]
        path = folder / "assign.csv"
        path.write_bytes(csv_bytes(rows))
        office.assign(path)
        return office.request(script.fiscal_year, DUE, folder)[0].path


def _answer(folder: Path, script: Script, request: Path, book: Path) -> None:
    with Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT) as department:
        department.import_files([request])
        for (code, year), answers in every_answer(script).items():
            if year == script.fiscal_year:
                department.enter(code, year, answers)
        department.submit(script.fiscal_year, book)


def every_answer(script: Script) -> dict[tuple[str, int], Answers]:
    """Measure and year → an answer to every item: the script's, else one somebody else gave."""
    plan = script.plan
    told = {**script.past, **{(c, script.fiscal_year): a for c, a in script.answers.items()}}
    lent: dict[str, list[str]] = {}
    for answers in told.values():
        for key, value in answers.items():
            lent.setdefault(key, []).append(value)
    every: dict[tuple[str, int], Answers] = {}
    for n, (measure, year) in enumerate(product(plan.measures, plan.years)):
        asked = form_items(plan, measure, year)
        there = told.get((measure.code, year), {})
        every[measure.code, year] = {
            item.key: there.get(item.key) or _lent(item, lent.get(item.key, ()), n)
            for item in asked
        }
    return every


def _lent(item: Item, others: Sequence[str], n: int) -> str:
    """Something that may stand there, another from evaluation to evaluation."""
    if others and not item.number:
        return others[n % len(others)]
    match item.kind:
        case ItemKind.NUMBER:
            return str(40 + n % 60)
        case ItemKind.EVENTS:
            return f"{10 + n % 5}・{7 + n % 4}"
        case ItemKind.DATE:
            return f"2026-05-{1 + n % 28:02}"
        case ItemKind.CHOICE | ItemKind.FLAG:
            return item.choices[n % len(item.choices)]
        case _:
            return f"{item.label}について{n}件を確かめた。"
