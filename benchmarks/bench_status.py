"""``imari-desk status`` as a whole process, against a process that imports SQLAlchemy alone."""

from __future__ import annotations

import sys

from benchmarks.sample import sample
from benchmarks.timing import Finding, command, medians


def measure() -> list[Finding]:
    """28 measures over five years; both processes in turn."""
    made = sample()
    ours = command(
        *(sys.executable, "-m", "imari_desk", "status"),
        *("--year", str(made.fiscal_year), "--data", str(made.whole)),
    )
    found = medians(
        {"ours": ours, "peer": command(sys.executable, "-c", "import sqlalchemy")}, rounds=15
    )
    detail = f"{found['ours'] * 1000:.0f} ms against {found['peer'] * 1000:.0f} ms"
    what = "status against importing SQLAlchemy"
    return [Finding(what, found["ours"] / found["peer"], 1.5, detail=detail)]
