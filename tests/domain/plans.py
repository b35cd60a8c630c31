"""A small made-up plan for tests: every kind of indicator over 令和3–7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from imari_desk.domain import register
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.plan import (
    Bar,
    Direction,
    Field,
    Grade,
    GradeKind,
    Group,
    Indicator,
    IndicatorKind,
    Measure,
    Phase,
    Phases,
    Plan,
    Scale,
    Term,
)
from imari_desk.domain.register import Dot

YEARS = range(2021, 2026)

SCALE = Scale(
    grades=(
        Grade("A", "目標どおり", at_least=Decimal(100)),
        Grade("B", "おおむね目標どおり", at_least=Decimal(80)),
        Grade("C", "目標をやや下回る", at_least=Decimal(60)),
        Grade("D", "目標を下回る", at_least=Decimal(0)),
        Grade("―", "評価しない年度", GradeKind.NOT_EVALUATED),
    ),
    expected=tuple(Decimal(n) for n in (20, 40, 60, 80, 100)),
)

UNABLE = Grade("Z", "評価できない", GradeKind.UNABLE)

ANNUAL = Indicator("実施回数", IndicatorKind.ANNUAL, "回", Decimal(2), "年2回")
PER_EVENT = Indicator("参加社数", IndicatorKind.PER_EVENT, "社", Decimal(10), "1回当たり10社以上")
RATE = Indicator(
    "オンライン化率",
    IndicatorKind.RATE,
    "%",
    Decimal(50),
    "50%",
    numerator="オンライン化した手続き数",
    denominator="全体の手続き数",
    formula="オンライン化した手続き数÷全体の手続き数",
)
TOTAL = Indicator("導入部署数", IndicatorKind.TOTAL, "部署", Decimal(5), "5部署")
CUMULATIVE = Indicator("講習会の参加者数", IndicatorKind.CUMULATIVE, "人", Decimal(200), "200人")
CEILING = Indicator(
    "通信不良の発生率", IndicatorKind.CEILING, "%", Decimal(0), "0%", direction=Direction.DOWN
)
STATED = Indicator("出退勤管理の運用", IndicatorKind.MILESTONE, "", None, "導入、運用")


def measure(
    code: str, name: str, *indicators: Indicator, years: range = YEARS, asked: int = 1
) -> Measure:
    """A measure that asks ``asked`` milestones in each of ``years``."""
    return Measure(
        code=code,
        group={"産": "g1", "行": "g2", "地": "g3"}[code[0]],
        name=name,
        summary=f"{name}を進める。",
        effect=f"{name}により便利になる。",
        vision_action="取組1",
        national_priority=code[0] == "行",
        schedule={year: f"{name}の{year - 2018}年目" for year in years},
        milestones={year: tuple(f"確認すること{n + 1}" for n in range(asked)) for year in years},
        phases=Phases({Phase.PLAN: (Bar((years[0], 4), (years[0], 9)),)}),
        indicators=indicators,
    )


def small_plan(scale: Scale = SCALE) -> Plan:
    """Five measures, seven kinds of indicator; 産-① is evaluated in 2022–2024 only."""
    return Plan(
        id="small",
        title="見本市デジタル計画",
        short_title="見本計画",
        municipality="見本市",
        first_year=2021,
        last_year=2025,
        version=1,
        version_note="",
        fields=(Field("f1", "産業"), Field("f2", "行政"), Field("f3", "地域")),
        groups=(
            Group("g1", "f1", "事業者の理解"),
            Group("g2", "f2", "行政の効率化"),
            Group("g3", "f3", "地域社会"),
        ),
        measures=(
            measure("産-①", "県内企業の視察", ANNUAL, PER_EVENT, years=range(2022, 2025)),
            measure("行-①", "手続きのオンライン化", RATE, asked=2),
            measure("行-②", "通信環境の改善", CEILING),
            measure("行-③", "出退勤管理", STATED, asked=3),
            measure("地-①", "講習会と導入", TOTAL, CUMULATIVE),
        ),
        scale=scale,
        glossary=(Term("DX", "Digital Transformation", "デジタルで暮らしと仕事を変えること"),),
    )


def with_grades(*extra: Grade, scale: Scale = SCALE) -> Scale:
    """The scale with more letters at its end."""
    return replace(scale, grades=(*scale.grades, *extra))


def evaluation(
    code: str, fiscal_year: int, answers: Mapping[str, str], replica: str = "t"
) -> Evaluation:
    """An evaluation of the small plan with those answers, written by one replica."""
    registers = {
        key: register.write((), value, Dot(replica, n))
        for n, (key, value) in enumerate(answers.items(), start=1)
    }
    return Evaluation(EvaluationId("small", code, fiscal_year), registers)


def torn(held: Evaluation, key: str, *answers: str) -> Evaluation:
    """The same with several answers standing at ``key``: a conflict."""
    registers = dict(held.registers)
    registers[key] = tuple(
        sorted(register.Written(Dot(f"r{n}", 1), value) for n, value in enumerate(answers))
    )
    return Evaluation(held.id, registers)
