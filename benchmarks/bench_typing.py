"""A day of typing: what one autosave costs, and what fifty thousand of them leave behind."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.timing import Finding, medians
from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import form_items
from imari_desk.desk.rehearsal_script import load_script
from imari_desk.domain.items import Item, ItemKind, Owner
from imari_desk.domain.plan import Plan
from imari_desk.places import DATABASE

EDITS = 50_000
WARM = 5_000  # edits after which the memory in use is the one it stays at
HOURS = 8
_YEAR = 2025
_MEASURE = "行-②"
_WORDS = (
    "窓口",
    "申請",
    "手続き",
    "職員",
    "市民",
    "研修",
    "端末",
    "予約",
    "事業者",
    "調査",
    "運用",
)
_ENDS = ("を行った。", "を進めた。", "に時間がかかった。", "を広げ、", "について聞き取り、")
Edit = tuple[str, str, str]  # measure, item, what stands in the field then


def measure() -> list[Finding]:
    """One autosave against a bare commit, then the day in a process of its own."""
    words = (sys.executable, "-m", "benchmarks.bench_typing")
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    day = json.loads(told.stdout)
    return [
        *_one_autosave(),
        Finding("database growth an edit", day["growth"], 1024, "B", f"{EDITS} edits"),
        Finding("memory after the day against the morning", day["memory"], 1.05),
    ]


def _one_autosave() -> list[Finding]:
    with (
        TemporaryDirectory(prefix="imari-desk-bench-") as name,
        _filled(Path(name)) as desk,
        closing(_bare(Path(name) / "bare.db", Path(name) / DATABASE)) as bare,
    ):
        numbers, peers = count(), count()
        text = "窓口の様式を見直し、予約の受付を広げた。" * 10

        def ours() -> None:
            desk.enter(_MEASURE, _YEAR, {"activities": f"{text}{next(numbers) % 10}"})

        def peer() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("UPDATE kept SET text = ? WHERE id = 70", (f"{text}{next(peers)}",))
            bare.execute("COMMIT")

        found = medians({"ours": ours, "bare": peer}, rounds=150)
        file = _one_file(Path(name) / DATABASE)
        read = medians(
            {
                "ours": lambda: desk.leaf(_MEASURE, _YEAR),
                "file": lambda: {tuple(row[:3]): row for row in json.loads(file.read_bytes())},
            },
            rounds=60,
        )
        reading = f"{read['ours'] * 1000:.2f} ms against {read['file'] * 1000:.2f} ms"
        detail = f"{found['ours'] * 1000:.2f} ms against {found['bare'] * 1000:.2f} ms"
        return [
            Finding(
                "an autosave against a bare commit", found["ours"] / found["bare"], 2, "×", detail
            ),
            Finding(
                "the page read back, judged and checked, against all answers in one JSON file read",
                read["ours"] / read["file"],
                3,
                detail=reading,
            ),
        ]


def _filled(folder: Path) -> Desk:
    """A 課 that answers for everything, with the answers of the years before."""
    script = load_script()
    desk = Desk.create(folder, Owner.DEPARTMENT, "市民課（例）", clock=_Clock())
    for (code, year), answers in script.past.items():
        desk.enter(code, year, answers)
    for code, answers in script.answers.items():
        desk.enter(code, _YEAR, answers)
    return desk


def _bare(path: Path, like: Path) -> sqlite3.Connection:
    """A database of the same size with the same settings, and nothing around it."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    rows = like.stat().st_size // 1000
    raw.executemany("INSERT INTO kept (text) VALUES (?)", [("文" * 300,)] * rows)
    return raw


def _one_file(database: Path) -> Path:
    """Every answer of a database with its past as one JSON file: the plainest way to keep them."""
    with closing(sqlite3.connect(database)) as raw:
        rows = raw.execute(
            "SELECT measure, fiscal_year, key, replica, counter, value, past"
            " FROM answer JOIN evaluation ON evaluation.id = answer.evaluation"
        ).fetchall()
    file = database.with_suffix(".json")
    file.write_text(json.dumps(rows), "utf-8")
    return file


class _Clock:
    """Eight hours in as many steps as there are edits."""

    def __init__(self) -> None:
        self._now = datetime(2026, 5, 20, 8, 30)

    def __call__(self) -> datetime:
        self._now += timedelta(hours=HOURS) / EDITS
        return self._now


def _day() -> None:
    # Growth and memory do not depend on the disk; in memory the day is over sooner.
    quick = Path("/dev/shm")
    where = quick if quick.is_dir() else None
    with TemporaryDirectory(prefix="imari-desk-bench-", dir=where) as name:
        folder = Path(name)
        with _filled(folder) as desk:
            before = (folder / DATABASE).stat().st_size
            warm = 0
            for number, (code, key, text) in enumerate(islice(_typing(desk.plan()), EDITS)):
                desk.type(code, _YEAR, {key: text})
                if number == WARM:
                    warm = _memory()
            growth = ((folder / DATABASE).stat().st_size - before) / EDITS
            print(json.dumps({"growth": growth, "memory": _memory() / warm}))


def _typing(plan: Plan) -> Iterator[Edit]:
    """What stands in a field after each half second, item after item, measure after measure."""
    dice = Random(7)
    while True:
        for one in plan.measures:
            for item in form_items(plan, one, _YEAR):
                for text in _field(item, dice):
                    yield one.code, item.key, text


def _field(item: Item, dice: Random) -> Iterator[str]:
    if item.kind in (ItemKind.CHOICE, ItemKind.FLAG):
        yield dice.choice(item.choices)
    elif item.kind is ItemKind.TEXT:
        yield from _letters(dice, item.limit or 100)
    elif item.kind in (ItemKind.NUMBER, ItemKind.EVENTS):
        number = str(dice.randrange(1, 10**5))
        yield from (number[:n] for n in range(1, len(number) + 1))


def _letters(dice: Random, limit: int) -> Iterator[str]:
    """A text growing by a word or two, now and then taken back a little."""
    text = ""
    while len(text) < limit:
        if dice.random() < 0.1:
            text = text[: -dice.randrange(1, 6)]
        else:
            text += dice.choice(_WORDS) + (dice.choice(_ENDS) if dice.random() < 0.3 else "の")
        yield text


def _memory() -> int:
    """Bytes of this process in memory now."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4096


if __name__ == "__main__":
    _day()
