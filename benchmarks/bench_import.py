"""Import of one 28-measure workbook: gate, read, account, judge, join, history, commit."""

from __future__ import annotations

import gc
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter
from xml.parsers import expat

import pandas

from benchmarks.sample import Sample, sample
from benchmarks.timing import Finding
from imari_desk.desk.desk import Desk
from imari_desk.domain.records import Outcome
from imari_desk.domain.words import sentence

_ROUNDS = 15
_MEBIBYTE = 1024 * 1024

# What a child process does whose memory is asked for: everything a clerk's PC has to hold. There
# is no numpy on one (it is here for pandas, and openpyxl would bring it in).
_CHILD = """
import resource, sys
sys.modules["numpy"] = None
from pathlib import Path
from imari_desk.desk.desk import Desk
with Desk.open(Path(sys.argv[1])) as desk:
    assert desk.import_files([Path(sys.argv[2])])[0].changes
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""

# A process starts with the peak of the one that started it: a small one stands in between.
_STARTER = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"


def measure() -> list[Finding]:
    """Against pandas with openpyxl reading the データ sheet alone, and against inflate + expat."""
    made = sample()
    data = made.book.read_bytes()
    jobs: dict[str, Callable[[], float]] = {
        "ours": lambda: _import(made),
        "pandas": lambda: _timed(lambda: _pandas(data)),
        "expat": lambda: _timed(lambda: _expat(data)),
    }
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(_ROUNDS + 1):
        for name in list(jobs) if number % 2 else list(jobs)[::-1]:
            gc.collect()
            seconds = jobs[name]()
            if number:
                taken[name].append(seconds)
    ours, pandas_, expat_ = (median(taken[name]) for name in jobs)
    return [
        Finding(
            "import against pandas reading the データ sheet alone",
            ours / pandas_,
            0.5,
            detail=f"{ours * 1000:.1f} ms against {pandas_ * 1000:.1f} ms",
        ),
        Finding(
            "import against inflate and expat of all parts",
            ours / expat_,
            6,
            detail=f"{ours * 1000:.1f} ms against {expat_ * 1000:.1f} ms",
        ),
        Finding("peak memory of an import", _memory(made), 100, "MB"),
    ]


def _import(made: Sample) -> float:
    """Seconds of one import into a desk that has asked and has no answers yet.

    Opening and the safety copy before come first and are not counted.
    """
    with made.copy_of(made.asked) as folder, Desk.open(folder) as desk:
        desk.import_files([])
        return _timed(lambda: _take_in(desk, made))


def _take_in(desk: Desk, made: Sample) -> None:
    (report,) = desk.import_files([made.book])
    if report.outcome is not Outcome.APPLIED or report.problems:
        raise AssertionError(report.problems)


def _pandas(data: bytes) -> None:
    pandas.read_excel(BytesIO(data), sheet_name=sentence("data.sheet"), engine="openpyxl")


def _expat(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            expat.ParserCreate().Parse(archive.read(name), True)


def _timed(job: Callable[[], object]) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start


def _memory(made: Sample) -> float:
    with made.copy_of(made.asked) as folder:
        child = [sys.executable, "-c", _CHILD, str(folder), str(made.book)]
        starter = [sys.executable, "-c", _STARTER, *child]
        told = subprocess.run(starter, check=True, capture_output=True, text=True).stdout
    return int(told) / _MEBIBYTE
