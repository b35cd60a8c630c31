"""Killed at any instant, the database is whole and has all it said it had."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from imari_desk.domain.items import Owner
from imari_desk.store.store import Store
from tests.store.acts import E_2025, FIRST, ME, PLAN, typed

ROOT = str(Path(__file__).parents[2])

WRITER = """
import sys
from pathlib import Path
from imari_desk.store.store import Store
from tests.store.acts import ME, import_act, typed
with Store.open(Path(sys.argv[1])) as store:
    first = int(store.evaluation(typed("", "").evaluation).value("results") or 0)
    for n in range(first + 1, first + 10000):
        store.write([typed("results", str(n)), typed("activities", f"{n} " + "文" * (n % 900))], ME)
        print(n, flush=True)
        if n % 4 == 0:
            store.apply_import(import_act(b"workbook %d" % n))
        if n % 7 == 0:
            store.safeguard("import", now="2026-05-20")
"""


def run_and_kill(path: Path, seconds: float) -> int:
    """Let a writer write, kill it, and give the last number it said it had written."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": ROOT},
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        time.sleep(seconds)
        child.kill()
        said += child.stdout.read().splitlines()
    return max(int(line) for line in said)


@pytest.mark.slow
def test_killed_at_any_instant_nothing_acknowledged_is_lost(store: Store, path: Path) -> None:
    store.close()
    chance = random.Random(2025)
    for _ in range(40):
        said = run_and_kill(path, chance.uniform(0, 0.08))
        with Store.open(path) as again:
            found = again.evaluation(E_2025)
            assert int(found.value("results")) >= said
            assert found.value("activities").startswith((f"{found.value('results')} ", "取り"))
            verification = again.verify()
            assert verification.ok, verification.problems
            assert all(b.size > 0 for b in Store.backups(path))


CREATOR = """
import sys
from pathlib import Path
from imari_desk.domain.items import Owner
from imari_desk.store.store import Store
from tests.store.acts import PLAN
print("go", flush=True)
Store.create(Path(sys.argv[1]), Owner.OFFICE, "", PLAN, now="2026-05-20", program="0.1")
print("made", flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
def test_killed_while_it_is_made_a_database_is_whole_or_not_there(path: Path) -> None:
    chance = random.Random(7)
    for n in range(12):
        here = path.with_name(f"{n}") / "desk.db"
        child = subprocess.Popen(
            [sys.executable, "-c", CREATOR, str(here)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": ROOT},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "go\n"
        time.sleep(chance.uniform(0, 0.4))
        child.kill()
        child.communicate()
        if here.exists():
            store = Store.open(here)
        else:
            store = Store.create(here, Owner.OFFICE, "", PLAN, now="2026-05-20", program="0.1")
        with store:
            assert store.plan() == PLAN
            store.write([typed("results", FIRST)], ME)
            assert store.verify().ok
