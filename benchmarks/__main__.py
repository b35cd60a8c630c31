"""``python -m benchmarks [NAME...]``: runs bench_*.py and prints a table.

The exit code is 1 when a bound was missed.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from benchmarks.timing import Finding, table


def main(names: list[str]) -> int:
    """Runs the named benchmarks, all of them where none is named."""
    found = sorted(p.stem for p in Path(__file__).parent.glob("bench_*.py"))
    chosen = [f"bench_{name.removeprefix('bench_')}" for name in names] or found
    findings: list[Finding] = []
    for name in chosen:
        measured = importlib.import_module(f"benchmarks.{name}").measure()
        print(f"{name}\n{table(measured)}", flush=True)
        findings += measured
    return 0 if all(f.kept for f in findings) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
