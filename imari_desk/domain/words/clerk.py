"""What the desk tells the clerk: first start, steps back, what happened lately."""

from __future__ import annotations

_STEPS = {
    "value_not_in_history": "{measure}のこの項目の履歴に、その値はありません。"
    "履歴を開き直して選んでください。",
    "candidate_gone": "{measure}のこの項目は、その間に変わりました。"
    "画面を開き直して、もう一度選んでください。",
}

SENTENCES: dict[str, str] = {**_STEPS}
