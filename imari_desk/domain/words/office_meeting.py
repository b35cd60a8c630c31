"""What the meeting's pages and papers say."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # --- the meeting itself ---
    "meeting.name": "推進本部会議",
    "meeting.paper": "資料1",
    "meeting.presenter": "推進室",
    "meeting.whole": "全施策",
    "meeting.open": "未決定",
    "meeting.change": "{before}→{after}",
    "meeting.second": "自己{own}→二次{second}",
    # --- a first draft of what is to be decided ---
    "meeting.ask.late": "進捗が「{progress}」となっていることへの対応",
    "meeting.ask.down": "評価が前年度の{before}から{after}に下がったことへの対応",
    "meeting.ask.hq": "評価案のとおり決定すること",
    "meeting.ask.whole": "二次評価を確定し、公表すること",
    "meeting.ask.whole_changed": "二次評価を確定し、公表すること"
    "（自己評価と異なるもの{count}件：{changes}）",
    # --- the minutes ---
    "meeting.minutes": "{name}　{day}\n{year}の評価について",
    "meeting.minutes.item": "{number} {about}　{text}\n　決定：{decision}",
    "meeting.minutes.opinion": "　本部意見：{opinion}",
    "meeting.minutes.also": "{measure}\n　本部意見：{opinion}",
}
