"""A thousand workbooks taken in one after another: the last as fast as the first, growth level."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.timing import Finding
from imari_desk.desk.desk import Desk
from imari_desk.desk.packaged import packaged_plan
from imari_desk.domain import register
from imari_desk.domain.book import BookContents, BookHeader, Purpose
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind, Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.register import Dot
from imari_desk.places import DATABASE
from imari_desk.workbook.layout import form_items
from imari_desk.workbook.write_book import write_book

_COUNT = int(os.environ.get("WORKBOOKS", "1000"))
_AT_ONCE = 3  # measures a workbook: what an ordinary 課 answers for


def measure() -> list[Finding]:
    """Nine 課 hand in year after year, then all of it anew with other answers."""
    tenth = _COUNT // 10
    seconds, sizes = _play()
    first, last = median(seconds[:tenth]), median(seconds[-tenth:])
    early, late = sizes[tenth - 1] - sizes[0], sizes[-1] - sizes[-tenth]
    return [
        Finding(
            f"a workbook of the last {tenth} of {_COUNT} against one of the first {tenth}",
            last / first,
            1.2,
            detail=f"{last * 1000:.1f} ms against {first * 1000:.1f} ms",
        ),
        Finding(
            "growth of the database in the last tenth against the first",
            late / max(early, 1),
            1.2,
            detail=f"{late / tenth / 1024:.1f} KB a workbook against {early / tenth / 1024:.1f} KB",
        ),
    ]


def _play() -> tuple[list[float], list[int]]:
    """Seconds for each workbook and database size after it; one command takes them all in.

    Seconds of the processor: the first and the last cannot take turns, and what else the machine
    does between them would count.
    """
    seconds: list[float] = []
    sizes: list[int] = []
    with _office() as (folder, office):
        plan, paths = office.plan(), [folder / f"{number}.xlsx" for number in range(_COUNT)]
        for number, path in enumerate(paths):
            path.write_bytes(write_book(_contents(plan, number)))
        last = process_time()

        def note(_what: str, done: int, _total: int) -> None:
            nonlocal last
            if done:
                seconds.append(process_time() - last)
                sizes.append((folder / DATABASE).stat().st_size)
            last = process_time()

        reports = office.import_files(paths, progress=note)
    assert all(report.changes for report in reports)
    return seconds, sizes


@contextmanager
def _office() -> Iterator[tuple[Path, Desk]]:
    with TemporaryDirectory(prefix="imari-desk-bench-") as name:
        folder = Path(name)
        with Desk.create(folder, Owner.OFFICE, plan=packaged_plan()) as office:
            yield folder, office


def _contents(plan: Plan, number: int) -> BookContents:
    """Workbook ``number``: the 課 take turns, year by year, and each begins anew when all have
    had theirs, on top of what it handed in the time before."""
    turns = len(plan.measures) // _AT_ONCE
    turn, round_ = number % turns, number // turns
    year = plan.first_year + round_ % len(plan.years)
    measures = plan.measures[turn * _AT_ONCE : (turn + 1) * _AT_ONCE]
    department = f"例{turn}課"
    evaluations = []
    for measure in measures:
        answers = {}
        for n, item in enumerate(form_items(plan, measure, year), start=1):
            # One desk writes all of them: a later number has seen the earlier ones.
            dot = Dot(f"desk{turn}", number * 1000 + n)
            answers[item.key] = register.write((), _answer(item, number), dot)
        evaluations.append(Evaluation(EvaluationId(plan.id, measure.code, year), answers))
    header = BookHeader(
        Purpose.SUBMISSION, plan.id, plan.version, year, department, f"{year}-S-{number:04}"
    )
    names = {m.code: department for m in measures}
    return BookContents(header, plan, tuple(evaluations), {}, names)


def _answer(item: Item, number: int) -> str:
    match item.kind:
        case ItemKind.FLAG:
            return "true"
        case ItemKind.CHOICE:
            return item.choices[number % len(item.choices)]
        case ItemKind.NUMBER | ItemKind.EVENTS:
            return str(number)
        case _:
            return f"{number}通目の答え"
