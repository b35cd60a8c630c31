"""The packaged plan against a small table written down on its own from the printed plan."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from imari_desk.domain.codes import measure_code
from imari_desk.domain.plan import Bar, Combine, Direction, IndicatorKind, Phase, Plan
from imari_desk.domain.plan_text import parse_plan

FILE = Path(__file__).parents[1] / "resources" / "plan" / "imari-dx-2021.toml"

# code, vision number, years evaluated (first and last), then indicators: kind, target, unit, text
FACTS: dict[str, tuple[int, int, int, list[tuple[str, int | None, str, str]]]] = {
    "産-①": (1, 2022, 2024, [("annual", 10, "社", "年10社以上")]),
    "産-②": (
        *(1, 2022, 2024),
        [("annual", 2, "回", "年2回"), ("per_event", 10, "社", "1回当たり10社以上")],
    ),
    "産-③": (
        *(1, 2022, 2024),
        [("annual", 1, "回", "年1回"), ("per_event", 3, "団体", "1回当たり3団体以上")],
    ),
    "産-④": (3, 2022, 2024, [("per_event", 300, "人", "1回当たり300人以上")]),
    "産-⑤": (2, 2022, 2024, [("annual", 3, "団体", "年3団体")]),
    "行-①": (4, 2021, 2025, [("rate", 100, "%", "100%")]),
    "行-②": (5, 2021, 2025, [("rate", 50, "%", "50%")]),
    "行-③": (5, 2021, 2025, [("rate", 50, "%", "50%")]),
    "行-④": (5, 2021, 2025, [("rate", 80, "%", "80%")]),
    "行-⑤": (5, 2021, 2025, [("rate", 80, "%", "80%")]),
    "行-⑥": (5, 2021, 2025, [("rate", 80, "%", "80%")]),
    "行-⑦": (5, 2021, 2025, [("rate", 80, "%", "80%")]),
    "行-⑧": (6, 2021, 2025, [("annual", 5000, "人", "年5,000人以上")]),
    "行-⑨": (6, 2021, 2025, [("rate", 80, "%", "80%")]),
    "行-⑩": (10, 2021, 2025, [("ceiling", 0, "%", "0%")]),
    "行-⑪": (11, 2021, 2025, [("annual", 2, "回", "年2回")]),
    "行-⑫": (
        *(12, 2021, 2025),
        [("annual", 5, "回", "年5回以上"), ("annual", 1, "回", "年1回以上")],
    ),
    "行-⑬": (
        *(5, 2021, 2025),
        [("total", 3, "部署", "3部署"), ("total", 5, "業務", "5業務以上")],
    ),
    "行-⑭": (
        *(5, 2021, 2025),
        [("total", 3, "部署", "3部署"), ("total", 5, "業務", "5業務以上")],
    ),
    "行-⑮": (5, 2021, 2025, [("rate", 100, "%", "100%")]),
    "行-⑯": (5, 2021, 2025, [("rate", 70, "%", "70%")]),
    "行-⑰": (5, 2022, 2025, [("milestone", None, "", "導入、運用")]),
    "行-⑱": (5, 2022, 2025, [("milestone", None, "", "導入、運用")]),
    "行-⑲": (6, 2021, 2025, [("milestone", None, "", "令和7年度末までに稼働開始")]),
    "行-⑳": (7, 2021, 2025, [("total", 3, "業務", "3業務以上")]),
    "行-㉑": (8, 2021, 2025, [("milestone", None, "", "構築、運用")]),
    "地-①": (
        *(13, 2021, 2025),
        [("cumulative", 200, "人", "200人"), ("cumulative", 480, "人", "480人")],
    ),
    "地-②": (14, 2021, 2025, [("rate", 80, "%", "80%")]),
}

# How many milestones the plan asks for in each year, where it is not one in every year.
ASKED = {
    "産-②": [0, 2, 2, 2, 0],
    "産-③": [0, 2, 2, 2, 0],
    "行-③": [1, 2, 2, 2, 2],
    "行-④": [2, 2, 1, 1, 1],
    "行-⑤": [1, 2, 2, 2, 1],
    "行-⑥": [1, 3, 3, 2, 1],
    "行-⑦": [1, 3, 3, 2, 1],
    "行-⑧": [2, 2, 1, 1, 1],
    "行-⑨": [1, 2, 2, 1, 1],
    "行-⑬": [1, 2, 3, 2, 2],
    "行-⑭": [1, 1, 2, 3, 2],
    "行-⑮": [2, 2, 1, 1, 1],
    "行-⑯": [1, 2, 2, 2, 2],
    "行-⑰": [0, 2, 2, 1, 1],
    "行-⑱": [0, 2, 2, 1, 1],
    "行-⑲": [1, 1, 2, 1, 1],
    "行-⑳": [1, 1, 2, 3, 2],
    "行-㉑": [1, 4, 2, 2, 1],
}

WHOLE = Bar((2021, 4), (2026, 3))
EARLY = Bar((2022, 4), (2025, 3))
BARS = {
    **dict.fromkeys(("産-③", "産-④"), (EARLY, EARLY, Bar((2023, 4), (2026, 3)))),
    **dict.fromkeys(("行-③", "行-④", "行-⑮", "行-⑯", "地-①", "地-②"), (WHOLE,) * 3),
    "行-⑬": (WHOLE, Bar((2023, 4), (2026, 3)), Bar((2023, 4), (2026, 3))),
    "行-⑭": (WHOLE, Bar((2024, 4), (2026, 3)), Bar((2024, 4), (2026, 3))),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return parse_plan(FILE.read_text(encoding="utf-8"))


def test_whose_plan_it_is(plan: Plan) -> None:
    assert plan.id == "imari-dx-2021"
    assert plan.title == "伊万里市デジタルトランスフォーメーション推進計画"
    assert plan.short_title == "伊万里市DX推進計画"
    assert plan.municipality == "伊万里市"
    assert (plan.first_year, plan.last_year, plan.version) == (2021, 2025, 1)


def test_measures_stand_in_the_order_of_chapter_7(plan: Plan) -> None:
    assert [m.code for m in plan.measures] == list(FACTS)
    assert all(measure_code(m.code) == m.code for m in plan.measures)


def test_targets_and_vision_numbers(plan: Plan) -> None:
    for measure in plan.measures:
        vision, _, _, indicators = FACTS[measure.code]
        assert measure.vision_action == f"具体的な取組{vision}"
        found = [(i.kind.value, i.target, i.unit, i.target_text) for i in measure.indicators]
        assert found == indicators, measure.code


def test_counts_by_kind(plan: Plan) -> None:
    counts = Counter(i.kind.value for m in plan.measures for i in m.indicators)
    assert counts == {
        "annual": 8,
        "per_event": 3,
        "rate": 11,
        "total": 5,
        "cumulative": 2,
        "ceiling": 1,
        "milestone": 4,
    }
    assert counts.total() == 34


def test_only_the_ceiling_is_better_when_lower(plan: Plan) -> None:
    down = [
        (m.code, i.kind)
        for m in plan.measures
        for i in m.indicators
        if i.direction is Direction.DOWN
    ]
    assert down == [("行-⑩", IndicatorKind.CEILING)]


def test_priorities_of_the_state(plan: Plan) -> None:
    assert [m.code for m in plan.measures if m.national_priority] == ["行-①", "行-②", "行-⑲"]


def test_128_of_140_measure_years_are_evaluated(plan: Plan) -> None:
    evaluated = [(m.code, y) for m in plan.measures for y in plan.years if m.evaluated_in(y)]
    assert len(evaluated) == 128
    assert evaluated == [
        (code, year)
        for code, (_, first, last, _) in FACTS.items()
        for year in range(first, last + 1)
    ]


def test_how_many_milestones_each_year_asks_for(plan: Plan) -> None:
    for measure in plan.measures:
        _, first, last, _ = FACTS[measure.code]
        asked = [len(measure.milestones.get(year, ())) for year in plan.years]
        single = [int(first <= year <= last) for year in plan.years]
        assert asked == ASKED.get(measure.code, single), measure.code


def test_milestones_that_had_to_be_told_apart(plan: Plan) -> None:
    def asked(code: str, year: int) -> tuple[str, ...]:
        return plan.by_code[code].milestones[year]

    assert asked("行-⑤", 2022) == ("基礎調査、検討", "事業計画の承認")
    assert asked("行-⑥", 2023) == asked("行-⑦", 2023) == ("基礎調査", "検討", "事業計画の承認")
    assert asked("行-⑦", 2025) == ("事業者への利用拡大の普及促進",)
    assert asked("行-⑬", 2021) == ("関係部署の意向状況調査",)
    assert asked("行-⑬", 2023) == asked("行-⑳", 2024) == ("導入", "運用", "効果測定検証")
    assert asked("行-⑭", 2023) == ("対象部署の選定", "事業計画の承認")


def test_what_is_done_in_each_year(plan: Plan) -> None:
    printed = {code: len(m.schedule) for code, m in plan.by_code.items()}
    assert {code: n for code, n in printed.items() if n != 5} == {
        "産-②": 3,
        "産-③": 3,
        "産-④": 3,
        "産-⑤": 3,
        "行-⑰": 4,
        "行-⑱": 4,
    }
    assert plan.by_code["行-②"].schedule[2022] == "国が示す26行政手続きのオンライン化の導入"
    assert plan.by_code["行-⑲"].schedule[2025] == "ガバメントクラウドサービス上での標準システム稼働"


def test_bars_are_the_printed_ones_and_unchecked(plan: Plan) -> None:
    for measure in plan.measures:
        bars = measure.phases.bars
        found = tuple(b for phase in Phase for b in bars.get(phase, ()))
        assert found == BARS.get(measure.code, ()), measure.code
        assert not measure.phases.checked


def test_fields_and_groups(plan: Plan) -> None:
    assert [f.name for f in plan.fields] == ["産業", "行政", "地域"]
    counts = Counter(
        (plan.field_of(m).name, plan.groups_by_id[m.group].name) for m in plan.measures
    )
    assert counts == {
        ("産業", "デジタル化・DXに対する事業者等への理解促進"): 4,
        ("産業", "各産業とIT関連企業との積極的な交流"): 1,
        ("行政", "デジタル化による市民生活の利便性の向上"): 12,
        ("行政", "行政事務の効率化を支える情報基盤の整備促進"): 9,
        ("地域", "デジタルデバイド対策"): 1,
        ("地域", "地域デジタル化推進"): 1,
    }


def test_the_yardstick(plan: Plan) -> None:
    scale = plan.scale
    assert [(g.letter, g.at_least) for g in scale.grades] == [
        *(("A", 100), ("B", 80), ("C", 60), ("D", 0), ("―", None)),
    ]
    assert scale.expected == tuple(Decimal(n) for n in (20, 40, 60, 80, 100))
    assert scale.combine is Combine.LOWEST
    assert all(g.legend for g in scale.grades)


def test_rates_name_their_parts(plan: Plan) -> None:
    rate = plan.by_code["行-②"].indicators[0]
    assert (rate.numerator, rate.denominator) == (
        "オンライン化した行政手続き数",
        "全体の行政手続き数",
    )
    formulas = [i.formula for i in plan.by_code["地-①"].indicators]
    assert formulas == ["定員10人×2日間×年2回×5年", "定員20人×年6回×4年"]


def test_the_glossary_has_every_word(plan: Plan) -> None:
    assert len(plan.glossary) == 31
    assert [t.word for t in plan.glossary][:3] == ["AI", "AI-OCR", "AIチャットボット"]
    assert plan.glossary[-1].word == "ワンカード化"
    assert {t.word: t.expansion for t in plan.glossary}["AI"] == "Artificial Intelligence"


def test_no_marks_of_the_printed_text_are_left() -> None:
    text = FILE.read_text(encoding="utf-8")
    for mark in ("※", "^{", "[*]", "A I", "G I G A", "й", "д", "－②", "行一"):
        assert mark not in text, mark
