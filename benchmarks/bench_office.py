"""The office's pages over twenty municipalities in one plan, 2,800 evaluations, and over 28,000.

What a page asks for takes at most a tenth of a second once the window has been open a moment,
and grows no faster than the data. ``EVALUATIONS_TIMES`` (10) is how many times more that is; the
seconds are the processor's: both sizes cannot take turns in memory, and what else the machine
does between them would count.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from benchmarks.many_evaluations import MUNICIPALITIES, make_office
from benchmarks.timing import Finding
from imari_desk.desk.desk import Desk
from imari_desk.desk.office.finding import Question

_TIMES = int(os.environ.get("EVALUATIONS_TIMES", "10"))
_YEAR = 2025
_TODAY = date(2026, 6, 1)
_SOON = 0.1  # seconds
_ROUNDS, _ROUNDS_MORE = 5, 3
_AT_ONCE = 40  # measures reckoned ahead at once, as the window does it

Job = Callable[[], object]


class _Taken(NamedTuple):
    """Seconds of the first time after opening, and the median of those that follow."""

    cold: float
    warm: float


def measure() -> list[Finding]:
    """Warm seconds against the bound, and ten times the data against as many times the seconds."""
    with TemporaryDirectory(prefix="imari-desk-bench-") as name:
        once = _play(Path(name) / "once", MUNICIPALITIES, _ROUNDS)
        more = _play(Path(name) / "more", MUNICIPALITIES * _TIMES, _ROUNDS_MORE)
    findings = []
    for what, taken in once.items():
        detail = f"first {taken.cold * 1000:.0f} ms, then {taken.warm * 1000:.0f} ms"
        findings.append(Finding(what, taken.warm * 1000, _SOON * 1000, "ms", detail))
    for what, taken in more.items():
        grown = taken.warm / once[what].warm
        detail = f"{taken.warm * 1000:.0f} ms against {once[what].warm * 1000:.0f} ms"
        findings.append(Finding(f"{what}, {_TIMES} times the data", grown, _TIMES, detail=detail))
    return findings


def _play(folder: Path, municipalities: int, rounds: int) -> Mapping[str, _Taken]:
    make_office(folder, municipalities)
    with Desk.open(folder) as desk:
        whole = desk.office.whole
        slices = _slices(lambda: whole.prepare(_YEAR, _AT_ONCE))
        gc.collect()
        gc.freeze()
        gc.disable()
        jobs: dict[str, Job] = {
            "a year in numbers": lambda: whole.year(_YEAR),
            "all years in numbers": lambda: whole.whole_plan(_YEAR),
            "after an answer was written": lambda: _written(desk),
            "search: a word that stands often": _search(desk, "窓口"),
            "search: one that stands nowhere": _search(desk, "ありえない言葉"),
            "search: three words": _search(desk, "窓口 予算 見直し"),
            "search: one letter": _search(desk, "た"),
            "search: in a year": _search(desk, "窓口", fiscal_year=_YEAR),
            "search: in comments": _search(desk, "窓口", part="comments"),
            "search: a measure by name": _search(desk, "行-② 問い合わせ"),
            "who has sent what": lambda: desk.status(_YEAR),
            "the queue of the review": lambda: desk.office.reviewing.lines(_YEAR),
            "本部会議: the agenda": lambda: desk.office.meeting.agenda(_YEAR),
            "印刷・公表: what goes out": lambda: desk.office.papers.public(_YEAR),
            "the board": lambda: desk.office.board.look(_YEAR, _TODAY),
            "the list of measures": lambda: desk.lines(_YEAR),
        }
        taken = {what: _take(job, rounds) for what, job in jobs.items()}
    gc.enable()
    gc.unfreeze()
    return {"reckoning a slice ahead": slices, **taken}


def _slices(prepare: Callable[[], int]) -> _Taken:
    """Every measure reckoned in slices: the first, and the median."""
    seconds = []
    left = 1
    while left:
        start = process_time()
        left = prepare()
        seconds.append(process_time() - start)
    return _Taken(seconds[0], median(seconds))


def _take(job: Job, rounds: int) -> _Taken:
    """The collector rests as it does in the window, which sweeps between events."""
    seconds = []
    for _ in range(rounds + 1):
        gc.collect()
        start = process_time()
        job()
        seconds.append(process_time() - start)
    return _Taken(seconds[0], median(seconds[1:]))


def _search(desk: Desk, words: str, fiscal_year: int = 0, part: str = "") -> Job:
    question = Question(words, fiscal_year, part=part)
    return lambda: desk.office.whole.search(question)


def _written(desk: Desk) -> object:
    """A 公表文 is written, so that its measure is reckoned anew, and the year asked for."""
    measure = desk.plan().measures[0].code
    now = next(a.value for a in desk.show(measure, _YEAR).answers if a.key == "public_text")
    desk.enter(measure, _YEAR, {"public_text": f"{now[:40]}。"})
    return desk.office.whole.year(_YEAR)
