"""Timing that a busy machine cannot bend: runs interleaved, medians, ratios against a peer.

A benchmark is a module ``bench_*.py`` beside this one with ``measure() -> list[Finding]``.
"""

from __future__ import annotations

import gc
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Job = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing measured against a bound; ``at_most`` is in the same unit as ``value``."""

    what: str
    value: float
    at_most: float
    unit: str = "×"
    detail: str = ""

    @property
    def kept(self) -> bool:
        return self.value <= self.at_most


def medians(jobs: Mapping[str, Job], rounds: int = 7) -> dict[str, float]:
    """The median seconds of each job; one round warms up, then all jobs take turns."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds + 1):
        order = list(jobs) if number % 2 else list(jobs)[::-1]
        for name in order:
            gc.collect()
            start = perf_counter()
            jobs[name]()
            if number:
                taken[name].append(perf_counter() - start)
    return {name: median(seconds) for name, seconds in taken.items()}


def ratio(what: str, ours: Job, peer_name: str, peer: Job, at_most: float) -> Finding:
    """How many times as long ours takes as a named peer, in the same run."""
    found = medians({"ours": ours, "peer": peer})
    detail = f"{found['ours'] * 1000:.1f} ms against {found['peer'] * 1000:.1f} ms ({peer_name})"
    return Finding(what, found["ours"] / found["peer"], at_most, detail=detail)


def command(*words: str) -> Job:
    """A job that runs a program to its end. Raises CalledProcessError when the program fails."""

    def run() -> None:
        subprocess.run(words, check=True, capture_output=True)

    return run


def table(findings: Sequence[Finding]) -> str:
    """The findings as text, one a line, missed bounds marked."""
    return "\n".join(
        f"{'ok    ' if f.kept else 'MISSED'} {f.value:8.2f} {f.unit:<3} (≤ {f.at_most:g})"
        f"  {f.what}  {f.detail}"
        for f in findings
    )
