"""Evaluations of the small plan to print: ordinary, long, empty, torn, of another scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO

from pypdf import PdfReader

from imari_desk.domain.evaluation import Evaluation
from imari_desk.paper.shapes import SheetData
from imari_desk.paper.sheet import evaluation_sheet
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
RARE = "𠮷野・葛󠄀城・髙尾の各地区"  # beyond the basic plane, with a variation selector
VALUES = {
    "産-①": {"indicator.1.value": "2", "indicator.2.events": "11・7"},
    "行-①": {"indicator.1.numerator": "118", "indicator.1.denominator": "262"},
    "行-②": {"indicator.1.value": "3"},
    "行-③": {},
    "地-①": {"indicator.1.value": "4", "indicator.2.value": "1150"},
}
ANSWERS = {
    "grade": "B",
    "progress": "やや遅れ",
    "direction": "改善",
    "activities": "窓口を三つ増やし、研修を二回行った。",
    "results": "待ち時間が半分になった。",
    "issues": f"{RARE}の説明会では操作の手助けを求める声があった。",
    "next_actions": "対象の手続きを広げる。",
    "budget": "4950",
    "settlement": "4730",
    "evidence": "申請台帳",
    "related": "市民課",
    "author": "見本 花子",
    "extension": "234",
    "entered_on": "2026-05-20",
    "approver": "見本 一郎",
    "approved_on": "2026-05-25",
    "office_view": "台帳と照合し一致した。",
    "second_grade": "A",
    "phase.run": "true",
    "milestone.1.state": "済",
    "milestone.2.state": "一部",
    "milestone.2.reason": "台風で延びた",
    "milestone.3.state": "未",
}


def answered(code: str, year: int, extra: Mapping[str, str] | None = None) -> Evaluation:
    """An evaluation in which everything the measure asks for is answered."""
    return evaluation(code, year, {**ANSWERS, **VALUES[code], **(extra or {})})


def sheet(code: str, year: int, extra: Mapping[str, str] | None = None) -> SheetData:
    """The sheet of a measure with all years up to that one answered."""
    years = {y: answered(code, y) for y in PLAN.years if y < year}
    years[year] = answered(code, year, extra)
    return evaluation_sheet(PLAN, PLAN.by_code[code], year, years, "例 企画課")


def pages(pdf: bytes) -> list[str]:
    """The text of every page without blanks and line ends."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts(value: object, *skipped: str) -> Iterator[str]:
    """Every text in a sheet, but for fields of those names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, *skipped)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in skipped:
                yield from texts(getattr(value, each.name), *skipped)
