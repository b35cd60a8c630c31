"""What the plan's choices are called: each word, and the value it stands for in a plan's file."""

from __future__ import annotations

from imari_desk.domain.plan import Combine, GradeKind, IndicatorKind

KIND_WORDS = (
    ("年ごとの実績", IndicatorKind.ANNUAL.value),
    ("1回ごとの実績", IndicatorKind.PER_EVENT.value),
    ("率", IndicatorKind.RATE.value),
    ("最終年度までの到達", IndicatorKind.TOTAL.value),
    ("期間中の累計", IndicatorKind.CUMULATIVE.value),
    ("上限（少ないほどよい）", IndicatorKind.CEILING.value),
    ("数値のない目標", IndicatorKind.MILESTONE.value),
)
GRADE_WORDS = (
    ("達成率で決まる", GradeKind.RATIO.value),
    ("評価できない", GradeKind.UNABLE.value),
    ("評価の対象外", GradeKind.NOT_EVALUATED.value),
)
COMBINE_WORDS = (
    ("最も低い評価", Combine.LOWEST.value),
    ("達成率の平均", Combine.MEAN.value),
    ("最初の指標", Combine.FIRST.value),
)
