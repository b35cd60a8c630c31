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
    "office.page_keys": "Ctrl+{number} で移ります。",
    "office.menu": "メニュー",
    "office.begin_title": "推進室として始めます",
    "office.begin_text": "計画と施策の入った推進室のデータを、このPCに新しく作ります。"
    "担当課の記入には使いません。",
    "office.begin_step.1": "1　施策ごとに、どの課が担当するかを決めます。",
    "office.begin_step.2": "2　提出期限を決めて、課ごとの依頼ブックを書き出します。",
    "office.begin_step.3": "3　届いた評価ブックを取り込み、点検し、差し戻すか確認済にします。",
    "office.begin_step.4": "4　集計し、本部会議にかけ、確定して公表します。",
    "office.begin_folder": "データの場所　{folder}",
    "office.begin": "推進室のデータを作る(&N)",
    "office.practise": "見本で練習する(&R)",
    "office.rehearsing": "練習中です。ここでの操作は本番のデータに影響しません。"
    "取り込む練習に使う提出ブックは{folder}にあります。",
    "office.back": "はじめの画面に戻る(&B)",
    "office.not_done": "できませんでした。{reason}",
}
