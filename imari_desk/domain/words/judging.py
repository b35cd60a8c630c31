"""Why a grade is proposed, with the numbers in it. See words/__init__.py.

The first group are main clauses: they end without 。 because a letter or a reason may follow.
"""

from __future__ import annotations

_FOUND = {
    "judging.annual": "{name}は{value}で、目標{target}に対する達成率は{achievement}％です",
    "judging.per_event": "{name}は{count}回の平均が{value}（最少{least}）で、"
    "目標{target}に対する達成率は{achievement}％です",
    "judging.rate": "{name}は{parts}＝{value}で、目標{target}に対する達成率は{achievement}％です",
    "judging.rate_so_far": "{name}は{parts}＝{value}で、今年度末に見込む{expected}"
    "（目標{target}の{share}％）に対する達成率は{achievement}％です",
    "judging.total": "{name}は年度末までの計が{value}で、目標{target}に対する"
    "達成率は{achievement}％です",
    "judging.total_so_far": "{name}は年度末までの計が{value}で、今年度末に見込む{expected}"
    "（目標{target}の{share}％）に対する達成率は{achievement}％です",
    "judging.cumulative": "{name}は計画期間の合計が{value}（今年度{own}）で、"
    "目標{target}に対する達成率は{achievement}％です",
    "judging.cumulative_so_far": "{name}は計画期間の合計が{value}（今年度{own}）で、"
    "今年度末に見込む{expected}（目標{target}の{share}％）に対する達成率は{achievement}％です",
    "judging.ceiling_met": "{name}は{value}で、目標{target}以下を満たしています",
    "judging.ceiling_not_met": "{name}は{value}で、目標{target}以下を満たしていません",
    "judging.milestones": "{name}は実施評価指標{asked}件のうち済{done}件で、"
    "達成率は{achievement}％です",
    "judging.milestones_partly": "{name}は実施評価指標{asked}件のうち済{done}件・一部{partly}件で、"
    "達成率は{achievement}％です（一部は半分と数えます）",
}
_NOT_JUDGED = {
    "judging.state": "{name}は「{state}」なので、評価に含めていません",
    "judging.missing": "{name}は{label}が未記入なので、評価に含めていません",
    "judging.conflict": "{name}は{label}に2つの答えがあるので、どちらかを選ぶまで評価に含めません",
    "judging.unclear": "{name}は{label}の「{seen}」を数字として読み取れないので、"
    "評価に含めていません",
    "judging.unclear_state": "{name}は{label}の「{seen}」が選択肢にないので、評価に含めていません",
    "judging.negative": "{name}は{label}が{seen}と0より小さいので、評価に含めていません",
    "judging.zero_denominator": "{name}は{label}が0で率を計算できないので、評価に含めていません",
    "judging.over": "{name}は分子{numerator}が分母{denominator}より大きいので、"
    "評価に含めていません",
    "judging.no_target": "{name}は{value}ですが、比べる目標の値が0か未設定なので、"
    "評価に含めていません",
    "judging.not_asked": "{name}は評価する実施評価指標がないので、評価に含めていません",
    "judging.earlier_conflict": "{name}は{year}の値に2つの答えがあるので、"
    "どちらかを選ぶまで評価に含めません",
}
_NOTES = {
    "judging.provisional": "数値は速報です。",
    "judging.earlier_missing": "{years}の値がないため、合計に含めていません。",
}
_GRADES = {
    "judging.band": "{band}なので「{letter}」です。",
    "judging.propose": "{band}なので「{letter}」を提案します。",
    "judging.by_ceiling": "達成率でなく、満たしたかどうかで見て「{letter}」です。",
    "judging.propose_ceiling": "達成率でなく、満たしたかどうかで見て「{letter}」を提案します。",
    "judging.only": "評価できた指標は1つなので、その「{letter}」を提案します。",
    "judging.lower": "低い方の「{letter}」を提案します。",
    "judging.lowest": "最も低い「{letter}」を提案します。",
    "judging.same": "いずれも「{letter}」なので「{letter}」を提案します。",
    "judging.mean": "達成率の平均は{achievement}％で、{band}なので「{letter}」を提案します。",
    "judging.mean_but_ceiling": "達成率の平均は{achievement}％ですが、上限の指標を"
    "満たしていないので「{letter}」を提案します。",
    "judging.first": "1つ目の指標で評価する決まりなので「{letter}」を提案します。",
    "judging.first_unable": "評価を決める1つ目の指標が評価できないので「{letter}」を提案します。",
    "judging.first_unable_no_letter": "評価を決める1つ目の指標が評価できないので、"
    "評価は提案しません。",
    "judging.nothing": "評価できる値がないので「{letter}」を提案します。",
    "judging.nothing_no_letter": "評価できる値がないので、評価は提案しません。",
    "judging.exempt": "すべての指標が対象外なので「{letter}」を提案します。",
    "judging.exempt_no_letter": "すべての指標が対象外なので、評価は提案しません。",
    "judging.no_indicator": "数値目標のない施策です。",
    "judging.not_evaluated": "{year}は計画に実施評価指標がないので「{letter}」です。",
    "judging.not_evaluated_no_letter": "{year}は計画に実施評価指標がないので、評価しません。",
}

SENTENCES: dict[str, str] = {**_FOUND, **_NOT_JUDGED, **_NOTES, **_GRADES}
