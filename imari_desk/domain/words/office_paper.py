"""What the page of printing and publishing says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # --- what stands in the PDF's title ---
    "office.paper.document.sheets": "{year}　施策評価シート　{plan}",
    "office.paper.document.meeting": "{year}　本部会議資料　{plan}",
    "office.paper.document.wrap_up": "計画期間の総括　{plan}",
    "office.paper.document.public": "{year}　施策評価　{plan}",
    "office.paper.document.status": "{year}　提出状況の一覧　{plan}",
    # --- the list of who has sent what, on paper ---
    "office.paper.status.title": "{year}評価　提出状況の一覧",
    "office.paper.status.day": "{plan}　{day}現在",
    "office.paper.status.lead": "{departments}課のうち{waiting}課から、あわせて{missing}施策がまだ届いていない。",
    "office.paper.status.all_there": "{departments}課すべてから届いた。",
    "office.paper.status.heads": "担当課｜依頼｜受付｜差戻し｜確定｜まだ届いていない施策",
}
