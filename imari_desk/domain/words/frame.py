"""What the window's frame, the list and the start page say. See words/__init__.py."""

from __future__ import annotations

_LIST = {
    "list.title": "担当の施策",
    "list.count": "{count}件",
    "list.count_of": "{all}件中{shown}件",
    "list.search": "探す",
    "list.search_help": "施策の番号、名前、計画や記入の文から探します。"
    "全角と半角は同じに扱います。",
    "list.filter": "絞り込み：{choice}",
    "list.filter.all": "すべて",
    "list.filter.gaps": "残りあり",
    "list.filter.returned": "差戻し・コメント",
    "list.filter.unsent": "未提出",
    "list.group": "{field}　◎ {group}",
    "list.in_house": "課内確認",
    "list.not_evaluated": "評価なし",
    "list.national_priority": "国の重点",
    "list.filled": "{wanted}項目中{filled}項目を記入",
    "list.comments": "要対応{count}",
    "list.conflicts": "選択{count}",
    "list.missing": "残り{count}",
    "list.odd": "確認{count}",
    "list.no_lines": "担当の施策はまだありません。"
    "推進室から届いた依頼ブックを取り込むと、ここに並びます。",
    "list.no_match": "条件に合う施策はありません。ことばを短くするか、条件を外してください。",
    "list.show_all": "条件を外す",
}
_HEAD = {
    "head.years": "評価年度",
    "head.years_hint": "Alt+←/→ で切替",
    "head.year": "{year}　{caption}",
    "head.grade": "評価 {grade}",
    "head.blank": "記入なし",
    "head.previous_year": "前の年度",
    "head.next_year": "次の年度",
    "head.first_year": "計画の最初の年度です。",
    "head.last_year": "計画の最後の年度です。",
    "head.five_years": "5年間",
    "head.five_years_help": "5年間の流れと計画の内容を表示します。",
    "head.vision": "ビジョン {action}",
    "head.facts": "計画の内容",
    "head.facts_help": "計画に書かれた内容を開きます。もう一度押すと閉じます。",
    "head.legend": "枠は計画、線は取り組んだ年度",
    "head.unchecked": "段階のバーは原本と未照合",
    "head.no_bars": "線は取り組んだ年度　※ 計画のバーは未登録",
    "head.bars": "{phase}：計画 {planned}、取り組んだ年度 {worked}",
    "head.none": "なし",
    "head.summary": "事業内容（要約）",
    "head.effect": "期待される効果（要約）",
    "head.schedule": "取組内容",
    "head.milestones": "実施評価指標",
    "head.indicators": "成果指標・数値目標",
    "head.formula": "算式：{formula}",
}
_TABS = {
    "head.tabs": "記入欄のまとまり",
    "head.tab.done": "済み",
    "head.tab.optional": "任意",
    "head.tab.missing": "残り{count}",
    "head.tab.conflicts": "選択{count}",
    "head.tab.comments": "要対応{count}",
    "head.tab.help": "Ctrl+{number} で移ります。",
}

SENTENCES: dict[str, str] = {**_LIST, **_HEAD, **_TABS}
