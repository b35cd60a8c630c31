"""What stands round the pages of the office's window."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "office.name": "推進室",
    "office.year": "評価する年度",
    "office.pages": "ページ",
    "office.page.board": "提出状況",
    "office.page.year": "年度の準備",
    "office.page.receiving": "取込",
    "office.page.review": "点検",
    "office.page.whole": "集計",
    "office.page.search": "検索",
    "office.page.meeting": "本部会議",
    "office.page.paper": "印刷・公表",
    "office.page.plan": "計画",
    "office.page.records": "控え",
    "office.waiting": "{page}　{count}件",
    "office.menu": "メニュー",
    "office.not_done": "できませんでした。{reason}",
}
