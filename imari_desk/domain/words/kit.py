"""What the window's own inputs say: counters, readings, the calendar."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "kit.left": "残り {count} 文字",
    "kit.over": "{count} 文字 超えています",
    "kit.read_as": "{text} と読みます",
    "kit.cancel": "中止する",
    "kit.close": "閉じる(&C)",
    "kit.clear": "選択を消す",
    "kit.empty": "（空欄にする）",
    "kit.unanswered": "未記入",
    "kit.flag": "{label}：{word}",
    "kit.progress": "{done} / {total}",
    "kit.calendar": "カレンダー",
    "kit.calendar_open": "カレンダーから選ぶ（Alt+↓）",
    "kit.calendar_day": "{day} {weekday}曜日",
}
