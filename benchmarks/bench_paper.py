"""Sheets of the packaged plan with all four texts at their limits, no two texts alike."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.timing import Finding
from imari_desk.domain import register
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import items_for
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.register import Dot
from imari_desk.paper.print import print_sheets
from imari_desk.paper.shapes import SheetData
from imari_desk.paper.sheet import evaluation_sheet
from imari_desk.places import packaged

_SIZES = (28, 140, 560)
_ROUNDS = 3
_WORDS = [
    "窓口",
    "申請",
    "手続き",
    "研修",
    "事業者",
    "市民",
    "職員",
    "調査",
    "導入",
    "運用",
    "地区",
    "公民館",
    "相談",
    "予約",
    "決済",
]
_ENDS = ["を見直した。", "を広げた。", "について聞き取った。", "に時間がかかった。", "を進める。"]
_TEXTS = ("activities", "results", "issues", "next_actions")


def measure() -> list[Finding]:
    """Each size in a process of its own, in turn: what Typst remembers would help the next."""
    taken: dict[int, list[dict[str, float]]] = {size: [] for size in _SIZES}
    for number in range(_ROUNDS):
        for size in _SIZES:
            words = (sys.executable, "-m", "benchmarks.bench_paper", str(size), str(number))
            told = subprocess.run(words, check=True, capture_output=True, text=True)
            taken[size].append(json.loads(told.stdout))
    each = {size: median(t["ms"] for t in found) for size, found in taken.items()}
    detail = " ".join(
        f"{size}: {each[size]:.1f} ms, {taken[size][0]['peak'] / 2**20:.0f} MB;" for size in _SIZES
    )
    level = max(each.values()) / each[_SIZES[0]]
    return [
        Finding("a sheet after the first, texts fitted", each[_SIZES[0]], 40, "ms", detail),
        Finding("level from 28 sheets to 560", level, 1.2),
    ]


def _sheets(count: int, dice: Random) -> list[SheetData]:
    path = packaged("resources") / "plan" / "imari-dx-2021.toml"
    plan = parse_plan(path.read_text(encoding="utf-8"))
    year = plan.last_year - 1
    return [_sheet(plan, plan.measures[n % len(plan.measures)], year, dice) for n in range(count)]


def _sheet(plan: Plan, measure: Measure, year: int, dice: Random) -> SheetData:
    answers = {"grade": "B", "progress": "計画どおり", "office_view": _text(140, dice)}
    for item in items_for(plan, measure, year):
        if item.key in _TEXTS:
            answers[item.key] = _text(item.limit, dice)
        elif item.key.startswith("indicator.") and item.kind.value in ("number", "events"):
            answers[item.key] = str(dice.randrange(1, 9))
    registers = {k: register.write((), v, Dot("b", n)) for n, (k, v) in enumerate(answers.items())}
    held = Evaluation(EvaluationId(plan.id, measure.code, year), registers)
    return evaluation_sheet(plan, measure, year, {year: held}, "例 企画課")


def _text(length: int, dice: Random) -> str:
    text = ""
    while len(text) < length:
        text += f"{dice.choice(_WORDS)}{dice.randrange(10**4)}件の{dice.choice(_WORDS)}"
        text += dice.choice(_ENDS)
    return text[:length]


def _one(count: int, seed: int) -> None:
    print_sheets(_sheets(1, Random(-1 - seed)))
    sheets = _sheets(count, Random(seed))
    start = perf_counter()
    print_sheets(sheets)
    each = (perf_counter() - start) / count * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"ms": each, "peak": peak}))


if __name__ == "__main__":
    _one(int(sys.argv[1]), int(sys.argv[2]))
