"""What summaries, charts and the search say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # What the plan itself says, as the search names it
    "office.whole.plan.name": "施策名",
    "office.whole.plan.group": "柱（◎）",
    "office.whole.plan.summary": "施策の要約",
    "office.whole.plan.effect": "効果",
    "office.whole.plan.vision": "ビジョンの取組",
    "office.whole.plan.indicator": "成果指標",
    "office.whole.plan.schedule": "取組内容",
    "office.whole.plan.milestone": "実施評価指標",
}
